/** The columns of an account that say who it is, and their reading. */
import type { Account, Active } from './account.ts';

export const ACCOUNT_COLUMNS = [
  'id',
  'site',
  'user_id',
  'webex_id',
  'email',
  'email_confirmed',
  'first_name',
  'last_name',
  'active',
  'privileges',
  'registered_at',
  'expires_at',
  'personal_url',
  'access_code',
  'time_zone_id',
  'category_id',
  'visit_count',
  'locked',
  'password_hash',
  'password_changed_at',
  'credential_version',
  'failed_sign_ins',
  'failed_since',
  'version',
] as const;

export interface AccountRow {
  readonly id: number;
  readonly site: number;
  readonly user_id: number;
  readonly webex_id: string;
  readonly email: string;
  readonly email_confirmed: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly active: Active;
  readonly privileges: number;
  readonly registered_at: number;
  readonly expires_at: number | null;
  readonly personal_url: string;
  readonly access_code: string | null;
  readonly time_zone_id: number;
  readonly category_id: number;
  readonly visit_count: number;
  readonly locked: number;
  readonly password_hash: string | null;
  readonly password_changed_at: number;
  readonly credential_version: number;
  readonly failed_sign_ins: number;
  readonly failed_since: number;
  readonly version: number;
}

export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    site: row.site,
    userId: row.user_id,
    webExId: row.webex_id,
    email: row.email,
    emailConfirmed: row.email_confirmed === 1,
    firstName: row.first_name,
    lastName: row.last_name,
    active: row.active,
    privileges: row.privileges,
    registeredAt: row.registered_at,
    expiresAt: row.expires_at,
    personalUrl: row.personal_url,
    accessCode: row.access_code,
    timeZoneID: row.time_zone_id,
    categoryId: row.category_id,
    visitCount: row.visit_count,
    locked: row.locked === 1,
    passwordHash: row.password_hash,
    passwordChangedAt: row.password_changed_at,
    credentialVersion: row.credential_version,
    failedSignIns: row.failed_sign_ins,
    failedSince: row.failed_since,
    version: row.version,
  };
}
