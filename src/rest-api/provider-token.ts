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

async function sitesThatTrust({ sites }: Context, issuer: string): Promise<Site[]> {
  const trusting: Site[] = [];
  for (const id of await sites.ids()) {
    const site = await sites.byId(id);
    if (site?.type === 1 && site.status === 'ACTIVE' && site.settings.commonIdentity.issuer === issuer) {
      trusting.push(site);
    }
  }
  return trusting;
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
