/** Meetings. */
import { patchMeeting, putMeeting } from './change-by-rest.ts';
import { createByRest } from './create-by-rest.ts';
import { deleteByRest } from './delete-by-rest.ts';
import { listMeetings } from './list-meetings.ts';
import { getMeeting } from './read-meeting.ts';

export const meetings = [listMeetings, createByRest, getMeeting, patchMeeting, putMeeting, deleteByRest];
