/**
 * What is known of one identity provider: its addresses and its keys, fetched when they are first needed. They are
 * kept for as long as the process lives, and a provider that fails is left alone for a moment.
 */
import type { JWTVerifyGetKey } from 'jose';
import type { ServerMetadata } from 'openid-client';
import type { Clock } from '../../clock.ts';
import { IdentityProviderSilent, IdentityProviderWrong } from '../failures.ts';
import { ask, askForJson, type ProviderNetwork, type Question, trusted } from './exchange.ts';

/** Milliseconds for which addresses and keys are good. Nothing is used beyond that, so that a withdrawn key dies. */
const GOOD_FOR = 10 * 60_000;

/** Milliseconds between two looks for a key that is not known yet. */
const LOOK_AGAIN = 30_000;

/** Milliseconds for which a provider that has failed is not asked; whoever comes meanwhile hears the same at once. */
const LEFT_ALONE = 5_000;

interface Kept<T> {
  readonly value: T;
  readonly at: number;
}

export type Provider = ReturnType<typeof openProvider>;

/** @param issuer as its tokens name it */
export function openProvider(issuer: string, clock: Clock, network: ProviderNetwork = 'any') {
  let failed: Kept<unknown> | undefined;
  let lookedAgainAt: number | undefined;

  /** Whether less than that has passed. A clock that was turned back makes everything old. */
  function isWithin(milliseconds: number, since: number): boolean {
    const passed = clock.now() - since;
    return passed >= 0 && passed < milliseconds;
  }

  /** Lets nothing through for a while after a failure; then one goes ahead, and the others wait for how it fares. */
  async function guarded<T>(run: () => Promise<T>): Promise<T> {
    if (failed) {
      if (isWithin(LEFT_ALONE, failed.at)) throw failed.value;
      failed = { ...failed, at: clock.now() };
    }
    try {
      const answer = await run();
      failed = undefined;
      return answer;
    } catch (error) {
      if (error instanceof IdentityProviderSilent || error instanceof IdentityProviderWrong) {
        failed = { value: error, at: clock.now() };
      }
      throw error;
    }
  }

  const metadata = fetchedOnce(async (signal) => {
    const address = `${trusted(issuer).href.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const found = await askForJson(address, signal, network);
    if (found.issuer !== issuer) throw new IdentityProviderWrong(`${address} is that of another issuer`);
    return found as unknown as ServerMetadata;
  });

  const keys = fetchedOnce(async (signal): Promise<JWTVerifyGetKey> => {
    const { jwks_uri } = await metadata.get(signal);
    if (typeof jwks_uri !== 'string') throw new IdentityProviderWrong(`${issuer} names no keys`);
    const { createLocalJWKSet } = await import('jose');
    const found = await askForJson(jwks_uri, signal, network);
    try {
      return createLocalJWKSet(found as unknown as Parameters<typeof createLocalJWKSet>[0]);
    } catch {
      throw new IdentityProviderWrong(`${jwks_uri} answers with what is no set of keys`);
    }
  });

  /** Keeps what was fetched; those who come at the same time share one fetch. */
  function fetchedOnce<T>(fetched: (signal: AbortSignal) => Promise<T>) {
    let kept: Kept<T> | undefined;
    let coming: Promise<T> | undefined;
    const again = (signal: AbortSignal): Promise<T> => {
      coming ??= fetched(signal)
        .then((value) => {
          kept = { value, at: clock.now() };
          return value;
        })
        .finally(() => {
          coming = undefined;
        });
      return coming;
    };
    return {
      again,
      get: async (signal: AbortSignal): Promise<T> =>
        kept && isWithin(GOOD_FOR, kept.at) ? kept.value : again(signal),
      isKept: () => kept !== undefined && isWithin(GOOD_FOR, kept.at),
    };
  }

  /** Errors of all of them: `IdentityProviderSilent`, `IdentityProviderWrong`. */
  return {
    /** Its addresses, by discovery (OpenID Connect Discovery 1.0, 4). */
    metadata: (signal: AbortSignal): Promise<ServerMetadata> =>
      metadata.isKept() ? metadata.get(signal) : guarded(() => metadata.get(signal)),

    /** Finds the key that a token names. */
    keys: (signal: AbortSignal): Promise<JWTVerifyGetKey> =>
      keys.isKept() ? keys.get(signal) : guarded(() => keys.get(signal)),

    /** The keys as they are now, for a token whose key is unknown; nothing when that was asked a moment ago. */
    newKeys: async (signal: AbortSignal): Promise<JWTVerifyGetKey | undefined> => {
      if (lookedAgainAt !== undefined && isWithin(LOOK_AGAIN, lookedAgainAt)) return undefined;
      lookedAgainAt = clock.now();
      return guarded(() => keys.again(signal));
    },

    /** Any other question to it. */
    ask: (address: string, question: Question): Promise<Response> =>
      guarded(() => ask(address, { ...question, network })),
  };
}
