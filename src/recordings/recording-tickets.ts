/**
 * Tickets of a recording: each stands for one step on the way to its bytes, for a while. Nothing of them is kept: they
 * bear what their holder has shown, under the installation's key, and whoever takes one asks the policy again. A
 * password that was changed meanwhile counts no more. They are hexadecimal digits, since programs read them so
 * (`[a-f0-9]+`).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';
import type { Recording } from './recording.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds that they live. */
export const LIVES = {
  /** A browser has passed what stands in front of a recording (a cookie). */
  pass: 12 * HOUR,
  /** Opens the page that prepares a download (`recordKey`, `internalDWRecordTicket`). */
  share: 15 * MINUTE,
  /** Asks whether a download is ready (`prepareTicket`). */
  prepare: 15 * MINUTE,
  /** Fetches the file: as long as a large one takes, with the ranges that a download that broke off goes on by. */
  fetch: 3 * HOUR,
  /** Plays it: a page may be left open overnight and gone on with. */
  play: 24 * HOUR,
} as const;

export type RecordingTicketPurpose = keyof typeof LIVES;

/** What somebody has shown. */
export interface Shown {
  /** The row of their account. */
  readonly account?: number | undefined;
  /** The viewID under which they registered for it. */
  readonly registration?: number | undefined;
  /** They have given its password. */
  readonly hasPassword: boolean;
}

export interface ReadTicket {
  readonly recordID: number;
  readonly account: number | undefined;
  readonly registration: number | undefined;
  /** Whether the password that was given is still that of the recording. */
  isPasswordOf(recording: Recording): boolean;
}

/** Bytes of what a ticket bears; `expires` in seconds, `password` a mark that the password leaves. */
const LENGTHS = { purpose: 1, recording: 5, expires: 5, account: 6, registration: 6, password: 8 } as const;
const BODY = Object.values(LENGTHS).reduce((sum, length) => sum + length, 0);
const SEAL = 16;
const WRITTEN = new RegExp(`^[0-9a-f]{${2 * (BODY + SEAL)}}$`);

const PURPOSES = Object.keys(LIVES);
const NO_PASSWORD = Buffer.alloc(LENGTHS.password);

export type RecordingTickets = ReturnType<typeof openRecordingTickets>;

/** @param secret the installation's key */
export function openRecordingTickets(secret: Buffer, clock: Clock) {
  const key = createHmac('sha256', secret).update('tickets of recordings').digest();

  function sealOf(site: Pick<Site, 'id'>, body: Buffer): Buffer {
    return createHmac('sha256', key).update(`ticket ${site.id} `).update(body).digest().subarray(0, SEAL);
  }

  function markOf({ id, document }: Recording): Buffer {
    const { password = '' } = document;
    const mark = createHmac('sha256', key).update(`password ${id} ${password}`).digest();
    return mark.subarray(0, LENGTHS.password);
  }

  return {
    give(
      site: Pick<Site, 'id'>,
      purpose: RecordingTicketPurpose,
      recording: Recording,
      { account = 0, registration = 0, hasPassword }: Shown,
    ): string {
      const body = Buffer.concat([
        number(PURPOSES.indexOf(purpose), LENGTHS.purpose),
        number(recording.id, LENGTHS.recording),
        number(Math.ceil((clock.now() + LIVES[purpose]) / 1000), LENGTHS.expires),
        number(account, LENGTHS.account),
        number(registration, LENGTHS.registration),
        hasPassword ? markOf(recording) : NO_PASSWORD,
      ]);
      return Buffer.concat([body, sealOf(site, body)]).toString('hex');
    },

    /** Nothing for one that is wrong, too old, of another site or for something else. */
    read(
      site: Pick<Site, 'id'>,
      purpose: RecordingTicketPurpose,
      ticket: string | undefined,
    ): ReadTicket | undefined {
      if (ticket === undefined || !WRITTEN.test(ticket)) return undefined;
      const bytes = Buffer.from(ticket, 'hex');
      const body = bytes.subarray(0, BODY);
      if (!timingSafeEqual(bytes.subarray(BODY), sealOf(site, body))) return undefined;
      let at = 0;
      const next = (length: number) => {
        at += length;
        return body.subarray(at - length, at);
      };
      const whole = (length: number) => next(length).readUIntBE(0, length);
      if (PURPOSES[whole(LENGTHS.purpose)] !== purpose) return undefined;
      const recordID = whole(LENGTHS.recording);
      if (whole(LENGTHS.expires) * 1000 <= clock.now()) return undefined;
      const account = whole(LENGTHS.account) || undefined;
      const registration = whole(LENGTHS.registration) || undefined;
      const password = next(LENGTHS.password);
      return {
        recordID,
        account,
        registration,
        isPasswordOf: (recording) => timingSafeEqual(password, markOf(recording)),
      };
    },
  };
}

function number(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}
