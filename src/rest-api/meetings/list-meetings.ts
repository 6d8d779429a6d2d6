/** GET /meetings: what the caller hosts, or is invited to. */
import type { Account } from '../../accounts/account.ts';
import { needsNoPassword } from '../../policies/session.ts';
import { mayAdminister, mayReadSite } from '../../policies/site.ts';
import { allOccurrences, type Occurrence, onlyOccurrence } from '../../sessions/occurrence-list.ts';
import type { Relation } from '../../sessions/relation.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { MEMBER } from '../../sessions/sessions.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import { bool, complex, many, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { LARGEST_PAGE, PAGING, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import type { RestReply } from '../rest-reply.ts';
import { isSiteUrl } from '../site-url.ts';
import { findMeeting, relationOfCaller } from './find-meeting.ts';
import { fits, LEFT_BEHIND } from './fitting.ts';
import { keptOfRuns } from './kept-of-runs.ts';
import { ofSeries } from './list-of-series.ts';
import { type ListWindow, windowOf } from './list-window.ts';
import { HAS, MEETING_TYPES, meetingType, SCHEDULED_TYPES, STATES } from './meeting-shape.ts';
import { instanceValue } from './present-instance.ts';
import { type MeetingValue, nextIndexOf, presentMeeting, presentOccurrence } from './present-meeting.ts';
import { runsOfOccurrence } from './runs-of-occurrence.ts';
import { BATCH, thinnedPage } from './thinned-page.ts';

const QUERY = {
  ...PAGING,
  meetingNumber: optional(text()),
  webLink: optional(text()),
  roomId: optional(text()),
  meetingSeriesId: optional(text()),
  meetingType: optional(oneOf(MEETING_TYPES)),
  state: optional(oneOf(STATES)),
  scheduledType: optional(oneOf(SCHEDULED_TYPES)),
  isModified: optional(bool()),
  ...HAS,
  current: optional(bool()),
  from: optional(text({ format: 'date-time' })),
  to: optional(text({ format: 'date-time' })),
  hostEmail: optional(text({ format: 'email' })),
  siteUrl: optional(text()),
  integrationTag: optional(text()),
};

export interface AskedList {
  readonly max?: number | undefined;
  readonly cursor?: string | undefined;
  readonly meetingNumber?: string | undefined;
  readonly webLink?: string | undefined;
  readonly roomId?: string | undefined;
  readonly meetingSeriesId?: string | undefined;
  readonly meetingType?: (typeof MEETING_TYPES)[number] | undefined;
  readonly state?: (typeof STATES)[number] | undefined;
  readonly scheduledType?: (typeof SCHEDULED_TYPES)[number] | undefined;
  readonly isModified?: boolean | undefined;
  readonly hasRecording?: boolean | undefined;
  readonly hasChat?: boolean | undefined;
  readonly hasTranscription?: boolean | undefined;
  readonly hasClosedCaption?: boolean | undefined;
  readonly current?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly hostEmail?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly integrationTag?: string | undefined;
}

/** What a meeting of ours never has: asked for, nothing is found. */
const NEVER = ['hasSummary', 'hasPolls', 'hasQA', 'hasSlido'] as const;

export const listMeetings = endpoint({
  method: 'GET',
  path: 'meetings',
  tag: 'Meetings',
  summary: 'Lists the meetings that the caller hosts or is invited to, by their starts.',
  description:
    '`meetingType` says whether series, single starts or the times that meetings ran are listed; `meetingSeriesId` lists ' +
    'the starts of one series and the times that it ran. Without `from` and `to` it is the next seven days, for the times ' +
    'that meetings ran the last seven. A page may be shorter than `max` where a filter leaves out much: what comes next is ' +
    'behind its link, and a page with more behind it is never empty.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: QUERY,
  headers: { password: optional(text({ secret: true })) },
  answer: complex(rest, 'Meetings', { items: many(meetingType) }),
  throttled: 'meetingLists',
  sample: { query: { max: 20 } },
  async run(call, { query, headers }) {
    const named = [query.meetingNumber, query.webLink, query.roomId].filter((one) => one !== undefined);
    if (named.length > 1) {
      throw new InvalidItem("'meetingNumber', 'webLink' and 'roomId' exclude each other.", 'meetingNumber');
    }
    if (query.meetingSeriesId !== undefined) return ofSeries(call, query, query.meetingSeriesId);
    const host = await call.host(query.hostEmail);
    if (named.length > 0) return { items: await byName(call, query, host, headers.password) };
    if (query.siteUrl !== undefined && !isSiteUrl(call.site, query.siteUrl)) return { items: [] };
    if (NEVER.some((name) => query[name] === true)) return { items: [] };
    return query.meetingType === 'meeting' ? instances(call, query, host) : scheduled(call, query, host);
  },
});

const SERVICES: Readonly<Record<(typeof SCHEDULED_TYPES)[number], readonly ServiceType[]>> = {
  meeting: ['MeetingCenter', 'SalesCenter', 'SupportCenter'],
  webinar: ['EventCenter', 'TrainingCenter'],
  personalRoomMeeting: ['MeetingCenter'],
};

/** Series, or each of their starts. */
async function scheduled(call: RestCall, query: AskedList, host: Account): Promise<RestReply> {
  const { app, site } = call;
  const { meetingType: kind = 'meetingSeries', scheduledType } = query;
  const list = `meetings ${kind} ${host.id}`;
  const most = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
  const everyStart = kind === 'scheduledMeeting';
  const start = positionOf<[number, number, number, number]>(call, list, query);
  // A page that is asked for later goes on in the window of the first.
  const window = start ? { from: start[2], to: start[3] } : windowOf(call, query, 'ahead');
  const member = { account: host.id, kinds: MEMBER.host | MEMBER.alternateHost | MEMBER.invited };
  await app.sessions.workOutFor(site, { startFrom: window.from, startTo: window.to - 1 }, member);
  const services = scheduledType && SERVICES[scheduledType];
  const narrowed = inState(window, query, app.clock.now());
  const starts = new Map<number, readonly Occurrence[]>();
  const isThinned = [query.state, query.isModified, query.integrationTag, scheduledType].some(
    (one) => one !== undefined,
  );
  const atOnce = isThinned ? BATCH : most + 1;
  async function* entries() {
    for (let after = start && { at: start[0], id: start[1] }; ; ) {
      const along = { ...narrowed, account: host.id, services, everyStart, after, most: atOnce };
      const found = await app.meetingsAlong(site, along);
      for (const { session, place, kinds } of found) {
        yield {
          place,
          async present() {
            const value = await presented(call, query, {
              session,
              at: place.at,
              kinds,
              subject: host,
              starts,
            });
            return fits(value, query) ? value : undefined;
          },
        };
      }
      after = found.at(-1)?.place;
      if (found.length < atOnce) return;
    }
  }
  const { items, next } = await thinnedPage(entries(), most);
  return page(call, list, items, next && [next.at, next.id, window.from, window.to]);
}

/** Where a state says when a start is, no others are read. */
function inState({ from, to }: ListWindow, { state, meetingType }: AskedList, now: number): ListWindow {
  if (meetingType !== 'scheduledMeeting') return { from, to };
  if (state === 'scheduled') return { from: Math.max(from, now), to };
  return { from, to: state === 'ended' || state === 'missed' ? Math.min(to, now) : to };
}

interface ListedMeeting {
  readonly session: SessionWithDocument;
  readonly at: number;
  readonly kinds: number;
  readonly subject: Account;
  /** Of series that were met before, by the row of the session. */
  readonly starts: Map<number, readonly Occurrence[]>;
}

async function presented(call: RestCall, query: AskedList, listed: ListedMeeting): Promise<MeetingValue> {
  const { session } = listed;
  const meeting = { session, host: await hostOf(call, session), relation: relationIn(call, listed) };
  if (query.meetingType !== 'scheduledMeeting') {
    return presentMeeting(call, { ...meeting, current: query.current ?? true });
  }
  const occurrence = occurrenceStarting(listed);
  const usages = await runsOfOccurrence(call, session, occurrence);
  const nextIndex = nextIndexOf(session, listed.starts.get(session.id), call.app.clock.now());
  return presentOccurrence(call, { ...meeting, usages, nextIndex }, occurrence);
}

/** The occurrence that takes place at an instant. */
function occurrenceStarting({ session, at, starts }: ListedMeeting): Occurrence {
  if (!session.recurring) return onlyOccurrence(session);
  const all = starts.get(session.id) ?? allOccurrences(session);
  starts.set(session.id, all);
  return all.find((one) => one.at === at) ?? { ...onlyOccurrence(session), index: 0, from: at, at };
}

function hostOf({ app, account }: RestCall, { host }: SessionWithDocument) {
  return host === account.id ? account : app.accounts.findById(host);
}

/** What the list itself knows of how the caller stands to a session. */
function relationIn({ account, isAdmin }: RestCall, { session, kinds, subject }: ListedMeeting): Relation {
  const own = subject.id === account.id ? kinds : 0;
  return {
    hasAccount: true,
    isHost: session.host === account.id,
    isAlternateHost: (own & MEMBER.alternateHost) !== 0,
    isInvited: (own & MEMBER.invited) !== 0,
    isCreator: session.creator === account.id,
    administers: isAdmin && mayAdminister(account),
    reads: isAdmin && mayReadSite(account),
  };
}

/** The times that meetings ran, the newest first. */
async function instances(call: RestCall, query: AskedList, host: Account): Promise<RestReply> {
  const { app, site } = call;
  const list = `meetings ${query.meetingType} ${host.id}`;
  const most = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
  const start = positionOf<[number, number, number, number]>(call, list, query);
  const window = start ? { from: start[2], to: start[3] } : windowOf(call, query, 'behind');
  const { state, scheduledType } = query;
  if (state !== undefined && state !== 'ended' && state !== 'inProgress')
    return page(call, list, [], undefined);
  const isThinned = scheduledType !== undefined || LEFT_BEHIND.some((name) => query[name] !== undefined);
  const atOnce = isThinned ? BATCH : most + 1;
  async function* entries() {
    for (let after = start && { at: start[0], id: start[1] }; ; ) {
      const found = await app.runsAlong(site, {
        ...window,
        account: host.id,
        services: scheduledType && SERVICES[scheduledType],
        ended: state === undefined ? undefined : state === 'ended',
        after,
        most: atOnce,
      });
      const kept = await keptOfRuns(call, found);
      for (const usage of found) {
        yield {
          place: { at: usage.startedAt, id: usage.id },
          async present() {
            const session = await app.sessions.find(site, usage.sessionKey);
            const document = session && (await app.sessions.withDocument(session));
            const value = instanceValue(call, usage, document, kept(usage.id));
            return fits(value, query) ? value : undefined;
          },
        };
      }
      const last = found.at(-1);
      if (found.length < atOnce || !last) return;
      after = { at: last.startedAt, id: last.id };
    }
  }
  const { items, next } = await thinnedPage(entries(), most);
  return page(call, list, items, next && [next.at, next.id, window.from, window.to]);
}

/** The one meeting of a number or a link, where the caller may know of it. */
async function byName(
  call: RestCall,
  query: AskedList,
  host: Account,
  password: string | undefined,
): Promise<MeetingValue[]> {
  const { app, site, ids } = call;
  const token = /[?&]MTID=[a-z]?([0-9a-f]{32})\b/i.exec(query.webLink ?? '')?.[1]?.toLowerCase();
  const byToken = token === undefined ? undefined : await app.sessions.findByToken(site, token);
  const digits = query.meetingNumber?.replace(/[\s-]/g, '');
  const key = digits !== undefined && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
  const found = byToken?.session ?? (key === undefined ? undefined : await app.sessions.find(site, key));
  if (!found || (query.hostEmail !== undefined && found.host !== host.id)) return [];
  const relation = await relationOfCaller(call, found);
  if (!needsNoPassword(relation) && password === undefined) return [];
  const meeting = await findMeeting(call, ids.series(site.id, found.sessionKey), password);
  return [presentMeeting(call, { ...meeting, current: query.current ?? true })];
}
