/** What the audit has of what somebody does: for journeys that end with "and all of it is written down". */
import type { ConsoleClient } from './console-client.ts';

interface Entry {
  readonly id: number;
  readonly act: string;
  readonly name: string;
  readonly actor: { readonly name: string; readonly face: string };
}

/** The entries of the site, the newest first, as its administrators read them. */
export async function auditEntries(admin: ConsoleClient): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let after: string | undefined; ; ) {
    const { json } = await admin.get('audit', { query: after === undefined ? {} : { after } });
    entries.push(...json.entries);
    if (json.next === null) return entries;
    after = json.next;
  }
}

/**
 * Does something, and gives what the audit has of it, in the order in which it was done: `account.created ada`.
 * @param by the webExID of whoever did it; without it everybody's
 */
export async function actsDuring(
  admin: ConsoleClient,
  work: () => Promise<unknown>,
  by?: string,
): Promise<string[]> {
  const before = new Set((await auditEntries(admin)).map(({ id }) => id));
  await work();
  return (await auditEntries(admin))
    .filter(({ id, actor }) => !before.has(id) && (by === undefined || actor.name === by))
    .reverse()
    .map(({ act, name }) => `${act} ${name}`);
}
