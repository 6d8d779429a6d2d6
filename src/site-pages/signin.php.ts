/** signin.php: the page to sign in at, on the way to MU. Who is signed in already goes on at once. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { destination } from '../browser/destination.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { address } from '../browser/parameters/parameter.ts';
import { takeFailure } from '../browser/sign-in/failed-sign-in.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';

export const SIGN_IN = { MU: address('where to go afterwards, on the site') };

export async function signinPhp(call: PageCall): Promise<FastifyReply> {
  const { MU } = parametersOf(call.request, SIGN_IN);
  if (!(await browserSessionOf(call))) return signInPage(call, { MU, ...takeFailure(call) });
  const target = destination(MU, call.folder, call.site);
  return redirect(call, target?.kind === 'site' ? target.url : call.folder.home);
}
