/**
 * getMeetingTicket: what lists the recorded meetings of one service, and tells of them, for an hour. Its clients read a
 * refusal as a code in the place of the ticket.
 */
import { nbrOperation } from '../nbr-operation.ts';
import { long, password, text } from '../nbr-parameters.ts';
import { nbrService } from '../nbr-service-words.ts';

export const getMeetingTicket = nbrOperation({
  service: 'nbrXmlService',
  name: 'getMeetingTicket',
  parameters: { siteId: long, username: text, password, service: nbrService },
  returns: 'string',
  returnsCodes: true,
  async run({ app, caller }, { siteId, username, password: word, service }) {
    const { site, account } = await caller.byPassword(siteId, username, word, 'userOperations');
    return app.nbrTickets.ticketFor(account, site, service);
  },
});
