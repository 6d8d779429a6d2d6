/** What happens to sessions and in them. It is recorded in the transaction that does it, for whoever wants to know. */
import type { Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { Attendee } from './attendee.ts';
import { readDocument, writtenDocument } from './documents/session-document.ts';
import type { Session, SessionWithDocument } from './session.ts';

export type SessionEvent = SchedulingEvent | AttendeeEvent | RunEvent | ParticipantEvent;

/**
 * An event says what happened to which session; whoever wants to know more reads the session. What can no longer be
 * read then is in the event as it was, passwords and keys among it. `sendEmail` is the wish of whoever did it, that
 * everybody be told, or nobody; without it people are told as `isTold` says.
 */
export type SchedulingEvent =
  | {
      readonly kind: 'session.scheduled';
      readonly sessionKey: number;
      /** As it was scheduled: it may be gone when that is told. Absent in an event of an earlier version. */
      readonly session?: SessionWithDocument;
      readonly attendees: readonly Attendee[];
    }
  | {
      readonly kind: 'session.changed';
      readonly sessionKey: number;
      readonly before: SessionWithDocument;
      /** The people as they are now; the numbers of those who are new, and who is off. */
      readonly attendees: readonly Attendee[];
      readonly added: readonly number[];
      readonly removed: readonly Attendee[];
    }
  | {
      readonly kind: 'session.cancelled';
      readonly sessionKey: number;
      readonly session: SessionWithDocument;
      readonly attendees: readonly Attendee[];
      readonly sendEmail?: boolean | undefined;
    }
  /** It is gone after its end, as it was with its people; nobody is told that. */
  | {
      readonly kind: 'session.deleted';
      readonly sessionKey: number;
      /** Absent in an event of an earlier version. */
      readonly session?: SessionWithDocument;
      readonly attendees?: readonly Attendee[];
    };

/** People of a session that stays as it is. */
export type AttendeeEvent =
  | {
      readonly kind: 'attendee.invited' | 'attendee.registered';
      readonly sessionKey: number;
      readonly attendees: readonly Attendee[];
      readonly sendEmail?: boolean | undefined;
    }
  /** Somebody registered with the address of people who are there: these are written what they have. */
  | {
      readonly kind: 'attendee.answered';
      readonly sessionKey: number;
      readonly attendees: readonly Attendee[];
    }
  /** Whoever may do so has them written to, whether they are told of the session otherwise or not. */
  | {
      readonly kind: 'attendee.invitedByMail';
      readonly sessionKey: number;
      readonly attendees: readonly Attendee[];
    }
  | {
      readonly kind: 'attendee.removed';
      readonly sessionKey: number;
      readonly session: SessionWithDocument;
      readonly attendees: readonly Attendee[];
      readonly sendEmail?: boolean | undefined;
    };

/** A session or a personal room that runs. */
interface RunEventFields {
  readonly sessionKey: number;
  /** The number of the run, which is that of its usage in the history. */
  readonly run: number;
  readonly isPersonalRoom: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

export type RunEvent =
  | ({ readonly kind: 'session.started' } & RunEventFields)
  | ({
      readonly kind: 'session.ended';
      readonly endedAt: number;
      /** The host ended it, everybody had left, or the last were lost. */
      readonly reason: 'ENDED' | 'LEFT' | 'LOST';
      /** The most people at once. */
      readonly peak: number;
    } & RunEventFields);

export interface Participant {
  /** The number of the stay, which is that of the attendance in the history. */
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly account: number | null;
  readonly attendee: number | null;
  readonly isHost: boolean;
}

/** Whoever is in when the run ends leaves with `session.ended`. */
export type ParticipantEvent = {
  readonly sessionKey: number;
  readonly run: number;
  readonly participant: Participant;
  /** Epoch milliseconds. */
  readonly at: number;
} & (
  | { readonly kind: 'participant.joined' }
  | { readonly kind: 'participant.left'; readonly reason: 'LEFT' | 'EXPELLED' | 'LOST' }
);

export type RecordSessionEvent = (tx: Executor, site: Pick<Site, 'id'>, event: SessionEvent) => Promise<void>;

/** A session inside an event, under these names. */
const SNAPSHOTS: ReadonlySet<string> = new Set(['before', 'session']);

/** The number of a session may bear the same name. */
function isSnapshot(name: string, value: unknown): boolean {
  return SNAPSHOTS.has(name) && typeof value === 'object' && value !== null;
}

/** What is stored of an event: documents of sessions in it are written as those of their rows. */
export function writtenEvent(event: object): string {
  return JSON.stringify(event, (name, value: unknown) => {
    if (!isSnapshot(name, value)) return value;
    const session = value as SessionWithDocument;
    return { ...session, document: writtenDocument(session.document) };
  });
}

/** The event that was stored, with documents of sessions in the newest version. */
export function readEvent(text: string): unknown {
  return JSON.parse(text, (name, value: unknown) => {
    if (!isSnapshot(name, value)) return value;
    const session = value as Session & { readonly document: string };
    return { ...session, document: readDocument(session.document, session.service) };
  });
}
