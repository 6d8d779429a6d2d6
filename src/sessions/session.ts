/** A session: any scheduled thing. The names are the interface's own (meeting.xsd and its kin). */
import { Refusal } from '../refusal.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { SessionDocument } from './documents/session-document.ts';

export const LIST_STATUSES = ['PUBLIC', 'PRIVATE', 'UNLISTED'] as const;
export type ListStatus = (typeof LIST_STATUSES)[number];

export const SESSION_STATUSES = ['NOT_INPROGRESS', 'INPROGRESS'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** The columns of a session. */
export interface Session {
  /** The row's number; never shown. */
  readonly id: number;
  readonly site: number;
  /** Rows of accounts. */
  readonly host: number;
  readonly creator: number;
  /** Nine digits, unique on the installation, never used again. */
  readonly sessionKey: number;
  readonly confID: number;
  readonly eventID: number;
  /** The MTIDs of its two links, each 32 hex digits. */
  readonly hostToken: string;
  readonly attendeeToken: string;
  readonly service: ServiceType;
  readonly sessionType: number;
  readonly confName: string;
  /** Epoch milliseconds; the first start of a series. */
  readonly startAt: number;
  /** The last end of a series; far ahead for an endless one. */
  readonly endAt: number;
  /** Minutes. */
  readonly duration: number;
  readonly timeZoneID: number;
  readonly recurring: boolean;
  readonly series: number | null;
  readonly originalStartAt: number | null;
  readonly listStatus: ListStatus;
  readonly passwordRequired: boolean;
  readonly registration: boolean;
  readonly inProgress: boolean;
  readonly actualStartAt: number | null;
  readonly hostJoined: boolean;
  readonly participantsJoined: boolean;
  readonly sequence: number;
  readonly version: number;
}

export interface SessionWithDocument extends Session {
  readonly document: SessionDocument;
  /** The series, where this is one of its occurrences with something of its own (`as-occurrence.ts`); never stored. */
  readonly wholeSeries?: SessionWithDocument | undefined;
}

export function statusOf({ inProgress }: Session): SessionStatus {
  return inProgress ? 'INPROGRESS' : 'NOT_INPROGRESS';
}

/** No session of that key on this site, or none that the caller may see. */
export class SessionNotFound extends Refusal {
  constructor(sessionKey: number) {
    super(`there is no session ${sessionKey}`);
  }
}

export class SessionInProgress extends Refusal {
  constructor(sessionKey: number) {
    super(`the session ${sessionKey} is in progress`);
  }
}

export class SessionPasswordRequired extends Refusal {
  constructor() {
    super('sessions of this site must have a password');
  }
}

/** The account that a session is scheduled for does not exist, or is no host. */
export class HostNotFound extends Refusal {
  constructor(webExId: string) {
    super(`there is no host ${webExId}`);
  }
}

export class SchedulingNotPermitted extends Refusal {
  constructor(webExId: string) {
    super(`the caller may not schedule for ${webExId}`);
  }
}

export class AlternateHostNotFound extends Refusal {
  constructor(email: string) {
    super(`the alternate host ${email} has no account`);
  }
}

export class SessionTypeNotSupported extends Refusal {
  constructor(sessionType: number) {
    super(`the host may not use the session type ${sessionType}`);
  }
}

/** The session has a password, and what was sent is not it. */
export class WrongSessionPassword extends Refusal {
  /** The one of those who present was asked for. */
  readonly ofPanel: boolean;

  constructor(sessionKey: number, ofPanel = false) {
    super(`wrong password for ${ofPanel ? 'the panel of ' : ''}the session ${sessionKey}`);
    this.ofPanel = ofPanel;
  }
}
