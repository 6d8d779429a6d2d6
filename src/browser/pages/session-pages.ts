/** The pages of one session: its own, the ways into it, and what there is when one has left. */
import type { Form } from './form.ts';
import type { HostView } from './host-view-data.ts';
import type { Problem } from './problem.ts';
import type { RecordingLead, SessionView } from './session-view-data.ts';

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
  /** Where it is not 200. */
  readonly status?: number;
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
