/** Programs of events. */
import type { Form } from './form.ts';
import type { Problem } from './problem.ts';
import type { UpcomingSession } from './session-view-data.ts';

/** A program of events, for whoever has its address. */
export interface ProgramPage {
  readonly page: 'program';
  readonly name: string;
  readonly description?: string | undefined;
  readonly events: readonly UpcomingSession[];
  readonly more: boolean;
}

/** Programs that somebody may make, change and end. Fields NAME, STATUS, ABOUT, EXPECTED, BUDGET and AFTER. */
export interface ProgramsPage {
  readonly page: 'programs';
  readonly problem?: Problem | undefined;
  readonly programs: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: 'PUBLIC' | 'PRIVATE' | 'UNLISTED';
    readonly url: string;
    /** For those who may: the page that changes it, and the form that ends it. */
    readonly change?: string | undefined;
    readonly end?: Form | undefined;
  }[];
  /** The name of the program that the form changes; without it the form makes a new one. */
  readonly changed?: string | undefined;
  readonly given: Readonly<Partial<Record<string, string>>>;
  readonly form: Form;
  readonly home: string;
}
