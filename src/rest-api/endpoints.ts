/** All endpoints, a line a resource. */

import { adminConfig } from './admin-config/index.ts';
import { adminMeetings } from './admin-meetings/index.ts';
import { inMeeting } from './in-meeting/index.ts';
import { invitees } from './invitees/index.ts';
import { meetingReports } from './meeting-reports/index.ts';
import { meetings } from './meetings/index.ts';
import { getOpenApi } from './openapi/get-openapi.ts';
import { participants } from './participants/index.ts';
import { people } from './people/index.ts';
import { preferences } from './preferences/index.ts';
import { recordingReport } from './recording-report/index.ts';
import { recordings } from './recordings/index.ts';
import { registration } from './registration/index.ts';
import type { RestEndpoint } from './rest-endpoint.ts';
import { schedulingAids } from './scheduling-aids/index.ts';
import { transcripts } from './transcripts/index.ts';
import { webhooks } from './webhooks/index.ts';

export const ENDPOINTS: readonly RestEndpoint[] = [
  ...meetings,
  ...recordings,
  ...transcripts,
  ...recordingReport,
  ...meetingReports,
  ...invitees,
  ...registration,
  ...inMeeting,
  ...schedulingAids,
  ...adminMeetings,
  ...adminConfig,
  ...people,
  ...participants,
  ...preferences,
  ...webhooks,
  getOpenApi,
];
