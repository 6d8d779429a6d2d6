/** Login tickets: one use, they open a browser session through p.php. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import { accountLock } from '../accounts/account-rows.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { type Random, tokenHash } from '../random.ts';
import { siteSecurity } from '../sites/site-rows.ts';
import { LoginTicketInvalid } from './failures.ts';

/** Milliseconds that an unused login ticket lives: as long as a session ticket. */
const LOGIN_TICKET_LIFE = 5400_000;

interface LoginTicketRow {
  readonly hash: Uint8Array;
  readonly nonce: Uint8Array;
}

/** @param secret the installation's key, from which a login ticket can be made again while it is unused */
export function openLoginTickets(database: Database, clock: Clock, random: Random, secret: Buffer) {
  const outstanding = database.prepare<{ account: number; credentials: number; now: number }, LoginTicketRow>(
    (db, p) =>
      db
        .selectFrom('login_ticket')
        .select(['hash', 'nonce'])
        .where('account', '=', p('account'))
        .where('used_at', 'is', null)
        .where('expires_at', '>', p('now'))
        .where('credential_version', '=', p('credentials'))
        .orderBy('created_at', 'desc')
        .limit(1),
  );
  const addLoginTicket = database.prepare<
    { hash: Buffer; account: number; nonce: Buffer; now: number; expires: number; credentials: number },
    unknown
  >((db, p) =>
    db.insertInto('login_ticket').values({
      hash: p('hash'),
      account: p('account'),
      nonce: p('nonce'),
      created_at: p('now'),
      expires_at: p('expires'),
      credential_version: p('credentials'),
      used_at: null,
    }),
  );
  const dropOldLoginTickets = database.prepare<{ account: number; now: number }, unknown>((db, p) =>
    db.deleteFrom('login_ticket').where('account', '=', p('account')).where('expires_at', '<=', p('now')),
  );
  const lockedAccount = accountLock(database);
  const securityOf = siteSecurity(database);
  const nonceOf = database.prepare<{ hash: Buffer }, { nonce: Uint8Array }>((db, p) =>
    db.selectFrom('login_ticket').select('nonce').where('hash', '=', p('hash')),
  );
  const useLoginTicket = database.prepare<
    { hash: Buffer; account: number; credentials: number; now: number },
    unknown
  >((db, p) =>
    db
      .updateTable('login_ticket')
      .set({ used_at: p('now') })
      .where('hash', '=', p('hash'))
      .where('account', '=', p('account'))
      .where('credential_version', '=', p('credentials'))
      .where('used_at', 'is', null)
      .where('expires_at', '>', p('now')),
  );

  /**
   * 32 hex digits, as the seeds show it; made again from the nonce while the ticket is unused. The site's security
   * policy is in it, so that a new policy makes another one.
   */
  async function loginTicket(account: Account, nonce: Uint8Array, tx: Executor): Promise<string> {
    const policy = (await securityOf.first({ site: account.site }, tx))?.security_version;
    const made = createHmac('sha256', secret).update(`${account.id}:${policy}:`).update(nonce);
    return made.digest('hex').slice(0, 32);
  }

  return {
    /** The account's unused login ticket, or a new one when there is none. */
    async loginTicketFor(account: Account): Promise<string> {
      const now = clock.now();
      return database.write(async (tx) => {
        // Those who ask at the same time get the same one.
        await lockedAccount.first({ account: account.id }, tx);
        const found = await outstanding.first(
          { account: account.id, credentials: account.credentialVersion, now },
          tx,
        );
        if (found) {
          const again = await loginTicket(account, found.nonce, tx);
          if (timingSafeEqual(tokenHash(again), found.hash)) return again;
        }
        const nonce = random.bytes(16);
        const ticket = await loginTicket(account, nonce, tx);
        await dropOldLoginTickets.run({ account: account.id, now }, tx);
        await addLoginTicket.run(
          {
            hash: tokenHash(ticket),
            account: account.id,
            nonce,
            now,
            expires: now + LOGIN_TICKET_LIFE,
            credentials: account.credentialVersion,
          },
          tx,
        );
        return ticket;
      });
    },

    /**
     * Uses the ticket up.
     * @throws LoginTicketInvalid when it is unknown, another's, used or expired
     */
    async spendLoginTicket(account: Account, ticket: string): Promise<void> {
      const given = ticket.toLowerCase();
      const hash = tokenHash(given);
      const used = await database.write(async (tx) => {
        const found = await nonceOf.first({ hash }, tx);
        if (!found || (await loginTicket(account, found.nonce, tx)) !== given) return 0;
        const credentials = account.credentialVersion;
        return useLoginTicket.run({ hash, account: account.id, credentials, now: clock.now() }, tx);
      });
      if (used !== 1) throw new LoginTicketInvalid();
    },
  };
}
