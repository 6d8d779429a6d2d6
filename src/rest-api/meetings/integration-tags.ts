/** Tags that a client keeps at a meeting: they are private to the client that made them. */
import type { ApiToken } from '../../sign-in/api-tokens/api-token.ts';

/** An integration, or an account by its own tokens. */
export function clientOf({ integration, account }: Pick<ApiToken, 'integration' | 'account'>): string {
  return integration ? `integration:${integration.id}` : `account:${account.id}`;
}
