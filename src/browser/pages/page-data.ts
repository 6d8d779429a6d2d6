/**
 * What the server knows of a page, as the browser side (`web/`) draws it. Everything in it is seen by whoever
 * opens the page: no secret but the page's own. Every address is ready to be used as it stands.
 */
import type { SpokenLanguage } from '../../language.ts';
import type { AppearanceData, Theme } from './appearance-data.ts';
import type { Form } from './form.ts';
import type { AuthorizePage, TokensPage } from './grant-pages.ts';
import type { HomePage, MeetingsPage } from './home-pages.ts';
import type { NavLink } from './nav-link.ts';
import type { ContactsPage, DevicesPage, ProfilePage, RoomSettingsPage } from './own-pages.ts';
import type { Problem } from './problem.ts';
import type { ProgramPage, ProgramsPage } from './program-pages.ts';
import type { RecordingPageContent } from './recording-page.ts';
import type { RecordingsPageContent } from './recordings-page.ts';
import type { RegisteredPage, RegisterPage, RegistrantsPage } from './registration-pages-data.ts';
import type { RoomPage } from './room-page.ts';
import type { OccurrencePage, SchedulePage } from './schedule-page.ts';
import type {
  CallInPage,
  ChatsPage,
  EndedPage,
  JoinPage,
  PersonalRoomPage,
  SessionPage,
  WaitingPage,
} from './session-pages.ts';
import type {
  ChangePasswordPage,
  ConfirmEmailPage,
  ForgotPasswordPage,
  ResetPasswordPage,
  SignInPage,
  SignUpPage,
} from './sign-in-pages.ts';
import type { TestAnswersPage, TestPage, TestResultsPage, TestsPage } from './test-pages.ts';

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
  /** The address of their picture. */
  readonly photo?: string | undefined;
  readonly webExId: string;
  readonly signOut: Form;
  /** The pages of their own account. */
  readonly pages: readonly AccountLink[];
}

export interface AccountLink {
  readonly item: 'profile' | 'password' | 'devices' | 'tokens';
  readonly url: string;
}

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

/** The installation's own page: asks for the name of a site (a GET form with the field `site`). */
export interface WelcomePage {
  readonly page: 'welcome';
  /** Where the form leads; the page itself without a word. */
  readonly action?: string;
  readonly problem?: Problem | undefined;
}

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

/** The REST interface, to be read and tried. */
export interface ReferencePage {
  readonly page: 'reference';
  /** The OpenAPI document. */
  readonly document: string;
  /** Where people make their tokens. */
  readonly profile: string;
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
