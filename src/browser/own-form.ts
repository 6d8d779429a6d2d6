/**
 * Proof that a form was posted by a page of the site: a random cookie that no other site can read or have sent,
 * and the same value in a field. It keeps strangers from signing a browser in as themselves.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { appendCookie, cookieOf } from './cookies.ts';
import { parametersOf } from './parameters/declared.ts';
import { text } from './parameters/parameter.ts';
import { Refused } from './reasons.ts';
import type { PageCall } from './site-page.ts';

const COOKIE = 'form';
const FIELD = 'FORM';
const DECLARED = { FORM: text('the value of the cookie `form`, in forms of the site') };
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

/** The hidden field of a form that signs somebody in, where the site asks for it. */
export function signInFormField(call: PageCall): Readonly<Record<string, string>> {
  return call.site.settings.urlAPI.requireCSRF ? ownFormField(call) : {};
}

/**
 * Nobody is signed in as somebody else by a page that they happen to look at.
 * @throws Refused (CSRFRequired) where the site asks that a sign-in comes from a page of its own, and it does not.
 */
export function checkSignInForm(call: PageCall): void {
  if (call.site.settings.urlAPI.requireCSRF && !isOwnForm(call)) throw new Refused('CSRFRequired');
}

export function isOwnForm({ request }: PageCall): boolean {
  return request.method === 'POST' && isOfCookie(request, parametersOf(request, DECLARED).FORM);
}

/** The same of a form whose fields are read as they come. */
export function isOwnFileForm({ request }: PageCall, fields: ReadonlyMap<string, string>): boolean {
  return request.method === 'POST' && isOfCookie(request, fields.get(FIELD));
}

/** Where a call by a script bears it. */
export const FORM_HEADER = 'x-parlance-form';

/** The same of a call by a script of ours, whatever its method: no page of another site can send the header. */
export function isOwnScript(request: FastifyRequest): boolean {
  const sent = request.headers[FORM_HEADER];
  return isOfCookie(request, typeof sent === 'string' ? sent : '');
}

/** What such a call sends; sets the cookie where the browser has none. */
export function ownFormValue(call: PageCall): string {
  return ownFormField(call)[FIELD] ?? '';
}

function isOfCookie(request: FastifyRequest, value = ''): boolean {
  const cookie = Buffer.from(cookieOf(request, COOKIE) ?? '');
  const field = Buffer.from(value);
  return cookie.length > 0 && cookie.length === field.length && timingSafeEqual(cookie, field);
}
