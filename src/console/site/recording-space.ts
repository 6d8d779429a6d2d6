import { storePlace } from '../../recordings/store/store-setting.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { RecordingSpaceAnswer } from './site-data.ts';

export const recordingSpace = endpoint({
  method: 'GET',
  path: 'site/recording-space',
  summary:
    'Tells where recordings are kept, how much of the quota they take up, and whether rooms are recorded.',
  may: readsSite,
  async run({ context, site, isOwner }): Promise<RecordingSpaceAnswer> {
    const place = storePlace(context.settings);
    const { quota, inRooms } = site.settings.recordings;
    return {
      store: place.kind,
      // A path of the machine is the owner's to know.
      ...(isOwner && {
        place: place.kind === 'folder' ? place.folder : `s3://${place.bucket.bucket}/${place.bucket.prefix}`,
      }),
      recordings: await context.recordingList.count(site),
      usedBytes: await context.recordings.spaceUsed(site),
      ...(quota > 0 && { quotaBytes: quota * 1_000_000 }),
      inRooms,
    };
  },
});
