/** Entries of the log as the console is told of them. */
import type { Context } from '../../context.ts';
import { type LineRow, NOT_KEPT } from '../../request-log/log-row.ts';
import type { ApiCall } from '../api/endpoint.ts';
import type { LogFace, LogKeeping, LogLine, LogResult } from './log-data.ts';

export function lineOf(row: LineRow, site: string | undefined): LogLine {
  return {
    entry: row.id,
    at: row.at,
    id: row.request_id,
    face: row.face as LogFace,
    ...(row.operation !== null && { operation: row.operation }),
    ...(site !== undefined && { site }),
    ...(row.caller !== null && { caller: row.caller }),
    ...(row.address !== null && { address: row.address }),
    result: row.result as LogResult,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.exception_id !== null && { exceptionID: row.exception_id }),
    ...(row.http_status !== null && { httpStatus: row.http_status }),
    ms: row.took / 1000,
    bytesIn: row.bytes_in,
    bytesOut: row.bytes_out,
    hints: row.hints,
    hasBodies: row.body_size > 0,
    ...(row.body_size === NOT_KEPT && { bodiesSkipped: true }),
  };
}

/** Names the sites of rows, each site once. */
export async function linesOf(rows: readonly LineRow[], { sites }: Context): Promise<LogLine[]> {
  const names = new Map<number, string | undefined>();
  for (const { site } of rows) {
    if (site !== 0 && !names.has(site)) names.set(site, (await sites.byId(site))?.siteName);
  }
  return rows.map((row) => lineOf(row, names.get(row.site)));
}

export function keepingOf({ context, site }: ApiCall): LogKeeping {
  const { requestLog, settings } = context;
  return {
    bodies: site.settings.requestLog.bodies,
    entries: requestLog.bounds.entries,
    days: settings.logDays,
    dropped: requestLog.dropped,
  };
}
