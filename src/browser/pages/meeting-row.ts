/** A session in a list of somebody's own: when it is on their clocks, and what they can do with it. */
import type { RepeatType } from '../../sessions/recurrence/repeat.ts';
import type { Form } from './form.ts';

export interface MeetingRow {
  readonly confName: string;
  /** Its page. */
  readonly url: string;
  /** Epoch milliseconds; nothing for what is open at any time. */
  readonly startAt?: number | undefined;
  /** Minutes. */
  readonly duration: number;
  /** On the clocks of the list's zone, for readers without scripts: `Wednesday, March 4`. */
  readonly day: string;
  /** `10:30 – 11:30 AM`; without it the session is open at any time. */
  readonly time?: string | undefined;
  /** How a series repeats. */
  readonly repeats?: RepeatType | undefined;
  /** Whose it is, where it is not the reader's. */
  readonly hostName?: string | undefined;
  readonly inProgress: boolean;
  /** Begins it, for those who may. */
  readonly start?: Form | undefined;
  readonly join?: string | undefined;
  /** The list says of what is over what became of it. */
  readonly state?: 'held' | 'not-held' | undefined;
  /** Where its recording is watched. */
  readonly recording?: string | undefined;
}

/** A list by days, on the clocks of one zone. */
export interface MeetingDays {
  readonly rows: readonly MeetingRow[];
  /** IANA. */
  readonly zone: string;
  /** Epoch milliseconds: which day is today. */
  readonly now: number;
}
