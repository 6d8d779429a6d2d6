/** Registering for a session, and who has. */
import type { Form } from './form.ts';
import type { Problem } from './problem.ts';
import type { SessionView } from './session-view-data.ts';

/** A field of the registration form beside FN, LN and EM. */
export interface RegistrationField {
  readonly name: string;
  /** A word of the catalogue (`phone`, `company`, …). */
  readonly label: string;
  readonly required: boolean;
  readonly value?: string | undefined;
}

/** A question of an event's own. */
export interface EnrollmentQuestionView {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'checkboxes' | 'radio' | 'dropdown';
  readonly required: boolean;
  readonly multiLine?: boolean | undefined;
  /** What was written, for a text. */
  readonly value?: string | undefined;
  readonly options: readonly {
    /** Boxes have a name each. */
    readonly name: string;
    readonly value: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
}

export interface RegisterPage {
  readonly page: 'register';
  readonly session: SessionView;
  readonly problem?: Problem | undefined;
  readonly given: Readonly<Record<string, string>>;
  readonly fields: readonly RegistrationField[];
  /** Whether one may wish for news (an event asks); absent where that is not asked. */
  readonly futureInfo?:
    | { readonly name: string; readonly chosen: boolean; readonly required: boolean }
    | undefined;
  readonly questions?: readonly EnrollmentQuestionView[] | undefined;
  /** Whoever registers has to know a password. */
  readonly needsPassword?: boolean;
  /** The registration has to be let in by the host. */
  readonly needsApproval: boolean;
  readonly form: Form;
}

export interface RegisteredPage {
  readonly page: 'registered';
  readonly session: SessionView;
  /** The page of the session. */
  readonly about?: string | undefined;
  readonly state: 'accepted' | 'pending' | 'rejected' | 'closed' | 'full';
  readonly status?: number;
  /** Only for somebody who has been let in. */
  readonly registrationID?: string | undefined;
  readonly join?: string | undefined;
  readonly calendar?: string | undefined;
}

/** Who registered, for those who manage the session. */
export interface RegistrantsPage {
  readonly page: 'registrants';
  readonly status?: number | undefined;
  /** No place was left for whoever was to be accepted. */
  readonly problem?: 'RegistrationFull' | undefined;
  readonly session: SessionView;
  readonly back: string;
  /** All of them as a file, where there is anybody. */
  readonly download?: string | undefined;
  /** Accepts all who wait, where somebody does. */
  readonly acceptAll?: Form | undefined;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly state: 'accepted' | 'pending' | 'rejected';
    /** As the reader's clock has it. */
    readonly registered: string;
    /** What they wrote into the form beside name and e-mail. */
    readonly answers?:
      | readonly {
          /** A question of the event's own, or the name of a field (a word of the catalogue). */
          readonly label: string;
          readonly isField?: boolean | undefined;
          readonly value: string;
        }[]
      | undefined;
    readonly accept?: Form | undefined;
    readonly reject?: Form | undefined;
  }[];
}
