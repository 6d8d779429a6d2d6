/** The way from a session to what was last recorded of it. */
import { mayBeLedToRecording, maySeeRecording } from '../../policies/kept-recording.ts';
import { browserSessionOf } from '../browser-session.ts';
import type { RecordingLead } from '../pages/session-view-data.ts';
import type { PageCall } from '../site-page.ts';
import type { VisitedMeeting } from './visited-meeting.ts';

/** Nothing where nothing was recorded, or where that is not for whoever asks. */
export async function recordingOf(
  call: PageCall,
  { sessionKey }: Pick<VisitedMeeting, 'sessionKey'>,
): Promise<RecordingLead | undefined> {
  const { context, site, folder } = call;
  const search = { sessionKey, inBin: false, states: ['RECORDING', 'PROCESSING', 'READY'] } as const;
  const last = { startFrom: 1, maximumNum: 1, order: { by: 'CREATED', descending: true } } as const;
  const [recording] = (await context.recordingList.search(site, search, last)).recordings;
  const account = (await browserSessionOf(call))?.account;
  if (!recording || !mayBeLedToRecording(recording, account)) return undefined;
  if (recording.state === 'READY') {
    return { url: folder.address('ldr.php', { RCID: recording.streamToken }), isReady: true };
  }
  if (!maySeeRecording(recording, account)) return undefined;
  const all: Readonly<Record<string, string>> = recording.host === account?.id ? {} : { ALL: '1' };
  return { url: folder.address('recordings.php', all), isReady: false };
}
