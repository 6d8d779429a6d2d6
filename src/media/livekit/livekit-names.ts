/**
 * What rooms and people are called at LiveKit. A room's name is that of one run and of no other; an identity is that of
 * one grant: whoever is removed and comes back with what they had is not who was let in.
 */
import { randomBytes } from 'node:crypto';
import type { MediaRun } from '../engine.ts';

export interface RoomName {
  readonly sessionKey: number;
  readonly id: number;
  readonly startedAt: number;
  /** The breakout room; nothing of the main room. */
  readonly breakout?: number;
}

/** @param prefix of the installation */
export function roomNameOf(prefix: string, { sessionKey, id, startedAt, breakout = 0 }: RoomName): string {
  return `${prefix}.${sessionKey}.${id}.${startedAt}${breakout === 0 ? '' : `.${breakout}`}`;
}

/** Nothing for another installation's room. */
export function roomNameIn(prefix: string, name: string): RoomName | undefined {
  const [own, ...numbers] = name.split('.');
  const isOurs = own === prefix && (numbers.length === 3 || numbers.length === 4);
  if (!isOurs || !numbers.every((text) => /^\d{1,16}$/.test(text))) {
    return undefined;
  }
  const [sessionKey = 0, id = 0, startedAt = 0, breakout = 0] = numbers.map(Number);
  return { sessionKey, id, startedAt, ...(breakout > 0 && { breakout }) };
}

export function isSameRun(one: RoomName, other: Pick<MediaRun, 'sessionKey' | 'id' | 'startedAt'>): boolean {
  return one.sessionKey === other.sessionKey && one.id === other.id && one.startedAt === other.startedAt;
}

/** Of a grant that is made now: later ones of the same person come behind it in the order of texts. */
export function identityOf(publicId: string, now: number): string {
  return `${publicId}.${now.toString(36).padStart(9, '0')}${randomBytes(9).toString('hex')}`;
}

/** Whose the server's own recorder is; no publicId is so short. */
const RECORDER = 'recorder';

export function recorderIdentity(now: number): string {
  return identityOf(RECORDER, now);
}

export function isRecorder(identity: string): boolean {
  return personOf(identity) === RECORDER;
}

/** Whose it is: their publicId. */
export function personOf(identity: string): string {
  return identity.split('.', 1)[0] ?? '';
}
