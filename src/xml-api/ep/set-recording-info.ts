/** SetRecordingInfo: changes what a recording says of itself, and who may have it. */
import { judgeOfRecording } from '../../policies/kept-recording.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import { changedRecording } from '../../recordings/recording-change.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { bool, group, int, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import {
  RECORDING_PASSWORD,
  RECORDING_TEXT,
  recordingBasicType,
  recordingFileAccessType,
  recordingPlaybackType,
} from './recording-info-type.ts';
import { RECORDING_ID } from './recording-type.ts';

export const setRecordingInfo = operation({
  service: epService,
  name: 'SetRecordingInfo',
  level: '5.5',
  summary: 'Changes a recording: its topic, its password, what is shown beside it and who may have it.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, RecordingNotFound, RuleBroken],
  request: body(epService, 'setRecordingInfo', {
    recording: group({
      recordingID: RECORDING_ID,
      description: optional(RECORDING_TEXT),
      password: optional(RECORDING_PASSWORD),
    }),
    isServiceRecording: optional(bool()),
    basic: optional(recordingBasicType),
    playback: optional(recordingPlaybackType),
    fileAccess: optional(recordingFileAccessType),
  }),
  response: body(epService, 'setRecordingInfoResponse', { recordingID: int() }),
  async run({ site, account, app: { recordings } }, { recording, basic, playback, fileAccess }) {
    const { recordingID, description, password } = recording;
    const { topic: name, ...plain } = basic ?? {};
    const wish = { ...plain, name, description, password, playback, fileAccess };
    await recordings.change(site, recordingID, judgeOfRecording(account), (current) =>
      changedRecording(current, wish),
    );
    return { recordingID };
  },
});
