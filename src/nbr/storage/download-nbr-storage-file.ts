/** downloadNBRStorageFile: a recording, by either ticket. */
import { download } from '../downloads.ts';
import { keptRecording, mainFile } from '../kept-recordings.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { long, text } from '../nbr-parameters.ts';

export const downloadNbrStorageFile = nbrOperation({
  service: 'NBRStorageService',
  name: 'downloadNBRStorageFile',
  parameters: { siteId: long, recordId: long, ticket: text },
  returns: 'files',
  async run({ app, caller }, { siteId, recordId, ticket }) {
    const entered = await caller.byTicket(siteId, ticket, 'meetingLists');
    const recording = await keptRecording(app, entered, recordId);
    return download(app, entered, [await mainFile(app, recording)]);
  },
});
