/** The agents of each manager of queues. */
import { openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Params } from '../../database/database.ts';
import { RuleBroken } from '../../refusal.ts';
import type { AccountWithProfile } from '../account.ts';
import { accountLock } from '../account-rows.ts';
import type { WebAcdAction } from './queue.ts';

export interface TeamChange {
  readonly agent: AccountWithProfile;
  readonly action: WebAcdAction;
}

export type Teams = ReturnType<typeof openTeams>;

export function openTeams(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  type Pair = { readonly manager: number; readonly agent: number };
  const locked = accountLock(database);
  const enter = database.prepare((db, p: Params<Pair>) =>
    db
      .insertInto('web_acd_team')
      .values({ manager: p('manager'), agent: p('agent') })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const strike = database.prepare((db, p: Params<Pair>) =>
    db.deleteFrom('web_acd_team').where('manager', '=', p('manager')).where('agent', '=', p('agent')),
  );

  return {
    /**
     * Gives agents to a manager, or takes them away: all or nothing.
     * @throws RuleBroken when the manager is none, or an agent who is given is none
     */
    async change(manager: AccountWithProfile, changes: readonly TeamChange[]): Promise<void> {
      if (!manager.profile.webACDPrefs.isMgr) {
        throw new RuleBroken('manager', `${manager.webExId} is no manager (webACDPrefs/isMgr)`);
      }
      await database.write(async (tx) => {
        await locked.first({ account: manager.id }, tx);
        for (const { agent, action } of changes) {
          const pair = { manager: manager.id, agent: agent.id };
          if (action === 'ASSIGN' && !agent.profile.webACDPrefs.isAgent) {
            throw new RuleBroken('webExId', `${agent.webExId} is no agent (webACDPrefs/isAgent)`);
          }
          const changed = await (action === 'ASSIGN' ? enter : strike).run(pair, tx);
          if (changed === 0) continue;
          const member = { agent: agent.webExId };
          await recordAudit(tx, {
            site: { id: manager.site },
            act: 'team.changed',
            name: manager.webExId,
            id: manager.userId,
            ...(action === 'ASSIGN' ? { after: member } : { before: member }),
          });
        }
      });
    },
  };
}
