/**
 * Holds SQL to its owner: every table belongs to the room that its file in `src/database/tables/` names (`@room`), and
 * no other room names it in a statement. Where two rooms need one table, its owner gives a function. The database
 * itself, with its migrations, is every table's ground. There is no list of exceptions.
 */
import { roomBelow, type Source } from './check-floors.ts';

const TABLES = 'src/database/tables/';

interface Table {
  readonly owner: string;
  readonly columns: ReadonlySet<string>;
}

/** One line for every table that is named in a statement of a room that does not own it. */
export function ownerOffences(sources: readonly Source[]): string[] {
  const tables = tablesIn(sources);
  return sources
    .filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/database/'))
    .flatMap(({ path, text }) => {
      const room = roomBelow('src/', path);
      return namesIn(text).flatMap(({ name, column, line }) => {
        const table = tables.get(name);
        if (table === undefined || table.owner === room) return [];
        if (column !== undefined && !table.columns.has(column)) return [];
        return [`${path}:${line} names the table ${name}, which belongs to ${table.owner}`];
      });
    });
}

function tablesIn(sources: readonly Source[]): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (const { path, text } of sources) {
    const name = /^(.+)-table\.ts$/.exec(path.startsWith(TABLES) ? path.slice(TABLES.length) : '')?.[1];
    const owner = /^ \* @room (\S+)$/m.exec(text)?.[1];
    if (name === undefined || owner === undefined) continue;
    const columns = new Set([...text.matchAll(/^ {2}(\w+): /gm)].map(([, column]) => column ?? ''));
    tables.set(name.replaceAll('-', '_'), { owner, columns });
  }
  return tables;
}

const NAMED = [
  // A statement of the builder, with an alias or without: selectFrom('session as s').
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|using|\w*[jJ]oin)\(\s*(?:\[\s*)?(['"`])(\w+)/g,
  // A column of it: 'session.start_at'.
  /(['"`])(\w+)\.(\w+)\1/g,
];

/** In files that write SQL as text: sql`… join session as s`; sql.table('session'). */
const WRITTEN = [/(\b)(?:from|join|into|update)\s+"?(\w+)/gi, /\bsql\.(?:table|ref|id)\((['"`])(\w+)/g];

interface Named {
  readonly name: string;
  readonly column: string | undefined;
  readonly line: number;
}

/** What may be the name of a table. */
function namesIn(text: string): Named[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const forms = /\bsql\b/.test(code) ? [...NAMED, ...WRITTEN] : NAMED;
  return forms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({
      name: match[2] ?? '',
      column: match[3],
      line: code.slice(0, match.index).split('\n').length,
    })),
  );
}
