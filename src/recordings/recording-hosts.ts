/** Whose recordings are, by name, for lists that tell it. */
import { accountRows } from '../accounts/account-rows.ts';
import type { Database } from '../database/database.ts';

export interface RecordingHost {
  readonly hostWebExID: string;
  readonly hostName: string;
  readonly hostEmail: string;
}

/** Of a host who is gone. */
const NOBODY: RecordingHost = { hostWebExID: '', hostName: '', hostEmail: '' };

/** Each with its host, in one question for all of them. */
export async function withHosts<T extends { readonly host: number }>(
  database: Database,
  recordings: readonly T[],
): Promise<(T & RecordingHost)[]> {
  const ids = [...new Set(recordings.map(({ host }) => host))];
  if (ids.length === 0) return [];
  const query = database.builder
    .selectFrom(accountRows(database.builder, 'host'))
    .select(['host.id', 'host.webex_id', 'host.first_name', 'host.last_name', 'host.email'])
    .where('host.id', 'in', ids)
    .compile();
  const hosts = new Map(
    (await database.all(query)).map((row) => [
      row.id,
      {
        hostWebExID: row.webex_id,
        hostName: `${row.first_name} ${row.last_name}`.trim(),
        hostEmail: row.email,
      },
    ]),
  );
  return recordings.map((one) => ({ ...one, ...(hosts.get(one.host) ?? NOBODY) }));
}
