/**
 * The ids of the REST interface. They are made of the number that the thing has, and are read back to it, so that no id
 * costs an index: 32 hex digits are one block of AES over (kind, site, number) under a key of the installation. An id of
 * another site or of another kind is none, and nobody finds the next one from the last.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** What a number is of. They stand in ids that are out in the world: none is ever used for another thing. */
const KINDS = {
  meeting: 1,
  person: 2,
  webhook: 3,
  organization: 4,
  application: 5,
  recording: 6,
  participant: 7,
  template: 8,
  registrant: 9,
  delivery: 10,
  event: 11,
  transcript: 12,
} as const;
export type IdKind = keyof typeof KINDS;

/** Those that are told as base64url of `ciscospark://us/<KIND>/<uuid>`. */
const SPARK_KINDS = {
  person: 'PEOPLE',
  webhook: 'WEBHOOK',
  organization: 'ORGANIZATION',
  application: 'APPLICATION',
} as const satisfies Partial<Record<IdKind, string>>;
export type SparkKind = keyof typeof SPARK_KINDS;

/** What the id of a meeting names: a series (or a single meeting), a start of it, or one time that it ran. */
export type MeetingId =
  | { readonly of: 'series'; readonly sessionKey: number }
  | { readonly of: 'occurrence'; readonly sessionKey: number; readonly startAt: number }
  | {
      readonly of: 'instance';
      readonly sessionKey: number;
      readonly confID: number;
      readonly startedAt: number;
    };

export type RestIds = ReturnType<typeof openRestIds>;

/** @param key 32 bytes */
export function openRestIds(key: Buffer) {
  // Without padding and without an IV every block stands alone: one cipher serves them all.
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);

  /** 32 hex digits. @param number whole, of at most 48 bits */
  function hex(kind: IdKind, site: number, number: number): string {
    const block = Buffer.alloc(16);
    block[0] = KINDS[kind];
    block.writeUInt32BE(site, 1);
    block.writeUIntBE(number, 5, 6);
    return cipher.update(block).toString('hex');
  }

  /** The number; nothing where it is no id of that kind and site. */
  function numberOf(kind: IdKind, site: number, id: string): number | undefined {
    if (!/^[0-9a-f]{32}$/i.test(id)) return undefined;
    const block = decipher.update(Buffer.from(id, 'hex'));
    const isOurs = block[0] === KINDS[kind] && block.readUInt32BE(1) === site;
    // Five bytes of nothing: what somebody made up is not ours.
    return isOurs && block.readUIntBE(11, 5) === 0 ? block.readUIntBE(5, 6) : undefined;
  }

  function uuid(kind: IdKind, site: number, number: number): string {
    return hex(kind, site, number).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  const spark = (kind: SparkKind, site: number, number: number): string =>
    Buffer.from(`ciscospark://us/${SPARK_KINDS[kind]}/${uuid(kind, site, number)}`).toString('base64url');

  return {
    hex,
    numberOf,
    uuid,

    /** As people, webhooks, organizations and applications are named. */
    spark,

    /** The number of such an id, or of its bare uuid. */
    numberOfSpark(kind: SparkKind, site: number, id: string): number | undefined {
      const told = /^[A-Za-z0-9_-]+={0,2}$/.test(id) ? Buffer.from(id, 'base64url').toString('latin1') : '';
      const [, name, ofTold] = /^ciscospark:\/\/[^/]+\/([A-Z]+)\/([0-9a-f-]{36})$/i.exec(told) ?? [];
      if (name !== undefined && name !== SPARK_KINDS[kind]) return undefined;
      return numberOf(kind, site, (ofTold ?? id).replaceAll('-', ''));
    },

    /** A person is an account; its number is the row's. */
    person: (account: { readonly site: number; readonly id: number }): string =>
      spark('person', account.site, account.id),

    /** A series, and a meeting that does not recur. */
    series: (site: number, sessionKey: number): string => hex('meeting', site, sessionKey),

    /** @param startAt epoch milliseconds: when it starts by its series, also where it was moved */
    occurrence: (site: number, sessionKey: number, startAt: number): string =>
      `${hex('meeting', site, sessionKey)}_${compactTime(startAt)}`,

    /**
     * One time that a meeting ran: after the confID, which every run of a meeting shares, come the seconds of its start.
     * @param startedAt epoch milliseconds
     */
    instance: (site: number, sessionKey: number, confID: number, startedAt: number): string =>
      `${hex('meeting', site, sessionKey)}_I_${confID}${Math.floor(startedAt / 1000)}`,

    /** Nothing where it is no id of a meeting of this site, whether there is one or not. */
    meeting(site: number, id: string): MeetingId | undefined {
      const sessionKey = numberOf('meeting', site, id.slice(0, 32));
      if (sessionKey === undefined) return undefined;
      if (id.length === 32) return { of: 'series', sessionKey };
      const rest = id.slice(32);
      const startAt = timeOf(rest.slice(1));
      if (rest.startsWith('_') && startAt !== undefined) return { of: 'occurrence', sessionKey, startAt };
      const [, confID, seconds] = /^_I_(\d{10})(\d{9,10})$/.exec(rest) ?? [];
      if (confID === undefined) return undefined;
      return { of: 'instance', sessionKey, confID: Number(confID), startedAt: Number(seconds) * 1000 };
    },
  };
}

/** `20261128T090000Z`. @param at epoch milliseconds */
function compactTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function timeOf(text: string): number | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return parts.length > 0 && compactTime(at) === text ? at : undefined;
}
