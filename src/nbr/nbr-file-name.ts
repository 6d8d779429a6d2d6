/** What a download is called: `Weekly call-20261128_1500.mp4`. Programs take the date and the time from its end. */
import { fileNameOf } from '../recordings/file-name.ts';
import type { Recording, RecordingFile } from '../recordings/recording.ts';
import { formatSiteTime } from '../time/site-time.ts';
import { zoneOf } from '../time/time-zones.ts';

type Named = Pick<Recording, 'name' | 'format' | 'createdAt' | 'timeZoneID'>;

export function nbrFileName(recording: Named, file: Pick<RecordingFile, 'mediaType'>): string {
  const name = fileNameOf(recording, file);
  const dot = name.lastIndexOf('.');
  const made = formatSiteTime(recording.createdAt, zoneOf(recording.timeZoneID));
  const [, month = '', day = '', year = '', hour = '', minute = ''] =
    /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)/.exec(made) ?? [];
  return `${name.slice(0, dot)}-${year}${month}${day}_${hour}${minute}${name.slice(dot)}`;
}
