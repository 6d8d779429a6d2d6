/** getSCXml: the same of a support session, by whichever ticket. */
import { nbrOperation } from '../nbr-operation.ts';
import { long, text } from '../nbr-parameters.ts';
import { meetingOf } from './meeting-of.ts';
import { meetingDocument } from './nbr-meeting-document.ts';

export const getScXml = nbrOperation({
  service: 'nbrXmlService',
  name: 'getSCXml',
  parameters: { siteId: long, confId: long, ticket: text },
  returns: 'document',
  async run({ app, caller }, { siteId, confId, ticket }) {
    const { site } = await caller.byTicket(siteId, ticket, 'meetingLists');
    const meeting = await meetingOf(app, site, 'SupportCenter', confId);
    return meetingDocument(meeting, app.nbrTickets.reportKey(site, confId));
  },
});
