/** getMeetingXml: a recorded meeting and who was in it. */
import { nbrOperation } from '../nbr-operation.ts';
import { long, text } from '../nbr-parameters.ts';
import { meetingOf } from './meeting-of.ts';
import { meetingDocument } from './nbr-meeting-document.ts';

export const getMeetingXml = nbrOperation({
  service: 'nbrXmlService',
  name: 'getMeetingXml',
  parameters: { siteId: long, confId: long, ticket: text },
  returns: 'document',
  async run({ app, caller }, { siteId, confId, ticket }) {
    const { site, service } = await caller.byTicket(siteId, ticket, 'meetingLists');
    const meeting = await meetingOf(app, site, service, confId);
    return meetingDocument(meeting, app.nbrTickets.reportKey(site, confId));
  },
});
