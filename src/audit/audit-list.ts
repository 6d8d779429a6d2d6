/** Reads what administrators have done: the newest first, page by page along an index, or all of it. */
import type { ActorKind, Face } from '../acting.ts';
import type { AuditEntryTable, Database } from '../database/database.ts';
import { readDocument } from '../stored/codec.ts';
import { DIFFERENCE, type Difference } from './difference.ts';

export interface AuditEntry extends Difference {
  readonly id: number;
  /** The row of the site; null is the installation as a whole. */
  readonly site: number | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly act: string;
  readonly noun: string;
  readonly name: string;
  /** Its number as the interface shows it. */
  readonly subject: number | null;
  readonly actor: {
    readonly kind: ActorKind;
    readonly name: string;
    /** The name of the site that they are of. */
    readonly site: string | null;
    readonly face: Face;
    readonly address: string | null;
    readonly requestId: string | null;
  };
}

/** What is looked for; what is absent is everything. */
export interface AuditSearch {
  /** The row of a site, or null for what was done to the installation as a whole. */
  readonly site?: number | null | undefined;
  /** Who did it, in any case. */
  readonly actor?: string | undefined;
  readonly noun?: string | undefined;
  readonly act?: string | undefined;
  /** What it was done to, in any case. */
  readonly name?: string | undefined;
  readonly face?: string | undefined;
  /** Epoch milliseconds: from then on, and before then. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Where a page ends: the next one begins behind it. */
export interface AuditCursor {
  readonly at: number;
  readonly id: number;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Nothing on the last page. */
  readonly next: AuditCursor | undefined;
}

const PAGE = 50;
const EXPORTED_AT_ONCE = 500;

type Row = Omit<AuditEntryTable, 'id'> & { readonly id: number };

export type AuditList = ReturnType<typeof openAuditList>;

export function openAuditList(database: Database) {
  async function page(search: AuditSearch, after: AuditCursor | undefined, most: number): Promise<AuditPage> {
    const { site, actor, noun, act, name, face, from, to } = search;
    let query = database.builder.selectFrom('audit_entry').selectAll();
    if (site === null) query = query.where('site', 'is', null);
    else if (site !== undefined) query = query.where('site', '=', site);
    if (actor !== undefined) query = query.where('actor_key', '=', actor.toLowerCase());
    if (noun !== undefined) query = query.where('noun', '=', noun);
    if (act !== undefined) query = query.where('act', '=', act);
    if (name !== undefined) query = query.where('name_key', '=', name.toLowerCase());
    if (face !== undefined) query = query.where('face', '=', face);
    if (from !== undefined) query = query.where('at', '>=', from);
    if (to !== undefined) query = query.where('at', '<', to);
    if (after) {
      query = query
        .where('at', '<=', after.at)
        .where((eb) => eb.or([eb('at', '<', after.at), eb('id', '<', after.id)]));
    }
    const found = query
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(most + 1);
    const rows = await database.all<Row>(found.compile());
    const entries = rows.slice(0, most).map(entryOf);
    const last = entries.at(-1);
    return { entries, next: rows.length > most && last ? { at: last.at, id: last.id } : undefined };
  }

  return {
    page: (search: AuditSearch, after?: AuditCursor, most: number = PAGE) => page(search, after, most),

    /** Everything that is found, some at a time. */
    async *all(search: AuditSearch): AsyncGenerator<readonly AuditEntry[]> {
      let after: AuditCursor | undefined;
      do {
        const { entries, next } = await page(search, after, EXPORTED_AT_ONCE);
        if (entries.length > 0) yield entries;
        after = next;
      } while (after);
    },
  };
}

function entryOf(row: Row): AuditEntry {
  const { before, after } = readDocument(DIFFERENCE, row.document);
  return {
    id: row.id,
    site: row.site,
    at: row.at,
    act: row.act,
    noun: row.noun,
    name: row.name,
    subject: row.subject,
    ...(before && { before }),
    ...(after && { after }),
    actor: {
      kind: row.actor_kind as ActorKind,
      name: row.actor,
      site: row.actor_site,
      face: row.face as Face,
      address: row.address,
      requestId: row.request,
    },
  };
}
