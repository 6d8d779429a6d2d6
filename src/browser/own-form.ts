/**
 * Proof that a form was posted by a page of the site: a random cookie that no other site can read or have sent,
 * and the same value in a field. It keeps strangers from signing a browser in as themselves.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { appendCookie, cookieOf } from './cookies.ts';
import type { Parameters } from './parameters.ts';
import type { PageCall } from './site-page.ts';

const COOKIE = 'form';
const FIELD = 'FORM';
const VALUE = /^[\w-]{22,64}$/;

/** What was made for a request: all forms of a page bear the value of its one cookie. */
const MADE = new WeakMap<FastifyRequest, string>();

/** The hidden field of a form that is being written; sets the cookie where the browser has none. */
export function ownFormField(call: PageCall): Readonly<Record<string, string>> {
  const known = cookieOf(call.request, COOKIE);
  if (known !== undefined && VALUE.test(known)) return { [FIELD]: known };
  const before = MADE.get(call.request);
  if (before !== undefined) return { [FIELD]: before };
  const made = call.context.random.bytes(24).toString('base64url');
  MADE.set(call.request, made);
  appendCookie(call, { name: COOKIE, value: made, sameSite: 'Lax' });
  return { [FIELD]: made };
}

export function isOwnForm({ request }: PageCall, parameters: Parameters): boolean {
  const cookie = Buffer.from(cookieOf(request, COOKIE) ?? '');
  const field = Buffer.from(parameters.get(FIELD) ?? '');
  return (
    request.method === 'POST' &&
    cookie.length > 0 &&
    cookie.length === field.length &&
    timingSafeEqual(cookie, field)
  );
}
