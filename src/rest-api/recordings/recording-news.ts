/** What a webhook tells of a recording: what it is of and whose, without its links and its password. */
import type { ValueOf } from '../../xml/schema.ts';
import { complex, integer, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { presentForAdmin, presentPurged } from './present-recording.ts';
import { RECORDING_FORMATS, RECORDING_STATUSES, SERVICE_TYPES } from './recording-types.ts';

/** Who hears of it: nobody has called. */
export type RecordingAudience = Pick<RestCall, 'app' | 'ids' | 'origin' | 'site' | 'zone'>;

/** The names that filters of webhooks know are all in it. */
export const recordingNews = complex(rest, 'RecordingNews', {
  id: text(),
  meetingId: text(),
  scheduledMeetingId: optional(text()),
  meetingSeriesId: optional(text()),
  topic: text(),
  createTime: text({ format: 'date-time' }),
  timeRecorded: text({ format: 'date-time' }),
  hostUserId: text(),
  hostDisplayName: text(),
  hostEmail: text(),
  siteUrl: text(),
  format: oneOf(RECORDING_FORMATS),
  serviceType: oneOf(SERVICE_TYPES),
  durationSeconds: integer({ min: 0 }),
  sizeBytes: integer({ min: 0 }),
  status: oneOf(RECORDING_STATUSES),
});

export type RecordingNews = ValueOf<typeof recordingNews>;

/** @returns nothing while it is recorded, and for one of which nothing is known any more */
export async function newsOfRecording(
  to: RecordingAudience,
  recordID: number,
): Promise<RecordingNews | undefined> {
  const { app, site, ids } = to;
  const recording = await app.recordings.find(site, recordID);
  if (recording && recording.state !== 'READY') return undefined;
  const purged = recording ? undefined : await app.recordingPages.purgedById(site, recordID);
  const host = recording?.host ?? purged?.host;
  if (host === undefined) return undefined;
  const account = await app.accounts.findById(host);
  const hostOf = {
    hostWebExID: account?.webExId ?? '',
    hostName: account ? `${account.firstName} ${account.lastName}`.trim() : '',
    hostEmail: account?.email ?? '',
  };
  const [told] = recording
    ? await presentForAdmin(to, site, [{ ...recording, ...hostOf, isShared: false }])
    : await presentPurged(to, site, purged ? [purged] : []);
  if (!told) return undefined;
  return {
    id: told.id,
    meetingId: told.meetingId,
    scheduledMeetingId: told.scheduledMeetingId,
    meetingSeriesId: told.meetingSeriesId,
    topic: told.topic,
    createTime: told.createTime,
    timeRecorded: told.timeRecorded,
    hostUserId: ids.person({ site: site.id, id: host }),
    hostDisplayName: told.hostDisplayName,
    hostEmail: told.hostEmail,
    siteUrl: told.siteUrl,
    format: told.format,
    serviceType: told.serviceType,
    durationSeconds: told.durationSeconds,
    sizeBytes: told.sizeBytes,
    status: told.status,
  };
}
