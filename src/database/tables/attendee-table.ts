import type { Generated } from 'kysely';

export type AttendeeRole = 'ATTENDEE' | 'PRESENTER' | 'HOST' | 'LIMITED';
export type JoinStatus = 'REGISTER' | 'INVITE' | 'REJECT' | 'ACCEPT';

/**
 * Somebody who was invited to a session, or registered for it.
 * @room sessions
 */
export interface AttendeeTable {
  id: Generated<number>;
  /** Nine digits. */
  attendee_id: number;
  session: number;
  account: number | null;
  email: string;
  email_key: string;
  name: string;
  role: AttendeeRole;
  join_status: JoinStatus;
  register_id: number | null;
  registered_at: number | null;
  /** Where somebody who enrolled had come from, and what their answers score, in thousandths. */
  lead_source: string | null;
  lead_score: number | null;
  document: string;
}
