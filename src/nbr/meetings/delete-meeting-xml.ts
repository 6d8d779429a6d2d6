/**
 * deleteMeetingXml: the NBR services tell no more of a meeting, until it runs again. Its recordings stay, and so does the
 * history that the XML API tells: only what these services copied for themselves is theirs to delete.
 */
import { checkUsesNbr } from '../../policies/nbr.ts';
import { AccessDenied } from '../../refusal.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { long, text } from '../nbr-parameters.ts';
import { meetingOf } from './meeting-of.ts';

export const deleteMeetingXml = nbrOperation({
  service: 'nbrXmlService',
  name: 'deleteMeetingXml',
  parameters: { siteId: long, confId: long, ticket: text },
  returns: 'string',
  isWrite: true,
  async run({ app, caller }, { siteId, confId, ticket }) {
    const { site, account, service } = await caller.byTicket(siteId, ticket, 'meetingWrites');
    const { confID } = await meetingOf(app, site, service, confId);
    await app.nbrArchive.deleteMeeting(site, confID, async (tx) => {
      const current = await app.accounts.findById(account.id, tx);
      if (!current) throw new AccessDenied('the account is gone');
      checkUsesNbr(current);
    });
    return 'SUCCESS';
  },
});
