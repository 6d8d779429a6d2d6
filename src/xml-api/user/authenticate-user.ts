/** AuthenticateUser: a session ticket for a credential. */
import { AuthenticationServerRefused, SessionTicketNotSupported } from '../../sign-in/failures.ts';
import { long, optional, text } from '../../xml/schema.ts';
import { anybodyWithCredentials } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';

export const authenticateUser = operation({
  service: userService,
  name: 'AuthenticateUser',
  summary: 'Exchanges a password for a session ticket, which every operation takes in its place.',
  may: anybodyWithCredentials,
  request: body(userService, 'authenticateUser', {
    samlResponse: optional(text({ secret: true })),
    accessToken: optional(text({ secret: true })),
  }),
  response: body(userService, 'authenticateUserResponse', {
    sessionTicket: text(),
    createTime: optional(long()),
    timeToLive: optional(long()),
  }),
  async run({ site, credentials, identify, signIn, tickets }, { samlResponse, accessToken }) {
    const { password, sessionTicket } = credentials;
    if (samlResponse !== undefined || (accessToken !== undefined && password === undefined)) {
      throw new AuthenticationServerRefused();
    }
    // A ticket that could be exchanged for the next one would never end.
    if (password === undefined && sessionTicket !== undefined) throw new SessionTicketNotSupported();
    const account = await identify('password');
    signIn.checkPasswordAge(account, site);
    return tickets.sessionTicketFor(account, site);
  },
});
