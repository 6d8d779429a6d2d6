/** The database: it answers, its tables are of this version, and every site has somebody who administers it. */
import { access } from 'node:fs/promises';
import { PRIVILEGE_BITS } from '../../accounts/account.ts';
import { newestMigration } from '../../database/migrate.ts';
import type { RowSource } from '../../database/transfer/row-store.ts';
import { tableRecords } from '../../database/transfer/table-records.ts';
import { sourceAt } from '../../database/transfer/transfer.ts';
import { databaseFile } from '../../installation.ts';
import type { Settings } from '../../settings.ts';
import { about, type Finding, messageOf } from './finding.ts';

export async function databaseCheck(settings: Settings): Promise<readonly Finding[]> {
  const database = about('database');
  if (settings.database === '') {
    const file = databaseFile(settings);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (!isThere) return [database.look(`${file} is not there yet: the first \`parlance serve\` makes it`)];
  }
  try {
    await using source = await sourceAt(settings.database || `sqlite:${databaseFile(settings)}`);
    return [version(source), ...(await sites(source))];
  } catch (error) {
    return [database.wrong(`${messageOf(error)}. Is --database what it should be, and is the server up?`)];
  }
}

function version({ migrations }: RowSource): Finding {
  const database = about('database');
  const [found, newest] = [migrations.at(-1), newestMigration()];
  if (found === undefined)
    return database.look('it answers, and is empty: the first `parlance serve` makes its tables');
  if (found === newest) return database.ok('it answers, and its tables are those of this version');
  return found < newest
    ? database.look('its tables are of an earlier version: the next `parlance serve` brings them up to date')
    : database.wrong('its tables are of a later version: run the Parlance that wrote it, or a later one');
}

/** Sites without an active administrator cannot help themselves. */
async function sites(source: RowSource): Promise<Finding[]> {
  const names = new Map<unknown, string>();
  for await (const { id, name } of tableRecords(source, 'site')) names.set(id, String(name));
  if (source.migrations.length === 0) return [];
  const site = about('sites');
  if (names.size === 0) return [site.look('there is none: parlance site add <name> --type 3')];
  const administered = new Set<unknown>();
  for await (const { site: of, active, privileges } of tableRecords(source, 'account')) {
    if (active === 'ACTIVATED' && (Number(privileges) & PRIVILEGE_BITS.siteAdmin) !== 0) administered.add(of);
  }
  const alone = [...names].filter(([id]) => !administered.has(id)).map(([, name]) => name);
  return [
    ...alone.map((name) =>
      site.look(`${name} has no active administrator: parlance account add ${name} <webExID> --admin …`),
    ),
    site.ok(names.size === 1 ? 'there is one' : `there are ${names.size}`),
  ];
}
