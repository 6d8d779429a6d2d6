/**
 * A sign-in that failed, from the form that was posted to the page that shows it again: a cookie for one look, so that
 * neither the address nor a reload keeps what was wrong.
 */
import { appendCookie, cookieOf } from '../cookies.ts';
import type { SignInPage } from '../pages/sign-in-pages.ts';
import type { PageCall } from '../site-page.ts';

const COOKIE = 'sign_in_failure';

/** Seconds. */
const LIFE = 60;

/** No account has a longer name. */
const LONGEST_NAME = 192;

type Failure = Pick<SignInPage, 'problem' | 'WID'>;

export function rememberFailure(call: PageCall, { problem = '', WID = '' }: Failure): void {
  const kept = new URLSearchParams({ problem, WID: WID.slice(0, LONGEST_NAME) }).toString();
  const value = Buffer.from(kept).toString('base64url');
  appendCookie(call, { name: COOKIE, value, sameSite: 'Lax', maxAge: LIFE });
}

/** What failed just now; it is told once. */
export function takeFailure(call: PageCall): Failure {
  const kept = cookieOf(call.request, COOKIE);
  if (kept === undefined) return {};
  appendCookie(call, { name: COOKIE, sameSite: 'Lax' });
  const fields = new URLSearchParams(Buffer.from(kept, 'base64url').toString());
  const problem = fields.get('problem') ?? '';
  if (!/^[A-Za-z]{1,60}$/.test(problem)) return {};
  return { problem, WID: fields.get('WID') ?? undefined };
}
