/** Recordings of events, as lists tell of them. */
import type { Database } from '../database/database.ts';
import { typesOfHeld } from '../history/held-types.ts';
import { keysOfProgram, typesOfSessions } from '../sessions/session-facts.ts';
import { sessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import type { ListedRecording, RecordingList, RecordingOrder } from './recording-list.ts';

export interface RecordedEvent extends ListedRecording {
  /** The name of the session type; empty where nobody knows it. */
  readonly eventType: string;
}

export const RECORDED_EVENT_ORDERS = ['EVENTNAME', 'STARTTIME', 'HOSTWEBEXID'] as const;

const ORDERS = {
  EVENTNAME: 'NAME',
  STARTTIME: 'CREATED',
  HOSTWEBEXID: 'HOST',
} as const satisfies Readonly<Record<(typeof RECORDED_EVENT_ORDERS)[number], RecordingOrder>>;

export interface RecordedEventSearch {
  /** The row of an account whose recordings they are; without it all of the site. */
  readonly host?: number | undefined;
  readonly program?: number | undefined;
  /** Bounds of the start of a recording, and of its end; epoch milliseconds. */
  readonly startFrom?: number | undefined;
  readonly startTo?: number | undefined;
  readonly endFrom?: number | undefined;
  readonly endTo?: number | undefined;
  /** Counted from 1. */
  readonly first: number;
  readonly most: number;
  readonly order: readonly {
    readonly by: (typeof RECORDED_EVENT_ORDERS)[number];
    readonly descending: boolean;
  }[];
}

export interface FoundRecordedEvents {
  readonly total: number;
  readonly recordings: readonly RecordedEvent[];
}

export type RecordedEvents = ReturnType<typeof openRecordedEvents>;

export function openRecordedEvents(database: Database, list: RecordingList) {
  return {
    async search(site: Site, search: RecordedEventSearch): Promise<FoundRecordedEvents> {
      const { host, program, first, most, order } = search;
      const { total, recordings } = await list.search(
        site,
        {
          host,
          services: ['EventCenter'],
          ofSessions: program === undefined ? undefined : keysOfProgram(site, program),
          createdFrom: search.startFrom,
          createdTo: search.startTo,
          endFrom: search.endFrom,
          endTo: search.endTo,
          inBin: false,
        },
        {
          startFrom: first,
          maximumNum: most,
          order: order.map(({ by, descending }) => ({ by: ORDERS[by], descending })),
        },
      );
      const keys = [...new Set(recordings.map(({ sessionKey }) => sessionKey))].filter((key) => key !== null);
      const there = await typesOfSessions(database, site, keys);
      const held = await typesOfHeld(
        database,
        site,
        keys.filter((key) => !there.has(key)),
      );
      const nameOf = (key: number | null) => {
        const type = key === null ? undefined : (there.get(key) ?? held.get(key));
        return (type === undefined ? undefined : sessionType(site, type)?.displayName) ?? '';
      };
      return { total, recordings: recordings.map((one) => ({ ...one, eventType: nameOf(one.sessionKey) })) };
    },
  };
}
