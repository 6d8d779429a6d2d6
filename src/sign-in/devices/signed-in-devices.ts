/** Where an account is signed in: its browser sessions as people know them, and their end. */
import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Executor } from '../../database/database.ts';
import type { Site } from '../../sites/site.ts';
import { BROWSER_SESSION_IDLE, browserSessionId } from '../browser-sessions.ts';
import { type DeviceWords, deviceWords } from './device-words.ts';

export interface SignedInDevice extends DeviceWords {
  /** Names it, and opens nothing. */
  readonly id: string;
  /** Epoch milliseconds; the last use is right within a minute. */
  readonly signedInAt: number;
  readonly lastSeenAt: number;
  /** Where it came from when it was signed in. */
  readonly address?: string;
  /** Whether single sign-on opened it. */
  readonly bySingleSignOn: boolean;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** A program may sign in again and again: the newest are told. */
const MOST = 100;

interface DeviceRow {
  readonly hash: Uint8Array;
  readonly created_at: number;
  readonly used_at: number;
  readonly user_agent: string | null;
  readonly address: string | null;
  readonly saml_name: Uint8Array | null;
}

/** An account, and the browser session that asks, if it is one of its own. */
export interface DeviceHolder {
  readonly site: Site;
  readonly account: Account;
  /** `BrowserSession.id` */
  readonly thisDevice?: string | undefined;
}

export type SignedInDevices = ReturnType<typeof openSignedInDevices>;

export function openSignedInDevices(database: Database, clock: Clock, accounts: Pick<Accounts, 'change'>) {
  const devicesOf = database.prepare<
    { account: number; credentials: number; security: number; usedSince: number; most: number },
    DeviceRow
  >((db, p) =>
    db
      .selectFrom('browser_session')
      .select(['hash', 'created_at', 'used_at', 'user_agent', 'address', 'saml_name'])
      .where('account', '=', p('account'))
      .where('credential_version', '=', p('credentials'))
      .where('security_version', '=', p('security'))
      .where('used_at', '>', p('usedSince'))
      .orderBy('used_at', 'desc')
      .orderBy('created_at', 'desc')
      .limit(p('most')),
  );
  const drop = database.prepare<{ account: number; hash: Buffer }, unknown>((db, p) =>
    db.deleteFrom('browser_session').where('account', '=', p('account')).where('hash', '=', p('hash')),
  );
  const dropOthers = database.prepare<{ account: number; kept: Buffer }, unknown>((db, p) =>
    db.deleteFrom('browser_session').where('account', '=', p('account')).where('hash', '!=', p('kept')),
  );
  const carryOver = database.prepare<{ account: number; hash: Buffer; credentials: number }, unknown>(
    (db, p) =>
      db
        .updateTable('browser_session')
        .set({ credential_version: p('credentials') })
        .where('account', '=', p('account'))
        .where('hash', '=', p('hash')),
  );

  async function rowsOf({ site, account }: DeviceHolder, on?: Executor): Promise<DeviceRow[]> {
    return devicesOf.all(
      {
        account: account.id,
        credentials: account.credentialVersion,
        security: site.securityVersion,
        usedSince: clock.now() - BROWSER_SESSION_IDLE,
        most: MOST,
      },
      on,
    );
  }

  async function hashOf(holder: DeviceHolder, id: string | undefined): Promise<Buffer | undefined> {
    const row = (await rowsOf(holder)).find(({ hash }) => browserSessionId(hash) === id);
    return row && Buffer.from(row.hash);
  }

  return {
    /** The device last seen comes first. */
    async list(holder: DeviceHolder): Promise<SignedInDevice[]> {
      return (await rowsOf(holder)).map((row) => {
        const id = browserSessionId(row.hash);
        return {
          ...deviceWords(row.user_agent ?? ''),
          id,
          signedInAt: row.created_at,
          lastSeenAt: row.used_at,
          ...(row.address !== null && { address: row.address }),
          bySingleSignOn: row.saml_name !== null,
          isThis: id === holder.thisDevice,
        };
      });
    },

    /** False when it has ended already, or is no device of that account. */
    async end(holder: DeviceHolder, id: string): Promise<boolean> {
      const hash = await hashOf(holder, id);
      if (!hash) return false;
      return (await database.write(async (tx) => drop.run({ account: holder.account.id, hash }, tx))) === 1;
    },

    /** Every browser but the one that asks. Programs keep their session tickets. How many there were. */
    async endOthers(holder: DeviceHolder): Promise<number> {
      const kept = (await hashOf(holder, holder.thisDevice)) ?? Buffer.alloc(0);
      return database.write(async (tx) => dropOthers.run({ account: holder.account.id, kept }, tx));
    },

    /**
     * Signs the account out everywhere: browsers, session tickets, links that sign in, links to a new password. The
     * browser that asks stays signed in when it is one of the account's own.
     */
    async endEverywhere(holder: DeviceHolder): Promise<void> {
      const { site, account } = holder;
      const hash = await hashOf(holder, holder.thisDevice);
      await accounts.change(
        site,
        account.webExId,
        () => ({ signsOut: true }),
        async (tx, { credentialVersion: credentials }) => {
          if (hash) await carryOver.run({ account: account.id, hash, credentials }, tx);
        },
      );
    },
  };
}
