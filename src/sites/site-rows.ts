/** What other rooms read and write of the table of sites, inside writes of their own. */
import type { Database, Prepared } from '../database/database.ts';

/** Keeps a site as it is until the write ends. */
export function siteLock(database: Database): Prepared<{ site: number }, { id: number }> {
  return database.prepare((db, p) =>
    database.locked(db.selectFrom('site').select('id').where('id', '=', p('site'))),
  );
}

/** What was made from the site before is out of date. */
export function siteTouch(database: Database): Prepared<{ site: number }, unknown> {
  return database.prepare((db, p) =>
    db
      .updateTable('site')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', p('site')),
  );
}

/** The version of the site's security policy, as the write sees it. */
export function siteSecurity(database: Database): Prepared<{ site: number }, { security_version: number }> {
  return database.prepare((db, p) =>
    db.selectFrom('site').select('security_version').where('id', '=', p('site')),
  );
}
