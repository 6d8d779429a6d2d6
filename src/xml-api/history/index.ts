/** The history service. */

import { lstEventAttendeeHistory } from './lst-event-attendee-history.ts';
import { lstEventAttendeePreliminaryHistory } from './lst-event-attendee-preliminary-history.ts';
import { lstEventSessionHistory } from './lst-event-session-history.ts';
import { lstEventSessionPreliminaryHistory } from './lst-event-session-preliminary-history.ts';
import { lstMeetingAttendeeHistory } from './lst-meeting-attendee-history.ts';
import { lstMeetingUsageHistory } from './lst-meeting-usage-history.ts';
import { lstRecordAccessDetailHistory } from './lst-record-access-detail-history.ts';
import { lstRecordAccessHistory } from './lst-record-access-history.ts';
import { lstSalesAttendeeHistory } from './lst-sales-attendee-history.ts';
import { lstSalesSessionHistory } from './lst-sales-session-history.ts';
import { lstSupportAttendeeHistory } from './lst-support-attendee-history.ts';
import { lstSupportSessionHistory } from './lst-support-session-history.ts';
import { lstTrainingAttendeeHistory } from './lst-training-attendee-history.ts';
import { lstTrainingSessionHistory } from './lst-training-session-history.ts';

export const historyOperations = [
  lstMeetingUsageHistory,
  lstMeetingAttendeeHistory,
  lstTrainingSessionHistory,
  lstTrainingAttendeeHistory,
  lstEventSessionHistory,
  lstEventAttendeeHistory,
  lstSupportSessionHistory,
  lstSupportAttendeeHistory,
  lstSalesSessionHistory,
  lstSalesAttendeeHistory,
  lstRecordAccessHistory,
  lstRecordAccessDetailHistory,
  lstEventSessionPreliminaryHistory,
  lstEventAttendeePreliminaryHistory,
];
