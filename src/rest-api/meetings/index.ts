/** Meetings. */
import { patchMeeting, putMeeting } from './change-by-rest.ts';
import { createByRest } from './create-by-rest.ts';
import { deleteByRest } from './delete-by-rest.ts';
import { getMeeting } from './read-meeting.ts';

export const meetings = [createByRest, getMeeting, patchMeeting, putMeeting, deleteByRest];
