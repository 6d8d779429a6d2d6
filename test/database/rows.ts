import { randomInt } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Tables } from '../../src/database/database.ts';

/** Rows that are complete, for tests that look at one column. */

export function siteRow(row: Partial<Insertable<Tables['site']>> = {}): Insertable<Tables['site']> {
  const unique = randomInt(1, 2 ** 47);
  return {
    site_id: unique,
    name: `site-${unique}`,
    type: 3,
    status: 'ACTIVE',
    security_version: 1,
    version: 0,
    created_at: 0,
    document: '{}',
    ...row,
  };
}

export function accountRow(
  row: Partial<Insertable<Tables['account']>> & { site: number },
): Insertable<Tables['account']> {
  const unique = randomInt(1, 2 ** 47);
  return {
    user_id: unique,
    webex_id: `Person-${unique}`,
    webex_id_key: `person-${unique}`,
    email: `Person-${unique}@acme.com`,
    email_key: `person-${unique}@acme.com`,
    email_confirmed: 1,
    first_name: 'Ada',
    first_name_key: 'ada',
    last_name: 'Byron',
    last_name_key: 'byron',
    active: 'ACTIVATED',
    privileges: 1,
    registered_at: 0,
    expires_at: null,
    personal_url: `Person-${unique}`,
    personal_url_key: `person-${unique}`,
    access_code: null,
    time_zone_id: 4,
    category_id: 0,
    visit_count: 0,
    locked: 0,
    password_hash: null,
    password_changed_at: 0,
    credential_version: 1,
    failed_sign_ins: 0,
    failed_since: 0,
    version: 0,
    document: '{}',
    ...row,
  };
}
