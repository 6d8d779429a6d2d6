/** RecoverRecordingFromRecycleBin: takes recordings out of the bin again, each by itself (10.0 SP12). */
import { judgeOfRecording } from '../../policies/kept-recording.ts';
import { int, many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { eachOfBin, failedRecordingType } from './each-of-bin.ts';
import { RECORDING_ID } from './recording-type.ts';

/** In one call (10.0 SP12). */
const MOST = 20;

export const recoverRecordingFromRecycleBin = operation({
  service: epService,
  name: 'RecoverRecordingFromRecycleBin',
  summary: 'Takes recordings out of the bin again; one that fails does not keep back the others.',
  may: anyAccount,
  throttled: 'meetingWrites',
  request: body(epService, 'recoverRecordingFromRecycleBin', {
    recordingID: many(RECORDING_ID, { min: 1, max: MOST }),
  }),
  response: body(epService, 'recoverRecordingFromRecycleBinResponse', {
    successfulRecoverRecordingsCount: optional(int()),
    failedRecordings: many(failedRecordingType),
  }),
  samples: { recordingID: '712004584' },
  async run({ site, account, app: { recordings } }, { recordingID }) {
    const judge = judgeOfRecording(account);
    const { count, failed } = await eachOfBin(recordingID, (id) => recordings.recover(site, id, judge));
    return { successfulRecoverRecordingsCount: count, failedRecordings: failed };
  },
});
