/** What the pages of a recording know that is kept, and the pages that stand in front of it. */
import type { Form } from './form.ts';
import type { Problem } from './problem.ts';
import type { When } from './session-view-data.ts';

export type RecordingPageContent =
  | PlayerPage
  | RecordingPasswordPage
  | RecordingRegistrationPage
  | RecordingClosedPage;

/** What anybody may know of a recording who has its link and has passed what stands in front of it. */
interface RecordingHead {
  readonly name: string;
  readonly hostName: string;
  /** When it was made. Its minutes are rounded up. */
  readonly when: When;
}

/** A recording that is watched (ldr.php). */
export interface PlayerPage extends RecordingHead {
  readonly page: 'recording';
  readonly description?: string | undefined;
  /** Whole seconds; 0 while nobody knows. */
  readonly duration: number;
  /** Of the file, as it is fetched. */
  readonly bytes: number;
  /** What is played: the address of the bytes takes ranges, and `mediaType` may name its codecs. Nothing where there is `unplayable`. */
  readonly play?:
    | {
        readonly url: string;
        readonly mediaType: string;
        /** What is seen of it, in pixels; nothing where there is sound alone, or nobody knows. */
        readonly width?: number | undefined;
        readonly height?: number | undefined;
        readonly poster?: string | undefined;
        /** WebVTT. */
        readonly captions?: string | undefined;
        /** A BCP 47 tag. */
        readonly captionsLanguage?: string | undefined;
        /** Seconds at which it begins and ends where its host shows a part alone. */
        readonly from?: number | undefined;
        readonly to?: number | undefined;
      }
    | undefined;
  /**
   * Why it cannot be watched. `unfinished`: it is being recorded or made ready; `failed`: nothing could be kept of it;
   * `format`: it is of a kind that no browser plays, and is there to be fetched.
   */
  readonly unplayable?: 'unfinished' | 'failed' | 'format' | undefined;
  /** Nothing for those who may not fetch it. */
  readonly download?: string | undefined;
  /** What is said in it, where that is written down and it can be watched. */
  readonly transcript?:
    | {
        /** A list of `SaidThen`, as JSON. */
        readonly words: string;
        readonly language: string;
        /** To be kept: for those who may fetch it. */
        readonly vtt?: string | undefined;
        readonly txt?: string | undefined;
      }
    | undefined;
  /** In the order of their places. */
  readonly chapters: readonly RecordingChapter[];
  /** Where the browser goes when it has come to its end. */
  readonly end?: string | undefined;
  /** The host's list of recordings, for those who manage this one. */
  readonly manage?: string | undefined;
}

/** What is said at one place. */
export interface SaidThen {
  /** Seconds from the beginning of what is shown. */
  readonly at: number;
  readonly voice?: string | undefined;
  readonly text: string;
}

export interface RecordingChapter {
  /** Milliseconds from the beginning of what is played. */
  readonly at: number;
  readonly kind: 'segment' | 'joined' | 'left' | 'chat' | 'share';
  /** Who came or went; what was written, cut short. Of a segment it may be empty. */
  readonly title: string;
}

/** To watch it, or to fetch it. */
type RecordingPurpose = 'view' | 'download';

/** Nothing is told of the recording before. */
export interface RecordingPasswordPage {
  readonly page: 'recording-password';
  readonly purpose: RecordingPurpose;
  readonly problem?: Problem | undefined;
  readonly form: Form;
  /** What the field of the password is called: programs that fill in the form know it by that. */
  readonly field: 'password' | 'playbackPasswd';
  /** Signs in and comes back: its host needs no password. Nothing for those who are signed in. */
  readonly signIn?: string | undefined;
}

/** Fields FN, LN and EM, and those that `fields` names: they may be left empty. */
export interface RecordingRegistrationPage extends RecordingHead {
  readonly page: 'recording-registration';
  readonly purpose: RecordingPurpose;
  readonly problem?: Problem | undefined;
  readonly given: {
    readonly FN?: string | undefined;
    readonly LN?: string | undefined;
    readonly EM?: string | undefined;
  };
  readonly fields: readonly {
    readonly name: string;
    /** The words of the registration forms (`texts.register.label`). */
    readonly label: string;
    readonly value?: string | undefined;
  }[];
  readonly form: Form;
  readonly signIn?: string | undefined;
}

/** Its host lets nobody watch it, or fetch it. */
export interface RecordingClosedPage {
  readonly page: 'recording-closed';
  readonly purpose: RecordingPurpose;
  readonly signIn?: string | undefined;
}
