/**
 * DelRecording: throws a recording away. From 10.0 SP12 on that puts it into the bin, for 30 days; before, it was gone,
 * and it is so for whoever knows of no bin: no list tells it and no link opens it.
 */
import { judgeOfRecording } from '../../policies/kept-recording.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import { AccessDenied } from '../../refusal.ts';
import { bool, int, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { RECORDING_ID } from './recording-type.ts';

export const delRecording = operation({
  service: epService,
  name: 'DelRecording',
  level: '5.5',
  summary: 'Puts a recording into the bin, where it is kept for 30 days.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, RecordingNotFound],
  request: body(epService, 'delRecording', {
    recordingID: RECORDING_ID,
    isServiceRecording: optional(bool()),
  }),
  response: body(epService, 'delRecordingResponse', { recordingID: int() }),
  samples: { recordingID: '712004583' },
  async run({ site, account, app: { recordings } }, { recordingID }) {
    await recordings.discard(site, recordingID, judgeOfRecording(account));
    return { recordingID };
  },
});
