/** Which integration calls the token endpoint: by HTTP Basic, or by fields of the form (RFC 6749, 2.3.1). */
import { tokenHash } from '../../random.ts';
import type { Integration } from '../../sign-in/api-tokens/integration.ts';
import { OAuthRefused } from '../../sign-in/api-tokens/oauth-refused.ts';
import type { TokenCall } from './token-answers.ts';

/** @throws OAuthRefused, TooManyWrongProofs */
export async function callingClient({ request, context, fields, isAbout }: TokenCall): Promise<Integration> {
  const { apiTokens, clientGuesses } = context;
  const { clientId, secret } = credentialsIn(request.headers.authorization, fields);
  const address = context.callerAddress(request.raw);
  const proof = tokenHash(JSON.stringify([clientId, secret ?? ''])).toString('base64');
  clientGuesses.check(address, proof);
  const integration = await apiTokens.proven(clientId, secret).catch(async (error: unknown) => {
    if (error instanceof OAuthRefused) await clientGuesses.wrong(address, proof);
    throw error;
  });
  clientGuesses.right(proof);
  isAbout(await context.apiTokens.integrations.siteOf(integration), integration.name);
  return integration;
}

function credentialsIn(authorization: string | undefined, fields: ReadonlyMap<string, string>) {
  const [named, secret] = [fields.get('client_id'), fields.get('client_secret')];
  if (authorization === undefined) {
    if (named === undefined) throw new OAuthRefused('invalid_client', 'client_id is required.');
    return { clientId: named, secret };
  }
  const [, encoded = ''] = /^basic +([\w+/=-]+)$/i.exec(authorization.trim()) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw new OAuthRefused('invalid_client', 'The header Authorization is no HTTP Basic.');
  if (secret !== undefined)
    throw new OAuthRefused('invalid_request', 'The client proves itself in two ways.');
  const clientId = formDecoded(text.slice(0, colon));
  if (named !== undefined && named !== clientId) {
    throw new OAuthRefused('invalid_request', 'client_id is not that of the header Authorization.');
  }
  const sent = formDecoded(text.slice(colon + 1));
  return { clientId, secret: sent === '' ? undefined : sent };
}

/** As a form has it: both parts are encoded so before they are put together. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
