/**
 * Tickets of the NBR services: bearer credentials that live an hour (clients hold them "for 1 hour"). Nothing is kept of
 * them: a ticket is signed by the installation's key over all that ends it, which is its hour, the account's credentials
 * and the site's security policy.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { SERVICE_TYPES, type ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';

/** Milliseconds. */
const LIFE = 3_600_000;

/** Behind a letter that keeps it from beginning with "AS": so begin the codes of refusals. */
const FIRST_LETTER = 'N';

const VERSION = 1;
/** Version, service, end and account. */
const HEAD = 14;
const SIGNATURE = 32;

/** Unknown, another site's, over, or of an account whose credentials are others by now. */
export class NbrTicketInvalid extends Refusal {
  constructor() {
    super('the ticket is unknown, another site’s or over: a ticket is good for one hour');
  }
}

export interface NbrTicketHolder {
  readonly account: Account;
  /** Of a ticket for meetings; nothing for the storage's. */
  readonly service: ServiceType | undefined;
}

export type NbrTickets = ReturnType<typeof openNbrTickets>;

/** @param secret the installation's key */
export function openNbrTickets(accounts: Pick<Accounts, 'findById'>, clock: Clock, secret: Buffer) {
  const key = createHmac('sha256', secret).update('tickets of the NBR services').digest();

  function signature(head: Buffer, site: Site, account: Account): Buffer {
    const ends = `${site.id}:${site.securityVersion}:${account.credentialVersion}:`;
    return createHmac('sha256', key).update(ends).update(head).digest();
  }

  function reportKey(site: Site, confID: number): string {
    const about = `report:${site.id}:${site.securityVersion}:${confID}`;
    return createHmac('sha256', key).update(about).digest('hex');
  }

  return {
    /** What reads one meeting without a ticket, until the site has another security policy. */
    reportKey,

    isReportKey(text: string, site: Site, confID: number): boolean {
      const right = Buffer.from(reportKey(site, confID));
      const bytes = Buffer.from(text.toLowerCase());
      return bytes.length === right.length && timingSafeEqual(bytes, right);
    },

    /** @param service of a ticket for meetings; the storage's has none */
    ticketFor(account: Account, site: Site, service?: ServiceType): string {
      const head = Buffer.alloc(HEAD);
      head.writeUInt8(VERSION, 0);
      head.writeUInt8(service === undefined ? 0 : SERVICE_TYPES.indexOf(service) + 1, 1);
      head.writeUIntBE(clock.now() + LIFE, 2, 6);
      head.writeUIntBE(account.id, 8, 6);
      return FIRST_LETTER + Buffer.concat([head, signature(head, site, account)]).toString('base64url');
    },

    /** @throws NbrTicketInvalid */
    async holderOf(ticket: string, site: Site): Promise<NbrTicketHolder> {
      const text = ticket.slice(FIRST_LETTER.length);
      const bytes = Buffer.from(text, 'base64url');
      const isWhole = ticket.startsWith(FIRST_LETTER) && bytes.toString('base64url') === text;
      if (!isWhole || bytes.length !== HEAD + SIGNATURE || bytes[0] !== VERSION) throw new NbrTicketInvalid();
      const head = bytes.subarray(0, HEAD);
      const account = await accounts.findById(head.readUIntBE(8, 6));
      if (account?.site !== site.id) throw new NbrTicketInvalid();
      const isOurs = timingSafeEqual(signature(head, site, account), bytes.subarray(HEAD));
      if (!isOurs || head.readUIntBE(2, 6) <= clock.now()) throw new NbrTicketInvalid();
      const service = head.readUInt8(1);
      return { account, service: service === 0 ? undefined : SERVICE_TYPES[service - 1] };
    },
  };
}
