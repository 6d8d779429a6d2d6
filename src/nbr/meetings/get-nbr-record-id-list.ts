/** getNBRRecordIdList: all recordings of the site, by name and password. */

import { nbrOperation } from '../nbr-operation.ts';
import { long, password, text } from '../nbr-parameters.ts';
import { element, leaf } from '../xml-documents.ts';

export const getNbrRecordIdList = nbrOperation({
  service: 'nbrXmlService',
  name: 'getNBRRecordIdList',
  parameters: { siteId: long, userName: text, password },
  returns: 'document',
  async run({ app, caller }, { siteId, userName, password: word }) {
    const { site } = await caller.byPassword(siteId, userName, word, 'meetingLists');
    const recordIDs = await app.nbrArchive.recordIDs(site);
    return element(
      'RecordIdList',
      recordIDs.map((recordID) => leaf('RecordId', recordID)),
    );
  },
});
