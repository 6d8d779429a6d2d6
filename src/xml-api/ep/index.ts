/** The ep (enterprise) service. */
import { delSession } from './del-session.ts';
import { getApiVersion } from './get-api-version.ts';
import { getJoinSessionInfo } from './get-join-session-info.ts';
import { getSessionInfo } from './get-session-info.ts';
import { getSiteType } from './get-site-type.ts';
import { lstOpenSession } from './lst-open-session.ts';
import { lstSummarySession } from './lst-summary-session.ts';

export const epOperations = [
  getApiVersion,
  getSiteType,
  getSessionInfo,
  getJoinSessionInfo,
  lstSummarySession,
  lstOpenSession,
  delSession,
];
