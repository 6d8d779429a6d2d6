/**
 * Links by which people confirm a new e-mail address: one use, three days, a few in an hour for each account. Only their
 * hashes are kept, each with the address that it was sent to: another address makes them worth nothing.
 */
import type { Account, AccountWithProfile } from '../accounts/account.ts';
import { accountRows } from '../accounts/account-rows.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from '../accounts/rows.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { type Random, tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { ConfirmationLinkInvalid } from './failures.ts';

/** Milliseconds that a link lives. */
const LIFE = 3 * 24 * 60 * 60_000;

/** Links that an account has sent in that many milliseconds, to whatever addresses. */
const WINDOW = 60 * 60_000;
const MOST_IN_WINDOW = 3;

/** 43 characters of base64url. */
const TOKEN = /^[\w-]{43}$/;

export type EmailConfirmations = ReturnType<typeof openEmailConfirmations>;

/** Writes the mail with the link. */
export type TellOfConfirmation = (
  tx: Executor,
  site: Site,
  account: AccountWithProfile,
  token: string,
) => Promise<void>;

export function openEmailConfirmations(
  database: Database,
  clock: Clock,
  random: Random,
  tell: TellOfConfirmation,
) {
  const add = database.prepare<
    { hash: Buffer; account: number; key: string; now: number; expires: number },
    unknown
  >((db, p) =>
    db.insertInto('email_confirmation').values({
      hash: p('hash'),
      account: p('account'),
      email_key: p('key'),
      created_at: p('now'),
      expires_at: p('expires'),
    }),
  );
  const sent = database.prepare<{ account: number; since: number }, { count: number }>((db, p) =>
    db
      .selectFrom('email_confirmation')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('account', '=', p('account'))
      .where('created_at', '>', p('since')),
  );
  const dropOld = database.prepare<{ before: number }, unknown>((db, p) =>
    db.deleteFrom('email_confirmation').where('created_at', '<=', p('before')),
  );
  const drop = database.prepare<{ hash: Buffer }, unknown>((db, p) =>
    db.deleteFrom('email_confirmation').where('hash', '=', p('hash')),
  );
  const holder = database.prepare<{ hash: Buffer; site: number; now: number }, AccountRow>((db, p) =>
    db
      .selectFrom('email_confirmation')
      .innerJoin(accountRows(db, 'holder'), 'holder.id', 'email_confirmation.account')
      .select(ACCOUNT_COLUMNS.map((column) => `holder.${column}` as const))
      .where('email_confirmation.hash', '=', p('hash'))
      .where('email_confirmation.expires_at', '>', p('now'))
      .where('holder.site', '=', p('site'))
      .whereRef('email_confirmation.email_key', '=', 'holder.email_key'),
  );

  return {
    /**
     * Sends a link to the address that an account has now, in the transaction in which it got it. Nothing is sent when
     * the address is confirmed, or the account has had its share.
     */
    async ask(tx: Executor, site: Site, account: AccountWithProfile): Promise<void> {
      if (account.emailConfirmed) return;
      const now = clock.now();
      await dropOld.run({ before: now - LIFE }, tx);
      const before = await sent.first({ account: account.id, since: now - WINDOW }, tx);
      if ((before?.count ?? 0) >= MOST_IN_WINDOW) return;
      const token = random.bytes(32).toString('base64url');
      const key = account.email.toLowerCase();
      await add.run({ hash: tokenHash(token), account: account.id, key, now, expires: now + LIFE }, tx);
      await tell(tx, site, account, token);
    },

    /** Whose address it confirms. @throws ConfirmationLinkInvalid */
    async holderOf(site: Site, token: string): Promise<Account> {
      const row = TOKEN.test(token)
        ? await holder.first({ hash: tokenHash(token), site: site.id, now: clock.now() })
        : undefined;
      if (!row) throw new ConfirmationLinkInvalid();
      return accountOf(row);
    },

    /** Uses a link up, in the write that confirms the address. @throws ConfirmationLinkInvalid when it was used before */
    async spend(tx: Executor, token: string): Promise<void> {
      if ((await drop.run({ hash: tokenHash(token) }, tx)) !== 1) throw new ConfirmationLinkInvalid();
    },
  };
}
