/** AuthenticateUser: a session ticket for a credential. */
import type { Account } from '../../accounts/account.ts';
import type { ApiToken } from '../../sign-in/api-tokens/api-token.ts';
import { EVERYTHING } from '../../sign-in/api-tokens/scopes.ts';
import { isSecret } from '../../sign-in/api-tokens/secrets.ts';
import {
  AccessTokenInvalid,
  AuthenticationServerRefused,
  SessionTicketNotSupported,
  SsoRefused,
} from '../../sign-in/failures.ts';
import { usesSaml } from '../../sign-in/saml/saml-readiness.ts';
import { isNamed } from '../../sign-in/sign-in.ts';
import type { Site } from '../../sites/site.ts';
import { long, optional, text } from '../../xml/schema.ts';
import { anybodyWithCredentials } from '../access.ts';
import { body, type CredentialsCall, operation } from '../operation.ts';
import { userService } from '../service.ts';

export const authenticateUser = operation({
  service: userService,
  name: 'AuthenticateUser',
  level: '5.5',
  summary:
    'Exchanges a password, an assertion (SSO sites) or an access token for a session ticket, which every operation takes in its place. A token is of the REST interface with the scope spark:all, or on CI sites of their provider.',
  may: anybodyWithCredentials,
  throttled: 'userOperations',
  refuses: [AuthenticationServerRefused, SsoRefused, SessionTicketNotSupported],
  request: body(userService, 'authenticateUser', {
    samlResponse: optional(text({ secret: true })),
    accessToken: optional(text({ secret: true })),
  }),
  response: body(userService, 'authenticateUserResponse', {
    sessionTicket: text(),
    createTime: optional(long()),
    timeToLive: optional(long()),
  }),
  async run(call, given) {
    const account = await accountOf(call, given);
    await call.count();
    return call.app.tickets.sessionTicketFor(account, call.site);
  },
});

interface Given {
  readonly samlResponse?: string | undefined;
  readonly accessToken?: string | undefined;
}

/**
 * By the one credential that counts, in the order of the release notes ("Enhancement To User Authentication"): on
 * SSO sites samlResponse, then password; on CI sites password, then accessToken; on the others password. When it is
 * wrong, no other one is looked at. A token of the REST interface is taken as accessToken on every site: this is how a
 * program mixes both interfaces (migration guide).
 */
async function accountOf(call: CredentialsCall, { samlResponse, accessToken }: Given): Promise<Account> {
  const { site, credentials } = call;
  const { saml } = call.app;
  const { webExID, email, password, sessionTicket, partnerID } = credentials;
  if (samlResponse !== undefined && site.type !== 1 && usesSaml(site)) {
    return saml.accountOf(site, samlResponse, webExID ?? email, partnerID);
  }
  if (password !== undefined) return call.identify('password');
  if (accessToken !== undefined) return byAccessToken(call, accessToken);
  if (samlResponse !== undefined) {
    throw new AuthenticationServerRefused('a samlResponse on a site that has no single sign-on');
  }
  // A ticket that could be exchanged for the next one would never end.
  if (sessionTicket !== undefined) throw new SessionTicketNotSupported();
  // A webExAccessToken of the security context, or nothing.
  return call.identify('password');
}

async function byAccessToken(
  { site, credentials, app: { signIn, apiTokens } }: CredentialsCall,
  accessToken: string,
): Promise<Account> {
  if (isSecret(accessToken.trim(), 'access')) {
    return ofApiToken(await apiTokens.find(accessToken.trim()), site, credentials);
  }
  try {
    return await signIn.byAccessToken(site, credentials, accessToken);
  } catch (error) {
    if (error instanceof AccessTokenInvalid) throw new AuthenticationServerRefused(error.message);
    throw error;
  }
}

/** A session ticket opens all that the account may do: so does the scope that is asked for. */
function ofApiToken(
  token: ApiToken | undefined,
  site: Site,
  { webExID, email }: CredentialsCall['credentials'],
): Account {
  if (token?.site.id !== site.id) {
    throw new AuthenticationServerRefused('the token is unknown, of another site, or has ended');
  }
  const claimed = webExID ?? email;
  if (claimed !== undefined && !isNamed(token.account, claimed)) {
    throw new AuthenticationServerRefused('the token is of another account than the one that is named');
  }
  if (!token.scopes.has(EVERYTHING)) {
    throw new AuthenticationServerRefused(`the token lacks the scope ${EVERYTHING}`);
  }
  return token.account;
}
