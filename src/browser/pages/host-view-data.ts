/** What those who manage a session see on its page. */
import type { Form } from './form.ts';
import type { Timetable } from './schedule-page.ts';

export interface HostView {
  /** As plain text, to be sent by whatever means. */
  readonly invitation: string;
  readonly password?: string | undefined;
  readonly when?: Timetable | undefined;
  /** For those who may change it. */
  readonly edit?: string | undefined;
  readonly cancel?: Form | undefined;
  readonly isSeries: boolean;
  /** The tracking codes that it has; those that the site has no name for, by their number. */
  readonly tracking: readonly { readonly index: number; readonly name?: string; readonly value: string }[];
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly role: 'attendee' | 'presenter' | 'panelist' | 'cohost';
    readonly state: 'invited' | 'accepted' | 'pending' | 'rejected';
  }[];
  /** The next days of a series. */
  readonly days: readonly {
    readonly day: string;
    readonly time: string;
    /** The title of its own. */
    readonly name?: string | undefined;
    readonly isMoved: boolean;
    /** It differs from the series, and not by its start alone. */
    readonly isChanged: boolean;
    readonly isDropped: boolean;
    readonly change?: string | undefined;
  }[];
  /** The last times that it was held. */
  readonly held: readonly {
    readonly day: string;
    readonly minutes: number;
    readonly names: readonly string[];
  }[];
}
