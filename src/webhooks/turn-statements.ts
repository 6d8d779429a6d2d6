/** The statements of whose turn it is: when something of a webhook is due, and which process has it in hand. */
import { sql } from 'kysely';
import type { Database, Params } from '../database/database.ts';

export interface DueWebhook {
  readonly id: number;
  readonly site: number;
  readonly target_url: string;
  readonly due_at: number;
}

export type TurnStatements = ReturnType<typeof turnStatements>;

export function turnStatements(database: Database) {
  return {
    /** Those that nobody has in hand, in the order in which they came due, after a place in it. */
    due: database.prepare<{ now: number; dueAt: number; id: number; most: number }, DueWebhook>((db, p) =>
      db
        .selectFrom('webhook')
        .select(['id', 'site', 'target_url'])
        .select((eb) => eb.ref('due_at').$notNull().as('due_at'))
        .where('due_at', '<=', p('now'))
        .where('in_hand_until', '<=', p('now'))
        .where(
          ({ refTuple, tuple }) => sql<boolean>`${refTuple('due_at', 'id')} > ${tuple(p('dueAt'), p('id'))}`,
        )
        .orderBy('due_at')
        .orderBy('id')
        .limit(p('most')),
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
