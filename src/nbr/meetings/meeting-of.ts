/** What is known of a meeting that was recorded: from the history, and from its recordings where that goes less far back. */

import type { Context } from '../../context.ts';
import { toldSince } from '../../history/bounds.ts';
import type { EndedAttendance, EndedUsage } from '../../history/history-list.ts';
import type { ListedRecording } from '../../recordings/recording-list.ts';
import { Refusal } from '../../refusal.ts';
import { SERVICE_TYPES, type ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import { recordingsOfMeeting } from '../kept-recordings.ts';

/** There is none of that number, of the service that is asked about, or it was deleted. */
export class NbrMeetingNotFound extends Refusal {
  constructor(confID: number) {
    super(`there is no meeting ${confID}`);
  }
}

/** A conference keeps its number: these are the times that it ran, and who came to any of them. */
export interface NbrMeeting {
  readonly confID: number;
  readonly service: ServiceType;
  readonly name: string;
  readonly host: { readonly name: string; readonly email: string };
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly people: readonly EndedAttendance[];
}

/** Rows of the history that are read at once. */
const PAGE = 1_000;

/**
 * @param service without it all of them
 * @throws NbrMeetingNotFound
 */
export async function meetingOf(
  app: Context,
  site: Site,
  service: ServiceType | undefined,
  confID: number,
): Promise<NbrMeeting> {
  const deletedAt = (await app.nbrArchive.deletedAt(site, confID)) ?? 0;
  for (const one of service === undefined ? SERVICE_TYPES : [service]) {
    const usages = await all((page) =>
      app.historyList.sessions(site, searchOf(app, site, one, confID), page),
    );
    const ran = usages.filter(({ startedAt }) => startedAt > deletedAt);
    const last = ran.at(-1);
    if (!last) continue;
    const people = await all((page) =>
      app.historyList.attendances(site, searchOf(app, site, one, confID), page),
    );
    return ofUsages(
      last,
      ran,
      people.filter(({ session }) => session.startedAt > deletedAt),
    );
  }
  const recordings = await recordingsOfMeeting(app, { site, service }, { confID });
  const left = recordings.filter(({ createdAt }) => createdAt > deletedAt);
  const last = left.at(-1);
  if (!last) throw new NbrMeetingNotFound(confID);
  return ofRecordings(app, last, left);
}

function ofUsages(
  last: EndedUsage,
  ran: readonly EndedUsage[],
  people: readonly EndedAttendance[],
): NbrMeeting {
  const { confID, service, confName: name, host } = last;
  const startedAt = Math.min(...ran.map((usage) => usage.startedAt));
  const endedAt = Math.max(...ran.map((usage) => usage.endedAt));
  return { confID, service, name, host, startedAt, endedAt, people };
}

async function ofRecordings(
  { accounts }: Context,
  last: ListedRecording,
  all: readonly ListedRecording[],
): Promise<NbrMeeting> {
  const host = await accounts.findById(last.host);
  return {
    confID: last.confID ?? 0,
    service: last.service,
    name: last.name,
    host: { name: last.hostName, email: host?.email ?? '' },
    startedAt: Math.min(...all.map(({ createdAt }) => createdAt)),
    endedAt: Math.max(...all.map(({ createdAt, duration }) => createdAt + duration * 1000)),
    people: [],
  };
}

function searchOf({ clock }: Context, site: Site, service: ServiceType, confID: number) {
  const since = toldSince(site, clock.now());
  return { service, withAudioOnly: true, since, method: 'AND', criteria: { confID } } as const;
}

async function all<T>(
  list: (page: {
    readonly startFrom: number;
    readonly maximumNum: number;
    readonly order: readonly [];
  }) => Promise<{ readonly total: number; readonly rows: readonly T[] }>,
): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const { total, rows } = await list({ startFrom: found.length + 1, maximumNum: PAGE, order: [] });
    found.push(...rows);
    if (found.length >= total || rows.length === 0) return found;
  }
}
