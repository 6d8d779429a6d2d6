/** What a schedule says, and the row that becomes of it. */
import type { Account } from '../accounts/account.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { NewAttendee } from './attendee.ts';
import { type NewDocument, type SessionDocument, writtenDocument } from './documents/session-document.ts';
import { takesRegistrations } from './enrollment/enrolled-in.ts';
import { nameKey } from './name-key.ts';
import { lastEnd } from './series.ts';
import type { ListStatus, SessionWithDocument } from './session.ts';
import type { StoredSession } from './session-statements.ts';

/** What a schedule says. The host's key, the guest's token and all numbers are the store's to make. */
export interface Schedule {
  readonly host: Account;
  readonly sessionType: number;
  readonly confName: string;
  readonly startAt: number;
  readonly duration: number;
  readonly timeZoneID: number;
  readonly listStatus: ListStatus;
  readonly document: NewDocument;
}

export interface NewSession extends Schedule {
  readonly creator: Account;
  readonly service: ServiceType;
}

/** Everything is optional: what is absent stays. */
export type SessionChange = Partial<Schedule> & {
  /** The people as they are to be afterwards; without it they stay. */
  readonly attendees?: readonly NewAttendee[] | undefined;
};

type Scheduled = Omit<Schedule, 'document' | 'host'> & { readonly host: { readonly id: number } };

export function withChange(before: SessionWithDocument, change: SessionChange): Scheduled {
  return {
    host: change.host ?? { id: before.host },
    sessionType: change.sessionType ?? before.sessionType,
    confName: change.confName ?? before.confName,
    startAt: change.startAt ?? before.startAt,
    duration: change.duration ?? before.duration,
    timeZoneID: change.timeZoneID ?? before.timeZoneID,
    listStatus: change.listStatus ?? before.listStatus,
  };
}

export function stored(scheduled: Scheduled, document: SessionDocument): StoredSession {
  const recurring = document.repeat.repeatType !== 'NO_REPEAT';
  return {
    host: scheduled.host.id,
    session_type: scheduled.sessionType,
    name: scheduled.confName,
    name_key: nameKey(scheduled.confName),
    start_at: scheduled.startAt,
    end_at: lastEnd(scheduled, document),
    duration: scheduled.duration,
    time_zone_id: scheduled.timeZoneID,
    recurring: recurring ? 1 : 0,
    list_status: scheduled.listStatus,
    password_required: document.password ? 1 : 0,
    registration: takesRegistrations(document) ? 1 : 0,
    sales_account: document.kind === 'sales' ? (document.intAccountID ?? null) : null,
    sales_opportunity: document.kind === 'sales' ? (document.intOpptyID ?? null) : null,
    program: document.kind === 'event' ? document.programID || null : null,
    document: writtenDocument(document),
  };
}
