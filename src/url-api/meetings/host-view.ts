/** What those who manage a session see on its page beside what everybody sees: the invitation, its people, its days. */

import { namedTracking } from '../../accounts/tracking-values.ts';
import { spokenTo } from '../../browser/appearance.ts';
import { dayText, timeText } from '../../browser/meetings/reading-times.ts';
import { timetable } from '../../browser/meetings/timetable.ts';
import type { VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { HostView } from '../../browser/pages/host-view-data.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { localeOf } from '../../language.ts';
import { plainText } from '../../mail/mail-body.ts';
import { namesIn, sessionBlocks, zoneFor } from '../../mail/session-mail.ts';
import { textsFor } from '../../mail/texts.ts';
import { mayManage } from '../../policies/session.ts';
import { asSeries } from '../../sessions/as-occurrence.ts';
import { type Attendee, isPanelist } from '../../sessions/attendee.ts';
import { occurrencesAfter } from '../../sessions/occurrence-list.ts';
import type { Relation } from '../../sessions/relation.ts';
import { seriesOf, zoneOfSession } from '../../sessions/series.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';

/** Days of a series, and times that it was held, that the page tells. */
const DAYS = 12;
const HELD = 5;

/** @param people of the session */
export async function hostView(
  call: PageCall,
  { host }: VisitedMeeting,
  current: SessionWithDocument,
  relation: Relation,
  people: readonly Attendee[],
): Promise<HostView> {
  // What is told to everybody is the series; its days say what differs.
  const session = asSeries(current);
  const { context, site, folder } = call;
  const language = await spokenTo(call);
  const locale = localeOf(language);
  const texts = textsFor(language);
  const now = context.clock.now();
  const about = { site, session, host, links: context.links, now };
  const reading = { texts, zone: zoneFor(undefined, session) };
  const MK = String(session.sessionKey);
  const zone = zoneOfSession(session);
  const changes = mayManage(relation) && CHANGED_HERE.has(session.document.kind);
  const edit = changes ? folder.address('schedule.php', { MK }) : undefined;
  const onDay = (at: number, minutes = session.duration) => ({
    day: dayText(locale, zone.iana, at, now),
    time: timeText(locale, zone.iana, at, minutes),
  });
  const repeats = session.recurring && session.document.repeat.repeatType !== 'CONSTANT';
  return {
    invitation: plainText(sessionBlocks(about, 'invitation', reading, namesIn(texts, about))).trim(),
    password: session.document.password || undefined,
    when: await timetable(call, seriesOf(session, session.document), session.duration),
    edit,
    cancel: mayManage(relation)
      ? { action: folder.address('schedule.php'), fields: { MK, ...ownFormField(call) } }
      : undefined,
    isSeries: session.recurring,
    tracking: namedTracking(site, session.document.tracking),
    people: people.map((one) => ({
      name: one.name,
      email: one.email,
      role: isPanelist(one) ? 'panelist' : ROLES[one.role],
      state: STATES[one.joinStatus],
    })),
    days: repeats
      ? occurrencesAfter(session, now, DAYS).map(({ index, from, at, duration, own }) => ({
          ...onDay(at ?? from, duration),
          name: own?.confName,
          isMoved: at !== undefined && at !== from,
          isChanged: own !== undefined,
          isDropped: at === undefined,
          change: edit && folder.address('schedule.php', { MK, OCC: String(index) }),
        }))
      : [],
    held: await heldTimes(call, session, onDay),
  };
}

/** Whose form the pages have. */
const CHANGED_HERE: ReadonlySet<string> = new Set(['meeting', 'audioOnly', 'training', 'event']);

const ROLES = { ATTENDEE: 'attendee', LIMITED: 'attendee', PRESENTER: 'presenter', HOST: 'cohost' } as const;
const STATES = { INVITE: 'invited', REGISTER: 'pending', ACCEPT: 'accepted', REJECT: 'rejected' } as const;

/** When it was held, and who was there: the last times first. */
async function heldTimes(
  { context, site }: PageCall,
  { sessionKey }: SessionWithDocument,
  onDay: (at: number) => { readonly day: string },
): Promise<HostView['held']> {
  const runs = (await context.history.usagesOf(site, sessionKey))
    .filter(({ endedAt }) => endedAt !== null)
    .sort((one, other) => other.startedAt - one.startedAt)
    .slice(0, HELD);
  return Promise.all(
    runs.map(async (run) => {
      const stays = await context.history.attendancesOf(run);
      const { day } = onDay(run.startedAt);
      return {
        day,
        minutes: Math.max(1, Math.round(((run.endedAt ?? run.startedAt) - run.startedAt) / 60_000)),
        names: [...new Set(stays.map(({ name }) => name))],
      };
    }),
  );
}
