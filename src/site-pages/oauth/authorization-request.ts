/** What a program asks a person for, as it stands in the address that it has sent them to (RFC 6749, 4.1.1; RFC 7636). */
import type { Context } from '../../context.ts';
import type { Integration } from '../../sign-in/api-tokens/integration.ts';
import type { OAuthError } from '../../sign-in/api-tokens/oauth-refused.ts';
import { isRegistered } from '../../sign-in/api-tokens/redirect-uri.ts';
import { ALWAYS_GRANTED, isScope, scopeNames } from '../../sign-in/api-tokens/scopes.ts';
import type { Site } from '../../sites/site.ts';

/** Where an answer may be sent. */
export interface WayBack {
  readonly redirectUri: string;
  readonly state: string | undefined;
}

export interface AuthorizationRequest extends WayBack {
  readonly integration: Integration;
  /** As they were asked for. */
  readonly scopes: readonly string[];
  readonly codeChallenge: string | undefined;
}

/** It is told to the person, and nobody is sent anywhere: the address may be a thief's. */
interface Shown {
  readonly kind: 'shown';
  readonly problem: 'UnknownIntegration' | 'ForeignRedirect';
}

/** It is told to the program. */
interface SentBack extends WayBack {
  readonly kind: 'sentBack';
  readonly error: OAuthError;
  readonly description: string;
}

export type ReadRequest = Shown | SentBack | { readonly kind: 'asked'; readonly asked: AuthorizationRequest };

/** Letters. */
const LONGEST_STATE = 4_000;

/** The parameters that go along with a grant. */
export const PARAMETERS = [
  'client_id',
  'response_type',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;

export async function readRequest(
  { apiTokens }: Pick<Context, 'apiTokens'>,
  site: Site,
  sent: URLSearchParams,
): Promise<ReadRequest> {
  const one = (name: string) => (sent.getAll(name).length === 1 ? (sent.get(name) ?? '') : '');
  const integration = await apiTokens.integrations.byClientId(one('client_id'));
  if (integration?.site !== site.id) return { kind: 'shown', problem: 'UnknownIntegration' };
  const redirectUri = one('redirect_uri');
  if (!isRegistered(redirectUri, integration.redirectUris))
    return { kind: 'shown', problem: 'ForeignRedirect' };
  const state = sent.get('state') ?? undefined;
  const back = {
    redirectUri,
    state: state !== undefined && state.length <= LONGEST_STATE ? state : undefined,
  };
  const refused = (error: OAuthError, description: string) =>
    ({ kind: 'sentBack', ...back, error, description }) as const;

  const twice = PARAMETERS.find((name) => sent.getAll(name).length > 1);
  if (twice !== undefined) return refused('invalid_request', `${twice} is given more than once.`);
  if (state !== back.state)
    return refused('invalid_request', `state can have ${LONGEST_STATE} letters at most.`);
  if (!integration.enabled) return refused('unauthorized_client', 'The integration is switched off.');
  if (sent.get('response_type') !== 'code') {
    return refused('unsupported_response_type', 'response_type must be code.');
  }
  const challenge = sent.get('code_challenge') ?? undefined;
  const method = sent.get('code_challenge_method') ?? undefined;
  if (method !== undefined && method !== 'S256') {
    return refused('invalid_request', 'code_challenge_method must be S256.');
  }
  if (challenge !== undefined && method === undefined) {
    return refused('invalid_request', 'code_challenge_method must be S256.');
  }
  if (challenge === undefined && (method !== undefined || integration.isPublic)) {
    return refused('invalid_request', 'code_challenge is required.');
  }
  if (challenge !== undefined && !/^[\w-]{43}$/.test(challenge)) {
    return refused('invalid_request', 'code_challenge is no SHA-256 in base64url.');
  }
  const scopes = scopeNames(sent.get('scope') ?? '');
  const isAsked = (scope: string) =>
    isScope(scope) && (scope === ALWAYS_GRANTED || integration.scopes.includes(scope));
  if (scopes.length === 0 || !scopes.every(isAsked)) {
    return refused('invalid_scope', 'The requested scope is invalid.');
  }
  return { kind: 'asked', asked: { integration, ...back, scopes, codeChallenge: challenge } };
}
