import { type Kysely, sql } from 'kysely';

/** Indexes that the lists of the outbox are read along: by what became of a mail, by its kind, by whom it is for. */
export function mailLists() {
  return {
    async up(db: Kysely<unknown>) {
      for (const [name, columns] of Object.entries({
        mail_by_state: 'site, state, created_at, id',
        mail_by_kind: 'site, kind, created_at, id',
        mail_by_recipient: 'site, lower(recipient), created_at, id',
      })) {
        await sql.raw(`create index ${name} on mail (${columns})`).execute(db);
      }
    },
  };
}
