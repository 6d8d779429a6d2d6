/** All endpoints, a line a resource. */

import { meetingReports } from './meeting-reports/index.ts';
import { meetings } from './meetings/index.ts';
import { getOpenApi } from './openapi/get-openapi.ts';
import { recordingReport } from './recording-report/index.ts';
import { recordings } from './recordings/index.ts';
import type { RestEndpoint } from './rest-endpoint.ts';

export const ENDPOINTS: readonly RestEndpoint[] = [
  ...meetings,
  ...recordings,
  ...recordingReport,
  ...meetingReports,
  getOpenApi,
];
