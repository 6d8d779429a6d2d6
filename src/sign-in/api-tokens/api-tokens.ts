/** Bearer tokens of the REST interface. They are random and kept as SHA-256 hashes. */
import type { Accounts } from '../../accounts/accounts.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Random } from '../../random.ts';
import type { Sites } from '../../sites/sites.ts';
import { openAllowedNow } from './allowed-now.ts';
import { provenIntegration } from './client-proof.ts';
import { openFindToken } from './find-token.ts';
import { openGrants } from './grants.ts';
import { openIntegrations } from './integrations.ts';
import { openPersonalTokens } from './personal-tokens.ts';
import { openTokenUses } from './token-uses.ts';

export type { ApiToken, NewPersonalToken, PersonalToken } from './api-token.ts';

export interface ApiTokenParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly accounts: Accounts;
  readonly sites: Sites;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type ApiTokens = ReturnType<typeof openApiTokens>;

export function openApiTokens(parts: ApiTokenParts) {
  const { database, clock, report } = parts;
  const uses = openTokenUses(database, clock, report);
  const integrations = openIntegrations(parts);
  return {
    allowedNow: openAllowedNow(database, parts.sites),
    find: openFindToken({ ...parts, used: uses.note }),
    ...openPersonalTokens({ ...parts, uses }),
    ...openGrants({ ...parts, uses }),
    /** The client that a program names, which has proven itself. */
    proven: (clientId: string, secret: string | undefined) =>
      provenIntegration(integrations, clientId, secret),
    integrations,
  };
}
