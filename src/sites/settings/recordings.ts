/** What may be recorded, and how much of it is kept. */
import { count, toggle } from './setting.ts';

export const RECORDING_SETTINGS = {
  recordings: {
    inRooms: toggle(true, 'Hosts may record what is seen and heard in rooms, where the session allows it.'),
    quota: count(
      20_000,
      'Megabytes that what is recorded in the rooms of the site may take up; 0 is any number. When they are used up, no recording begins or goes on.',
      { owner: true },
    ),
  },
};
