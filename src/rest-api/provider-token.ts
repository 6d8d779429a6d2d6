/**
 * A bearer token of the OpenID provider of a CI site, as AuthenticateUser takes it: it may be used for all that its
 * account may do. The interface has one address for all sites: the site is the one that trusts the issuer of the token.
 */
import type { Context } from '../context.ts';
import { scopesOf } from '../policies/api-token.ts';
import { signedToken } from '../sign-in/access-tokens/signed-token.ts';
import type { ApiToken } from '../sign-in/api-tokens/api-token.ts';
import { SCOPE_NAMES } from '../sign-in/api-tokens/scopes.ts';
import { AccessTokenInvalid, AccountExpired, AccountInactive, AccountLocked } from '../sign-in/failures.ts';
import type { Site } from '../sites/site.ts';

/** The number of tokens of which no row is kept. */
const NO_ROW = 0;

/**
 * Whose token it is. Nothing when no site trusts it, or the account may not be used.
 * @throws IdentityProviderSilent when the provider does not answer in time
 * @throws IdentityProviderWrong when the provider answers wrongly
 */
export async function providerToken(context: Context, bearer: string): Promise<ApiToken | undefined> {
  const said = await signedToken(bearer);
  const issuer = said?.claims.iss;
  if (issuer === undefined) return undefined;
  for (const site of await sitesThatTrust(context, issuer)) {
    const token = await tokenAt(context, site, bearer, said?.claims.exp);
    if (token) return token;
  }
  return undefined;
}

/** Milliseconds: whoever makes issuers up has all sites looked through no more often. */
const LOOKED_THROUGH = 10_000;

interface Trusting {
  readonly at: number;
  /** The sites of each issuer, by their rows. */
  readonly sites: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<Context['sites'], Promise<Trusting>>();

/** The sites that trust an issuer now. One that has begun to is known within ten seconds. */
async function sitesThatTrust(context: Context, issuer: string): Promise<Site[]> {
  const { sites, clock } = context;
  let trusting = await known.get(sites);
  if (!trusting || Math.abs(clock.now() - trusting.at) >= LOOKED_THROUGH) {
    const looking = lookedThrough(context);
    known.set(sites, looking);
    looking.catch(() => known.delete(sites));
    trusting = await looking;
  }
  const found = await Promise.all((trusting.sites.get(issuer) ?? []).map((id) => sites.byId(id)));
  return found.flatMap((site) => (site && trusts(site, issuer) ? [site] : []));
}

async function lookedThrough({ sites, clock }: Context): Promise<Trusting> {
  const at = clock.now();
  const found = new Map<string, number[]>();
  for (const id of await sites.ids()) {
    const { issuer } = (await sites.byId(id))?.settings.commonIdentity ?? {};
    if (issuer) found.set(issuer, [...(found.get(issuer) ?? []), id]);
  }
  return { at, sites: found };
}

function trusts({ type, status, settings }: Site, issuer: string): boolean {
  return type === 1 && status === 'ACTIVE' && settings.commonIdentity.issuer === issuer;
}

async function tokenAt(
  { signIn }: Context,
  site: Site,
  bearer: string,
  exp: number | undefined,
): Promise<ApiToken | undefined> {
  try {
    const account = await signIn.byAccessToken(site, {}, bearer);
    const scopes = new Set<string>(scopesOf(account, SCOPE_NAMES));
    // Without one the token has not been taken.
    const expires = (exp ?? 0) * 1000;
    return { id: NO_ROW, kind: 'personal', account, site, scopes, expires };
  } catch (error) {
    if (error instanceof AccessTokenInvalid || isAboutAccount(error)) return undefined;
    throw error;
  }
}

function isAboutAccount(error: unknown): boolean {
  return (
    error instanceof AccountLocked || error instanceof AccountInactive || error instanceof AccountExpired
  );
}
