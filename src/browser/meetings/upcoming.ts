/** What comes next of a program of events. */
import type { Account } from '../../accounts/account.ts';
import type { SpokenLanguage } from '../../language.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { spokenTo } from '../appearance.ts';
import type { UpcomingSession } from '../pages/session-view-data.ts';
import type { PageCall } from '../site-page.ts';
import { whenOf } from './session-view.ts';

/** Rows of the page of a program. */
const OF_PROGRAM = 100;

const DAY = 24 * 60 * 60_000;

/** How far the page looks ahead. */
const AHEAD = 365 * DAY;

/** A session that began longer ago is not looked for: nearly all are over within a day. */
const BEHIND = DAY;

const EARLIEST_FIRST = [{ by: 'STARTTIME', descending: false }] as const;

function row(
  call: PageCall,
  language: SpokenLanguage,
  account: Account | undefined,
  session: ListedSession,
): UpcomingSession {
  return {
    confName: session.confName,
    url: call.folder.address('m.php', { AT: 'MD', MK: String(session.sessionKey) }),
    when: whenOf(call, language, session, session.at),
    inProgress: session.inProgress,
    isHost: session.host === account?.id,
  };
}

/** What comes next of a program: of its events those that are listed to whoever looks. */
export async function upcomingOfProgram(
  call: PageCall,
  account: Account | undefined,
  program: number,
): Promise<{ readonly events: readonly UpcomingSession[]; readonly more: boolean }> {
  const { site, context } = call;
  const now = context.clock.now();
  const page = { startFrom: 1, maximumNum: OF_PROGRAM + 1, order: EARLIEST_FIRST };
  const window = { startFrom: now - BEHIND, startTo: now + 2 * AHEAD, endFrom: now };
  const listed = account ? (['PUBLIC', 'PRIVATE'] as const) : (['PUBLIC'] as const);
  const found = await context.sessionList.search(site, { program, listed, window }, page);
  const language = await spokenTo(call);
  return {
    events: found.sessions.slice(0, OF_PROGRAM).map((session) => ({
      ...row(call, language, account, session),
      // Strangers come here, too.
      url: call.folder.address('e.php', { AT: 'SINF', MK: String(session.sessionKey) }),
    })),
    more: found.sessions.length > OF_PROGRAM,
  };
}
