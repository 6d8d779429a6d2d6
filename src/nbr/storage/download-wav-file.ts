/**
 * downloadWAVFlie (so is it spelled in the WSDL; documents have downloadWAVFile): the sound of a meeting's recordings, a
 * descriptor and a file for each. It is made when it is first asked for, by the ffmpeg of the machine.
 */
import { Refusal } from '../../refusal.ts';
import { download, type Fetched } from '../downloads.ts';
import { keptRecording, recordingsOfMeeting } from '../kept-recordings.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { long, text } from '../nbr-parameters.ts';

/** There is no recording of the meeting, or no sound in any, or nothing on the machine that makes it. */
export class NoSound extends Refusal {
  constructor(confID: number) {
    super(`there is no sound of the meeting ${confID}`);
  }
}

export const downloadWavFile = nbrOperation({
  service: 'NBRStorageService',
  name: 'downloadWAVFlie',
  otherName: 'downloadWAVFile',
  parameters: { siteId: long, confId: long, ticket: text },
  returns: 'files',
  async run({ app, caller }, { siteId, confId, ticket }) {
    const entered = await caller.byTicket(siteId, ticket, 'meetingLists');
    const { site } = entered;
    const fetched: Fetched[] = [];
    for (const { id } of await recordingsOfMeeting(app, { site, service: undefined }, { confID: confId })) {
      const recording = await keptRecording(app, entered, id);
      const file = await app.recordingSound(recording);
      if (file) fetched.push({ recording, file });
    }
    if (fetched.length === 0) throw new NoSound(confId);
    return download(app, entered, fetched);
  },
});
