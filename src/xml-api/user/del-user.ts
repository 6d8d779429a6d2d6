/** DelUser: deactivates up to 50 accounts, a row for each. */
import { AccountNotFound } from '../../accounts/account.ts';
import { bool, complex, many, optional, text } from '../../xml/schema.ts';
import { userManager } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { use } from '../types/namespaces.ts';
import { resultTypeType } from '../types/service-types.ts';

const delUserStatusType = complex(use, 'delUserStatusType', { webExId: text(), status: resultTypeType });

export const delUser = operation({
  service: userService,
  name: 'DelUser',
  level: '5.5',
  summary:
    'Deactivates up to 50 accounts. Each has a row of its own: FAILURE for an unknown one and for oneself.',
  may: userManager,
  throttled: 'userOperations',
  request: body(userService, 'delUser', {
    webExId: many(text({ sample: 'hostid' }), { min: 1, max: 50 }),
    syncWebOffice: optional(bool()),
  }),
  response: body(userService, 'delUserResponse', { user: many(delUserStatusType, { max: 50 }) }),
  samples: { webExId: 'leaver' },
  async run(call, { webExId }) {
    const user = [];
    for (const id of webExId) user.push({ webExId: id, status: await deactivated(call, id) });
    return { user };
  },
});

/** Administrators cannot delete themselves: a site would be left without one. */
async function deactivated(
  { site, account, app: { accounts } }: AccountCall,
  webExId: string,
): Promise<'SUCCESS' | 'FAILURE'> {
  if (account.webExId.toLowerCase() === webExId.toLowerCase()) return 'FAILURE';
  try {
    await accounts.change(site, webExId, () => ({ active: 'DEACTIVATED' }));
    return 'SUCCESS';
  } catch (error) {
    if (error instanceof AccountNotFound) return 'FAILURE';
    throw error;
  }
}
