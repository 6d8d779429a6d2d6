/**
 * Login tickets (one use, open a browser session through p.php), session tickets (bearer credentials of
 * the security context) and browser sessions. All are random and kept as SHA-256 hashes; all end with a
 * change of the account's credentials or of the site's security policy.
 */
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Account } from '../accounts/account.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from '../accounts/rows.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { LoginTicketInvalid, SessionTicketInvalid } from './failures.ts';
import type { SamlSession } from './saml/types.ts';
import { hasExpired } from './standing.ts';

/** Milliseconds that an unused login ticket lives: as long as a session ticket. */
const LOGIN_TICKET_LIFE = 5400_000;

/** Milliseconds without activity that end a browser session (documented: 30 minutes). */
const BROWSER_SESSION_IDLE = 30 * 60_000;

/** A browser session's last use is written down when it is older than this. */
const USE_RESOLUTION = 60_000;

export interface SessionTicket {
  readonly sessionTicket: string;
  /** Epoch milliseconds. */
  readonly createTime: number;
  /** Seconds. */
  readonly timeToLive: number;
}

export interface BrowserSession {
  readonly account: Account;
  readonly csrf: string;
  /** When the identity provider of the site has signed the person in. */
  readonly samlSession?: SamlSession;
}

export type Tickets = ReturnType<typeof openTickets>;

interface LoginTicketRow {
  readonly hash: Uint8Array;
  readonly nonce: Uint8Array;
}

/** @param secret the installation's key, from which a login ticket can be made again while it is unused */
export function openTickets(database: Database, clock: Clock, random: Random, secret: Buffer) {
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
  const lockedAccount = database.prepare<{ account: number }, { id: number }>((db, p) =>
    database.locked(db.selectFrom('account').select('id').where('id', '=', p('account'))),
  );
  const securityOf = database.prepare<{ site: number }, { security_version: number }>((db, p) =>
    db.selectFrom('site').select('security_version').where('id', '=', p('site')),
  );
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
      .selectFrom('account')
      .select(ACCOUNT_COLUMNS)
      .where('id', '=', ticket.select('account'))
      .where('site', '=', p('site'))
      .where('credential_version', '=', ticket.select('credential_version'));
  });
  const addBrowserSession = database.prepare<
    {
      hash: Buffer;
      account: number;
      csrf: string;
      now: number;
      credentials: number;
      security: number;
      samlName: Buffer | null;
      samlSession: string | null;
    },
    unknown
  >((db, p) =>
    db.insertInto('browser_session').values({
      hash: p('hash'),
      account: p('account'),
      csrf: p('csrf'),
      created_at: p('now'),
      used_at: p('now'),
      credential_version: p('credentials'),
      security_version: p('security'),
      saml_name: p('samlName'),
      saml_session: p('samlSession'),
    }),
  );
  const browserSessionHolder = database.prepare<
    { hash: Buffer; site: number; security: number; usedSince: number },
    AccountRow & { csrf: string; used_at: number; saml_session: string | null }
  >((db, p) =>
    db
      .selectFrom('browser_session')
      .innerJoin('account', 'account.id', 'browser_session.account')
      .select(ACCOUNT_COLUMNS.map((column) => `account.${column}` as const))
      .select(['browser_session.csrf', 'browser_session.used_at', 'browser_session.saml_session'])
      .where('hash', '=', p('hash'))
      .where('account.site', '=', p('site'))
      .where('browser_session.used_at', '>', p('usedSince'))
      .where('browser_session.security_version', '=', p('security'))
      .whereRef('browser_session.credential_version', '=', 'account.credential_version'),
  );
  const touchBrowserSession = database.prepare<{ hash: Buffer; now: number }, unknown>((db, p) =>
    db
      .updateTable('browser_session')
      .set({ used_at: p('now') })
      .where('hash', '=', p('hash')),
  );
  const dropBrowserSession = database.prepare<{ hash: Buffer }, unknown>((db, p) =>
    db.deleteFrom('browser_session').where('hash', '=', p('hash')),
  );
  const samlSessionsOf = database.prepare<
    { samlName: Buffer },
    { hash: Uint8Array; saml_session: string | null }
  >((db, p) =>
    db
      .selectFrom('browser_session')
      .select(['hash', 'saml_session'])
      .where('saml_name', 'is not', sql.lit(null))
      .where('saml_name', '=', p('samlName')),
  );
  const dropIdleBrowserSessions = database.prepare<{ usedSince: number }, unknown>((db, p) =>
    db.deleteFrom('browser_session').where('used_at', '<=', p('usedSince')),
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
          if (timingSafeEqual(hashOf(again), found.hash)) return again;
        }
        const nonce = random.bytes(16);
        const ticket = await loginTicket(account, nonce, tx);
        await dropOldLoginTickets.run({ account: account.id, now }, tx);
        await addLoginTicket.run(
          {
            hash: hashOf(ticket),
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

    /** Uses the ticket up. Errors: `LoginTicketInvalid` when it is unknown, another's, used or expired. */
    async spendLoginTicket(account: Account, ticket: string): Promise<void> {
      const given = ticket.toLowerCase();
      const hash = hashOf(given);
      const used = await database.write(async (tx) => {
        const found = await nonceOf.first({ hash }, tx);
        if (!found || (await loginTicket(account, found.nonce, tx)) !== given) return 0;
        const credentials = account.credentialVersion;
        return useLoginTicket.run({ hash, account: account.id, credentials, now: clock.now() }, tx);
      });
      if (used !== 1) throw new LoginTicketInvalid();
    },

    async sessionTicketFor(account: Account, site: Site): Promise<SessionTicket> {
      const now = clock.now();
      const timeToLive = site.settings.sessionTicketSeconds;
      // "AAAB": every ticket that was seen began so, and none may begin with "AS".
      const sessionTicket = Buffer.concat([Buffer.from([0, 0, 1]), random.bytes(93)]).toString('base64');
      await database.write(async (tx) => {
        await dropOldSessionTickets.run({ account: account.id, now }, tx);
        await addSessionTicket.run(
          {
            hash: hashOf(sessionTicket),
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

    /** Whose ticket it is. Errors: `SessionTicketInvalid`. */
    async holderOf(sessionTicket: string, site: Site): Promise<Account> {
      const row = await sessionTicketHolder.first({
        hash: hashOf(sessionTicket),
        site: site.id,
        security: site.securityVersion,
        now: clock.now(),
      });
      if (!row) throw new SessionTicketInvalid();
      return accountOf(row);
    },

    /** Opens a browser session: the cookie's value and the CSRF token. */
    async openBrowserSession(
      account: Account,
      site: Site,
      samlSession?: SamlSession,
    ): Promise<{ cookie: string; csrf: string }> {
      const now = clock.now();
      const cookie = random.bytes(32).toString('base64url');
      const csrf = random.uuid();
      await database.write(async (tx) => {
        await dropIdleBrowserSessions.run({ usedSince: now - BROWSER_SESSION_IDLE }, tx);
        await addBrowserSession.run(
          {
            hash: hashOf(cookie),
            account: account.id,
            csrf,
            now,
            credentials: account.credentialVersion,
            security: site.securityVersion,
            samlName: samlSession ? samlNameOf(site, samlSession.nameID) : null,
            samlSession: samlSession ? JSON.stringify(samlSession) : null,
          },
          tx,
        );
      });
      return { cookie, csrf };
    },

    /** The living session of a cookie on that site. */
    async browserSession(cookie: string, site: Site): Promise<BrowserSession | undefined> {
      const now = clock.now();
      const hash = hashOf(cookie);
      const row = await browserSessionHolder.first({
        hash,
        site: site.id,
        security: site.securityVersion,
        usedSince: now - BROWSER_SESSION_IDLE,
      });
      if (!row) return undefined;
      const account = accountOf(row);
      if (hasExpired(account, now)) return undefined;
      if (now - row.used_at > USE_RESOLUTION) {
        await database.write(async (tx) => touchBrowserSession.run({ hash, now }, tx));
      }
      return { account, csrf: row.csrf, ...samlSessionOf(row) };
    },

    async closeBrowserSession(cookie: string): Promise<void> {
      await database.write(async (tx) => dropBrowserSession.run({ hash: hashOf(cookie) }, tx));
    },

    /**
     * Ends the browser sessions that SAML opened for that NameID on the site: all of them, or those of one session at
     * the identity provider. How many there were.
     */
    async closeSamlSessions(site: Site, nameID: string, sessionIndex?: string): Promise<number> {
      return database.write(async (tx) => {
        let ended = 0;
        for (const row of await samlSessionsOf.all({ samlName: samlNameOf(site, nameID) }, tx)) {
          const { samlSession } = samlSessionOf(row);
          if (sessionIndex !== undefined && samlSession?.sessionIndex !== sessionIndex) continue;
          ended += await dropBrowserSession.run({ hash: Buffer.from(row.hash) }, tx);
        }
        return ended;
      });
    },
  };
}

function samlNameOf(site: Site, nameID: string): Buffer {
  return hashOf(`${site.id}:${nameID}`);
}

function samlSessionOf(row: { readonly saml_session: string | null }): { samlSession?: SamlSession } {
  return row.saml_session === null ? {} : { samlSession: JSON.parse(row.saml_session) as SamlSession };
}

function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
