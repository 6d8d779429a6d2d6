import type { RestEndpoint } from '../rest-endpoint.ts';
import { getControls, updateControls } from './controls.ts';
import { endMeeting } from './end-meeting.ts';
import { joinMeeting } from './join-meeting.ts';

export const inMeeting: readonly RestEndpoint[] = [joinMeeting, endMeeting, getControls, updateControls];
