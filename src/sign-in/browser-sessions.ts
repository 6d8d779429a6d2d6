/** Browser sessions: a cookie that lives while it is used. */
import { sql } from 'kysely';
import type { Account } from '../accounts/account.ts';
import { accountRows } from '../accounts/account-rows.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from '../accounts/rows.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { type Random, tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import type { SamlSession } from './saml/types.ts';
import { hasExpired } from './standing.ts';

/** Milliseconds without activity that end a browser session (documented: 30 minutes). */
export const BROWSER_SESSION_IDLE = 30 * 60_000;

/** A browser session's last use is written down when it is older than this. */
const USE_RESOLUTION = 60_000;

/** Characters of what a browser says of itself. */
const LONGEST_USER_AGENT = 400;

export interface BrowserSession {
  /** Names it among the devices of its account; it opens nothing. */
  readonly id: string;
  readonly account: Account;
  readonly csrf: string;
  /** When the identity provider of the site has signed the person in. */
  readonly samlSession?: SamlSession;
}

/** What a browser is known by to people. */
export interface BrowserMarks {
  readonly userAgent?: string | undefined;
  readonly address?: string | undefined;
}

/** The public name of a browser session, from which nobody finds its cookie. */
export function browserSessionId(hash: Uint8Array): string {
  return tokenHash(`browser session ${Buffer.from(hash).toString('base64url')}`)
    .subarray(0, 16)
    .toString('base64url');
}

export function openBrowserSessions(database: Database, clock: Clock, random: Random) {
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
      userAgent: string | null;
      address: string | null;
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
      user_agent: p('userAgent'),
      address: p('address'),
    }),
  );
  const browserSessionHolder = database.prepare<
    { hash: Buffer; site: number; security: number; usedSince: number },
    AccountRow & { csrf: string; used_at: number; saml_session: string | null }
  >((db, p) =>
    db
      .selectFrom('browser_session')
      .innerJoin(accountRows(db, 'holder'), 'holder.id', 'browser_session.account')
      .select(ACCOUNT_COLUMNS.map((column) => `holder.${column}` as const))
      .select(['browser_session.csrf', 'browser_session.used_at', 'browser_session.saml_session'])
      .where('hash', '=', p('hash'))
      .where('holder.site', '=', p('site'))
      .where('browser_session.used_at', '>', p('usedSince'))
      .where('browser_session.security_version', '=', p('security'))
      .whereRef('browser_session.credential_version', '=', 'holder.credential_version'),
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
  const signedInNow = database.prepare<
    { site: number; security: number; usedSince: number },
    { people: number }
  >((db, p) =>
    db
      .selectFrom('browser_session')
      .innerJoin(accountRows(db, 'holder'), 'holder.id', 'browser_session.account')
      .select((eb) => eb.fn.count<number>('browser_session.account').distinct().as('people'))
      .where('holder.site', '=', p('site'))
      .where('browser_session.used_at', '>', p('usedSince'))
      .where('browser_session.security_version', '=', p('security'))
      .whereRef('browser_session.credential_version', '=', 'holder.credential_version'),
  );
  const dropIdleBrowserSessions = database.prepare<{ usedSince: number }, unknown>((db, p) =>
    db.deleteFrom('browser_session').where('used_at', '<=', p('usedSince')),
  );

  return {
    /** How many accounts of a site are signed in in a browser. */
    async signedInPeople(site: Site): Promise<number> {
      const usedSince = clock.now() - BROWSER_SESSION_IDLE;
      const found = await signedInNow.first({ site: site.id, security: site.securityVersion, usedSince });
      return found?.people ?? 0;
    },

    /** Opens a browser session: the cookie's value, the CSRF token, and its public name. */
    async openBrowserSession(
      account: Account,
      site: Site,
      samlSession?: SamlSession,
      marks: BrowserMarks = {},
    ): Promise<{ cookie: string; csrf: string; id: string }> {
      const now = clock.now();
      const cookie = random.bytes(32).toString('base64url');
      const csrf = random.uuid();
      await database.write(async (tx) => {
        await dropIdleBrowserSessions.run({ usedSince: now - BROWSER_SESSION_IDLE }, tx);
        await addBrowserSession.run(
          {
            hash: tokenHash(cookie),
            account: account.id,
            csrf,
            now,
            credentials: account.credentialVersion,
            security: site.securityVersion,
            samlName: samlSession ? samlNameOf(site, samlSession.nameID) : null,
            samlSession: samlSession ? JSON.stringify(samlSession) : null,
            userAgent: marks.userAgent?.replaceAll('\0', '').slice(0, LONGEST_USER_AGENT) ?? null,
            address: marks.address ?? null,
          },
          tx,
        );
      });
      return { cookie, csrf, id: browserSessionId(tokenHash(cookie)) };
    },

    /** The living session of a cookie on that site. */
    async browserSession(cookie: string, site: Site): Promise<BrowserSession | undefined> {
      const now = clock.now();
      const hash = tokenHash(cookie);
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
      return { id: browserSessionId(hash), account, csrf: row.csrf, ...samlSessionOf(row) };
    },

    async closeBrowserSession(cookie: string): Promise<void> {
      await database.write(async (tx) => dropBrowserSession.run({ hash: tokenHash(cookie) }, tx));
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
  return tokenHash(`${site.id}:${nameID}`);
}

function samlSessionOf(row: { readonly saml_session: string | null }): { samlSession?: SamlSession } {
  return row.saml_session === null ? {} : { samlSession: JSON.parse(row.saml_session) as SamlSession };
}
