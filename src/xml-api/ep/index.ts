/** The ep (enterprise) service. */
import { createContacts } from './create-contacts.ts';
import { createDistList } from './create-dist-list.ts';
import { delRecording } from './del-recording.ts';
import { delRecordingFromRecycleBin } from './del-recording-from-recycle-bin.ts';
import { delSession } from './del-session.ts';
import { getApiVersion } from './get-api-version.ts';
import { getJoinSessionInfo } from './get-join-session-info.ts';
import { getOneClickSettings } from './get-one-click-settings.ts';
import { getRecordingInfo } from './get-recording-info.ts';
import { getSessionInfo } from './get-session-info.ts';
import { getSiteType } from './get-site-type.ts';
import { lstContact } from './lst-contact.ts';
import { lstDistList } from './lst-dist-list.ts';
import { lstOpenSession } from './lst-open-session.ts';
import { lstRecording } from './lst-recording.ts';
import { lstRecordingInRecycleBin } from './lst-recording-in-recycle-bin.ts';
import { lstSummarySession } from './lst-summary-session.ts';
import { recoverRecordingFromRecycleBin } from './recover-recording-from-recycle-bin.ts';
import { setDistList } from './set-dist-list.ts';
import { setRecordingInfo } from './set-recording-info.ts';
import { setupOneClickSettings } from './setup-one-click-settings.ts';

export const epOperations = [
  getApiVersion,
  getSiteType,
  getSessionInfo,
  getJoinSessionInfo,
  lstSummarySession,
  lstOpenSession,
  delSession,
  lstRecording,
  createContacts,
  lstContact,
  createDistList,
  setDistList,
  lstDistList,
  setupOneClickSettings,
  getOneClickSettings,
  delRecording,
  delRecordingFromRecycleBin,
  getRecordingInfo,
  lstRecordingInRecycleBin,
  recoverRecordingFromRecycleBin,
  setRecordingInfo,
];
