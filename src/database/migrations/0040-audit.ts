import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database.ts';
import type { Columns } from './columns.ts';

/** What administrators have done. Entries are added; whoever tries to change or remove one is refused by the database. */
export function audit({ bigint, text, document, identity, finish }: Columns, dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('audit_entry')
        .$call(identity)
        .addColumn('site', bigint)
        .addColumn('at', bigint, (c) => c.notNull())
        .addColumn('act', text, (c) => c.notNull())
        .addColumn('noun', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('subject', bigint)
        .addColumn('actor_kind', text, (c) => c.notNull())
        .addColumn('actor', text, (c) => c.notNull())
        .addColumn('actor_key', text, (c) => c.notNull())
        .addColumn('actor_account', bigint)
        .addColumn('actor_site', text)
        .addColumn('face', text, (c) => c.notNull())
        .addColumn('address', text)
        .addColumn('request', text)
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      for (const [name, columns] of Object.entries({
        audit_entry_by_time: ['at', 'id'],
        audit_entry_of_site: ['site', 'at', 'id'],
        audit_entry_by_actor: ['site', 'actor_key', 'at', 'id'],
        audit_entry_by_noun: ['site', 'noun', 'at', 'id'],
        audit_entry_by_act: ['site', 'act', 'at', 'id'],
        audit_entry_by_name: ['site', 'name_key', 'at', 'id'],
      })) {
        await schema.createIndex(name).on('audit_entry').columns(columns).execute();
      }
      for (const statement of dialect === 'sqlite' ? SQLITE : POSTGRES) await sql.raw(statement).execute(db);
    },
  };
}

const REFUSAL = 'an entry of the audit is never changed';

const SQLITE = [
  ...['update', 'delete'].map(
    (deed) => `create trigger audit_entry_no_${deed} before ${deed} on audit_entry
      begin select raise(abort, '${REFUSAL}'); end`,
  ),
  // `insert or replace` removes a row without a word to those who watch for that.
  `create trigger audit_entry_no_replace before insert on audit_entry
    when exists (select 1 from audit_entry where id = new.id)
    begin select raise(abort, '${REFUSAL}'); end`,
];

const POSTGRES = [
  `create function audit_entry_is_kept() returns trigger language plpgsql as
    $$ begin raise exception '${REFUSAL}' using errcode = 'integrity_constraint_violation'; end $$`,
  `create trigger audit_entry_unchanged before update or delete on audit_entry
    for each row execute function audit_entry_is_kept()`,
  `create trigger audit_entry_kept before truncate on audit_entry
    for each statement execute function audit_entry_is_kept()`,
];
