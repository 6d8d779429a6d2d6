/** What other rooms read of the table of sessions, inside statements of their own. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Site } from '../sites/site.ts';

/** The keys of the events of a program, as a list that a column is looked for in. */
export function keysOfProgram(site: Pick<Site, 'id'>, program: number): RawBuilder<number> {
  return sql<number>`select s.session_key from session as s where s.site = ${site.id} and s.program = ${program}`;
}

/** The types of sessions that are there, by their keys. */
export async function typesOfSessions(
  database: Pick<Database, 'builder' | 'all'>,
  site: Pick<Site, 'id'>,
  keys: readonly number[],
): Promise<Map<number, number>> {
  if (keys.length === 0) return new Map();
  const query = sql<{ key: number; type: number }>`select s.session_key as key, s.session_type as type
    from session as s where s.site = ${site.id} and s.session_key in (${sql.join(keys)})`;
  return new Map((await database.all(query.compile(database.builder))).map(({ key, type }) => [key, type]));
}

/** The keys of the sessions that an account has to do with, as a list that a column is looked for in. */
export function keysOfMember(site: Pick<Site, 'id'>, account: number): RawBuilder<number> {
  return sql<number>`select s.session_key from session_member as m join session as s on s.id = m.session
    where m.account = ${account} and s.site = ${site.id}`;
}
