/** GetlogouturlUser: the address that ends a browser session. */

import { checkChangesAccount } from '../../policies/account.ts';
import { AccessDenied } from '../../refusal.ts';
import { optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';

export const getLogoutUrlUser = operation({
  service: userService,
  name: 'GetlogouturlUser',
  level: '5.5',
  summary: 'Returns the address that signs an account out of the browser.',
  may: anyAccount,
  throttled: 'userOperations',
  refuses: [AccessDenied],
  request: body(userService, 'getlogouturlUser', {
    webExID: text({ sample: 'hostid' }),
    backURL: optional(text()),
  }),
  response: body(userService, 'getlogouturlUserResponse', { userLogoutURL: optional(text()) }),
  async run(call, { webExID, backURL }) {
    const { site } = call;
    const { accounts, links } = call.app;
    checkChangesAccount(call.account, await accounts.required(site, webExID));
    return { userLogoutURL: links.logout(site, backURL) };
  },
});
