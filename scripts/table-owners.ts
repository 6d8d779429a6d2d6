/**
 * Holds SQL to its owner: every table belongs to the room that its file in `src/database/tables/` names (`@room`), and
 * no other room names it in a statement. Where two rooms need one table, its owner gives a function. The database
 * itself, with its migrations, is every table's ground. There is no list of exceptions.
 */
import { roomBelow, type Source } from './check-floors.ts';

const TABLES = 'src/database/tables/';

/** One line for every table that is named in a statement of a room that does not own it. */
export function ownerOffences(sources: readonly Source[]): string[] {
  const owners = ownersIn(sources);
  return sources
    .filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/database/'))
    .flatMap(({ path, text }) => {
      const room = roomBelow('src/', path);
      return tablesIn(text).flatMap(({ table, line }) => {
        const owner = owners.get(table);
        if (owner === undefined || owner === room) return [];
        return [`${path}:${line} names the table ${table}, which belongs to ${owner}`];
      });
    });
}

/** The room of every table. */
function ownersIn(sources: readonly Source[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, text } of sources) {
    const table = /^(.+)-table\.ts$/.exec(path.startsWith(TABLES) ? path.slice(TABLES.length) : '')?.[1];
    const room = /^ \* @room (\S+)$/m.exec(text)?.[1];
    if (table !== undefined && room !== undefined) owners.set(table.replaceAll('-', '_'), room);
  }
  return owners;
}

const NAMED = [
  // A statement of the builder, with an alias or without: selectFrom('session as s').
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|using|\w*[jJ]oin)\(\s*(?:\[\s*)?(['"`])(\w+)/g,
  // A column of it: 'session.start_at'.
  /(['"`])(\w+)\.\w+\1/g,
];

/** In files that write SQL as text: sql`… join session as s`; sql.table('session'). */
const WRITTEN = [/(\b)(?:from|join|into|update)\s+"?(\w+)/gi, /\bsql\.(?:table|ref|id)\((['"`])(\w+)/g];

function tablesIn(text: string): { readonly table: string; readonly line: number }[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const forms = /\bsql\b/.test(code) ? [...NAMED, ...WRITTEN] : NAMED;
  return forms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({
      table: match[2] ?? '',
      line: code.slice(0, match.index).split('\n').length,
    })),
  );
}
