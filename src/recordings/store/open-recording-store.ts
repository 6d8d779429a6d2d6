/** The store of an installation: a folder, or a bucket of an S3-compatible server. */
import type { Settings } from '../../settings.ts';
import { bucketStore } from './bucket-store.ts';
import { folderStore } from './folder-store.ts';
import type { RecordingStore } from './recording-store.ts';
import { storePlace } from './store-setting.ts';

/** @throws SettingRefused */
export function openRecordingStore(settings: Pick<Settings, 'recordings' | 'data'>): RecordingStore {
  const place = storePlace(settings);
  return place.kind === 'folder' ? folderStore(place.folder) : bucketStore(place.bucket);
}
