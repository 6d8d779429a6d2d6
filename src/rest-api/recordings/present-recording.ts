/** Recordings in the words of this interface. */
import type { Format, Recording } from '../../recordings/recording.ts';
import type { PagedRecording, PurgedRecording } from '../../recordings/recording-pages.ts';
import type { Site } from '../../sites/site.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { humanLinks } from '../human-links.ts';
import type { RestCall } from '../rest-caller.ts';
import { siteUrlOf } from '../site-url.ts';
import { placesOf, type RecordingPlace } from './recording-place.ts';
import type { adminRecording, RECORDING_FORMATS, restRecording } from './recording-types.ts';

type Asked = Pick<RestCall, 'app' | 'ids' | 'origin' | 'zone'> & Partial<Pick<RestCall, 'token'>>;

/** What can be played is MP4 to every client; what only a player of its time takes, and is no ARF, was brought. */
export function formatTold(format: Format): (typeof RECORDING_FORMATS)[number] {
  if (format === 'MP4' || format === 'WEBM') return 'MP4';
  return format === 'ARF' || format === 'WARF' ? 'ARF' : 'UPLOADED';
}

/** Of one's own list: what others have shared bears no password, which its viewers are not asked for. */
export async function presentRecordings(
  call: Asked,
  site: Site,
  recordings: readonly PagedRecording[],
): Promise<ValueOf<typeof restRecording>[]> {
  const places = await placesOf(call, site, recordings);
  return recordings.map((recording, at) => ({
    ...recorded(call, site, recording, places[at] ?? NOWHERE),
    ...linksTo(call, site, recording),
    password: recording.isShared ? '' : (recording.document.password ?? ''),
    shareToMe: recording.isShared,
    status: statusOf(recording),
  }));
}

/** Of the site's list. */
export async function presentForAdmin(
  call: Asked,
  site: Site,
  recordings: readonly PagedRecording[],
): Promise<ValueOf<typeof adminRecording>[]> {
  const places = await placesOf(call, site, recordings);
  return recordings.map((recording, at) => ({
    ...recorded(call, site, recording, places[at] ?? NOWHERE),
    ...linksTo(call, site, recording),
    hostDisplayName: recording.hostName,
    hostEmail: recording.hostEmail,
    status: statusOf(recording),
  }));
}

/** Of what is gone: no link leads to it. */
export async function presentPurged(
  call: Asked,
  site: Site,
  recordings: readonly PurgedRecording[],
): Promise<(ValueOf<typeof adminRecording> & ValueOf<typeof restRecording>)[]> {
  const places = await placesOf(call, site, recordings);
  return recordings.map((recording, at) => ({
    ...recorded(call, site, recording, places[at] ?? NOWHERE),
    downloadUrl: '',
    playbackUrl: '',
    password: '',
    shareToMe: false,
    hostDisplayName: recording.hostName,
    hostEmail: recording.hostEmail,
    status: 'purged',
  }));
}

const NOWHERE: RecordingPlace = { meetingId: '' };

function recorded(
  { app, ids, zone }: Asked,
  site: Site,
  recording: PurgedRecording | Recording,
  place: RecordingPlace,
) {
  const time = isoTime(recording.createdAt, zone);
  return {
    id: ids.hex('recording', site.id, recording.id),
    ...place,
    topic: recording.name,
    createTime: time,
    timeRecorded: time,
    siteUrl: siteUrlOf(app, site),
    format: formatTold(recording.format),
    serviceType: recording.service,
    durationSeconds: recording.duration,
    sizeBytes: recording.bytes,
  };
}

/** What lies in the bin is opened by no link. */
function linksTo({ app, origin }: Asked, site: Site, recording: Recording) {
  const links = humanLinks(app, origin);
  const isOpen = recording.deletedAt === null;
  return {
    downloadUrl: isOpen ? links.recordingFile(site, recording) : '',
    playbackUrl: isOpen ? links.recordingStream(site, recording) : '',
  };
}

function statusOf({ deletedAt }: Recording): 'available' | 'deleted' {
  return deletedAt === null ? 'available' : 'deleted';
}
