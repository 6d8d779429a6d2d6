/** How people like their meetings to be. */
import type { RestEndpoint } from '../rest-endpoint.ts';
import { getAudio, updateAudio } from './audio.ts';
import { getPreferences, listSites, updateDefaultSite } from './preferred-sites.ts';
import { getPersonalRoom, updatePersonalRoom } from './room-preferences.ts';
import {
  deleteDelegates,
  getScheduling,
  insertDelegates,
  updateScheduling,
} from './scheduling-preferences.ts';
import { getVideo, updateVideo } from './video.ts';

export const preferences: readonly RestEndpoint[] = [
  getPreferences,
  getPersonalRoom,
  updatePersonalRoom,
  getAudio,
  updateAudio,
  getVideo,
  updateVideo,
  getScheduling,
  updateScheduling,
  insertDelegates,
  deleteDelegates,
  listSites,
  updateDefaultSite,
];
