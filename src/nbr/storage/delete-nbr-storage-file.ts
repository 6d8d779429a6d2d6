/** deleteNBRStorageFile: puts a recording into the bin, out of which its host may take it for 30 days. */
import { judgeOfRecording } from '../../policies/kept-recording.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { long, optional, text } from '../nbr-parameters.ts';

export const deleteNbrStorageFile = nbrOperation({
  service: 'NBRStorageService',
  name: 'deleteNBRStorageFile',
  // A recording that was brought is of no meeting: its confId is empty or 0.
  parameters: { siteId: long, confId: optional(long), recordId: long, ticket: text },
  returns: 'string',
  isWrite: true,
  async run({ app, caller }, { siteId, confId = 0, recordId, ticket }) {
    const { site, account } = await caller.byTicket(siteId, ticket, 'meetingWrites');
    const judge = judgeOfRecording(account);
    await app.recordings.discard(site, recordId, async (recording, tx) => {
      await judge(recording, tx);
      const isOfMeeting = confId === (recording.confID ?? 0);
      if (!isOfMeeting || recording.state !== 'READY') throw new RecordingNotFound(recordId);
    });
    return 'SUCCESS';
  },
});
