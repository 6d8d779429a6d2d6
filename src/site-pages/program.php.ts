/** program.php: the page of a program of events, for whoever has its address. */
import type { FastifyReply } from 'fastify';
import { browserSessionOf } from '../browser/browser-session.ts';
import { upcomingOfProgram } from '../browser/meetings/upcoming.ts';
import { checkMayLook } from '../browser/meetings/visited-meeting.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { maySeeProgram } from '../policies/program.ts';
import { admitsStrangers } from '../policies/site.ts';

const PROGRAM = { P: text('the token of the program') };
const TOKEN = /^[0-9a-f]{32}$/;

export async function programPhp(call: PageCall): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const { P = '' } = parametersOf(call.request, PROGRAM);
  const browserSession = await browserSessionOf(call);
  const signIn = () => signInPage(call, { MU: folder.address('program.php', { P }) });
  if (!browserSession && !admitsStrangers(site)) return signIn();
  await checkMayLook(call);
  const program = TOKEN.test(P) ? await context.programs.findByToken(site, P) : undefined;
  if (!program) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  if (!maySeeProgram(browserSession?.account, program)) return signIn();
  return show(call, {
    page: 'program',
    name: program.name,
    description: program.description,
    ...(await upcomingOfProgram(call, browserSession?.account, program.id)),
  });
}
