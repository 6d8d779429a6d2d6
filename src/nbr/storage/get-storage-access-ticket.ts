/** getStorageAccessTicket: what lists, fetches and deletes recordings for an hour. */
import { nbrOperation } from '../nbr-operation.ts';
import { long, password, text } from '../nbr-parameters.ts';

export const getStorageAccessTicket = nbrOperation({
  service: 'NBRStorageService',
  name: 'getStorageAccessTicket',
  parameters: { siteId: long, username: text, password },
  returns: 'string',
  async run({ app, caller }, values) {
    const { siteId, username } = values;
    const { site, account } = await caller.byPassword(siteId, username, values.password, 'userOperations');
    return app.nbrTickets.ticketFor(account, site);
  },
});
