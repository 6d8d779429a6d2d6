/** POST /v1/access_token: a code or a refresh token becomes an access token. */
import { OAuthRefused } from '../../sign-in/api-tokens/oauth-refused.ts';
import { scopeNames } from '../../sign-in/api-tokens/scopes.ts';
import { callingClient } from './calling-client.ts';
import { requiredField, type TokenCall } from './token-answers.ts';

export async function accessToken(call: TokenCall): Promise<object> {
  const { context, fields } = call;
  const grantType = requiredField(fields, 'grant_type');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
    throw new OAuthRefused(
      'unsupported_grant_type',
      'grant_type must be authorization_code or refresh_token.',
    );
  }
  const integration = await callingClient(call);
  const granted =
    grantType === 'authorization_code'
      ? await context.apiTokens.exchange(
          integration,
          requiredField(fields, 'code'),
          fields.get('redirect_uri'),
          fields.get('code_verifier'),
        )
      : await context.apiTokens.refresh(
          integration,
          requiredField(fields, 'refresh_token'),
          scopesIn(fields),
        );
  return {
    access_token: granted.accessToken,
    expires_in: granted.expiresIn,
    refresh_token: granted.refreshToken,
    refresh_token_expires_in: granted.refreshTokenExpiresIn,
    token_type: 'Bearer',
    scope: granted.scope,
  };
}

function scopesIn(fields: ReadonlyMap<string, string>): readonly string[] | undefined {
  const asked = fields.get('scope');
  return asked === undefined ? undefined : scopeNames(asked);
}
