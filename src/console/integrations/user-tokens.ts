/** The tokens of an account, and the integrations that act for it: an administrator sees and ends them. */
import { checkEndsTokens } from '../../policies/api-token.ts';
import { rowNumber } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundUser } from '../users/found-user.ts';
import type { UserTokensAnswer } from './integrations-data.ts';

export const listUserTokens = endpoint({
  method: 'GET',
  path: 'users/:userID/tokens',
  summary: 'Lists the tokens of an account, and the integrations that act for it. No token is told.',
  may: readsSite,
  async run(call, { params }): Promise<UserTokensAnswer> {
    const { site, context } = call;
    const account = await foundUser(call, params);
    const tokens = await context.apiTokens.listPersonal(account, site.securityVersion);
    const grants = await context.apiTokens.listGranted(account, site.securityVersion);
    return {
      tokens: tokens.map(({ id, name, scopes, expiresAt, usedAt = null }) => ({
        id,
        name,
        scopes,
        expiresAt,
        usedAt,
      })),
      grants: grants.map(({ id, name, scopes, usedAt = null }) => ({ id, name, scopes, usedAt })),
    };
  },
});

export const revokeUserToken = endpoint({
  method: 'DELETE',
  path: 'users/:userID/tokens/:token',
  summary: 'Ends a token of an account at once.',
  may: administers,
  async run(call, { params }) {
    const account = await foundUser(call, params);
    checkEndsTokens(call.account, account);
    await call.context.apiTokens.revokePersonal(account, rowNumber(params.token, 'token'));
    return {};
  },
});

export const revokeUserGrant = endpoint({
  method: 'DELETE',
  path: 'users/:userID/grants/:integration',
  summary: 'Ends at once what an account has granted to an integration.',
  may: administers,
  async run(call, { params }) {
    const account = await foundUser(call, params);
    checkEndsTokens(call.account, account);
    const integration = rowNumber(params.integration, 'integration');
    await call.context.apiTokens.revokeGranted(call.site, account, integration);
    return {};
  },
});
