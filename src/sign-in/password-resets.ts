/**
 * Links by which people choose a new password when they have forgotten theirs: one use, half an hour, a few in an
 * hour for each account. Only their hashes are kept; a new password or a lock ends them all.
 */
import type { Account } from '../accounts/account.ts';
import { accountLock, accountRows } from '../accounts/account-rows.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from '../accounts/rows.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { type Random, tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { ResetLinkInvalid } from './failures.ts';

/** Milliseconds that a link lives. */
const LIFE = 30 * 60_000;

/** Milliseconds that the link of a new account lives. */
const WELCOME_LIFE = 7 * 24 * 60 * 60_000;

/** Links that an account is sent in that many milliseconds. */
const WINDOW = 60 * 60_000;
const MOST_IN_WINDOW = 3;

/** 43 characters of base64url. */
const TOKEN = /^[\w-]{43}$/;

export type PasswordResets = ReturnType<typeof openPasswordResets>;

export function openPasswordResets(database: Database, clock: Clock, random: Random) {
  const add = database.prepare<
    { hash: Buffer; account: number; credentials: number; now: number; expires: number },
    unknown
  >((db, p) =>
    db.insertInto('password_reset').values({
      hash: p('hash'),
      account: p('account'),
      credential_version: p('credentials'),
      created_at: p('now'),
      expires_at: p('expires'),
    }),
  );
  const sent = database.prepare<{ account: number; since: number }, { count: number }>((db, p) =>
    db
      .selectFrom('password_reset')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('account', '=', p('account'))
      .where('created_at', '>', p('since')),
  );
  const dropOld = database.prepare<{ before: number; now: number }, unknown>((db, p) =>
    db
      .deleteFrom('password_reset')
      .where('created_at', '<=', p('before'))
      .where('expires_at', '<=', p('now')),
  );
  const lockedAccount = accountLock(database);
  const holder = database.prepare<{ hash: Buffer; site: number; now: number }, AccountRow>((db, p) =>
    db
      .selectFrom('password_reset')
      .innerJoin(accountRows(db, 'holder'), 'holder.id', 'password_reset.account')
      .select(ACCOUNT_COLUMNS.map((column) => `holder.${column}` as const))
      .where('password_reset.hash', '=', p('hash'))
      .where('password_reset.expires_at', '>', p('now'))
      .where('holder.site', '=', p('site'))
      .whereRef('password_reset.credential_version', '=', 'holder.credential_version'),
  );

  return {
    /**
     * Makes a link's token for an account and tells of it in the same transaction; nothing when it has had its
     * share. Without an account it takes as long, so that nobody learns whether there is one.
     */
    async begin(
      account: Account | undefined,
      tell: (tx: Executor, token: string) => Promise<void>,
    ): Promise<void> {
      const token = random.bytes(32).toString('base64url');
      await database.write(async (tx) => {
        const now = clock.now();
        await dropOld.run({ before: now - WINDOW, now }, tx);
        if (!account) return;
        await lockedAccount.first({ account: account.id }, tx);
        const before = await sent.first({ account: account.id, since: now - WINDOW }, tx);
        if ((before?.count ?? 0) >= MOST_IN_WINDOW) return;
        const { id, credentialVersion: credentials } = account;
        await add.run({ hash: tokenHash(token), account: id, credentials, now, expires: now + LIFE }, tx);
        await tell(tx, token);
      });
    },

    /** The token of a link for a new account, in the transaction that creates it: one use, a week. */
    async welcome(account: Account, tx: Executor): Promise<string> {
      const token = random.bytes(32).toString('base64url');
      const now = clock.now();
      const { id, credentialVersion: credentials } = account;
      const expires = now + WELCOME_LIFE;
      await add.run({ hash: tokenHash(token), account: id, credentials, now, expires }, tx);
      return token;
    },

    /**
     * Whose link it is. It is used up by the new password, which is a new credential version.
     * @throws ResetLinkInvalid when the link is unknown, used or expired
     */
    async holderOf(site: Site, token: string): Promise<Account> {
      const row = TOKEN.test(token)
        ? await holder.first({ hash: tokenHash(token), site: site.id, now: clock.now() })
        : undefined;
      if (!row) throw new ResetLinkInvalid();
      return accountOf(row);
    },
  };
}
