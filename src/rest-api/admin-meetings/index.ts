import type { RestEndpoint } from '../rest-endpoint.ts';
import { getAdminMeeting, listAdminMeetings } from './admin-meetings.ts';
import { reassignHost } from './reassign-host.ts';

export const adminMeetings: readonly RestEndpoint[] = [reassignHost, listAdminMeetings, getAdminMeeting];
