/**
 * Who has the host's part in a run: whose session it is, while they are in; else whoever has the right by their account
 * and came first, or was given it. Somebody who leaves leaves it to the next of those who host beside them.
 */
import type { Accounts } from '../accounts/accounts.ts';
import type { Executor } from '../database/database.ts';
import type { LiveStatements, RunRow, StayRow } from './live-statements.ts';
import { keepsHostRight } from './stay.ts';

interface Parts {
  readonly accounts: Pick<Accounts, 'findById'>;
  readonly statements: Pick<LiveStatements, 'present' | 'setRole'>;
}

export type HostPart = ReturnType<typeof openHostPart>;

export function openHostPart({ accounts, statements }: Parts) {
  async function hostsStill(row: StayRow, on?: Executor): Promise<boolean> {
    const account = row.account === null ? undefined : await accounts.findById(row.account, on);
    return keepsHostRight(row, account);
  }

  async function present(tx: Executor, { id }: Pick<RunRow, 'id'>): Promise<readonly StayRow[]> {
    const rows = await statements.present.all({ run: id }, tx);
    return rows.filter(({ state }) => state === 'IN');
  }

  /** Whoever has the host's part and may still have it. */
  async function leader(tx: Executor, people: readonly StayRow[]): Promise<StayRow | undefined> {
    const found = people.find(({ leads }) => leads === 1);
    return found && (await hostsStill(found, tx)) ? found : undefined;
  }

  /** Gives it to somebody who is in. */
  async function give(
    tx: Executor,
    run: Pick<RunRow, 'id'>,
    to: Pick<StayRow, 'id' | 'role'>,
  ): Promise<void> {
    for (const { id, role, leads } of await present(tx, run)) {
      if (leads === 1 && id !== to.id) await statements.setRole.run({ id, role, leads: 0 }, tx);
    }
    await statements.setRole.run({ id: to.id, role: to.role, leads: 1 }, tx);
  }

  /** For somebody who is in now. @param isNew whether they were not a moment ago */
  async function seat(tx: Executor, run: Pick<RunRow, 'id'>, stay: StayRow, isNew: boolean): Promise<void> {
    if (stay.is_host === 0 || stay.leads === 1 || !(await hostsStill(stay, tx))) return;
    const isTheirs = stay.own_role === 'HOST' && isNew;
    if (isTheirs || !(await leader(tx, await present(tx, run)))) await give(tx, run, stay);
  }

  return {
    /** Whether somebody has a host's right, and the credentials that it came by. */
    hostsStill,
    give,

    seat,

    /** Somebody is back who was given up, and perhaps another has had the part meanwhile. */
    async back(tx: Executor, run: Pick<RunRow, 'id'>, stay: StayRow): Promise<void> {
      const others = (await present(tx, run)).filter(({ id }) => id !== stay.id);
      const other = await leader(tx, others);
      if (stay.leads === 0) {
        if (!other) await seat(tx, run, stay, false);
      } else if (other && stay.own_role !== 'HOST') {
        await statements.setRole.run({ id: stay.id, role: stay.role, leads: 0 }, tx);
      } else {
        await give(tx, run, stay);
      }
    },

    /** Somebody has gone. */
    async succeed(tx: Executor, run: Pick<RunRow, 'id'>): Promise<void> {
      const people = await present(tx, run);
      if (people.some(({ leads }) => leads === 1)) return;
      const hosts = people.filter(({ role }) => role === 'COHOST');
      for (const one of [...hosts].sort((a, b) => b.is_host - a.is_host)) {
        if (await hostsStill(one, tx)) return give(tx, run, one);
      }
    },
  };
}
