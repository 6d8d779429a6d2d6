/** downloadFile: a recording, by name and password. */
import { download } from '../downloads.ts';
import { keptRecording, mainFile } from '../kept-recordings.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { long, optional, password, text } from '../nbr-parameters.ts';

export const downloadFile = nbrOperation({
  service: 'NBRFileOpenService',
  name: 'downloadFile',
  // A recordID is a recording's alone: the service says nothing more.
  parameters: { siteId: long, serviceName: optional(text), userName: text, password, recordId: long },
  returns: 'files',
  async run({ app, caller }, { siteId, userName, password: word, recordId }) {
    const entered = await caller.byPassword(siteId, userName, word, 'meetingLists');
    const recording = await keptRecording(app, entered, recordId);
    return download(app, entered, [await mainFile(app, recording)]);
  },
});
