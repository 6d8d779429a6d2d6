/** Recordings and their bin. */
import {
  bytesOfMegabytes,
  emailOf,
  meetingId,
  meetingIdOfConf,
  moment,
  pageSize,
  recordingId,
  secondsOfLength,
  yesNo,
} from './conversions.ts';
import { below, type FieldPair, type Migration, migration, pair, way } from './migration.ts';

const RECORDING: readonly FieldPair[] = [
  pair('recordingID', 'id', recordingId),
  pair('name', 'topic'),
  pair('createTime', 'timeRecorded', moment),
  pair('size', 'sizeBytes', bytesOfMegabytes),
  pair('duration', 'durationSeconds', secondsOfLength),
  pair('streamURL', 'playbackUrl'),
  pair('fileURL', 'downloadUrl'),
  pair('format', 'format', { words: 'REST says `MP4`, or `UPLOADED` of a file that somebody has put there' }),
  pair('serviceType', 'serviceType'),
  pair('password', 'password'),
  pair('confID', 'meetingId', meetingIdOfConf),
  pair('shareToMe', 'shareToMe', yesNo),
];

const ASKED: readonly FieldPair[] = [
  pair('listControl/maximumNum', '?max', pageSize),
  pair('createTimeScope/createTimeStart', '?from', moment),
  pair('createTimeScope/createTimeEnd', '?to', moment),
  pair('sessionKey', '?meetingId', meetingId),
  pair('recordName', '?topic'),
  pair('serviceTypes/serviceType', '?serviceType'),
];

const WINDOW = 'XML looks at 28 days at a time, REST at seven when nothing is said.';

export const RECORDINGS: readonly Migration[] = [
  migration(
    'ep.LstRecording',
    [
      way('GET recordings', {
        sends: [...ASKED, pair('hostWebExID', '?hostEmail', emailOf)],
        answers: below('recording/', 'items[].', RECORDING),
      }),
      way('GET admin/recordings', {
        when: 'an administrator wants those of all hosts',
        sends: ASKED,
        answers: below(
          'recording/',
          'items[].',
          RECORDING.filter(({ rest }) => !isPersonal(rest)),
        ),
      }),
    ],
    `${WINDOW} The way to the file for a program is \`temporaryDirectDownloadLinks\` of \`GET recordings/{recordingId}\`.`,
  ),
  migration(
    'ep.LstRecordingInRecycleBin',
    [
      way('GET recordings', {
        when: 'with `status=deleted`',
        sends: ASKED,
        answers: below('recording/', 'items[].', RECORDING),
      }),
    ],
    WINDOW,
  ),
  migration(
    'ep.GetRecordingInfo',
    [
      way('GET recordings/{recordingId}', {
        sends: [pair('recordingID', '{recordingId}', recordingId)],
        answers: [pair('basic/topic', 'topic'), pair('fileAccess/password', 'password')],
      }),
    ],
    'What is shown beside a recording (`playback`) and whether one has to register have no equivalent.',
  ),
  migration(
    'ep.SetRecordingInfo',
    [
      way('POST recordings/{recordingId}/accessList', {
        when: 'it is to be shared with people',
        sends: [pair('recording/recordingID', '{recordingId}', recordingId)],
      }),
    ],
    'Title, password and what is shown beside a recording are not changed by REST: go on with the XML API, or with the page of the recording.',
  ),
  migration('ep.DelRecording', [
    way('POST recordings/softDelete', {
      sends: [pair('recordingID', 'recordingIds[]', recordingId)],
    }),
    way('DELETE recordings/{recordingId}', {
      when: 'it is one alone',
      sends: [pair('recordingID', '{recordingId}', recordingId)],
    }),
  ]),
  migration('ep.DelRecordingFromRecycleBin', [
    way('POST recordings/purge', {
      sends: [pair('recordingID', 'recordingIds[]', recordingId), pair('deleteAll', 'purgeAll', yesNo)],
    }),
  ]),
  migration('ep.RecoverRecordingFromRecycleBin', [
    way('POST recordings/restore', {
      sends: [pair('recordingID', 'recordingIds[]', recordingId)],
    }),
  ]),
];

/** The list for administrators leaves out what concerns whoever asks. */
function isPersonal(rest: string): boolean {
  return rest === 'password' || rest === 'shareToMe';
}
