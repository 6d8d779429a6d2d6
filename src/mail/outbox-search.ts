/** Finds mail of a site for whoever looks after it: page by page along an index, the newest first. */
import { sql } from 'kysely';
import type { Database, MailState } from '../database/database.ts';
import { MAIL_COLUMNS, type MailRow } from './mail-statements.ts';
import { type Mail, mailOf, type OutboxPage, type OutboxParts } from './outbox.ts';
import type { MailKind } from './texts.ts';

/** What is looked for; what is absent is everything. */
export interface MailSearch {
  readonly state?: MailState | undefined;
  readonly kind?: MailKind | undefined;
  /** The whole address, in any case. */
  readonly recipient?: string | undefined;
  readonly sessionKey?: number | undefined;
  /** Written from then on, and before then; epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export type OutboxSearch = ReturnType<typeof openOutboxSearch>;

const PAGE = 50;

type Parts = Pick<OutboxParts, 'render' | 'complete'> & { readonly database: Database };

export function openOutboxSearch({ database, render, complete }: Parts) {
  return {
    /** How many of a state there are, counted no further than that. */
    async count(site: { readonly id: number }, state: MailState, most: number): Promise<number> {
      const found = database.builder
        .selectFrom('mail')
        .select('id')
        .where('site', '=', site.id)
        .where('state', '=', state)
        .limit(most);
      return (await database.all(found.compile())).length;
    },

    /** @param after the `next` of the page before */
    async page(
      site: { readonly id: number },
      { state, kind, recipient, sessionKey, from, to }: MailSearch,
      after?: OutboxPage['next'],
      most = PAGE,
    ): Promise<OutboxPage> {
      await complete();
      let query = database.builder.selectFrom('mail').select(MAIL_COLUMNS).where('site', '=', site.id);
      if (state !== undefined) query = query.where('state', '=', state);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (recipient !== undefined) {
        query = query.where(sql`lower(recipient)`, '=', recipient.trim().toLowerCase());
      }
      if (sessionKey !== undefined) query = query.where('session_key', '=', sessionKey);
      if (from !== undefined) query = query.where('created_at', '>=', from);
      if (to !== undefined) query = query.where('created_at', '<', to);
      if (after) {
        query = query
          .where('created_at', '<=', after.createdAt)
          .where((eb) => eb.or([eb('created_at', '<', after.createdAt), eb('id', '<', after.id)]));
      }
      const found = query
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most + 1);
      const rows = await database.all<MailRow>(found.compile());
      const mails: Mail[] = rows.slice(0, most).map((row) => mailOf(row, render));
      const last = mails.at(-1);
      const next = rows.length > most && last ? { createdAt: last.createdAt, id: last.id } : undefined;
      return { mails, next };
    },
  };
}
