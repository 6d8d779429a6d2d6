/** What the page of a room is given, and what its stream tells it. */

import type { RoomRules, StayRole } from '../../live/live.ts';
import type { JoinGrant } from '../../media/engine.ts';
import type { MediaRights } from '../../media/rights.ts';
import type { ChatRights } from '../../policies/room.ts';
import type { Form } from './form.ts';
import type { SessionView } from './session-view-data.ts';

/**
 * What somebody may do in a room, by the word of its form (DO); PERSON says to whom, where it is done to one, RULE which
 * rule is allowed or forbidden, and BREAKOUT into which breakout room somebody is put.
 */
export const ROOM_DEEDS = [
  'LEAVE',
  'END',
  'LOCK',
  'UNLOCK',
  'ADMIT',
  'ADMITALL',
  'REFUSE',
  'EXPEL',
  'FORGIVE',
  'MUTE',
  'MUTEALL',
  'HIDE',
  'UNSHARE',
  'ALLOW',
  'FORBID',
  'COHOST',
  'PRESENTER',
  'PANELIST',
  'ATTENDEE',
  'HANDOVER',
  'TAKEBACK',
  'OPENBREAKOUTS',
  'CLOSEBREAKOUTS',
  'BREAKOUT',
] as const;
export type RoomDeed = (typeof ROOM_DEEDS)[number];

/**
 * The room: who is there. The stream `events` (server-sent events) has an event named `room` with a `RoomState` as
 * JSON whenever it changes, one named `chat` with a `ChatLine` for each message, one named `back` when the visitor was
 * given up for a while, one named `elsewhere` when another tab of the browser has the room now, and one named `ended`
 * when the visitor's stay is over.
 */
export interface RoomPage {
  readonly page: 'room';
  readonly session: SessionView;
  readonly room: RoomState;
  readonly events: string;
  /** The form of every deed, without its fields `DO` and `PERSON`: which deeds are theirs is told by the room. */
  readonly deed: Form;
  readonly media: RoomMedia;
  /** Where it is recorded to: `{ MK, DO }` as JSON, and parts as bytes. */
  readonly recorder: string;
  readonly chat: RoomChat;
  /** What is heard when somebody comes or goes. */
  readonly tone: 'none' | 'beep' | 'name';
  readonly invite?: string | undefined;
  readonly invited: InvitationTerms;
  /** The session's password, for those whose session it is. */
  readonly password?: string | undefined;
  /** Where the browser is sent when somebody else has ended it. */
  readonly ended: string;
}

/** What others need beside the link to come in. */
export interface InvitationTerms {
  readonly password: boolean;
  /** An account on the site. */
  readonly account: boolean;
  readonly registration: boolean;
  /** The host lets them in. */
  readonly admission: boolean;
}

/** What somebody sends; a raised hand is one of it. */
export interface RoomSends {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly hand: boolean;
}

/**
 * How browsers of the room hear and see each other. Signals to others are posted to `post` as JSON
 * (`{ MK, to, signal }`), those of others are events named `signal` of the room's stream (`{ from, signal }`); what one
 * sends is posted there too (`{ MK, sends }`).
 */
export interface RoomMedia {
  /** What this browser is let in by: by it the page knows which engine it talks to. */
  readonly grant: JoinGrant;
  /** Where another is asked for, as JSON (`{ MK }`); nothing comes to whoever is no longer in. */
  readonly renew: string;
  /** The session's, as posts name it. */
  readonly MK: number;
  /** One's own id among the people. */
  readonly you: string;
  readonly post: string;
  /** The number of this page among those of the stay: posted as `{ MK, going: page }` when it is left. */
  readonly page: number;
  /** People who may show their picture at once. */
  readonly picturesAtOnce: number;
}

/** Messages are posted to `post` as JSON (`{ MK, to, text }`): to `all`, to the `hosts`, or to one by their id. */
export interface RoomChat {
  readonly post: string;
  /** The number of the last message when the page was made: what comes behind it is new. */
  readonly last: number;
  /** The host reads what is said to all and to hosts afterwards. */
  readonly isKept: boolean;
}

export interface ChatLine {
  /** Rises from one to the next. */
  readonly id: number;
  readonly from: string;
  /** Nothing where the reader may not know those who attend. */
  readonly name: string;
  readonly isHost: boolean;
  readonly isYours: boolean;
  readonly to: 'ALL' | 'HOSTS' | 'ONE';
  /** Of one's own to one person. */
  readonly toName?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Lines with `\n` between them; no markup. */
  readonly text: string;
}

export interface RoomState {
  readonly people: readonly RoomPerson[];
  /** Who waits to be let in; only those who may let them in see them. */
  readonly waiting: readonly WaitingPerson[];
  /** Who was put out and is kept out; only those who may forgive them see them. */
  readonly removed: readonly NamedStay[];
  /** What everybody may do who neither hosts nor presents; what the session itself forbids is not there. */
  readonly rules: Partial<RoomRules>;
  /** To whom the reader may write. */
  readonly chat: ChatRights;
  readonly isLocked: boolean;
  /** Breakout rooms that are open, numbered from 1; whether they may be opened is told by the deeds. */
  readonly breakouts?: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** What the reader may send, and do, now. */
  readonly may: MediaRights;
  /** Whether the reader may have the room recorded; while it is, how it stands with that. */
  readonly mayRecord: boolean;
  readonly recording?: RoomRecordingState | undefined;
  readonly deeds: readonly RoomDeed[];
}

export interface RoomRecordingState {
  /** Epoch milliseconds. */
  readonly since: number;
  readonly isPaused: boolean;
  /** It is the reader's own browser that records. */
  readonly byYou: boolean;
}

export interface WaitingPerson {
  readonly id: string;
  readonly name: string;
  /** As they have given it, or that of their account; empty where they gave none. */
  readonly email?: string;
  /** The address of the picture of their account. */
  readonly photo?: string;
}

export interface NamedStay {
  readonly id: string;
  readonly name: string;
}

export interface RoomPerson {
  readonly id: string;
  /**
   * Of somebody on the telephone their number, which the host alone reads whole. Empty where the reader is not to know
   * the others who attend.
   */
  readonly name: string;
  /** The address of the picture of their account. */
  readonly photo?: string;
  readonly byPhone?: boolean;
  /** Hosts the room: its HOST or a COHOST. */
  readonly isHost: boolean;
  /** Somebody of whom nothing is said attends. */
  readonly role?: StayRole;
  /** They are a host by their own account: nobody takes that from them, or puts them out. */
  readonly isHostByRight?: boolean;
  readonly isYou: boolean;
  /** Epoch milliseconds. */
  readonly since: number;
  /** Their browser has lost the room; they are given up when it does not come back within seconds. */
  readonly isReconnecting?: boolean;
  /** The breakout room that they are in; nothing of the main room. Those of one room alone hear and see each other. */
  readonly breakout?: number;
  /** Nobody shows or plays what is off here. */
  readonly sends: RoomSends;
}
