/** The lists of somebody's own sessions, each read along its index. */
import type { Account } from '../../accounts/account.ts';
import { sessionAddress } from '../../browser/meetings/about-session.ts';
import { meetingRow, shownRow } from '../../browser/meetings/meeting-rows.ts';
import { AHEAD, ANY_KIND, BEHIND, EARLIEST_FIRST } from '../../browser/meetings/own-meetings.ts';
import { dayText, timeText } from '../../browser/meetings/reading-times.ts';
import type { MeetingsView } from '../../browser/pages/home-pages.ts';
import type { MeetingRow } from '../../browser/pages/meeting-row.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { ListedRecording } from '../../recordings/recording-list.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { WORKED_OUT_BEHIND } from '../../sessions/series.ts';
import { zoneOf } from '../../time/time-zones.ts';

interface ListAsked {
  readonly account: Account;
  readonly locale: string;
  /** The beginning of the name. */
  readonly name: string | undefined;
  readonly page: { readonly startFrom: number; readonly maximumNum: number };
}

interface Listed {
  readonly rows: readonly MeetingRow[];
  readonly total: number;
}

type List = (call: PageCall, wish: ListAsked) => Promise<Listed>;

const LATEST_FIRST = [{ by: 'STARTTIME', descending: true }] as const;

/** Around its start a run is of that session. */
const AROUND = 12 * 60 * 60_000;

/** Running first, then by their start; a series by the next of its days. */
const upcoming: List = async (call, wish) => planned(call, wish, undefined);

const recurring: List = async (call, wish) => planned(call, wish, true);

async function planned(
  call: PageCall,
  { account, locale, name: confName, page }: ListAsked,
  isSeries: true | undefined,
): Promise<Listed> {
  const { site, context } = call;
  const now = context.clock.now();
  const member = { account: account.id, kinds: ANY_KIND };
  const window = { startFrom: now - BEHIND, startTo: now + 2 * AHEAD, endFrom: now };
  await context.sessions.workOutFor(site, window, member);
  const search = { member, window, confName, recurring: isSeries };
  const found = await context.sessionList.search(
    site,
    search,
    { ...page, order: EARLIEST_FIRST },
    account.id,
  );
  return { rows: found.sessions.map((one) => meetingRow(call, locale, account, one)), total: found.total };
}

const past: List = async (call, { account, locale, name: confName, page }) => {
  const { site, context } = call;
  const now = context.clock.now();
  const member = { account: account.id, kinds: ANY_KIND };
  const window = { startFrom: now - WORKED_OUT_BEHIND, endTo: now };
  const search = { member, window, confName, inProgress: false, recurring: false };
  const found = await context.sessionList.search(site, search, { ...page, order: LATEST_FIRST }, account.id);
  const rows = await Promise.all(
    found.sessions.map(async (one): Promise<MeetingRow> => {
      const state = (await wasHeld(call, one)) ? 'held' : 'not-held';
      return { ...shownRow(call, locale, account, one), state };
    }),
  );
  return { rows, total: found.total };
};

async function wasHeld(
  { context, site }: PageCall,
  { sessionKey, at, duration }: ListedSession,
): Promise<boolean> {
  const runs = await context.history.usagesOf(site, sessionKey);
  return runs.some(({ startedAt }) => startedAt > at - AROUND && startedAt < at + duration * 60_000 + AROUND);
}

/** What they have recorded, the newest first. */
const recorded: List = async (call, { account, locale, name, page }) => {
  const { site, context, folder } = call;
  const search = { host: account.id, inBin: false, states: ['READY'], name } as const;
  const order = { by: 'CREATED', descending: true } as const;
  const found = await context.recordingList.search(site, search, { ...page, order });
  const zone = zoneOf(account.timeZoneID).iana;
  const now = context.clock.now();
  const rows = await Promise.all(
    found.recordings.map(async (one): Promise<MeetingRow> => {
      const minutes = Math.max(1, Math.round(one.duration / 60));
      return {
        confName: one.name,
        url: (await pageOf(call, one)) ?? folder.address('recordings.php', { ID: String(one.id) }),
        startAt: one.createdAt,
        duration: minutes,
        day: dayText(locale, zone, one.createdAt, now),
        time: timeText(locale, zone, one.createdAt, minutes),
        inProgress: false,
        recording: folder.address('ldr.php', { RCID: one.streamToken }),
      };
    }),
  );
  return { rows, total: found.total };
};

/** Of the session that it is of, while that is there. */
async function pageOf(call: PageCall, { sessionKey }: ListedRecording): Promise<string | undefined> {
  const session = sessionKey === null ? undefined : await call.context.sessions.find(call.site, sessionKey);
  return session && sessionAddress(call, session);
}

export const LISTS: Readonly<Record<MeetingsView, List>> = { upcoming, recurring, past, recorded };
