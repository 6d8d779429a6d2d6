/** The statements of whose turn it is: when something of a webhook is due, and which process has it in hand. */
import { sql } from 'kysely';
import type { Database, Params } from '../database/database.ts';

export interface DueWebhook {
  readonly id: number;
  readonly site: number;
  readonly target_url: string;
}

export type FirstOfHost = { readonly host: string } & {
  readonly [K in keyof DueWebhook]: DueWebhook[K] | null;
};

export type TurnStatements = ReturnType<typeof turnStatements>;

export function turnStatements(database: Database) {
  return {
    /** Those that nobody has in hand, in the order in which they came due. */
    due: database.prepare<{ now: number; most: number }, DueWebhook>((db, p) =>
      db
        .selectFrom('webhook')
        .select(['id', 'site', 'target_url'])
        .where('due_at', '<=', p('now'))
        .where('in_hand_until', '<=', p('now'))
        .orderBy('due_at')
        .orderBy('id')
        .limit(p('most')),
    ),
    /**
     * Of each receiver that something waits for, in the order of their names after one, the first that is due and in nobody's
     * hand; null where there is none. However many wait for a receiver, no more of them are read.
     */
    dueByHost: database.prepare<{ now: number; after: string; most: number }, FirstOfHost>((db, p) =>
      db
        .withRecursive('receiver(host, nth)', (q) =>
          q
            .selectFrom('webhook')
            .select((eb) => [eb.fn.min<string | null>('target_host').as('host'), sql<number>`1`.as('nth')])
            .where('due_at', 'is not', null)
            .where('target_host', '>', p('after'))
            .unionAll(
              q
                .selectFrom('receiver')
                .select((eb) => [
                  eb
                    .selectFrom('webhook')
                    .select((next) => next.fn.min<string | null>('target_host').as('host'))
                    .where('due_at', 'is not', null)
                    .whereRef('target_host', '>', 'receiver.host')
                    .as('host'),
                  eb('nth', '+', 1).as('nth'),
                ])
                .where('host', 'is not', null)
                .where('nth', '<', p('most')),
            ),
        )
        .selectFrom('receiver')
        .leftJoin('webhook', (join) =>
          join.on((eb) =>
            eb(
              'webhook.id',
              '=',
              eb
                .selectFrom('webhook as first')
                .select('first.id')
                .whereRef('first.target_host', '=', 'receiver.host')
                .where('first.due_at', '<=', p('now'))
                .where('first.in_hand_until', '<=', p('now'))
                .orderBy('first.due_at')
                .orderBy('first.id')
                .limit(1),
            ),
          ),
        )
        .select((eb) => [
          eb.ref('receiver.host').$notNull().as('host'),
          'webhook.id',
          'webhook.site',
          'webhook.target_url',
        ])
        .where('receiver.host', 'is not', null)
        .orderBy('receiver.host'),
    ),
    /** Something of it is due at that time, if nothing is before. */
    comesDue: database.prepare((db, p: Params<{ id: number; at: number }>) =>
      db
        .updateTable('webhook')
        .set({ due_at: p('at') })
        .where('id', '=', p('id'))
        .where((eb) => eb.or([eb('due_at', 'is', null), eb('due_at', '>', p('at'))])),
    ),
    /** A message is written for it that is due at that time, unless it is switched off: its row is held, and stays so. */
    isTold: database.prepare<{ id: number; at: number }, { status: 'active' | 'inactive' }>((db, p) =>
      db
        .updateTable('webhook')
        .set((eb) => ({
          due_at: eb
            .case()
            .when(
              eb.and([
                eb('status', '=', 'active'),
                eb.or([eb('due_at', 'is', null), eb('due_at', '>', p('at'))]),
              ]),
            )
            .then(p('at'))
            .else(eb.ref('due_at'))
            .end(),
        }))
        .where('id', '=', p('id'))
        .returning('status'),
    ),
    /** One process has it in hand from now on: a second one changes nothing. */
    take: database.prepare((db, p: Params<{ id: number; now: number; until: number }>) =>
      db
        .updateTable('webhook')
        .set({ in_hand_until: p('until') })
        .where('id', '=', p('id'))
        .where('due_at', '<=', p('now'))
        .where('in_hand_until', '<=', p('now')),
    ),
    /** Keeps it in hand, and its row, unless somebody else has it by now. */
    keep: database.prepare((db, p: Params<{ id: number; was: number; until: number }>) =>
      db
        .updateTable('webhook')
        .set({ in_hand_until: p('until') })
        .where('id', '=', p('id'))
        .where('in_hand_until', '=', p('was')),
    ),
    end: database.prepare((db, p: Params<{ id: number; dueAt: number | null }>) =>
      db
        .updateTable('webhook')
        .set({ in_hand_until: 0, due_at: p('dueAt') })
        .where('id', '=', p('id')),
    ),
  };
}
