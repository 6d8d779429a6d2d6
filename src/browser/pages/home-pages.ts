/** What somebody sees who is signed in: the home page, and their sessions. */
import type { Form } from './form.ts';
import type { MeetingDays } from './meeting-row.ts';
import type { Problem } from './problem.ts';

/** The site's own page for somebody who is signed in. */
export interface HomePage {
  readonly page: 'home';
  /** Whom it greets. */
  readonly firstName: string;
  readonly problem?: Problem | undefined;
  /** What runs first, then what comes next. */
  readonly meetings: MeetingDays;
  /** Where there are more than those. */
  readonly more?: string | undefined;
  /** Where the address of an account is confirmed, while it is not. */
  readonly confirmEmail?: string | undefined;
  readonly personalRoom?:
    | { readonly url: string; readonly inProgress: boolean; readonly start: Form }
    | undefined;
  /** Starts a session at once. */
  readonly meetNow?: Form | undefined;
  /** Where sessions are scheduled, for hosts. */
  readonly schedule?: string | undefined;
  /** A form by GET with the field MK. */
  readonly joinByNumber: Form;
  /** Where programs of events are made, for hosts. */
  readonly programs?: string | undefined;
  /** For administrators. */
  readonly console?: string | undefined;
}

/** Somebody's own sessions, by what is asked for. */
export interface MeetingsPage {
  readonly page: 'meetings';
  readonly view: MeetingsView;
  /** The addresses of all views. */
  readonly views: readonly { readonly view: MeetingsView; readonly url: string }[];
  readonly meetings: MeetingDays;
  /** A form by GET with the field Q. */
  readonly search: Form & { readonly name?: string | undefined };
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly schedule?: string | undefined;
  /** What has been done. */
  readonly done?: 'cancelled' | undefined;
}

export const MEETINGS_VIEWS = ['upcoming', 'recurring', 'past', 'recorded'] as const;
export type MeetingsView = (typeof MEETINGS_VIEWS)[number];
