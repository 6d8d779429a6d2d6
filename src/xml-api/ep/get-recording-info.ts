/** GetRecordingInfo: what a recording says of itself, and who may have it. */
import { checkSeesRecording } from '../../policies/kept-recording.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import { bool, extension, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { ep } from '../types/namespaces.ts';
import {
  recordingBasicType,
  recordingFileAccessType,
  recordingInfo,
  recordingPlaybackType,
} from './recording-info-type.ts';
import { RECORDING_ID } from './recording-type.ts';

export const getRecordingInfo = operation({
  service: epService,
  name: 'GetRecordingInfo',
  level: '5.5',
  summary: 'Tells what a recording says of itself, what is shown beside it and who may have it.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [RecordingNotFound],
  request: body(epService, 'getRecordingInfo', {
    recordingID: RECORDING_ID,
    isServiceRecording: optional(bool()),
  }),
  response: body(epService, 'getRecordingInfoResponse', {
    basic: optional(
      extension(ep, 'recordingBasicInfoType', recordingBasicType, { description: optional(text()) }),
    ),
    playback: optional(recordingPlaybackType),
    fileAccess: optional(
      extension(ep, 'recordingFileAccessInfoType', recordingFileAccessType, { password: optional(text()) }),
    ),
  }),
  async run({ site, account, app: { recordings } }, { recordingID }) {
    const recording = await recordings.find(site, recordingID);
    if (!recording || recording.deletedAt !== null) throw new RecordingNotFound(recordingID);
    checkSeesRecording(recording, account);
    return recordingInfo(recording);
  },
});
