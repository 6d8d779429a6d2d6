/** Reports of meetings that have taken place. */
import { listAttendeeReports } from './list-attendee-reports.ts';
import { listUsageReports } from './list-usage-reports.ts';

export const meetingReports = [listUsageReports, listAttendeeReports];
