/** AssignWebACDQueues: says which queues of requests for support somebody serves. */
import { AccountNotFound } from '../../accounts/account.ts';
import { QueueNotFound, WEB_ACD_ACTIONS, WEB_ACD_ROLES } from '../../accounts/web-acd/queue.ts';
import { RuleBroken } from '../../refusal.ts';
import { enumeration, group, many, optional, text } from '../../xml/schema.ts';
import { siteAdmin } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { serv, use } from '../types/namespaces.ts';

const webACDRoleType = enumeration(use, 'webACDRoleType', WEB_ACD_ROLES);
export const webACDActionType = enumeration(serv, 'webACDActionType', WEB_ACD_ACTIONS);

export const assignWebACDQueues = operation({
  service: userService,
  name: 'AssignWebACDQueues',
  level: '5.5',
  summary:
    'Has an agent or a manager serve queues of requests for support, or serve them no more: all or nothing. The queues are made on a page of the site, for its administrators.',
  may: siteAdmin,
  throttled: 'userOperations',
  refuses: [AccountNotFound, QueueNotFound, RuleBroken],
  request: body(userService, 'AssignWebACDQueues', {
    webExId: text({ sample: 'trainee' }),
    queue: many(
      group({
        name: text({ sample: 'Printers' }),
        type: optional(webACDRoleType),
        action: webACDActionType,
      }),
      { min: 1, max: 500 },
    ),
  }),
  response: body(userService, 'AssignWebACDQueuesResponse', {}),
  async run({ site, app: { accounts, queues } }, { webExId, queue }) {
    const account = await accounts.withProfile(await accounts.required(site, webExId));
    await queues.assign(
      site,
      account,
      queue.map(({ name, type: role = 'AGENT', action }) => ({ name, role, action })),
    );
    return {};
  },
});
