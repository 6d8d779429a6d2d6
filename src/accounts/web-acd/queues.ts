/** The queues of a site: its administrators make them, and say who serves which. */
import { openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import { type Database, type Executor, type Params, UniqueViolation } from '../../database/database.ts';
import { RuleBroken } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import { siteLock } from '../../sites/site-rows.ts';
import type { AccountWithProfile } from '../account.ts';
import {
  type Queue,
  QueueNameTaken,
  QueueNotFound,
  TooManyQueues,
  type WebAcdAction,
  type WebAcdRole,
} from './queue.ts';

export const MOST_QUEUES = 500;
/** Characters of a name at most. */
export const LONGEST_QUEUE_NAME = 128;

export interface QueueAssignment {
  /** In any case. */
  readonly name: string;
  readonly role: WebAcdRole;
  readonly action: WebAcdAction;
}

export interface QueueSearch {
  /** The row of an account: the queues that it serves. */
  readonly account?: number | undefined;
  /** As what; ALL, as silence, is as either. */
  readonly role?: WebAcdRole | undefined;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly modified_at: number;
  readonly users: number;
  readonly is_agent: number | null;
  readonly is_manager: number | null;
}

type Flags = { readonly is_agent: 0 | 1; readonly is_manager: 0 | 1 };

export type Queues = ReturnType<typeof openQueues>;

export function openQueues(database: Database, clock: Clock) {
  const locked = siteLock(database);
  const recordAudit = openAudit(database, clock);
  const counted = database.prepare((db, p: Params<{ site: number }>) =>
    db
      .selectFrom('web_acd_queue')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('site', '=', p('site')),
  );
  const insert = database.prepare(
    (db, p: Params<{ site: number; name: string; name_key: string; now: number }>) =>
      db
        .insertInto('web_acd_queue')
        .values({ site: p('site'), name: p('name'), name_key: p('name_key'), modified_at: p('now') }),
  );
  const drop = database.prepare((db, p: Params<{ site: number; id: number }>) =>
    db.deleteFrom('web_acd_queue').where('id', '=', p('id')).where('site', '=', p('site')).returning('name'),
  );
  const touch = database.prepare((db, p: Params<{ id: number; now: number }>) =>
    db
      .updateTable('web_acd_queue')
      .set({ modified_at: p('now') })
      .where('id', '=', p('id')),
  );
  const byName = database.prepare<{ site: number; key: string }, { id: number }>((db, p) =>
    db
      .selectFrom('web_acd_queue')
      .select('id')
      .where('site', '=', p('site'))
      .where('name_key', '=', p('key')),
  );
  const assigned = database.prepare<{ queue: number; account: number }, Flags>((db, p) =>
    db
      .selectFrom('web_acd_assignment')
      .select(['is_agent', 'is_manager'])
      .where('queue', '=', p('queue'))
      .where('account', '=', p('account')),
  );
  const assign = database.prepare((db, p: Params<Flags & { queue: number; account: number }>) =>
    db
      .insertInto('web_acd_assignment')
      .values({
        queue: p('queue'),
        account: p('account'),
        is_agent: p('is_agent'),
        is_manager: p('is_manager'),
      })
      .onConflict((conflict) =>
        conflict.columns(['queue', 'account']).doUpdateSet((eb) => ({
          is_agent: eb.ref('excluded.is_agent'),
          is_manager: eb.ref('excluded.is_manager'),
        })),
      ),
  );
  const unassign = database.prepare((db, p: Params<{ queue: number; account: number }>) =>
    db.deleteFrom('web_acd_assignment').where('queue', '=', p('queue')).where('account', '=', p('account')),
  );

  async function change(
    site: Site,
    account: AccountWithProfile,
    { name, role, action }: QueueAssignment,
    tx: Executor,
  ): Promise<void> {
    const queue = await byName.first({ site: site.id, key: name.toLowerCase() }, tx);
    if (!queue) throw new QueueNotFound(name);
    const [asAgent, asManager] = [role !== 'MANAGER', role !== 'AGENT'];
    if (action === 'ASSIGN') checkRoles(account, { asAgent, asManager });
    const of = { queue: queue.id, account: account.id };
    const before = await assigned.first(of, tx);
    const is = action === 'ASSIGN' ? 1 : 0;
    const after = {
      is_agent: asAgent ? is : (before?.is_agent ?? 0),
      is_manager: asManager ? is : (before?.is_manager ?? 0),
    } as const;
    if (after.is_agent === (before?.is_agent ?? 0) && after.is_manager === (before?.is_manager ?? 0)) return;
    if (after.is_agent === 1 || after.is_manager === 1) await assign.run({ ...of, ...after }, tx);
    else await unassign.run(of, tx);
    await touch.run({ id: queue.id, now: clock.now() }, tx);
    const facts = (flags: Flags | undefined) => ({
      [account.webExId]: { agent: flags?.is_agent === 1, manager: flags?.is_manager === 1 },
    });
    await recordAudit(tx, {
      site,
      act: 'queue.assigned',
      name,
      id: queue.id,
      before: facts(before),
      after: facts(after),
    });
  }

  return {
    /**
     * @throws RuleBroken for a name that is empty or too long
     * @throws QueueNameTaken when the site has another of that name, in any case
     * @throws TooManyQueues
     */
    async create(site: Site, wished: string): Promise<void> {
      const name = wished.trim();
      if (/^\p{Cc}*$/u.test(name) || [...name].length > LONGEST_QUEUE_NAME) {
        throw new RuleBroken('name', `must have a visible character and at most ${LONGEST_QUEUE_NAME}`);
      }
      try {
        await database.write(async (tx) => {
          await locked.first({ site: site.id }, tx);
          const before = await counted.first({ site: site.id }, tx);
          if (before && before.count >= MOST_QUEUES) throw new TooManyQueues(MOST_QUEUES);
          await insert.run({ site: site.id, name, name_key: name.toLowerCase(), now: clock.now() }, tx);
          await recordAudit(tx, { site, act: 'queue.created', name });
        });
      } catch (error) {
        if (error instanceof UniqueViolation) throw new QueueNameTaken(name);
        throw error;
      }
    },

    /** Nobody serves it any more. @throws QueueNotFound */
    async remove(site: Site, id: number): Promise<void> {
      await database.write(async (tx) => {
        const dropped = await drop.first({ site: site.id, id }, tx);
        if (!dropped) throw new QueueNotFound(id);
        await recordAudit(tx, { site, act: 'queue.deleted', name: dropped.name, id });
      });
    },

    /**
     * Has an account serve queues, or serve them no more: all or nothing.
     * @throws QueueNotFound when the site has no queue of one of the names
     * @throws RuleBroken when the account is no agent or no manager, and is to serve a queue as one
     */
    async assign(
      site: Site,
      account: AccountWithProfile,
      assignments: readonly QueueAssignment[],
    ): Promise<void> {
      await database.write(async (tx) => {
        await locked.first({ site: site.id }, tx);
        for (const assignment of assignments) await change(site, account, assignment, tx);
      });
    },

    /** Those of a site by their names, or those that an account serves. */
    async of(site: Site, { account, role = 'ALL' }: QueueSearch = {}): Promise<Queue[]> {
      let query = database.builder
        .selectFrom('web_acd_queue as q')
        .leftJoin('web_acd_assignment as own', (join) =>
          // No account has the row 0.
          join.onRef('own.queue', '=', 'q.id').on('own.account', '=', account ?? 0),
        )
        .select(['q.id', 'q.name', 'q.modified_at', 'own.is_agent', 'own.is_manager'])
        .select((eb) => {
          let users = eb
            .selectFrom('web_acd_assignment as a')
            .select((count) => count.fn.countAll<number>().as('count'))
            .whereRef('a.queue', '=', 'q.id');
          if (account === undefined && role === 'AGENT') users = users.where('a.is_agent', '=', 1);
          if (account === undefined && role === 'MANAGER') users = users.where('a.is_manager', '=', 1);
          return users.as('users');
        })
        .where('q.site', '=', site.id)
        .orderBy('q.name_key');
      if (account !== undefined) {
        query = query.where('own.account', 'is not', null);
        if (role === 'AGENT') query = query.where('own.is_agent', '=', 1);
        if (role === 'MANAGER') query = query.where('own.is_manager', '=', 1);
      }
      return (await database.all<Row>(query.compile())).map(queueOf);
    },
  };
}

/** @throws RuleBroken */
function checkRoles(
  { webExId, profile }: AccountWithProfile,
  { asAgent, asManager }: { readonly asAgent: boolean; readonly asManager: boolean },
): void {
  const { isAgent, isMgr } = profile.webACDPrefs;
  if (asAgent && !isAgent) throw new RuleBroken('type', `${webExId} is no agent (webACDPrefs/isAgent)`);
  if (asManager && !isMgr) throw new RuleBroken('type', `${webExId} is no manager (webACDPrefs/isMgr)`);
}

function queueOf({ id, name, modified_at, users, is_agent, is_manager }: Row): Queue {
  const role =
    is_agent === 1 ? (is_manager === 1 ? 'ALL' : 'AGENT') : is_manager === 1 ? 'MANAGER' : undefined;
  return { id, name, modifiedAt: modified_at, numUsers: users, role };
}
