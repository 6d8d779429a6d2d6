/**
 * deleteUploadedRecording: takes back what was brought, by the tokens of uploadRecording. It goes into the bin, and with
 * `deleteRomoteFile` (so is it spelled) out of that as well, with its bytes.
 */
import { judgeOfRecording } from '../../policies/kept-recording.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import type { JudgeOfRecording } from '../../recordings/recordings.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { boolean, long, optional, text } from '../nbr-parameters.ts';

export const deleteUploadedRecording = nbrOperation({
  service: 'NBRFileOpenService',
  name: 'deleteUploadedRecording',
  parameters: { siteId: long, recordId: long, appToken: text, deleteRomoteFile: optional(boolean) },
  returns: 'boolean',
  isWrite: true,
  async run({ app, caller }, { siteId, recordId, appToken, deleteRomoteFile = false }) {
    const { site, account } = await caller.byAppToken(siteId, appToken, 'meetingWrites');
    const isTheirs = judgeOfRecording(account);
    const judge: JudgeOfRecording = async (recording, tx) => {
      await isTheirs(recording, tx);
      // What a room has recorded was not brought.
      if (recording.document.fileName === undefined) throw new RecordingNotFound(recordId);
    };
    await app.recordings.discard(site, recordId, judge);
    if (deleteRomoteFile) await app.recordings.erase(site, recordId, judge);
    return true;
  },
});
