/** What is asked of the database about accounts. */
import type { Database } from '../database/database.ts';
import { type Active, PRIVILEGE_BITS } from './account.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './rows.ts';

export interface AccountNames {
  readonly webex_id: string;
  readonly webex_id_key: string;
  readonly email: string;
  readonly email_key: string;
  readonly first_name: string;
  readonly first_name_key: string;
  readonly last_name: string;
  readonly last_name_key: string;
}

interface StoredColumns extends AccountNames {
  readonly email_confirmed: 0 | 1;
  readonly active: Active;
  readonly privileges: number;
  readonly expires_at: number | null;
  readonly personal_url: string;
  readonly personal_url_key: string;
  readonly time_zone_id: number;
  readonly category_id: number;
  readonly locked: 0 | 1;
  readonly password_hash: string | null;
  readonly document: string;
}

interface InsertRow extends StoredColumns {
  readonly site: number;
  readonly user_id: number;
  readonly now: number;
  readonly access_code: string;
}

interface UpdateRow extends StoredColumns {
  readonly id: number;
  readonly password_changed_at: number;
  readonly failed_sign_ins: number;
  /** 1 ends every ticket of before. */
  readonly new_credentials: number;
}

export function accountStatements(database: Database) {
  const byWebExId = database.prepare<{ site: number; key: string }, AccountRow>((db, p) =>
    db
      .selectFrom('account')
      .select(ACCOUNT_COLUMNS)
      .where('site', '=', p('site'))
      .where('webex_id_key', '=', p('key')),
  );
  /** The same row, kept as it is until the write ends. */
  const toChange = database.prepare<{ site: number; key: string }, AccountRow>((db, p) =>
    database.locked(
      db
        .selectFrom('account')
        .select(ACCOUNT_COLUMNS)
        .where('site', '=', p('site'))
        .where('webex_id_key', '=', p('key')),
    ),
  );
  const byEmail = database.prepare<{ site: number; key: string }, AccountRow>((db, p) =>
    db
      .selectFrom('account')
      .select(ACCOUNT_COLUMNS)
      .where('site', '=', p('site'))
      .where('email_key', '=', p('key')),
  );
  const byId = database.prepare<{ id: number }, AccountRow>((db, p) =>
    db.selectFrom('account').select(ACCOUNT_COLUMNS).where('id', '=', p('id')),
  );
  const byUserId = database.prepare<{ site: number; userId: number }, AccountRow>((db, p) =>
    db
      .selectFrom('account')
      .select(ACCOUNT_COLUMNS)
      .where('site', '=', p('site'))
      .where('user_id', '=', p('userId')),
  );
  const byPersonalUrl = database.prepare<{ site: number; key: string }, AccountRow>((db, p) =>
    db
      .selectFrom('account')
      .select(ACCOUNT_COLUMNS)
      .where('site', '=', p('site'))
      .where('personal_url_key', '=', p('key')),
  );
  const byAccessCode = database.prepare<{ site: number; code: string }, AccountRow>((db, p) =>
    db
      .selectFrom('account')
      .select(ACCOUNT_COLUMNS)
      .where('site', '=', p('site'))
      .where('access_code', '=', p('code')),
  );
  const documentById = database.prepare<{ id: number }, { document: string }>((db, p) =>
    db.selectFrom('account').select('document').where('id', '=', p('id')),
  );
  const activeHosts = database.prepare<{ site: number }, { count: number }>((db, p) =>
    db
      .selectFrom('account')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('site', '=', p('site'))
      .where('active', '=', 'ACTIVATED')
      .where((eb) => eb(eb('privileges', '&', PRIVILEGE_BITS.host), '!=', 0)),
  );
  const insert = database.prepare<InsertRow, { id: number }>((db, p) =>
    db.insertInto('account').values({
      site: p('site'),
      user_id: p('user_id'),
      webex_id: p('webex_id'),
      webex_id_key: p('webex_id_key'),
      email: p('email'),
      email_key: p('email_key'),
      email_confirmed: p('email_confirmed'),
      first_name: p('first_name'),
      first_name_key: p('first_name_key'),
      last_name: p('last_name'),
      last_name_key: p('last_name_key'),
      active: p('active'),
      privileges: p('privileges'),
      registered_at: p('now'),
      expires_at: p('expires_at'),
      personal_url: p('personal_url'),
      personal_url_key: p('personal_url_key'),
      access_code: p('access_code'),
      time_zone_id: p('time_zone_id'),
      category_id: p('category_id'),
      visit_count: 0,
      locked: p('locked'),
      password_hash: p('password_hash'),
      password_changed_at: p('now'),
      credential_version: 1,
      failed_sign_ins: 0,
      failed_since: 0,
      version: 1,
      document: p('document'),
    }),
  );
  const update = database.prepare<UpdateRow, unknown>((db, p) =>
    db
      .updateTable('account')
      .set((eb) => ({
        webex_id: p('webex_id'),
        webex_id_key: p('webex_id_key'),
        email: p('email'),
        email_key: p('email_key'),
        email_confirmed: p('email_confirmed'),
        first_name: p('first_name'),
        first_name_key: p('first_name_key'),
        last_name: p('last_name'),
        last_name_key: p('last_name_key'),
        active: p('active'),
        privileges: p('privileges'),
        expires_at: p('expires_at'),
        personal_url: p('personal_url'),
        personal_url_key: p('personal_url_key'),
        time_zone_id: p('time_zone_id'),
        category_id: p('category_id'),
        locked: p('locked'),
        password_hash: p('password_hash'),
        password_changed_at: p('password_changed_at'),
        failed_sign_ins: p('failed_sign_ins'),
        credential_version: eb('credential_version', '+', p('new_credentials')),
        version: eb('version', '+', 1),
        document: p('document'),
      }))
      .where('id', '=', p('id')),
  );
  const countVisit = database.prepare<{ id: number }, unknown>((db, p) =>
    db
      .updateTable('account')
      .set((eb) => ({ visit_count: eb('visit_count', '+', 1), version: eb('version', '+', 1) }))
      .where('id', '=', p('id')),
  );
  const countAttempt = database.prepare<
    { id: number; now: number; windowStart: number; tries: number },
    unknown
  >((db, p) =>
    db
      .updateTable('account')
      .set((eb) => ({
        failed_sign_ins: eb
          .case()
          .when('failed_since', '<=', p('windowStart'))
          .then(1)
          .else(eb('failed_sign_ins', '+', 1))
          .end(),
        // The last one allowed begins the time of the lock.
        failed_since: eb
          .case()
          .when(
            eb.or([
              eb('failed_since', '<=', p('windowStart')),
              eb(eb('failed_sign_ins', '+', 1), '>=', p('tries')),
            ]),
          )
          .then(p('now'))
          .else(eb.ref('failed_since'))
          .end(),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', p('id'))
      .where((eb) =>
        eb.or([eb('failed_since', '<=', p('windowStart')), eb('failed_sign_ins', '<', p('tries'))]),
      ),
  );
  const forgetFailures = database.prepare<{ id: number }, unknown>((db, p) =>
    db
      .updateTable('account')
      .set((eb) => ({ failed_sign_ins: 0, failed_since: 0, version: eb('version', '+', 1) }))
      .where('id', '=', p('id')),
  );

  return {
    byWebExId,
    toChange,
    byEmail,
    byId,
    byUserId,
    byPersonalUrl,
    byAccessCode,
    documentById,
    activeHosts,
    insert,
    update,
    countVisit,
    countAttempt,
    forgetFailures,
  };
}
