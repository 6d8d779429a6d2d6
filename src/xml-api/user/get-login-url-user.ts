/** GetloginurlUser: an address that signs somebody in by a login ticket. */

import { checkChangesAccount } from '../../policies/account.ts';
import { AccessDenied } from '../../refusal.ts';
import { optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';

export const getLoginUrlUser = operation({
  service: userService,
  name: 'GetloginurlUser',
  level: '5.5',
  summary: 'Returns the address that signs an account in once, with its login ticket in it.',
  may: anyAccount,
  throttled: 'userOperations',
  refuses: [AccessDenied],
  request: body(userService, 'getloginurlUser', {
    webExID: text({ sample: 'hostid' }),
    backURL: optional(text()),
  }),
  response: body(userService, 'getloginurlUserResponse', { userLoginURL: optional(text()) }),
  // The seed's answer writes the name with a capital; clients that are typed by the schema find the small one.
  responseByJavaName: 'GetloginurlUserResponse',
  async run(call, { webExID, backURL }) {
    const { site } = call;
    const { accounts, tickets, links } = call.app;
    const target = await accounts.required(site, webExID);
    checkChangesAccount(call.account, target);
    const ticket = await tickets.loginTicketFor(target);
    return { userLoginURL: links.login(site, target, ticket, backURL) };
  },
});
