/** What the audit has of the acts of the matrix. */
import { openAuditList } from '../../src/audit/audit-list.ts';
import type { TestSite } from '../support/site.ts';

export interface Audited {
  /** The number of the newest entry. */
  newest(): Promise<number>;
  /** The acts that were written down since, and by whom. */
  since(entry: number): Promise<string[]>;
  /** All of it, as it is stored. */
  everything(): Promise<string>;
}

/** More entries than one request leaves. */
const MOST = 20;

export async function auditedIn({ context }: TestSite): Promise<Audited> {
  const list = openAuditList(context.database);
  const newestOf = async (most: number) => (await list.page({}, undefined, most)).entries;
  return {
    newest: async () => (await newestOf(1))[0]?.id ?? 0,

    async since(entry) {
      const entries = (await newestOf(MOST)).filter(({ id }) => id > entry);
      return entries.map(({ act, actor }) => `${act} by ${actor.name}`);
    },

    async everything() {
      const texts: string[] = [];
      for await (const entries of list.all({})) texts.push(JSON.stringify(entries));
      return texts.join('');
    },
  };
}
