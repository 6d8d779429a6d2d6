/** getNBRConfIdList: the meetings that have recordings, of the service that the ticket is for. */

import { nbrOperation } from '../nbr-operation.ts';
import { long, text } from '../nbr-parameters.ts';
import { element, leaf } from '../xml-documents.ts';

export const getNbrConfIdList = nbrOperation({
  service: 'nbrXmlService',
  name: 'getNBRConfIdList',
  parameters: { siteId: long, ticket: text },
  returns: 'document',
  async run({ app, caller }, { siteId, ticket }) {
    const { site, service } = await caller.byTicket(siteId, ticket, 'meetingLists');
    const confIDs = await app.nbrArchive.confIDs(site, service);
    return element(
      'ConfIdList',
      confIDs.map((confID) => leaf('ConfId', confID)),
    );
  },
});
