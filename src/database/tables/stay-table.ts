import type { Generated } from 'kysely';
import type { Bytes, Flag } from './column-types.ts';

/** By a browser, or by telephone: at a number that the caller pays for, or the site does. */
export type Via = 'WEB' | 'PHONE' | 'TOLL_FREE';

/** From the most rights to the fewest; a LISTENER is not heard. */
export type StayRole = 'HOST' | 'COHOST' | 'PRESENTER' | 'PANELIST' | 'ATTENDEE' | 'LISTENER';

export type StayState = 'WAITING' | 'IN' | 'LEFT' | 'REFUSED' | 'EXPELLED' | 'ENDED';

/**
 * None
 * @room live
 */
export interface StayTable {
  id: Generated<number>;
  /** What the others in the room know the stay by. */
  public_id: string;
  /** SHA-256 of what the browser shows for it. */
  token_hash: Bytes;
  site: number;
  run: number;
  session_key: number;
  state: StayState;
  via: Via;
  name: string;
  email: string;
  account: number | null;
  attendee: number | null;
  /** Came with the host's right: by their account, or as whoever begins in the host's stead. */
  is_host: Flag;
  /** What they are beside leading: never HOST. */
  role: Exclude<StayRole, 'HOST'>;
  /** What they came as, by their account or invitation; HOST is whose session it is. */
  own_role: StayRole;
  /** A host has taken the part of a co-host from them: coming in gives it to them no more. */
  co_host_taken: Flag;
  /** Has the host's part: at most one of a run. */
  leads: Flag;
  /** That of the account when they came, where they came by one. */
  credential_version: number | null;
  /** When they were let in, or came to wait. */
  joined_at: number;
  /** A stay that is not renewed until then is over. */
  lease_until: number;
  ended_at: number | null;
  /** What they send, by words with blanks between: microphone, camera, screen, hand. */
  sends: string;
  /** How many pages their browser has loaded for it; the stay belongs to the last of them. */
  page: number;
  /** How many streams those pages have listened to; the last of them is the one that counts. */
  stream: number;
  /** The stream has broken, and no other has begun. */
  away: Flag;
  /** The breakout room that they are in; 0 is the main room. */
  breakout: number;
  document: string;
}
