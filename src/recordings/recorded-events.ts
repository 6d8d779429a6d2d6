/** Recordings of events, as lists tell of them. Whoever keeps recordings is asked; without a keeper there are none. */
import type { Site } from '../sites/site.ts';

export interface RecordedEvent {
  readonly eventName: string;
  /** The name of the session type. */
  readonly eventType: string;
  readonly hostWebExID: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly timeZoneID: number;
  /** Seconds. */
  readonly playTime: number;
  /** Bytes. */
  readonly size: number;
  readonly panelistsInfo?: string | undefined;
  readonly description?: string | undefined;
  /** The page that people are sent to afterwards. */
  readonly destinationURL: string;
  readonly viewURL: string;
  readonly hasAccessPassword: boolean;
  readonly hasEnrollmentPassword: boolean;
}

export const RECORDED_ORDERS = ['EVENTNAME', 'STARTTIME', 'HOSTWEBEXID'] as const;

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
  readonly order: readonly { readonly by: (typeof RECORDED_ORDERS)[number]; readonly descending: boolean }[];
}

export interface FoundRecordedEvents {
  readonly total: number;
  readonly recordings: readonly RecordedEvent[];
}

/** Whoever keeps recordings of events. */
export type KeeperOfRecordedEvents = (
  site: Site,
  search: RecordedEventSearch,
) => Promise<FoundRecordedEvents>;

export type RecordedEvents = ReturnType<typeof openRecordedEvents>;

export function openRecordedEvents() {
  let keeper: KeeperOfRecordedEvents | undefined;
  return {
    /** The keeper is asked from now on. */
    keptBy(next: KeeperOfRecordedEvents): void {
      keeper = next;
    },

    async search(site: Site, search: RecordedEventSearch): Promise<FoundRecordedEvents> {
      return keeper ? keeper(site, search) : { total: 0, recordings: [] };
    },
  };
}
