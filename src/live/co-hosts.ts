/** Who becomes a co-host by coming in: whoever has a host account of the site, as the session's options say. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Executor } from '../database/database.ts';
import type { History } from '../history/history.ts';
import { canBeHost } from '../sessions/scheduling.ts';
import type { HostPart } from './host-part.ts';
import type { LiveStatements, RunRow, StayRow } from './live-statements.ts';

interface Parts {
  readonly accounts: Pick<Accounts, 'findById'>;
  readonly history: Pick<History, 'coHosted'>;
  readonly statements: Pick<LiveStatements, 'coHostTaken' | 'setFirstCoHost' | 'setRole'>;
  readonly hostPart: Pick<HostPart, 'succeed'>;
}

export type CoHosts = ReturnType<typeof openCoHosts>;

export function openCoHosts({ accounts, history, statements, hostPart }: Parts) {
  /** Somebody from whom it was taken is not made one again by going and coming. */
  async function becomesOne(tx: Executor, run: RunRow, stay: StayRow): Promise<boolean> {
    const { co_hosts: who, first_co_host: first } = run;
    const { account: id } = stay;
    if (who === 'NONE' || id === null || stay.is_host === 1 || stay.role === 'COHOST') return false;
    if (who === 'FIRST' && first !== null && first !== id) return false;
    const account = await accounts.findById(id, tx);
    if (!account || !canBeHost(account)) return false;
    return !(await statements.coHostTaken.first({ run: run.id, account: id }, tx));
  }

  return {
    /**
     * Somebody is in, and the history knows of them. Where nobody has the host's part, whoever becomes a co-host has it
     * until the host comes.
     */
    async welcome(tx: Executor, run: RunRow, stay: StayRow): Promise<StayRow> {
      if (!(await becomesOne(tx, run, stay))) return stay;
      if (run.co_hosts === 'FIRST') {
        await statements.setFirstCoHost.run({ id: run.id, account: stay.account ?? 0 }, tx);
      }
      await statements.setRole.run({ id: stay.id, role: 'COHOST', leads: stay.leads }, tx);
      await history.coHosted(tx, stay.id);
      await hostPart.succeed(tx, run);
      return { ...stay, role: 'COHOST' };
    },
  };
}
