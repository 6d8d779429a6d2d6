/** AuthenticateUser: a session ticket for a credential. */
import { AuthenticationServerRefused } from '../../sign-in/failures.ts';
import { long, optional, text } from '../../xml/schema.ts';
import { anybodyOnTheSite } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';

export const authenticateUser = operation({
  service: userService,
  name: 'AuthenticateUser',
  summary: 'Exchanges a password for a session ticket, which every operation takes in its place.',
  may: anybodyOnTheSite,
  request: body(userService, 'authenticateUser', {
    samlResponse: optional(text({ secret: true })),
    accessToken: optional(text({ secret: true })),
  }),
  response: body(userService, 'authenticateUserResponse', {
    sessionTicket: text(),
    createTime: optional(long()),
    timeToLive: optional(long()),
  }),
  async run({ site, credentials, signIn, tickets }, { samlResponse, accessToken }) {
    const hasPassword = credentials.password !== undefined || credentials.sessionTicket !== undefined;
    if (samlResponse !== undefined || (accessToken !== undefined && !hasPassword)) {
      throw new AuthenticationServerRefused();
    }
    const account = await signIn.identify(site, credentials);
    signIn.checkPasswordAge(account, site);
    return tickets.sessionTicketFor(account, site);
  },
});
