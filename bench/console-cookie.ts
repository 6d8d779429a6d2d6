/** Somebody who administers the demo, as their browser has it. */
import { DEMO_PASSWORD } from '../src/demo.ts';
import { HOST, message, post } from './messages.ts';

/** @returns the header `Cookie` */
export async function consoleCookie(url: string): Promise<string> {
  const caller = { ...HOST, webExID: 'admin', password: DEMO_PASSWORD };
  const { body } = await post(url, message(caller, 'user.GetLoginTicket', ''));
  const TK = /<use:ticket>(.+)<\/use:ticket>/.exec(body)?.[1] ?? '';
  const answer = await fetch(`${url}/acme/p.php`, {
    method: 'POST',
    body: new URLSearchParams({ AT: 'LI', WID: 'admin', TK }),
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
