/** GetLoginTicket: a one-use ticket that opens a browser session through `p.php?AT=LI`. */
import { text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { API_VERSION } from '../api-version.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';

export const getLoginTicket = operation({
  service: userService,
  name: 'GetLoginTicket',
  level: '5.5',
  summary: "Returns the caller's unused login ticket, or a new one when there is none.",
  may: anyAccount,
  throttled: 'userOperations',
  request: body(userService, 'getLoginTicket', {}),
  response: body(userService, 'getLoginTicketResponse', { ticket: text(), apiVersion: text() }),
  async run({ account, app: { tickets } }) {
    return { ticket: await tickets.loginTicketFor(account), apiVersion: API_VERSION };
  },
});
