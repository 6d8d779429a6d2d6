/** What anybody with the link is told of a session, on every page that shows one. */

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
  /** Nothing else is told, not even its name: what stands above is in the place of it. */
  readonly isNumberAlone?: true;
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

/** To what was last recorded of a session, or to the list in which its host sees how far it is. */
export interface RecordingLead {
  readonly url: string;
  readonly isReady: boolean;
}

/** A session of a list of what comes. */
export interface UpcomingSession {
  readonly confName: string;
  /** Its page. */
  readonly url: string;
  readonly when: When;
  readonly inProgress: boolean;
  readonly isHost: boolean;
}
