/** AssignWebACDAgents: says which agents a manager of queues has. */
import { AccountNotFound } from '../../accounts/account.ts';
import type { TeamChange } from '../../accounts/web-acd/teams.ts';
import { RuleBroken } from '../../refusal.ts';
import { group, many, text } from '../../xml/schema.ts';
import { siteAdmin } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { webACDActionType } from './assign-web-acd-queues.ts';

export const assignWebACDAgents = operation({
  service: userService,
  name: 'AssignWebACDAgents',
  level: '5.5',
  summary:
    'Gives agents to a manager of queues, or takes them away: all or nothing. LstsummaryUser lists the agents of a manager.',
  may: siteAdmin,
  throttled: 'userOperations',
  refuses: [AccountNotFound, RuleBroken],
  request: body(userService, 'AssignWebACDAgents', {
    manager: text({ sample: 'trainee' }),
    webACDUser: many(group({ webExId: text({ sample: 'trainee' }), action: webACDActionType }), {
      min: 1,
      max: 500,
    }),
  }),
  response: body(userService, 'AssignWebACDAgentsResponse', {}),
  async run({ site, app: { accounts, teams } }, { manager, webACDUser }) {
    const leader = await accounts.withProfile(await accounts.required(site, manager));
    const changes: TeamChange[] = [];
    for (const { webExId, action } of webACDUser) {
      const agent = await accounts.withProfile(await accounts.required(site, webExId));
      changes.push({ agent, action });
    }
    await teams.change(leader, changes);
    return {};
  },
});
