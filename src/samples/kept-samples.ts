/** Requests that the administrators of a site keep for the test tool, without the credentials of whoever kept them. */
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { withoutSecrets } from '../code-samples/credentials.ts';
import type { Database, Params } from '../database/database.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import { OwnRefusal, RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';

export const MOST_KEPT_SAMPLES = 500;
export const LONGEST_KEPT_SAMPLE = 64 * 1024;
const LONGEST_NAME = 128;

export interface KeptSample {
  readonly id: number;
  readonly name: string;
  /** Such as `user.GetUser`; empty where the message names none. */
  readonly operation: string;
  /** The webExID of whoever saved it last. */
  readonly savedBy: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export interface KeptMessage extends KeptSample {
  readonly message: string;
}

export class KeptSampleNotFound extends OwnRefusal {
  constructor() {
    super('there is no such sample');
  }
}

export class TooManyKeptSamples extends OwnRefusal {
  constructor() {
    super(`a site keeps at most ${MOST_KEPT_SAMPLES} samples`);
  }
}

export type KeptSamples = ReturnType<typeof openKeptSamples>;

export function openKeptSamples(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  const columns = ['id', 'name', 'operation', 'saved_by as savedBy', 'saved_at as savedAt'] as const;
  const statements = {
    ofSite: database.prepare<{ site: number }, KeptSample>((db, p) =>
      db.selectFrom('kept_sample').select(columns).where('site', '=', p('site')).orderBy('name_key'),
    ),
    one: database.prepare<{ site: number; id: number }, KeptMessage>((db, p) =>
      db
        .selectFrom('kept_sample')
        .select([...columns, 'message'])
        .where('id', '=', p('id'))
        .where('site', '=', p('site')),
    ),
    counted: database.prepare<{ site: number; key: string }, { count: number }>((db, p) =>
      db
        .selectFrom('kept_sample')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('site', '=', p('site'))
        .where('name_key', '!=', p('key')),
    ),
    save: database.prepare(
      (
        db,
        p: Params<{
          site: number;
          name: string;
          key: string;
          operation: string;
          message: string;
          by: string;
          at: number;
        }>,
      ) =>
        db
          .insertInto('kept_sample')
          .values({
            site: p('site'),
            name: p('name'),
            name_key: p('key'),
            operation: p('operation'),
            message: p('message'),
            saved_by: p('by'),
            saved_at: p('at'),
          })
          .onConflict((conflict) =>
            conflict.columns(['site', 'name_key']).doUpdateSet((eb) => ({
              name: eb.ref('excluded.name'),
              operation: eb.ref('excluded.operation'),
              message: eb.ref('excluded.message'),
              saved_by: eb.ref('excluded.saved_by'),
              saved_at: eb.ref('excluded.saved_at'),
            })),
          )
          .returning('id'),
    ),
    remove: database.prepare((db, p: Params<{ site: number; id: number }>) =>
      db
        .deleteFrom('kept_sample')
        .where('id', '=', p('id'))
        .where('site', '=', p('site'))
        .returning(['id', 'name', 'operation']),
    ),
  };

  return {
    /** By their names. */
    of: (site: Site): MaybePromise<KeptSample[]> => statements.ofSite.all({ site: site.id }),

    /** @throws KeptSampleNotFound */
    async one(site: Site, id: number): Promise<KeptMessage> {
      const found = await statements.one.first({ site: site.id, id });
      if (!found) throw new KeptSampleNotFound();
      return found;
    },

    /**
     * Gives its number. One of the same name, in any case, is replaced.
     * @throws RuleBroken, TooManyKeptSamples
     */
    async save(
      site: Site,
      {
        name,
        operation,
        message,
        by,
      }: { readonly name: string; readonly operation: string; readonly message: string; readonly by: string },
    ): Promise<number> {
      const trimmed = name.trim();
      if (trimmed === '') throw new RuleBroken('name', 'is required');
      if (trimmed.length > LONGEST_NAME)
        throw new RuleBroken('name', `may have at most ${LONGEST_NAME} characters`);
      if (Buffer.byteLength(message) > LONGEST_KEPT_SAMPLE) {
        throw new RuleBroken('message', `may have at most ${LONGEST_KEPT_SAMPLE} bytes`);
      }
      if (message.includes('\0')) throw new RuleBroken('message', 'may not have the character 0');
      const key = trimmed.toLowerCase();
      return database.write(async (tx) => {
        const others = await statements.counted.first({ site: site.id, key }, tx);
        if (Number(others?.count ?? 0) >= MOST_KEPT_SAMPLES) throw new TooManyKeptSamples();
        const row = await statements.save.first(
          {
            site: site.id,
            name: trimmed,
            key,
            operation,
            message: withoutSecrets(message),
            by,
            at: clock.now(),
          },
          tx,
        );
        const after = { operation, bytes: Buffer.byteLength(message) };
        await recordAudit(tx, { site, act: 'sample.saved', name: trimmed, after });
        return row?.id ?? 0;
      });
    },

    /** @throws KeptSampleNotFound */
    async remove(site: Site, id: number): Promise<void> {
      await database.write(async (tx) => {
        const removed = await statements.remove.first({ site: site.id, id }, tx);
        if (!removed) throw new KeptSampleNotFound();
        const { name, operation } = removed;
        await recordAudit(tx, { site, act: 'sample.deleted', name, before: { operation } });
      });
    },
  };
}
