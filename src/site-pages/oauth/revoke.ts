/**
 * POST /v1/revoke: ends a token (RFC 7009). An integration proves itself and ends what is its own; a personal token is
 * ended by whoever holds it. What is no token is as good as ended.
 */
import { callingClient } from './calling-client.ts';
import { requiredField, type TokenCall } from './token-answers.ts';

export async function revoke(call: TokenCall): Promise<undefined> {
  const { context, request, fields, isAbout } = call;
  const token = requiredField(fields, 'token');
  if (fields.has('client_id') || request.headers.authorization !== undefined) {
    await context.apiTokens.revoke(await callingClient(call), token);
    return undefined;
  }
  const found = await context.apiTokens.find(token);
  if (found?.kind !== 'personal') return callingClient(call).then(() => undefined);
  isAbout(found.site, found.account.webExId);
  await context.apiTokens.revokePersonal(found.account, found.id);
  return undefined;
}
