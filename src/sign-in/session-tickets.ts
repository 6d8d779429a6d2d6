/** Session tickets: bearer credentials of the security context. */
import type { Account } from '../accounts/account.ts';
import { accountRows } from '../accounts/account-rows.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from '../accounts/rows.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { type Random, tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { SessionTicketInvalid } from './failures.ts';

export interface SessionTicket {
  readonly sessionTicket: string;
  /** Epoch milliseconds. */
  readonly createTime: number;
  /** Seconds. */
  readonly timeToLive: number;
}

export function openSessionTickets(database: Database, clock: Clock, random: Random) {
  const addSessionTicket = database.prepare<
    { hash: Buffer; account: number; now: number; expires: number; credentials: number; security: number },
    unknown
  >((db, p) =>
    db.insertInto('session_ticket').values({
      hash: p('hash'),
      account: p('account'),
      created_at: p('now'),
      expires_at: p('expires'),
      credential_version: p('credentials'),
      security_version: p('security'),
    }),
  );
  const dropOldSessionTickets = database.prepare<{ account: number; now: number }, unknown>((db, p) =>
    db.deleteFrom('session_ticket').where('account', '=', p('account')).where('expires_at', '<=', p('now')),
  );
  const sessionTicketHolder = database.prepare<
    { hash: Buffer; site: number; security: number; now: number },
    AccountRow
  >((db, p) => {
    // No join: SQLite prepares one again at every run, because the values that are bound may change its plan.
    const ticket = db
      .selectFrom('session_ticket')
      .where('hash', '=', p('hash'))
      .where('expires_at', '>', p('now'))
      .where('security_version', '=', p('security'));
    return db
      .selectFrom(accountRows(db, 'holder'))
      .select(ACCOUNT_COLUMNS)
      .where('id', '=', ticket.select('account'))
      .where('site', '=', p('site'))
      .where('credential_version', '=', ticket.select('credential_version'));
  });

  const dropSessionTicket = database.prepare<{ hash: Buffer }, unknown>((db, p) =>
    db.deleteFrom('session_ticket').where('hash', '=', p('hash')),
  );

  return {
    async sessionTicketFor(account: Account, site: Site): Promise<SessionTicket> {
      const now = clock.now();
      const timeToLive = site.settings.sessionTicketSeconds;
      // "AAAB": every ticket that was seen began so, and none may begin with "AS".
      const sessionTicket = Buffer.concat([Buffer.from([0, 0, 1]), random.bytes(93)]).toString('base64');
      await database.write(async (tx) => {
        await dropOldSessionTickets.run({ account: account.id, now }, tx);
        await addSessionTicket.run(
          {
            hash: tokenHash(sessionTicket),
            account: account.id,
            now,
            expires: now + timeToLive * 1000,
            credentials: account.credentialVersion,
            security: site.securityVersion,
          },
          tx,
        );
      });
      return { sessionTicket, createTime: now, timeToLive };
    },

    /** Nobody is known by it any more. */
    async endSessionTicket(sessionTicket: string): Promise<void> {
      await database.write(async (tx) => dropSessionTicket.run({ hash: tokenHash(sessionTicket) }, tx));
    },

    /**
     * Whose ticket it is.
     * @throws SessionTicketInvalid when the ticket is unknown, another site's or expired
     */
    async holderOf(sessionTicket: string, site: Site): Promise<Account> {
      const row = await sessionTicketHolder.first({
        hash: tokenHash(sessionTicket),
        site: site.id,
        security: site.securityVersion,
        now: clock.now(),
      });
      if (!row) throw new SessionTicketInvalid();
      return accountOf(row);
    },
  };
}
