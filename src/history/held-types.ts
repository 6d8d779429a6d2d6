/** Of which type sessions were that have been held: it is known when they are gone. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Site } from '../sites/site.ts';

/** By their keys. */
export async function typesOfHeld(
  database: Pick<Database, 'builder' | 'all'>,
  site: Pick<Site, 'id'>,
  keys: readonly number[],
): Promise<Map<number, number>> {
  if (keys.length === 0) return new Map();
  const query = sql<{ key: number; type: number }>`select u.session_key as key, max(u.session_type) as type
    from usage as u where u.site = ${site.id} and u.session_key in (${sql.join(keys)}) group by u.session_key`;
  return new Map((await database.all(query.compile(database.builder))).map(({ key, type }) => [key, type]));
}
