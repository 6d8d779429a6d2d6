/** What is planned for somebody: what is running first, then what comes next. */
import type { Account } from '../../accounts/account.ts';
import { localeOf } from '../../language.ts';
import { MEMBER } from '../../sessions/sessions.ts';
import { spokenTo } from '../appearance.ts';
import type { MeetingRow } from '../pages/meeting-row.ts';
import type { PageCall } from '../site-page.ts';
import { eachStart, meetingRow } from './meeting-rows.ts';

const DAY = 24 * 60 * 60_000;

/** How far the list looks ahead. */
export const AHEAD = 365 * DAY;

/** A session that began longer ago is not looked for: nearly all are over within a day. */
export const BEHIND = DAY;

/** So far every occurrence of a series has a row; later the next one alone. */
const EACH_WITHIN = 7 * DAY;

export const EARLIEST_FIRST = [{ by: 'STARTTIME', descending: false }] as const;

/** Of whom somebody's own lists tell: whatever they have to do with. */
export const ANY_KIND = MEMBER.host | MEMBER.alternateHost | MEMBER.invited;

/** @param most rows */
export async function ownMeetings(
  call: PageCall,
  account: Account,
  most: number,
): Promise<{ readonly rows: readonly MeetingRow[]; readonly more: boolean }> {
  const { site, context } = call;
  const { sessions, sessionList, clock } = context;
  const now = clock.now();
  const member = { account: account.id, kinds: ANY_KIND };
  const page = { startFrom: 1, maximumNum: most + 1, order: EARLIEST_FIRST };
  const window = { startFrom: now - BEHIND, startTo: now + AHEAD, endFrom: now };
  await sessions.workOutFor(site, window, member);
  const running = await sessionList.search(site, { member, inProgress: true }, page, account.id);
  const planned = await sessionList.search(site, { member, inProgress: false, window }, page, account.id);
  const locale = localeOf(await spokenTo(call));
  const starts = planned.sessions
    .flatMap((session) => eachStart(session, now + EACH_WITHIN, most))
    .sort((one, other) => one.at - other.at);
  const found = [...running.sessions, ...starts];
  return {
    rows: found.slice(0, most).map((session) => meetingRow(call, locale, account, session)),
    more: found.length > most || planned.sessions.length > most,
  };
}
