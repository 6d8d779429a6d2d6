/** The accounts of the sites: found by webExID, e-mail or number; created, changed, deactivated. */
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { type Database, type Executor, UniqueViolation } from '../database/database.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import { merged, type Partially } from '../merge.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { siteLock } from '../sites/site-rows.ts';
import {
  type Account,
  AccountNotFound,
  type AccountWithProfile,
  type Active,
  EmailTaken,
  HostLimitReached,
  PersonalUrlTaken,
  privilegeBits,
  WebExIdTaken,
} from './account.ts';
import { accountFacts, actOf } from './account-audit.ts';
import { type AccountEvent, eventAccount, type RecordAccountEvent } from './account-events.ts';
import type { Profile } from './account-profile.ts';
import { type AccountNames, accountStatements } from './account-statements.ts';
import { openAccountIndex } from './directory/account-index.ts';
import { DEFAULT_CATEGORY, newProfile } from './new-account.ts';
import { usualPersonalUrl } from './personal-url.ts';
import { ReadProfiles } from './read-profiles.ts';
import { type AccountRow, accountOf } from './rows.ts';

/** What can be said of a new account. The password comes as its hash: hashing is the sign-in's. */
export interface NewAccount {
  readonly webExId: string;
  readonly email: string;
  /** Whether the address counts for rights; without a word a new account's does, and a changed address does not. */
  readonly emailConfirmed?: boolean | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly passwordHash: string | null;
  readonly active?: Active | undefined;
  /** Epoch milliseconds; null is never. */
  readonly expiresAt?: number | null | undefined;
  readonly personalUrl?: string | undefined;
  readonly timeZoneID?: number | undefined;
  readonly categoryId?: number | undefined;
  readonly locked?: boolean | undefined;
  readonly profile?: Partially<Profile> | undefined;
}

/** Everything is optional: what is absent stays. */
export interface AccountChange extends Partial<NewAccount> {
  /** Ends whatever signs the account in: browsers, tickets, links. */
  readonly signsOut?: boolean | undefined;
}

/** Where the keys of personal rooms come from: they are of one kind with the keys of sessions. */
export interface RoomKeys {
  /** A key that no session and no room has or had; it is never given again. */
  keyForRoom(tx: Executor): Promise<number>;
}

/** An account, and an address of it that counts for rights from now on. */
export type ConfirmedAddress = Pick<Account, 'id' | 'site' | 'email'>;

/** What waits for the account of an e-mail address. */
export interface Invitations {
  /** Hands over what was meant for that address before it was an account's. */
  handOver(address: ConfirmedAddress, tx: Executor): Promise<void>;
}

export type Accounts = ReturnType<typeof openAccounts>;

/** How often a random number is drawn again when it is taken. */
const DRAWS = 8;

/** @param record tells whoever wants to know of what happened, in the transaction that does it */
export function openAccounts(
  database: Database,
  clock: Clock,
  random: Random,
  keys: RoomKeys,
  invitations: Invitations,
  record: RecordAccountEvent,
) {
  const profiles = new ReadProfiles();
  const statements = accountStatements(database);
  const index = openAccountIndex(database);
  const lockedSite = siteLock(database);
  const recordAudit = openAudit(database, clock);

  const byWebExId = database.lookup<{ site: number; key: string }, AccountRow, Account>({
    table: 'account',
    statement: statements.byWebExId,
    keyOf: siteAndKey,
    make: accountOf,
  });
  const byEmail = database.lookup<{ site: number; key: string }, AccountRow, Account>({
    table: 'account',
    statement: statements.byEmail,
    keyOf: siteAndKey,
    make: accountOf,
  });
  const byId = database.lookup<{ id: number }, AccountRow, Account>({
    table: 'account',
    statement: statements.byId,
    keyOf: ({ id }) => String(id),
    make: accountOf,
  });

  function find(site: Site, webExId: string, on?: Executor): MaybePromise<Account | undefined> {
    const named = { site: site.id, key: keyOf(webExId) };
    return on ? findOn(on, named) : byWebExId.find(named);
  }

  async function findByEmailOn(
    on: Executor,
    named: { site: number; key: string },
  ): Promise<Account | undefined> {
    const row = await statements.byEmail.first(named, on);
    return row && accountOf(row);
  }

  async function findOn(on: Executor, named: { site: number; key: string }): Promise<Account | undefined> {
    const row = await statements.byWebExId.first(named, on);
    return row && accountOf(row);
  }

  async function profileOf(account: Account, on?: Executor): Promise<AccountWithProfile> {
    const known = profiles.find(account);
    if (known) return { ...account, profile: known };
    const row = await statements.documentById.first({ id: account.id }, on);
    if (!row) throw new AccountNotFound(account.webExId);
    const profile = JSON.parse(row.document) as Profile;
    // What a transaction has written may not last.
    if (!on) profiles.keep(account, profile);
    return { ...account, profile };
  }

  /** Each database looks at the names in an order of its own; the webExID is told of first, then the e-mail. */
  async function byName(
    error: unknown,
    site: Site,
    { webExId, email }: AccountChange,
    personalUrl: string | undefined,
  ): Promise<unknown> {
    if (!(error instanceof UniqueViolation)) return error;
    if (webExId !== undefined && (await find(site, webExId))) return new WebExIdTaken(webExId);
    if (email !== undefined && error.constraint.includes('email')) return new EmailTaken(email);
    if (error.constraint.includes('personal_url')) return new PersonalUrlTaken(personalUrl ?? '');
    return error;
  }

  async function checkHostLimit(site: Site, on: Executor): Promise<void> {
    const limit = site.settings.hostLimit;
    if (limit === 0) return;
    await lockedSite.first({ site: site.id }, on);
    const row = await statements.activeHosts.first({ site: site.id }, on);
    if (row && row.count >= limit) throw new HostLimitReached(limit);
  }

  return {
    /** The account of that webExID, in any case. */
    find: (site: Site, webExId: string, on?: Executor) => find(site, webExId, on),

    /** The account of that e-mail address, in any case. */
    findByEmail(site: Site, email: string, on?: Executor): MaybePromise<Account | undefined> {
      const named = { site: site.id, key: keyOf(email) };
      return on ? findByEmailOn(on, named) : byEmail.find(named);
    },

    async findByUserId(site: Site, userId: number): Promise<Account | undefined> {
      const row = await statements.byUserId.first({ site: site.id, userId });
      return row && accountOf(row);
    },

    async findByPersonalUrl(site: Site, personalUrl: string): Promise<Account | undefined> {
      const row = await statements.byPersonalUrl.first({ site: site.id, key: keyOf(personalUrl) });
      return row && accountOf(row);
    },

    /** Whose personal room has that key. */
    async findByAccessCode(site: Site, accessCode: string): Promise<Account | undefined> {
      const row = await statements.byAccessCode.first({ site: site.id, code: accessCode });
      return row && accountOf(row);
    },

    async findById(id: number, on?: Executor): Promise<Account | undefined> {
      if (!on) return byId.find({ id });
      const row = await statements.byId.first({ id }, on);
      return row && accountOf(row);
    },

    /**
     * The account of that webExID.
     * @throws AccountNotFound when there is no such account
     */
    async required(site: Site, webExId: string, on?: Executor): Promise<Account> {
      const account = await find(site, webExId, on);
      if (!account) throw new AccountNotFound(webExId);
      return account;
    },

    withProfile: profileOf,

    /**
     * Creates an account; resolves when it is on disk.
     * @param also what is to be written together with it
     * @throws WebExIdTaken when another account has that webExID
     * @throws EmailTaken when another account has that address
     * @throws PersonalUrlTaken when another account has that personal address
     * @throws HostLimitReached when the site has as many hosts as it may
     */
    async create(
      site: Site,
      newcomer: NewAccount,
      also?: (tx: Executor, created: Account) => Promise<void>,
    ): Promise<Account> {
      const now = clock.now();
      const profile = merged<Profile>(newProfile(site, random), newcomer.profile ?? {});
      const active = newcomer.active ?? 'ACTIVATED';
      for (let draw = 1; ; draw++) {
        const personalUrl =
          newcomer.personalUrl ??
          usualPersonalUrl(newcomer.webExId, draw === 1 ? '' : random.digits(draw + 1));
        try {
          return await database.write(async (tx) => {
            if (active === 'ACTIVATED' && profile.privileges.host) await checkHostLimit(site, tx);
            await statements.insert.run(
              {
                ...names(newcomer),
                email_confirmed: newcomer.emailConfirmed === false ? 0 : 1,
                site: site.id,
                user_id: random.digits(9),
                active,
                privileges: privilegeBits(profile.privileges),
                now,
                expires_at: newcomer.expiresAt ?? null,
                personal_url: personalUrl,
                personal_url_key: keyOf(personalUrl),
                access_code: String(await keys.keyForRoom(tx)),
                time_zone_id: newcomer.timeZoneID ?? site.settings.timeZoneID,
                category_id: newcomer.categoryId ?? DEFAULT_CATEGORY,
                locked: newcomer.locked ? 1 : 0,
                password_hash: newcomer.passwordHash,
                document: JSON.stringify(profile),
              },
              tx,
            );
            const created = await find(site, newcomer.webExId, tx);
            if (!created) throw new AccountNotFound(newcomer.webExId);
            await index.added(created, tx);
            if (created.emailConfirmed) await invitations.handOver(created, tx);
            await record(tx, site, { kind: 'account.created', account: eventAccount(created) });
            const { webExId: name, userId: id } = created;
            const after = { ...accountFacts(created), ...newcomer.profile };
            await recordAudit(tx, { site, act: 'account.created', name, id, after });
            await also?.(tx, created);
            return created;
          });
        } catch (error) {
          if (!(isTakenDraw(error, newcomer) && draw < DRAWS)) {
            throw await byName(error, site, newcomer, personalUrl);
          }
        }
      }
    },

    /**
     * Changes what is given; resolves when it is on disk. `decide` sees the account as it is inside the
     * transaction, so that two changes at once follow each other whole.
     * @param also what is to be written together with it, by the account as it is afterwards
     * @throws AccountNotFound when there is no such account
     * @throws what `create` throws
     */
    async change(
      site: Site,
      webExId: string,
      decide: (current: AccountWithProfile) => AccountChange,
      also?: (tx: Executor, after: AccountWithProfile) => Promise<void>,
    ): Promise<void> {
      let change: AccountChange = {};
      try {
        await database.write(async (tx) => {
          const row = await statements.toChange.first({ site: site.id, key: keyOf(webExId) }, tx);
          if (!row) throw new AccountNotFound(webExId);
          const current = await profileOf(accountOf(row), tx);
          change = decide(current);
          await store(site, current, change, tx);
          await recordChange(site, current, tx);
          const after = also && (await statements.byId.first({ id: current.id }, tx));
          if (after) await also(tx, await profileOf(accountOf(after), tx));
        });
      } catch (error) {
        const renamed = change.webExId !== undefined && keyOf(change.webExId) !== keyOf(webExId);
        const given = renamed ? change : { ...change, webExId: undefined };
        throw await byName(error, site, given, change.personalUrl);
      }
    },

    /** One more visit through the browser. */
    async countVisit(account: Account): Promise<void> {
      await database.write(async (tx) => statements.countVisit.run({ id: account.id }, tx));
    },

    /**
     * Counts an attempt to sign in before its password is looked at, so that guesses that come together, to any
     * process, are never more than `tries`. False when they are used up; earlier ones count from `windowStart` on.
     */
    async countAttempt(account: Account, windowStart: number, tries: number): Promise<boolean> {
      const counted = await database.write(async (tx) =>
        statements.countAttempt.run({ id: account.id, now: clock.now(), windowStart, tries }, tx),
      );
      return counted === 1;
    },

    /** The password was right. */
    async forgetFailures(account: Account): Promise<void> {
      await database.write(async (tx) => statements.forgetFailures.run({ id: account.id }, tx));
    },
  };

  async function recordChange(site: Site, before: AccountWithProfile, tx: Executor): Promise<void> {
    const row = await statements.byId.first({ id: before.id }, tx);
    if (!row) throw new AccountNotFound(before.webExId);
    const account = accountOf(row);
    await index.changed(before, account, tx);
    const kind = changeOf(before, account);
    await record(tx, site, { kind, account: eventAccount(account) });
    const act = actOf(kind, before, account);
    const facts = async () => ({
      before: { ...accountFacts(before), ...before.profile },
      after: { ...accountFacts(account), ...(await profileOf(account, tx)).profile },
    });
    const { webExId: name, userId: id } = account;
    // Nothing that is told of an account differs once it is signed out.
    await recordAudit(tx, { site, act, name, id, ...(act !== 'account.signedOut' && (await facts())) });
  }

  async function store(
    site: Site,
    current: AccountWithProfile,
    change: AccountChange,
    tx: Executor,
  ): Promise<void> {
    const profile = change.profile ? merged<Profile>(current.profile, change.profile) : current.profile;
    const active = change.active ?? current.active;
    const wasHost = current.active === 'ACTIVATED' && current.profile.privileges.host;
    if (active === 'ACTIVATED' && profile.privileges.host && !wasHost) await checkHostLimit(site, tx);
    const email = change.email ?? current.email;
    const isSameAddress = keyOf(email) === keyOf(current.email);
    const emailConfirmed = change.emailConfirmed ?? (isSameAddress && current.emailConfirmed);
    const personalUrl = change.personalUrl ?? current.personalUrl;
    const newPassword = change.passwordHash !== undefined && change.passwordHash !== current.passwordHash;
    const locked = change.locked ?? current.locked;
    const ends =
      change.signsOut ||
      newPassword ||
      (active !== 'ACTIVATED' && current.active === 'ACTIVATED') ||
      (locked && !current.locked);
    await statements.update.run(
      {
        ...names({
          webExId: change.webExId ?? current.webExId,
          email,
          firstName: change.firstName ?? current.firstName,
          lastName: change.lastName ?? current.lastName,
        }),
        email_confirmed: emailConfirmed ? 1 : 0,
        id: current.id,
        active,
        privileges: privilegeBits(profile.privileges),
        expires_at: change.expiresAt === undefined ? current.expiresAt : change.expiresAt,
        personal_url: personalUrl,
        personal_url_key: keyOf(personalUrl),
        time_zone_id: change.timeZoneID ?? current.timeZoneID,
        category_id: change.categoryId ?? current.categoryId,
        locked: locked ? 1 : 0,
        password_hash: newPassword ? (change.passwordHash ?? null) : current.passwordHash,
        password_changed_at: newPassword ? clock.now() : current.passwordChangedAt,
        failed_sign_ins: newPassword || change.locked === false ? 0 : current.failedSignIns,
        new_credentials: ends ? 1 : 0,
        document: JSON.stringify(profile),
      },
      tx,
    );
    if (emailConfirmed && !(current.emailConfirmed && isSameAddress)) {
      await invitations.handOver({ id: current.id, site: current.site, email }, tx);
    }
  }
}

function changeOf(before: Account, after: Account): AccountEvent['kind'] {
  const [was, is] = [before, after].map(({ active }) => active === 'ACTIVATED');
  if (was === is) return 'account.changed';
  return is ? 'account.activated' : 'account.deactivated';
}

function siteAndKey({ site, key }: { readonly site: number; readonly key: string }): string {
  return `${site} ${key}`;
}

/** Texts are compared without regard to case. */
export function keyOf(text: string): string {
  return text.toLowerCase();
}

function names(named: Pick<NewAccount, 'webExId' | 'email' | 'firstName' | 'lastName'>): AccountNames {
  return {
    webex_id: named.webExId,
    webex_id_key: keyOf(named.webExId),
    email: named.email,
    email_key: keyOf(named.email),
    first_name: named.firstName,
    first_name_key: keyOf(named.firstName),
    last_name: named.lastName,
    last_name_key: keyOf(named.lastName),
  };
}

/** Whether it was something that we drew ourselves. */
function isTakenDraw(error: unknown, { personalUrl }: NewAccount): boolean {
  if (!(error instanceof UniqueViolation)) return false;
  return (personalUrl === undefined ? /user_id|access_code|personal_url/ : /user_id|access_code/).test(
    error.constraint,
  );
}
