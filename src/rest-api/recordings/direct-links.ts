/**
 * Links to the files of a recording that need no sign-in: each bears a ticket that lives three hours, stands for whoever
 * asked, and opens nothing any more once the recording or their account is closed.
 */
import type { Recording, RecordingFileRole } from '../../recordings/recording.ts';
import { LIVES } from '../../recordings/recording-tickets.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import type { RestCall } from '../rest-caller.ts';
import type { directDownloadLinks } from './recording-types.ts';

/** The word that the address of a file has. */
const FILES = { SOUND: 'SOUND', CAPTIONS: 'CAPTIONS' } as const satisfies Partial<
  Record<RecordingFileRole, string>
>;

export async function directLinks(
  { app, site, account, origin, zone }: RestCall,
  recording: Recording,
): Promise<ValueOf<typeof directDownloadLinks>> {
  const files = await app.recordings.filesOf(recording);
  const now = app.clock.now();
  const ticket = app.recordingTickets.give(site, 'fetch', recording, {
    account: account.id,
    hasPassword: false,
  });
  const address = (role: RecordingFileRole, more: Readonly<Record<string, string>> = {}) => {
    if (!files[role]) return undefined;
    const query = new URLSearchParams({
      siteid: String(site.siteID),
      recordid: String(recording.id),
      confid: String(recording.confID ?? 0),
      language: 'en_US',
      serviceRecordID: String(recording.id),
      ...more,
      ticket,
      timestamp: String(now),
    });
    return `${origin}/${site.siteName}/nbr/MultiThreadDownloadServlet?${query}`;
  };
  return {
    recordingDownloadLink: address('MAIN'),
    audioDownloadLink: address('SOUND', { FILE: FILES.SOUND }),
    transcriptDownloadLink: address('CAPTIONS', { FILE: FILES.CAPTIONS }),
    expiration: isoTime(now + LIVES.fetch, zone),
  };
}
