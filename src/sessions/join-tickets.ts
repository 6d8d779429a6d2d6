/**
 * Tickets of links that expire (REST's `joinLink` and `startLink`): they bear what somebody shows at the door of a
 * session, sealed, so that no password and no address stands in a link. Nothing of them is kept, and they give no right:
 * the door asks for what it asks of everybody, and a password that was changed meanwhile is wrong. Whoever starts by one
 * comes as an account into that one session, and is signed in nowhere; a change of its credentials ends the ticket.
 */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { integer, isObject, optional, record, type TypeOf, text } from '../stored/shape.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const shown = record({
  name: optional(text),
  email: optional(text),
  password: optional(text),
  registrationID: optional(text),
  /** Who starts it: the row of their account, and the version of its credentials. */
  starts: optional(record({ account: integer, credentials: integer })),
});
/** What somebody shows who comes by the link. */
export type ShownByTicket = TypeOf<typeof shown>;

/** What a ticket says; it may be over. */
export interface JoinTicket {
  readonly sessionKey: number;
  readonly shown: ShownByTicket;
  readonly isOver: boolean;
}

export type JoinTickets = ReturnType<typeof openJoinTickets>;

/** @param secret the installation's key */
export function openJoinTickets(secret: Buffer, clock: Clock, random: Random) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tickets of join links', 32));
  const boundTo = (site: Pick<Site, 'id'>) => Buffer.from(`site ${site.id}`);

  return {
    /** @param until epoch milliseconds; it is good before that moment */
    give(site: Pick<Site, 'id'>, sessionKey: number, shows: ShownByTicket, until: number): string {
      const nonce = random.bytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(site));
      const content = JSON.stringify({ sessionKey, shown: shows, until });
      const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },

    /** Nothing for one that nobody gave here, or of another site. */
    read(site: Pick<Site, 'id'>, ticket: string): JoinTicket | undefined {
      const bytes = Buffer.from(ticket, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      }).setAAD(boundTo(site));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      let content: unknown;
      try {
        const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
        content = JSON.parse(Buffer.concat(opened).toString());
      } catch {
        return undefined;
      }
      if (!isObject(content)) return undefined;
      const { sessionKey, until } = content;
      if (!isNumber(sessionKey) || !isNumber(until) || !isShown(content.shown)) return undefined;
      return { sessionKey, shown: content.shown, isOver: until <= clock.now() };
    },
  };
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isShown(value: unknown): value is ShownByTicket {
  return shown.problem(value) === undefined;
}
