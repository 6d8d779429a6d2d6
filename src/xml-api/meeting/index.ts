/** The meeting service. */
import { createMeeting } from './create-meeting.ts';
import { createTeleconferenceSession } from './create-teleconference-session.ts';
import { delMeeting } from './del-meeting.ts';
import { getHostUrlMeeting } from './get-host-url-meeting.ts';
import { getJoinUrlMeeting } from './get-join-url-meeting.ts';
import { getMeeting } from './get-meeting.ts';
import { getTeleconferenceSession } from './get-teleconference-session.ts';
import { lstMeeting } from './lst-meeting.ts';
import { lstSummaryMeeting } from './lst-summary-meeting.ts';
import { setMeeting } from './set-meeting.ts';
import { setTeleconferenceSession } from './set-teleconference-session.ts';

export const meetingOperations = [
  createMeeting,
  setMeeting,
  getMeeting,
  delMeeting,
  lstMeeting,
  lstSummaryMeeting,
  getHostUrlMeeting,
  getJoinUrlMeeting,
  createTeleconferenceSession,
  setTeleconferenceSession,
  getTeleconferenceSession,
];
