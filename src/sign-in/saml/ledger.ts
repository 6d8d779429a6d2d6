/**
 * What single sign-on remembers, in the database, so that every process knows: what was asked, what was taken, and the
 * sign-ins that wait for their browser. Ids and secrets are kept as SHA-256 hashes.
 */
import type { Account } from '../../accounts/account.ts';
import type { Clock } from '../../clock.ts';
import { type Database, UniqueViolation } from '../../database/database.ts';
import { type Random, tokenHash } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import type { SsoErrorNumber } from './sso-errors.ts';
import type { SamlSession } from './types.ts';

/** Milliseconds in which an identity provider has to answer. */
const REQUEST_LIFE = 10 * 60_000;

/** Milliseconds in which the browser has to follow the redirect. */
const HAND_OVER_LIFE = 60_000;

type Kind = 'AuthnRequest' | 'LogoutRequest';

/** What a request of ours was about. */
export interface SentRequest {
  /** SHA-256 of the secret in the browser. */
  readonly binding: Buffer | null;
  readonly target: string | null;
}

/** A sign-in that has been verified. */
export interface HandOver extends SentRequest {
  readonly account: number;
  readonly credentialVersion: number;
  readonly samlSession: SamlSession;
}

export type Ledger = ReturnType<typeof openLedger>;

interface AskedRow {
  readonly binding: Uint8Array | null;
  readonly target: string | null;
}

export function openLedger(database: Database, clock: Clock, random: Random) {
  const addRequest = database.prepare<
    {
      hash: Buffer;
      site: number;
      kind: Kind;
      binding: Buffer | null;
      target: string | null;
      now: number;
      expires: number;
    },
    unknown
  >((db, p) =>
    db.insertInto('saml_request').values({
      hash: p('hash'),
      site: p('site'),
      kind: p('kind'),
      binding: p('binding'),
      target: p('target'),
      created_at: p('now'),
      expires_at: p('expires'),
    }),
  );
  const requestOf = database.prepare<{ hash: Buffer; site: number; kind: Kind; now: number }, AskedRow>(
    (db, p) =>
      db
        .selectFrom('saml_request')
        .select(['binding', 'target'])
        .where('hash', '=', p('hash'))
        .where('site', '=', p('site'))
        .where('kind', '=', p('kind'))
        .where('expires_at', '>', p('now')),
  );
  const dropRequest = database.prepare<{ hash: Buffer }, unknown>((db, p) =>
    db.deleteFrom('saml_request').where('hash', '=', p('hash')),
  );
  const dropOldRequests = database.prepare<{ now: number }, unknown>((db, p) =>
    db.deleteFrom('saml_request').where('expires_at', '<=', p('now')),
  );
  const addUsed = database.prepare<{ site: number; hash: Buffer; expires: number }, unknown>((db, p) =>
    db.insertInto('used_assertion').values({ site: p('site'), hash: p('hash'), expires_at: p('expires') }),
  );
  const dropOldUsed = database.prepare<{ now: number }, unknown>((db, p) =>
    db.deleteFrom('used_assertion').where('expires_at', '<=', p('now')),
  );
  const addHandOver = database.prepare<
    {
      hash: Buffer;
      site: number;
      account: number;
      credentials: number;
      binding: Buffer | null;
      target: string | null;
      samlSession: string;
      expires: number;
    },
    unknown
  >((db, p) =>
    db.insertInto('saml_hand_over').values({
      hash: p('hash'),
      site: p('site'),
      account: p('account'),
      credential_version: p('credentials'),
      binding: p('binding'),
      target: p('target'),
      saml_session: p('samlSession'),
      expires_at: p('expires'),
    }),
  );
  const handOverOf = database.prepare<
    { hash: Buffer; site: number; now: number },
    AskedRow & { account: number; credential_version: number; saml_session: string }
  >((db, p) =>
    db
      .selectFrom('saml_hand_over')
      .select(['account', 'credential_version', 'binding', 'target', 'saml_session'])
      .where('hash', '=', p('hash'))
      .where('site', '=', p('site'))
      .where('expires_at', '>', p('now')),
  );
  const dropHandOver = database.prepare<{ hash: Buffer }, unknown>((db, p) =>
    db.deleteFrom('saml_hand_over').where('hash', '=', p('hash')),
  );
  const dropOldHandOvers = database.prepare<{ now: number }, unknown>((db, p) =>
    db.deleteFrom('saml_hand_over').where('expires_at', '<=', p('now')),
  );

  const newSecret = () => random.bytes(32).toString('base64url');

  return {
    /** Remembers a request of ours. @returns the secret that the browser keeps */
    async ask(site: Site, kind: Kind, id: string, target: string | undefined): Promise<string> {
      const now = clock.now();
      const binding = newSecret();
      await database.write(async (tx) => {
        await dropOldRequests.run({ now }, tx);
        await addRequest.run(
          {
            hash: tokenHash(id),
            site: site.id,
            kind,
            binding: tokenHash(binding),
            target: target ?? null,
            now,
            expires: now + REQUEST_LIFE,
          },
          tx,
        );
      });
      return binding;
    },

    /**
     * Takes a message of a provider, once, together with the request of ours that it answers.
     * @param id of the message; none when it may come again
     * @param until epoch milliseconds from which on it is refused by its own times
     * @throws SsoRefused when it answers what was not asked, or was answered (28), or when it came before (`again`)
     */
    async take(
      site: Site,
      message: { readonly id: string; readonly until: number; readonly again: SsoErrorNumber },
      answers?: { readonly kind: Kind; readonly id: string },
    ): Promise<SentRequest | undefined> {
      const now = clock.now();
      try {
        return await database.write(async (tx) => {
          const request = answers && { hash: tokenHash(answers.id), site: site.id, kind: answers.kind, now };
          const asked = request && (await requestOf.first(request, tx));
          if (request && !asked) throw new SsoRefused(28, 'it answers no request that is open on this site');
          await dropOldUsed.run({ now }, tx);
          await addUsed.run({ site: site.id, hash: tokenHash(message.id), expires: message.until }, tx);
          if (request && (await dropRequest.run({ hash: request.hash }, tx)) !== 1) {
            throw new SsoRefused(28, 'the request has just been answered');
          }
          return asked && { binding: bytes(asked.binding), target: asked.target };
        });
      } catch (error) {
        if (!(error instanceof UniqueViolation)) throw error;
        throw new SsoRefused(message.again, 'the message was used before');
      }
    },

    /** Keeps a sign-in for the browser. @returns the code that takes it up */
    async handOver(
      site: Site,
      account: Account,
      samlSession: SamlSession,
      { binding, target }: SentRequest,
    ): Promise<string> {
      const now = clock.now();
      const code = newSecret();
      await database.write(async (tx) => {
        await dropOldHandOvers.run({ now }, tx);
        await addHandOver.run(
          {
            hash: tokenHash(code),
            site: site.id,
            account: account.id,
            credentials: account.credentialVersion,
            binding,
            target,
            samlSession: JSON.stringify(samlSession),
            expires: now + HAND_OVER_LIFE,
          },
          tx,
        );
      });
      return code;
    },

    /** Uses a code up. */
    async takeUp(site: Site, code: string): Promise<HandOver | undefined> {
      return database.write(async (tx) => {
        const found = await handOverOf.first({ hash: tokenHash(code), site: site.id, now: clock.now() }, tx);
        if (!found || (await dropHandOver.run({ hash: tokenHash(code) }, tx)) !== 1) return undefined;
        return {
          account: found.account,
          credentialVersion: found.credential_version,
          binding: bytes(found.binding),
          target: found.target,
          samlSession: JSON.parse(found.saml_session) as SamlSession,
        };
      });
    },
  };
}

function bytes(stored: Uint8Array | null): Buffer | null {
  return stored && Buffer.from(stored);
}
