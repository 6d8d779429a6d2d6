/** The reports that are saved: what stands in their rows, read a page at a time. */
import { trackingKey } from '../../accounts/tracking-values.ts';
import type { HistorySearch } from '../../history/history-search.ts';
import type { Recorded } from '../../recordings/recording-access.ts';
import { MEMBER } from '../../sessions/sessions.ts';
import type { TrackingCode } from '../../sites/settings/tracking.ts';
import type { Site } from '../../sites/site.ts';
import type { ApiCall } from '../api/endpoint.ts';
import { LATEST_FIRST } from './list-history.ts';

type Rows = readonly (readonly (string | number)[])[];

export interface Report {
  readonly heads: readonly string[];
  /** One more for each tracking code that the site defines, behind the others. */
  readonly hasTracking?: true;
  rows(call: ApiCall, search: HistorySearch): AsyncIterable<Rows>;
}

const AT_ONCE = 500;

const usage: Report = {
  heads: [
    'Session number',
    'Title',
    'Service',
    'Host',
    'Host email',
    'Started',
    'Ended',
    'Participants',
    'At once',
    'Invited',
    'Registered',
    'Minutes',
    'Minutes on the telephone',
  ],
  hasTracking: true,
  async *rows({ context, site }, search) {
    for (let startFrom = 1; ; startFrom += AT_ONCE) {
      const page = { startFrom, maximumNum: AT_ONCE, order: LATEST_FIRST };
      const { rows } = await context.historyList.sessions(site, search, page);
      yield rows.map((row) => [
        row.sessionKey,
        row.confName,
        row.service,
        row.host.name,
        row.host.email,
        moment(row.startedAt),
        moment(row.endedAt),
        row.participants,
        row.peak,
        row.invited,
        row.registered,
        row.peopleMinutes,
        row.callInMinutes + row.tollFreeMinutes,
        ...codesOf(site).map((code) => row.details.tracking[trackingKey(code)] ?? ''),
      ]);
      if (rows.length < AT_ONCE) return;
    }
  },
};

const attendees: Report = {
  heads: ['Session number', 'Title', 'Name', 'Email', 'Joined', 'Left', 'By'],
  async *rows({ context, site }, search) {
    for (let startFrom = 1; ; startFrom += AT_ONCE) {
      const page = { startFrom, maximumNum: AT_ONCE, order: LATEST_FIRST };
      const { rows } = await context.historyList.attendances(site, search, page);
      yield rows.map((row) => [
        row.session.sessionKey,
        row.session.confName,
        row.name,
        row.email,
        moment(row.joinedAt),
        moment(row.leftAt),
        row.via,
      ]);
      if (rows.length < AT_ONCE) return;
    }
  },
};

const registrations: Report = {
  heads: ['Session number', 'Title', 'Starts', 'Name', 'Email', 'State', 'Registered', 'Company', 'Answers'],
  async *rows({ context, site }, { service, host, criteria }) {
    const { sessions, sessionList } = context;
    const window = { startFrom: criteria.started?.from, startTo: criteria.started?.to };
    const search = {
      services: [service],
      ...(host !== undefined && { member: { account: host, kinds: MEMBER.host } }),
      ...(criteria.confName !== undefined && { confName: criteria.confName }),
      ...(criteria.started && { window }),
    };
    for (let startFrom = 1; ; startFrom += AT_ONCE) {
      const page = { startFrom, maximumNum: AT_ONCE, order: LATEST_FIRST };
      const found = await sessionList.search(site, search, page);
      for (const session of found.sessions.filter(({ registration }) => registration)) {
        const people = (await sessions.attendeesOf(session)).filter(
          ({ registeredAt }) => registeredAt !== null,
        );
        yield people.map(({ name, email, joinStatus, registeredAt, details }) => [
          session.sessionKey,
          session.confName,
          moment(session.startAt),
          name,
          email,
          joinStatus,
          moment(registeredAt ?? 0),
          details.company ?? '',
          (details.answers ?? []).map(({ label, values }) => `${label}: ${values.join(', ')}`).join('; '),
        ]);
      }
      if (found.sessions.length < AT_ONCE) return;
    }
  },
};

const recordings: Report = {
  heads: ['Recording number', 'Recording', 'Name', 'Email', 'When', 'Played', 'Fetched'],
  async *rows({ context, site }, { host, criteria }) {
    const { accessHistory } = context;
    const search = { method: 'AND', host, viewed: criteria.started, recordName: criteria.confName } as const;
    for (let startFrom = 1; ; startFrom += AT_ONCE) {
      const order = [{ by: 'UPLOADTIME', descending: true }] as const;
      const found = await accessHistory.recordings(site, search, { startFrom, maximumNum: AT_ONCE, order });
      for (const recording of found.rows) yield* lookedAt(recording);
      if (found.rows.length < AT_ONCE) return;
    }

    async function* lookedAt({ recordID, recordName }: Recorded): AsyncGenerator<Rows> {
      for (let startFrom = 1; ; startFrom += AT_ONCE) {
        const page = { startFrom, maximumNum: AT_ONCE };
        const { rows } = await accessHistory.accesses(site, { recordID }, page);
        const { from = 0, to = Number.POSITIVE_INFINITY } = criteria.started ?? {};
        yield rows
          .filter(({ accessedAt }) => accessedAt >= from && accessedAt <= to)
          .map(({ name, email, accessedAt, viewed, downloaded }) => [
            recordID,
            recordName,
            name,
            email,
            moment(accessedAt),
            viewed ? 'yes' : 'no',
            downloaded ? 'yes' : 'no',
          ]);
        if (rows.length < AT_ONCE) return;
      }
    }
  },
};

export const REPORTS: Readonly<Record<'usage' | 'attendees' | 'registrations' | 'recordings', Report>> = {
  usage,
  attendees,
  registrations,
  recordings,
};

/** What stands above the columns of a report on this site. */
export function headsOf(site: Site, { heads, hasTracking }: Report): string[] {
  return [...heads, ...(hasTracking ? codesOf(site).map(({ name }) => name) : [])];
}

function codesOf({ settings }: Site): TrackingCode[] {
  return [...settings.trackingCodes].sort((one, other) => one.index - other.index);
}

/** ISO 8601, which every spreadsheet and every program reads. */
function moment(at: number): string {
  return new Date(at).toISOString();
}
