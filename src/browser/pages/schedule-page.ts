/** The page on which a session is scheduled and changed, and the one on which one occurrence of a series is. */
import type { RepeatType } from '../../sessions/recurrence/repeat.ts';
import type { Form } from './form.ts';

/** What stands in the fields, by their names; boxes that are ticked have `1`. */
export type GivenFields = Readonly<Partial<Record<string, string>>>;

/** What is wrong in a field: a word of the catalogue, and what it is about. */
export interface FieldProblem {
  /** The name of the field; nothing where it is no single one. */
  readonly field?: string | undefined;
  readonly word: string;
  readonly detail?: string | undefined;
}

/** When a session takes place, to be put into words. */
export interface Timetable {
  /** Epoch milliseconds: the first start. */
  readonly startAt: number;
  /** On the clocks of the session's zone: `Tuesday, December 1, 2026` and `10:00 – 11:00 AM`. */
  readonly day: string;
  readonly time: string;
  /** `Europe/Berlin`. */
  readonly zone: string;
  readonly repeat?: RepeatView | undefined;
}

export interface RepeatView {
  readonly type: RepeatType;
  readonly interval: number;
  /** Counted from Sunday, which is 0. */
  readonly days: readonly number[];
  readonly dayInMonth?: number | undefined;
  /** 1 to 4, and 5 for the last. */
  readonly week?: number | undefined;
  readonly month?: number | undefined;
  readonly dayInYear?: number | undefined;
  /** The last day in words, of a series that ends. */
  readonly until?: string | undefined;
  /** How often it takes place; nothing for one without end. */
  readonly times?: number | undefined;
  /** The next few days of it in words. */
  readonly next: readonly string[];
}

/** What the fields mean, while somebody fills them in. */
export interface ScheduleCheck {
  readonly problems: readonly FieldProblem[];
  /** Nothing while the fields do not say when. */
  readonly when?: Timetable | undefined;
}

export interface LabelledValue {
  readonly value: string;
  readonly label: string;
}

type ServiceWord = 'MEETING' | 'TRAINING' | 'EVENT';

/** A tracking code of the site; what stands in it is among the given fields. */
export interface TrackingField {
  /** TC1 to TC10. */
  readonly name: string;
  readonly label: string;
  readonly shownIn: readonly ServiceWord[];
  readonly requiredIn: readonly ServiceWord[];
  /** Administrators alone set it there. */
  readonly lockedIn: readonly ServiceWord[];
  /** One of the values, and nothing else. */
  readonly isListed: boolean;
  readonly values: readonly string[];
}

/** The rules of the site for the password of a session. */
export interface PasswordRules {
  readonly isRequired: boolean;
  readonly minLength: number;
  readonly mixedCase: boolean;
  readonly minNumeric: number;
  readonly minAlpha: number;
  readonly minSpecial: number;
}

/**
 * Fields NAME, SERVICE, DATE, TIME, MINUTES, ZONE, REPEAT, EVERY, DAY0 to DAY6, ENDS, UNTIL, TIMES, PEOPLE, COHOSTS,
 * SPEAKERS, MAIL, PW, LOBBY, EARLY, REG, AUTO, MOST, AUDIO, AGENDA, TC1 to TC10 and those of the options.
 */
export interface SchedulePage extends ScheduleCheck {
  readonly page: 'schedule';
  /** Nothing for a new session; a series says that all of it is changed. */
  readonly changes?:
    | { readonly confName: string; readonly url: string; readonly isSeries: boolean }
    | undefined;
  /** Fields DO: SAVE, CHECK. */
  readonly form: Form;
  /** Takes the session off. */
  readonly cancel?: Form | undefined;
  /** They came to take it off: that is asked before all else. */
  readonly asksToCancel?: boolean | undefined;
  readonly given: GivenFields;
  /** The services that the host schedules; one alone is not asked for. */
  readonly services: readonly ('meeting' | 'training' | 'event')[];
  readonly zones: readonly (LabelledValue & { readonly iana: string })[];
  /** Epoch milliseconds: when a new session begins by what stands in the fields, where nobody has typed yet. */
  readonly begins?: number | undefined;
  /** The session types of each service, where there are several. */
  readonly types: readonly LabelledValue[];
  /** Who is suggested to be invited: `?Q=`. */
  readonly suggest?: string | undefined;
  readonly tracking: readonly TrackingField[];
  readonly password: PasswordRules;
  /** Another one that the rules take, for a page without scripts. */
  readonly drawnPassword?: string | undefined;
  /** What the site lets hosts decide. */
  readonly may: {
    readonly early: boolean;
    readonly phone: boolean;
    readonly list: boolean;
    readonly otherHost: boolean;
  };
  /** Minutes at most. */
  readonly longest: number;
  /** The sign-in has ended meanwhile: where to sign in again, in another window. */
  readonly signedOut?: string | undefined;
  /** Somebody has changed it since the page was opened. */
  readonly changedMeanwhile?: string | undefined;
  /** It has been cancelled since the page was opened. */
  readonly gone?: boolean | undefined;
}

/** Fields NAME, DATE, TIME, MINUTES, PW and AGENDA: what is as in the series goes with it. */
export interface OccurrencePage {
  readonly page: 'occurrence';
  readonly confName: string;
  readonly back: string;
  /** All of it. */
  readonly series: string;
  readonly problems: readonly FieldProblem[];
  readonly given: GivenFields;
  readonly password: PasswordRules;
  /** When it takes place now. */
  readonly when: Timetable;
  readonly move: Form;
  readonly drop: Form;
  readonly signedOut?: string | undefined;
}
