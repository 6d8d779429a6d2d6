/** The site's own page: who is signed in, what is planned for them, and what a command that led here has said. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { upcoming } from '../browser/meetings/upcoming.ts';
import type { Form } from '../browser/pages/page-data.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text, word } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { mayStartSessions } from '../policies/host.ts';
import { mayListRecordings } from '../policies/kept-recording.ts';
import { mayMakePrograms } from '../policies/program.ts';
import { mayReadSite } from '../policies/site.ts';
import { ENABLED_BY_DEFAULT } from '../sessions/documents/enable-options.ts';
import { maskOf } from '../sessions/documents/feature-mask.ts';
import type { BrowserSession } from '../sign-in/tickets.ts';

/** What a command without a back URL has told. */
export const HOME = {
  AT: word('the command', ['LI', 'LO']),
  ST: word('how it ended', ['SUCCESS', 'FAIL']),
  RS: text('why it failed'),
  WID: text('whom it was about'),
};

export async function home(call: PageCall): Promise<FastifyReply> {
  const browserSession = await browserSessionOf(call);
  const { AT, ST, RS = 'Unknown', WID } = parametersOf(call.request, HOME);
  const problem = ST === 'FAIL' ? RS : undefined;
  if (!browserSession) {
    const isSignedOut = AT === 'LO' && ST === 'SUCCESS';
    return signInPage(call, {
      problem,
      notice: isSignedOut ? 'signed-out' : undefined,
      WID,
    });
  }
  return show(call, {
    page: 'home',
    firstName: browserSession.account.firstName,
    problem,
    ...(await upcoming(call, browserSession.account, 'their own')),
    confirmEmail: browserSession.account.emailConfirmed ? undefined : call.folder.address('confirm.php'),
    personalRoom: await personalRoomOf(call, browserSession.account),
    meetNow: meetNow(call, browserSession),
    programs: mayMakePrograms(browserSession.account) ? call.folder.address('programs.php') : undefined,
    recordings: mayListRecordings(browserSession.account) ? call.folder.address('recordings.php') : undefined,
    console: mayReadSite(browserSession.account) ? call.folder.address('console') : undefined,
  });
}

/** What can be done in an instant meeting: the usual, and its host may record it. */
const INSTANT = String(maskOf([...ENABLED_BY_DEFAULT, 'meetingRecord']));

/** Hosts start an instant meeting (IM); it has no password, so not where every meeting must have one. */
function meetNow({ site, folder }: PageCall, { account, csrf }: BrowserSession): Form | undefined {
  if (!mayStartSessions(account) || site.settings.security.allMeetingsPassword) return undefined;
  return { action: folder.address('m.php'), fields: { AT: 'IM', MF: INSTANT, CSRF: csrf } };
}

/** Its address, for those who may have one. */
async function personalRoomOf(
  { context, site, folder }: PageCall,
  account: Account,
): Promise<string | undefined> {
  if (!mayStartSessions(account)) return undefined;
  const { profile } = await context.accounts.withProfile(account);
  if (!profile.privileges.isEnablePMR) return undefined;
  return folder.write(new URL(context.links.personalRoom(site, account)));
}
