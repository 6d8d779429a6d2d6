import { stringify } from 'csv-stringify/sync';
import { guarded } from '../../formula-guard.ts';
import { oneOf } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { HISTORY_QUERY, historySearch } from './history-query.ts';
import { headsOf, REPORTS } from './history-reports.ts';

export const exportHistory = endpoint({
  method: 'GET',
  path: 'history/export',
  summary:
    'Saves a report as CSV: the sessions that have ended (`usage`), who was in them (`attendees`), who had registered for what is planned (`registrations`), or who looked at recordings (`recordings`).',
  may: readsSite,
  download: true,
  query: { ...HISTORY_QUERY, report: oneOf(['usage', 'attendees', 'registrations', 'recordings']) },
  async run(call, { query: { report, ...asked } }) {
    const { rows } = REPORTS[report];
    const search = await historySearch(call, asked);
    return {
      fileName: `${call.site.siteName}-${report}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: lines(headsOf(call.site, REPORTS[report]), search ? rows(call, search) : none()),
    };
  },
});

async function* none(): AsyncGenerator<never> {}

/** A mark at the beginning, by which spreadsheets know UTF-8. Rows are read as they are taken. */
async function* lines(
  heads: readonly string[],
  pages: AsyncIterable<readonly (readonly (string | number)[])[]>,
): AsyncGenerator<string> {
  yield `\ufeff${stringify([heads.map(guarded)])}`;
  for await (const page of pages) {
    yield stringify(page.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))));
  }
}
