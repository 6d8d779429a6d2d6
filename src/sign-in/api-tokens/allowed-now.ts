/** What an integration may do for somebody at this moment, whether it has a token that has not expired or not. */
import type { Account } from '../../accounts/account.ts';
import type { Database } from '../../database/database.ts';
import type { Sites } from '../../sites/sites.ts';
import { scopeNames, stillAllowed } from './scopes.ts';

export interface AllowedNow {
  /** It is registered, and switched on. */
  readonly isOn: boolean;
  /**
   * Somebody has granted it something and has not taken that back, nor was signed out everywhere since. Tokens that have
   * expired take nothing back.
   */
  readonly isGranted: boolean;
  /** What was granted, and is still the integration's. */
  readonly scopes: ReadonlySet<string>;
}

interface Row {
  readonly enabled: number;
  readonly allowed: string;
  readonly granted: string | null;
}

export function openAllowedNow(database: Database, sites: Pick<Sites, 'byId'>) {
  const grants = database.prepare<
    { integration: number; account: number; credentials: number; security: number },
    Row
  >((db, p) =>
    db
      .selectFrom('integration')
      .leftJoin('api_grant', (join) =>
        join
          .onRef('api_grant.integration', '=', 'integration.id')
          .on('api_grant.account', '=', p('account'))
          .on('api_grant.credential_version', '=', p('credentials'))
          .on('api_grant.security_version', '=', p('security'))
          .on('api_grant.code_used_at', 'is not', null),
      )
      .select(['integration.enabled', 'integration.scopes as allowed', 'api_grant.scopes as granted'])
      .where('integration.id', '=', p('integration')),
  );

  return async (account: Account, integration: number): Promise<AllowedNow> => {
    const security = (await sites.byId(account.site))?.securityVersion ?? 0;
    const { id, credentialVersion: credentials } = account;
    const rows = await grants.all({ integration, account: id, credentials, security });
    const granted = rows.flatMap((row) => (row.granted === null ? [] : scopeNames(row.granted)));
    return {
      isOn: rows[0]?.enabled === 1,
      isGranted: rows.some((row) => row.granted !== null),
      scopes: new Set(stillAllowed(granted, scopeNames(rows[0]?.allowed ?? ''))),
    };
  };
}
