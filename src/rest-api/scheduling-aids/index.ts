import type { RestEndpoint } from '../rest-endpoint.ts';
import { listGlobalCallinNumbers } from './global-callin-numbers.ts';
import { listTrackingCodes } from './list-tracking-codes.ts';
import { getSessionType, listSessionTypes } from './meeting-session-types.ts';
import { getTemplate, listTemplates } from './templates.ts';

export const schedulingAids: readonly RestEndpoint[] = [
  listTemplates,
  getTemplate,
  listSessionTypes,
  getSessionType,
  listTrackingCodes,
  listGlobalCallinNumbers,
];
