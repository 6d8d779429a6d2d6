/** The provider itself: its clients, its people, and what it says of them. */
import { generateKeyPair, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import { type Configuration, errors, type JWK, Provider, type ResourceServer } from 'oidc-provider';
import type { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { isSignInPage, signInPage } from './demo-sign-in-page.ts';
import { COMMAND_LINE_CLIENT, IDENTITY_PATH, type IdentityHandler, RESOURCE } from './identity.ts';
import { memory } from './memory.ts';

/** Seconds that a token lives. */
const TOKEN_LIFE = 3600;

/** What is asked of a JWT; anything else is an opaque token. */
const MEETINGS: ResourceServer = {
  scope: '',
  audience: RESOURCE,
  accessTokenTTL: TOKEN_LIFE,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
};

export async function openDemoProvider(context: Context, siteName: string): Promise<IdentityHandler> {
  const issuer = context.links.publicUrl() + IDENTITY_PATH;
  const site = await context.sites.required(siteName);
  const provider = new Provider(issuer, await configuration(context, site));
  provider.proxy = issuer.startsWith('https:');
  provider.on('server_error', (_ctx, error) => context.log.fault('identity', error));
  passwordGrant(provider, context, siteName);
  const answer = provider.callback();
  const signIn = signInPage(provider, context, siteName);
  return (request, response) => {
    // As a framework tells an application where it is mounted.
    request.url = request.url?.slice(IDENTITY_PATH.length) || '/';
    Object.assign(request, { baseUrl: pathOf(context) });
    if (isSignInPage(request)) signIn(request, response);
    else answer(request, response);
  };
}

async function configuration(context: Context, site: Site): Promise<Configuration> {
  const { clientID, clientSecret } = site.settings.commonIdentity;
  return {
    adapter: memory(),
    jwks: { keys: [await signingKey(context)] },
    cookies: { keys: [context.random.bytes(32).toString('base64url')] },
    clients: [
      {
        client_id: clientID,
        client_secret: clientSecret,
        redirect_uris: [context.links.ssoBegin(site, undefined)],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
      {
        client_id: COMMAND_LINE_CLIENT,
        token_endpoint_auth_method: 'none',
        redirect_uris: [],
        grant_types: ['password'],
        response_types: [],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    scopes: ['openid', 'email', 'profile'],
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: TOKEN_LIFE,
      AuthorizationCode: 60,
      Grant: TOKEN_LIFE,
      IdToken: TOKEN_LIFE,
      Interaction: 600,
      Session: TOKEN_LIFE,
    },
    interactions: { url: (_ctx, { uid }) => `${pathOf(context)}/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => [clientID, token.clientId].includes(client.clientId),
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => client.clientId === token.clientId,
      },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== RESOURCE) throw new errors.InvalidTarget();
          return MEETINGS;
        },
      },
      rpInitiatedLogout: { enabled: false },
    },
    extraTokenClaims: async (_ctx, token) => {
      if (token.kind !== 'AccessToken') return undefined;
      const account = await context.accounts.find(site, token.accountId);
      return account && { email: account.email, email_verified: true };
    },
    async findAccount(_ctx, sub) {
      const account = await context.accounts.find(site, sub);
      return account && { accountId: sub, claims: async () => claimsOf(account) };
    },
    // Its one browser client is the site itself: there is nothing to consent to.
    async loadExistingGrant({ oidc }) {
      const { client, session, params, provider } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(String(params?.scope ?? 'openid'));
      await grant.save();
      return grant;
    },
  };
}

function claimsOf({ webExId, email, firstName, lastName }: Account) {
  return { sub: webExId, email, email_verified: true, name: `${firstName} ${lastName}`.trim() };
}

/** Where its pages are for the browser. */
function pathOf({ links }: Context): string {
  return new URL(links.publicUrl() + IDENTITY_PATH).pathname;
}

async function signingKey({ random }: Context): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const key: JsonWebKey = privateKey.export({ format: 'jwk' });
  return { ...key, kid: random.uuid(), alg: 'RS256', use: 'sig' } as JWK;
}

interface PasswordGrant {
  readonly username?: string;
  readonly password?: string;
  readonly resource?: string | readonly string[];
}

/** The password grant (RFC 6749, 4.3): one command gets a token, which nobody should offer outside of a demo. */
function passwordGrant(provider: Provider, context: Context, siteName: string): void {
  provider.registerGrantType<PasswordGrant>(
    'password',
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const { username = '', password = '', resource } = params;
      if (resource !== undefined && resource !== RESOURCE) throw new errors.InvalidTarget();
      const accountId = (await signedIn(context, siteName, username, password)).webExId;
      const grant = new provider.Grant({ clientId: client.clientId, accountId });
      const token = new provider.AccessToken({
        client,
        accountId,
        grantId: await grant.save(),
        gty: 'password',
        ...(resource !== undefined && {
          resourceServer: { ...MEETINGS, scopes: new Set(), identifier: () => RESOURCE },
        }),
      });
      ctx.oidc.entity('AccessToken', token);
      ctx.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        token_type: token.tokenType,
      };
    },
    ['username', 'password', 'resource'],
  );
}

async function signedIn(
  context: Context,
  siteName: string,
  webExID: string,
  password: string,
): Promise<Account> {
  try {
    return await context.signIn.byPassword(await context.sites.required(siteName), webExID, password);
  } catch (error) {
    if (error instanceof Refusal) throw new errors.InvalidGrant(error.message);
    throw error;
  }
}
