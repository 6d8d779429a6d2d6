/**
 * What the server knows of a page, as the browser side (`web/`) draws it. Everything in it is seen by whoever
 * opens the page: no secret but the page's own. Every address is ready to be used as it stands.
 */
import type { SpokenLanguage } from '../../language.ts';
import type { AppearanceData, Theme } from './appearance-data.ts';
import type { Form } from './form.ts';
import type { AuthorizePage, TokensPage } from './grant-pages.ts';
import type { HostView } from './host-view-data.ts';
import type { MeetingDays } from './meeting-row.ts';
import type { NavLink } from './nav-link.ts';
import type { ContactsPage, DevicesPage, ProfilePage, RoomSettingsPage } from './own-pages.ts';
import type { RecordingPageContent } from './recording-page.ts';
import type { RecordingsPageContent } from './recordings-page.ts';
import type { RoomPage } from './room-page.ts';
import type { OccurrencePage, SchedulePage } from './schedule-page.ts';

export type {
  PlayerPage,
  RecordingChapter,
  RecordingClosedPage,
  RecordingPasswordPage,
  RecordingRegistrationPage,
} from './recording-page.ts';
export type {
  RecordingSettingsPage,
  RecordingsOrder,
  RecordingsPage,
  ShownRecording,
} from './recordings-page.ts';
export type { RoomPage } from './room-page.ts';

/** A page with what every page has. */
export interface Page {
  /** Nothing on pages that belong to no site. */
  readonly site?: ShownSite | undefined;
  /** Who is signed in to the site in this browser. */
  readonly visitor?: Visitor | undefined;
  /** The way between the pages of whoever is signed in, on those pages. */
  readonly nav?: readonly NavLink[] | undefined;
  /** English where nothing is said. */
  readonly lang?: SpokenLanguage | undefined;
  /** Nothing: as the system has it. */
  readonly theme?: Theme | undefined;
  /** Where language and colours are chosen; not on pages that are a step on somebody's way. */
  readonly appearance?: AppearanceData | undefined;
  readonly content: PageContent;
}

export interface ShownSite {
  /** As people call it. */
  readonly siteName: string;
  readonly home: string;
  /** The stylesheet with its accent, where it has one of its own. */
  readonly style?: string;
  readonly logo?: { readonly url: string; readonly width: number; readonly height: number };
  readonly help?: string;
  readonly privacy?: string;
}

export interface Visitor {
  readonly name: string;
  readonly webExId: string;
  readonly signOut: Form;
  /** The pages of their own account. */
  readonly pages: readonly AccountLink[];
}

export interface AccountLink {
  readonly item: 'profile' | 'password' | 'devices' | 'tokens';
  readonly url: string;
}

export type { Form } from './form.ts';

export type PageContent =
  | WelcomePage
  | SignInPage
  | HomePage
  | MeetingsPage
  | SchedulePage
  | OccurrencePage
  | ChangePasswordPage
  | ForgotPasswordPage
  | ConfirmEmailPage
  | ResetPasswordPage
  | SignUpPage
  | SessionPage
  | JoinPage
  | RegisterPage
  | RegisteredPage
  | RegistrantsPage
  | ProgramPage
  | ProgramsPage
  | ReferencePage
  | ProfilePage
  | DevicesPage
  | TokensPage
  | AuthorizePage
  | RoomSettingsPage
  | ContactsPage
  | PersonalRoomPage
  | WaitingPage
  | RoomPage
  | EndedPage
  | RecordingPageContent
  | RecordingsPageContent
  | ChatsPage
  | LeavingPage
  | ConfirmPage
  | CallInPage
  | ErrorPage
  | QueuesPage
  | LabsPage
  | TestsPage
  | TestPage
  | TestResultsPage
  | TestAnswersPage;

/** What is wrong with what was sent: a word of the URL API (`BadWebExIDorPassword`), put into plain words by the catalogue. */
export type Problem = string;

/** The installation's own page: asks for the name of a site (a GET form with the field `site`). */
export interface WelcomePage {
  readonly page: 'welcome';
  /** Where the form leads; the page itself without a word. */
  readonly action?: string;
  readonly problem?: Problem | undefined;
}

/** Fields WID and PW, and the identity provider's button where the site has one. */
export interface SignInPage {
  readonly page: 'sign-in';
  readonly problem?: Problem | undefined;
  readonly notice?: 'signed-out' | 'password-changed' | undefined;
  /** Nothing where passwords are not taken. */
  readonly form?: Form | undefined;
  readonly WID?: string | undefined;
  /** Where the site's identity provider signs people in. */
  readonly identityProvider?: string | undefined;
  readonly forgotPassword?: string | undefined;
}

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

/** The queues of requests for support, for administrators. */
export interface QueuesPage {
  readonly page: 'queues';
  /** Why the queue of that name was not made. */
  readonly problem?: 'name' | 'taken' | 'full' | undefined;
  readonly name?: string | undefined;
  readonly queues: readonly {
    readonly id: string;
    readonly name: string;
    /** How many serve it. */
    readonly people: number;
    readonly remove?: Form | undefined;
  }[];
  /** Nothing for those who may only read. */
  readonly make?: Form | undefined;
  readonly back: string;
}

/** The labs of a site, for those who administer them. Fields LAB and COMPUTERS. */
export interface LabsPage {
  readonly page: 'labs';
  readonly problem?: Problem | undefined;
  readonly back: string;
  readonly labs: readonly {
    readonly labName: string;
    readonly description?: string | undefined;
    readonly totalComputers: number;
    /** In use at this moment. */
    readonly computersInSession: number;
    /** Field COMPUTERS. */
    readonly form: Form;
  }[];
  /** Field NAME. */
  readonly add: Form;
}

export interface UpcomingSession {
  readonly confName: string;
  /** Its page. */
  readonly url: string;
  readonly when: When;
  readonly inProgress: boolean;
  readonly isHost: boolean;
}

/** Fields WID where it is asked for, PW (the old one), NPW and NPW2. */
export interface ChangePasswordPage {
  readonly page: 'change-password';
  readonly problem?: Problem | undefined;
  /** The rule that the new password breaks (`PasswordNotAccepted.rule`): `must be at least 8 characters long`. */
  readonly rule?: string | undefined;
  /** Stands in the field WID. Without it there is no such field: the form knows who it is. */
  readonly WID?: string | undefined;
  readonly form: Form;
}

/** Field WID (a webExID or an e-mail). The answer is the same whether it is known or not. */
export interface ForgotPasswordPage {
  readonly page: 'forgot-password';
  /** `noMail` where the installation cannot send a link: it takes an administrator. */
  readonly state: 'ask' | 'sent' | 'noMail';
  readonly problem?: Problem | undefined;
  readonly form: Form;
}

/** `ask` and `again` have a form to press: to confirm the address, and to be sent the link once more. */
export interface ConfirmEmailPage {
  readonly page: 'confirm-email';
  readonly state: 'ask' | 'done' | 'dead' | 'again' | 'sent';
  readonly email?: string | undefined;
  readonly form: Form;
}

/** Fields NPW and NPW2, behind a link that came by mail. */
export interface ResetPasswordPage {
  readonly page: 'reset-password';
  readonly problem?: Problem | undefined;
  readonly rule?: string | undefined;
  readonly form: Form;
}

/** SU without a back URL: what became of a new account. */
export interface SignUpPage {
  readonly page: 'signed-up';
  readonly webExId: string;
  /** Has to be let in by an administrator first. */
  readonly waits: boolean;
  readonly signIn: string;
}

/** A time: the browser shows it in the visitor's own zone, and the session's zone beside it. */
export interface When {
  /** Epoch milliseconds; nothing for what is open at any time. */
  readonly startAt?: number | undefined;
  /** Minutes. */
  readonly duration: number;
  /** IANA, of the session. */
  readonly zone: string;
  /** The whole in words, in the session's zone and the site's language, for readers without scripts. */
  readonly text: string;
  /** How it repeats, in words. */
  readonly repeats?: string | undefined;
}

/** What a session is called by. Personal rooms are meetings. */
export type SessionNoun = 'meeting' | 'training' | 'event' | 'support' | 'sales';

/** What anybody with the link may know of a session. */
export interface SessionView {
  readonly kind: SessionNoun;
  readonly confName: string;
  readonly hostName: string;
  /** As people type it: `123 456 789`. */
  readonly sessionKey: string;
  readonly when: When;
  readonly inProgress: boolean;
  /** What is seen and heard in it now is recorded. */
  readonly isRecorded?: boolean | undefined;
  /** It is in progress, and nobody else comes in. */
  readonly isLocked?: boolean | undefined;
  /** All of a course, in their order. */
  readonly dates?: readonly When[] | undefined;
  readonly description?: string | undefined;
  /** Of the panel of an event. */
  readonly panelists?: string | undefined;
  /** The address of its picture. */
  readonly image?: string | undefined;
  /** Only for those whom the session is open to. */
  readonly agenda?: string | undefined;
}

/** The session's own page (j.php, e.php?AT=MI). */
export interface SessionPage {
  readonly page: 'session';
  readonly session: SessionView;
  readonly calendar?: string | undefined;
  readonly callIn?: string | undefined;
  /** Nothing while nobody may come in. */
  readonly join?: string | undefined;
  /** Minutes before the start from which one may join, while one may not; 0 when it is the host who opens it. */
  readonly opens?: number | undefined;
  /** The visitor has come by the link of those who present. */
  readonly isSpeaker?: boolean | undefined;
  /** How the visitor's own registration stands. */
  readonly state?: 'accepted' | 'pending' | 'rejected' | undefined;
  /** Why nobody registers any more. */
  readonly closed?: 'closed' | 'full' | undefined;
  /** The host's button. */
  readonly start?: Form | undefined;
  readonly register?: string | undefined;
  /** The tests of a training. */
  readonly tests?: string | undefined;
  /** Who registered: for those who manage it. */
  readonly registrants?: { readonly url: string; readonly pending: number } | undefined;
  /** What was written in its rooms, for those whose session it is. */
  readonly chats?: string | undefined;
  readonly recording?: RecordingLead | undefined;
  /** Signs in and comes back, for a host who is not signed in. */
  readonly hostSignIn?: string | undefined;
  /** For those who see all of it. */
  readonly hosting?: HostView | undefined;
  /** What has just been done with it. */
  readonly done?: 'SCHEDULED' | 'CHANGED' | 'MOVED' | 'DROPPED' | undefined;
}

/** The tests of a training session, for its people. Who has not shown who they are gives the field RID first. */
export interface TestsPage {
  readonly page: 'tests';
  readonly session: SessionView;
  readonly problem?: Problem | undefined;
  /** Who takes them. */
  readonly candidate?: string | undefined;
  readonly identify?: Form | undefined;
  readonly signIn?: string | undefined;
  readonly tests: readonly TestRow[];
}

/** When a test can be taken. */
export interface TestTimes {
  readonly status: 'NOT_STARTED' | 'STARTED' | 'ENDED';
  /** It is for the host to begin. */
  readonly inSession: boolean;
  /** In words. */
  readonly from?: string | undefined;
  readonly due?: string | undefined;
}

export interface TestRow extends TestTimes {
  readonly title: string;
  readonly description?: string | undefined;
  readonly minutes?: number | undefined;
  /** How many it has. */
  readonly questions: number;
  /** Nothing where there is no limit. */
  readonly attemptsLeft?: number | undefined;
  /** Somebody is in the middle of it. */
  readonly goesOn: boolean;
  readonly begin?: Form | undefined;
  /** What they have submitted, the first one first. Without a score nobody is told it yet. */
  readonly results: readonly {
    readonly submitted: string;
    readonly score?: number | undefined;
    readonly maxScore: number;
    readonly grade?: string | undefined;
  }[];
}

/** An attempt at a test. The button that posts it says what happens in the field DO: SAVE, BACK, NEXT, SUBMIT. */
export interface TestPage {
  readonly page: 'test';
  readonly session: SessionView;
  readonly title: string;
  readonly questions: readonly QuestionView[];
  /** How many the test has. */
  readonly of: number;
  readonly form: Form;
  readonly hasBack: boolean;
  readonly hasNext: boolean;
  /** Milliseconds of their time; nothing where it has no end. */
  readonly msLeft?: number | undefined;
}

export interface QuestionView {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly points: number;
  readonly responses: readonly ResponseView[];
}

export interface ResponseView {
  /** The field of a text. */
  readonly name: string;
  readonly kind: 'one' | 'many' | 'text' | 'essay';
  readonly value?: string | undefined;
  readonly choices: readonly {
    readonly name: string;
    readonly value: string;
    readonly text: string;
    readonly isChosen: boolean;
  }[];
}

/** The tests of a training session, for whoever holds it. */
export interface TestResultsPage {
  readonly page: 'test-results';
  readonly session: SessionView;
  readonly back: string;
  readonly tests: readonly HeldTest[];
}

export interface HeldTest extends TestTimes {
  readonly title: string;
  readonly open?: Form | undefined;
  readonly close?: Form | undefined;
  readonly attempts: readonly {
    readonly name: string;
    readonly email: string;
    readonly number: number;
    /** Nothing while somebody is in the middle of it. */
    readonly submitted?: string | undefined;
    /** Nothing until all of it is scored. */
    readonly score?: number | undefined;
    readonly maxScore: number;
    readonly grade?: string | undefined;
    readonly url?: string | undefined;
  }[];
}

/** What somebody has answered. Fields GRADE, and those of the questions that a person scores. */
export interface TestAnswersPage {
  readonly page: 'test-answers';
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly problem?: Problem | undefined;
  readonly back: string;
  readonly score?: number | undefined;
  readonly maxScore: number;
  readonly grade?: string | undefined;
  readonly ownGrade?: string | undefined;
  readonly questions: readonly AnsweredQuestion[];
  readonly form: Form;
}

export interface AnsweredQuestion {
  readonly number: number;
  readonly text: string;
  readonly answers: readonly string[];
  readonly right: readonly string[];
  readonly score?: number | undefined;
  readonly minScore: number;
  readonly maxScore: number;
  /** The names of its fields, and what was said before. */
  readonly byHand?:
    | { readonly points: string; readonly comment: string; readonly said?: string | undefined }
    | undefined;
}

/** What somebody may send in a session: what they try beforehand. */
export interface DevicesAsked {
  readonly microphone: boolean;
  readonly camera: boolean;
}

/**
 * Fields AN (name), AE (e-mail, which may be left empty), PW (meeting password), RID (registration id): those that
 * `asks` names.
 */
export interface JoinPage {
  readonly page: 'join';
  readonly session: SessionView;
  readonly problem?: Problem | undefined;
  readonly asks: {
    readonly name: boolean;
    readonly email: boolean;
    readonly password: boolean;
    /** The password is that of those who present. */
    readonly ofPanel?: boolean | undefined;
    readonly registrationID: boolean;
  };
  readonly given: { readonly AN?: string | undefined; readonly AE?: string | undefined };
  readonly form: Form;
  /** Where the session is for people with an account: signs in and comes back. */
  readonly signIn?: string | undefined;
  /** An account is needed: there is only `signIn`. */
  readonly accountRequired: boolean;
  readonly register?: string | undefined;
  readonly devices: DevicesAsked;
  /** Where a reload and the way back find this page, when it is the answer to a form: no form is sent twice. */
  readonly at?: string | undefined;
}

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

/** To what was last recorded of a session, or to the list in which its host sees how far it is. */
export interface RecordingLead {
  readonly url: string;
  readonly isReady: boolean;
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

/** The REST interface, to be read and tried. */
export interface ReferencePage {
  readonly page: 'reference';
  /** The OpenAPI document. */
  readonly document: string;
  /** Where people make their tokens. */
  readonly profile: string;
}

export interface PersonalRoomPage {
  readonly page: 'personal-room';
  readonly title: string;
  readonly ownerName: string;
  readonly welcome?: string | undefined;
  readonly photo?: string | undefined;
  readonly header?: string | undefined;
  readonly sessionKey: string;
  readonly inProgress: boolean;
  readonly isLocked: boolean;
  readonly join?: string | undefined;
  readonly start?: Form | undefined;
  readonly hostSignIn?: string | undefined;
  readonly problem?: Problem | undefined;
}

/**
 * Posts `next` by itself when the stream `events` (server-sent events) has an event named `go`: the host has begun or
 * unlocked it, has let the visitor in, or has refused them.
 */
export interface WaitingPage {
  readonly page: 'waiting';
  readonly session: SessionView;
  /** For the host to begin, to be let in, or for the host to unlock it. */
  readonly waitsFor: 'start' | 'admission' | 'unlock';
  readonly events: string;
  readonly next: Form;
  /** The way out: a form, or an address where nobody knows that they are here. */
  readonly leave: Form | string;
  readonly devices: DevicesAsked;
  /** Where a reload and the way back find this page, when it is the answer to a form: no form is sent twice. */
  readonly at?: string | undefined;
}

export interface EndedPage {
  readonly page: 'ended';
  readonly session?: SessionView | undefined;
  /** `elsewhere`: their stay goes on in another browser, or was too long ago to be known. */
  readonly why: 'ended' | 'left' | 'expelled' | 'refused' | 'elsewhere';
  /** The way in again: an address, or the form of whoever may begin the session. */
  readonly again?: string | Form | undefined;
  /** The page of the session. */
  readonly about?: string | undefined;
  readonly recording?: RecordingLead | undefined;
  /** Where they say what they thought of it; `given` when they have. */
  readonly feedback?: Form | 'given' | undefined;
  readonly home: string;
  /** Where a reload and the way back find this page, when it is the answer to a form. */
  readonly at?: string | undefined;
}

/** What was written in the rooms of a session, the last time first. */
export interface ChatsPage {
  readonly page: 'chats';
  readonly session: SessionView;
  readonly runs: readonly {
    readonly id: string;
    /** As the reader's clock has it. */
    readonly when: string;
    readonly lines: readonly {
      readonly id: string;
      readonly name: string;
      readonly isForHosts: boolean;
      readonly at: string;
      readonly text: string;
    }[];
  }[];
  /** The site keeps what is written. */
  readonly isKept: boolean;
  readonly back: string;
}

/** An address elsewhere, which the visitor has to choose. */
export interface LeavingPage {
  readonly page: 'leaving';
  readonly origin: string;
  readonly url: string;
}

/** What another site has sent the browser here for: the person says whether they want it. */
export interface ConfirmPage {
  readonly page: 'confirm';
  /** The page and the command, such as `m.php DM`. */
  readonly command: string;
  /** What it is about: a name or a number. */
  readonly subject?: string | undefined;
  readonly form: Form;
  readonly back: string;
}

export interface CallInPage {
  readonly page: 'call-in';
  readonly session?: SessionView | undefined;
  readonly numbers: readonly {
    readonly label: 'toll' | 'tollFree' | 'other';
    readonly place?: string | undefined;
    readonly number: string;
  }[];
  readonly accessCode?: string | undefined;
}

/** What cannot be shown, in plain words. */
export interface ErrorPage {
  readonly page: 'error';
  readonly status: number;
  readonly problem: Problem;
  /** Under which the log has it. */
  readonly id?: string | undefined;
  /** A number of the single sign-on errors, 1 to 32. */
  readonly ssoError?: number | undefined;
  readonly back?: string | undefined;
  /** The first page of the site, where there is one. */
  readonly home?: string | undefined;
}
