/** What a site has, as it is at this moment, while a server goes on. */
import { siteExport } from '../database/transfer/site-export.ts';
import { sourceAt } from '../database/transfer/transfer.ts';
import { databaseFile } from '../installation.ts';
import { settingsOf } from './with-settings.ts';

/**
 * Lines with their ends.
 * @throws DatabaseUnavailable when the database cannot be read, or has no such site
 */
export async function* exportSite(siteName: string, flags: Record<string, unknown>): AsyncGenerator<string> {
  const settings = settingsOf(flags);
  await using source = await sourceAt(settings.database || `sqlite:${databaseFile(settings)}`);
  yield* siteExport(source, siteName);
}
