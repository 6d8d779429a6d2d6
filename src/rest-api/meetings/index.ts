/** Meetings. */
import { getMeeting } from './read-meeting.ts';

export const meetings = [getMeeting];
