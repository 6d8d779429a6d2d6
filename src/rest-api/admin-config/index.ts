/** How the site is set up, and what its users have of it. */
import type { RestEndpoint } from '../rest-endpoint.ts';
import { getCommonSettings, patchCommonSettings } from './common-settings.ts';
import { listSiteSessionTypes, listUserSessionTypes, updateUserSessionTypes } from './site-session-types.ts';
import {
  createTrackingCode,
  deleteTrackingCode,
  getSiteTrackingCode,
  listSiteTrackingCodes,
  updateTrackingCode,
} from './site-tracking-codes.ts';
import { getUserTrackingCodes, updateUserTrackingCodes } from './user-tracking-codes.ts';

export const adminConfig: readonly RestEndpoint[] = [
  getCommonSettings,
  patchCommonSettings,
  listSiteSessionTypes,
  listUserSessionTypes,
  updateUserSessionTypes,
  listSiteTrackingCodes,
  getSiteTrackingCode,
  createTrackingCode,
  updateTrackingCode,
  deleteTrackingCode,
  getUserTrackingCodes,
  updateUserTrackingCodes,
];
