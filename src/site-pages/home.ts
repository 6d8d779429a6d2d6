/** The site's own page: who is signed in, what is planned for them, and what a command that led here has said. */
import type { FastifyReply } from 'fastify';
import type { AccountWithProfile } from '../accounts/account.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { meetingDays } from '../browser/meetings/meeting-rows.ts';
import { ownMeetings } from '../browser/meetings/own-meetings.ts';
import { ownFormField } from '../browser/own-form.ts';
import type { Form } from '../browser/pages/form.ts';
import type { HomePage } from '../browser/pages/home-pages.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text, word } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { mayStartSessions } from '../policies/host.ts';
import { mayMakePrograms } from '../policies/program.ts';
import { mayReadSite } from '../policies/site.ts';
import { ENABLED_BY_DEFAULT } from '../sessions/documents/enable-options.ts';
import { maskOf } from '../sessions/documents/feature-mask.ts';
import { hasPersonalRoom } from '../sessions/personal-room.ts';
import type { BrowserSession } from '../sign-in/tickets.ts';

/** What a command without a back URL has told. */
export const HOME = {
  AT: word('the command', ['LI', 'LO']),
  ST: word('how it ended', ['SUCCESS', 'FAIL']),
  RS: text('why it failed'),
  WID: text('whom it was about'),
};

/** Rows of the page. */
const SHOWN = 20;

export async function home(call: PageCall): Promise<FastifyReply> {
  const { context, folder } = call;
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
  const account = await context.accounts.withProfile(browserSession.account);
  const { rows, more } = await ownMeetings(call, account, SHOWN);
  const starts = mayStartSessions(account);
  return show(call, {
    page: 'home',
    firstName: account.firstName,
    problem,
    meetings: meetingDays(call, account, rows),
    more: more ? folder.address('meetings.php') : undefined,
    confirmEmail: account.emailConfirmed ? undefined : folder.address('confirm.php'),
    personalRoom: await personalRoomOf(call, account),
    meetNow: starts ? meetNow(call, browserSession) : undefined,
    schedule: starts ? folder.address('schedule.php') : undefined,
    joinByNumber: { action: folder.address('m.php'), fields: { AT: 'JM' } },
    programs: mayMakePrograms(account) ? folder.address('programs.php') : undefined,
    console: mayReadSite(account) ? folder.address('console') : undefined,
  });
}

/** What can be done in an instant meeting: the usual, and its host may record it. */
const INSTANT = String(maskOf([...ENABLED_BY_DEFAULT, 'meetingRecord']));

/** An instant meeting (IM). Where every meeting must have a password it is given one. */
function meetNow(call: PageCall, { csrf }: BrowserSession): Form {
  return {
    action: call.folder.address('m.php'),
    fields: { AT: 'IM', MF: INSTANT, CSRF: csrf, ...ownFormField(call) },
  };
}

/** For those who have one. */
async function personalRoomOf(
  call: PageCall,
  account: AccountWithProfile,
): Promise<HomePage['personalRoom']> {
  const { context, site, folder } = call;
  if (!hasPersonalRoom(account)) return undefined;
  const MK = account.accessCode ?? '';
  return {
    url: folder.write(new URL(context.links.personalRoom(site, account))),
    inProgress: (await context.live.running(site, Number(MK))) !== undefined,
    start: { action: folder.address('m.php'), fields: { AT: 'HM', MK, ...ownFormField(call) } },
  };
}
