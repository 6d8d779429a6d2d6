/** The names of what sessions are about, by number, and the numbers by name: a whole site's, whoever keeps them. */
import type { Database, Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';

export interface SubjectNumbers {
  readonly intAccountID?: number | undefined;
  readonly intOpptyID?: number | undefined;
}

export interface SubjectNames {
  /** By their numbers. */
  readonly accounts: ReadonlyMap<number | undefined, string>;
  readonly opportunities: ReadonlyMap<number | undefined, string>;
}

export type SalesSubjects = ReturnType<typeof openSalesSubjects>;

export function openSalesSubjects(database: Database) {
  type Table = 'sales_account' | 'sales_opportunity';

  async function names(
    table: Table,
    numbers: readonly (number | undefined)[],
    on: Executor,
  ): Promise<Map<number | undefined, string>> {
    const ids = [...new Set(numbers)].filter((number) => number !== undefined);
    if (ids.length === 0) return new Map();
    const query = database.builder.selectFrom(table).select(['id', 'name']).where('id', 'in', ids);
    return new Map((await on.all(query.compile())).map(({ id, name }) => [id, name]));
  }

  async function numbers(table: Table, site: Site, name: string): Promise<number[]> {
    const query = database.builder
      .selectFrom(table)
      .select('id')
      .where('site', '=', site.id)
      .where('name_key', '=', name.toLowerCase());
    return (await database.all(query.compile())).map(({ id }) => id);
  }

  return {
    async names(subjects: readonly SubjectNumbers[], on: Executor = database): Promise<SubjectNames> {
      return {
        accounts: await names(
          'sales_account',
          subjects.map(({ intAccountID }) => intAccountID),
          on,
        ),
        opportunities: await names(
          'sales_opportunity',
          subjects.map(({ intOpptyID }) => intOpptyID),
          on,
        ),
      };
    },

    /** The accounts of a site that have that name, in any case. */
    accountsNamed: (site: Site, name: string) => numbers('sales_account', site, name),

    /** Its opportunities that do. */
    opportunitiesNamed: (site: Site, name: string) => numbers('sales_opportunity', site, name),
  };
}
