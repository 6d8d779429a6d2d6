/**
 * Sign-ins that administrators try. Each is of whoever began it, is answered once, within ten minutes, and signs nobody
 * in. They are kept in the database, so that the answer may come to any process.
 */
import type { Account } from '../../accounts/account.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { tokenHash } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import { documentText, parsedDocument, upgraded } from '../../stored/codec.ts';
import { SsoRefused } from '../failures.ts';
import { SIGN_ON_RESULT, type SignOnResult } from './sign-on-result.ts';

export type SignOnKind = 'saml' | 'openid';

/** Milliseconds in which the provider has to answer. */
const LIFE = 10 * 60_000;

/** Milliseconds that a result is kept. */
const KEPT_FOR = 24 * 60 * 60_000;

/** One that waits for its answer. */
export interface OpenTest {
  /** SHA-256 of what names it. */
  readonly hash: Buffer;
  /** The name of the site at whose console whoever began it works. */
  readonly home: string;
}

/** The one that somebody has begun last: each takes the place of the one before. */
export interface SignOnTest {
  readonly state: 'waiting' | 'late' | 'ended';
  /** Epoch milliseconds. */
  readonly begunAt: number;
  readonly result?: SignOnResult;
}

interface TestRow {
  readonly kind: SignOnKind;
  readonly home: string | null;
  readonly begun_at: number;
  readonly ended_at: number | null;
  readonly result: string | null;
}

interface NewTest {
  readonly hash: Buffer;
  readonly site: number;
  readonly account: number;
  readonly kind: SignOnKind;
  readonly home: string;
  readonly now: number;
}

export type SignOnTests = ReturnType<typeof openSignOnTests>;

export function openSignOnTests(database: Database, clock: Clock) {
  const add = database.prepare<NewTest, unknown>((db, p) =>
    db.insertInto('sign_on_test').values({
      hash: p('hash'),
      site: p('site'),
      account: p('account'),
      kind: p('kind'),
      home: p('home'),
      begun_at: p('now'),
    }),
  );
  const named = database.prepare<{ hash: Buffer; site: number }, TestRow>((db, p) =>
    db
      .selectFrom('sign_on_test')
      .select(['kind', 'home', 'begun_at', 'ended_at', 'result'])
      .where('hash', '=', p('hash'))
      .where('site', '=', p('site')),
  );
  const ofSomebody = database.prepare<{ site: number; account: number; kind: SignOnKind }, TestRow>((db, p) =>
    db
      .selectFrom('sign_on_test')
      .select(['kind', 'home', 'begun_at', 'ended_at', 'result'])
      .where('site', '=', p('site'))
      .where('account', '=', p('account'))
      .where('kind', '=', p('kind')),
  );
  const end = database.prepare<{ hash: Buffer; now: number; result: string }, unknown>((db, p) =>
    db
      .updateTable('sign_on_test')
      .set({ ended_at: p('now'), result: p('result') })
      .where('hash', '=', p('hash'))
      .where('ended_at', 'is', null),
  );
  const dropOld = database.prepare<{ site: number; before: number }, unknown>((db, p) =>
    db.deleteFrom('sign_on_test').where('site', '=', p('site')).where('begun_at', '<', p('before')),
  );
  const dropOwn = database.prepare<Pick<NewTest, 'site' | 'account' | 'kind'>, unknown>((db, p) =>
    db
      .deleteFrom('sign_on_test')
      .where('site', '=', p('site'))
      .where('account', '=', p('account'))
      .where('kind', '=', p('kind')),
  );

  return {
    /**
     * Takes the place of the one that they have begun before.
     * @param name what the provider brings back, which nobody can guess
     */
    async begin(site: Site, account: Pick<Account, 'id'>, kind: SignOnKind, name: string, home: string) {
      const now = clock.now();
      const test = { hash: tokenHash(name), site: site.id, account: account.id, kind, home, now };
      await database.write(async (tx) => {
        await dropOld.run({ site: site.id, before: now - KEPT_FOR }, tx);
        await dropOwn.run({ site: site.id, account: account.id, kind }, tx);
        await add.run(test, tx);
      });
    },

    /**
     * The test of that name, which waits for its answer; nothing when there is none of that name.
     * @throws SsoRefused (28) when it was answered, or began too long ago
     */
    async open(site: Site, kind: SignOnKind, name: string): Promise<OpenTest | undefined> {
      const hash = tokenHash(name);
      const test = await named.first({ hash, site: site.id });
      if (test?.kind !== kind) return undefined;
      if (test.ended_at !== null) throw new SsoRefused(28, 'the test sign-in was answered before');
      if (test.begun_at + LIFE <= clock.now())
        throw new SsoRefused(28, 'the test sign-in began too long ago');
      return { hash, home: test.home ?? site.siteName };
    },

    /** @throws SsoRefused (28) when somebody else has ended it meanwhile */
    async end({ hash }: OpenTest, result: SignOnResult): Promise<void> {
      const text = documentText(SIGN_ON_RESULT, result);
      const ended = await database.write(async (tx) => end.run({ hash, now: clock.now(), result: text }, tx));
      if (ended !== 1) throw new SsoRefused(28, 'the test sign-in has just been answered');
    },

    /** The newest that somebody has begun. */
    async newestOf(
      site: Site,
      account: Pick<Account, 'id'>,
      kind: SignOnKind,
    ): Promise<SignOnTest | undefined> {
      const test = await ofSomebody.first({ site: site.id, account: account.id, kind });
      if (!test) return undefined;
      const { begun_at: begunAt, ended_at: endedAt, result } = test;
      if (endedAt !== null && result !== null) {
        return { state: 'ended', begunAt, result: upgraded(SIGN_ON_RESULT, parsedDocument(result)) };
      }
      return { state: begunAt + LIFE <= clock.now() ? 'late' : 'waiting', begunAt };
    },
  };
}
