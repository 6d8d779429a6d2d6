/**
 * Which of the three groups each operation is counted in: user operations, meeting writes and meeting lists
 * (documented for 000045, without the operations by name). What is in none of them is free.
 */
import type { ThrottleGroup } from '../throttle/throttle.ts';

const GROUPS: Readonly<Record<ThrottleGroup | 'free', readonly string[]>> = {
  userOperations: [
    'ActivateUser',
    'AuthenticateUser',
    'CreateUser',
    'DelSessionTemplates',
    'DelUser',
    'GetLoginTicket',
    'GetloginurlUser',
    'GetlogouturlUser',
    'GetUser',
    'InactivateUser',
    'LstsummaryUser',
    'LstUser',
    'SetUser',
    'UploadPMRImage',
  ],
  meetingWrites: [
    'CreateMeeting',
    'CreateMeetingAttendee',
    'CreateTeleconferenceSession',
    'DelMeeting',
    'DelMeetingAttendee',
    'DelSession',
    'RegisterMeetingAttendee',
    'SetMeeting',
    'SetTeleconferenceSession',
  ],
  meetingLists: [
    'LstMeeting',
    'LstMeetingAttendee',
    'LstOpenSession',
    'LstsummaryMeeting',
    'LstsummarySession',
  ],
  free: [
    'CreateContacts',
    'CreateDistList',
    'GetAPIVersion',
    'GetEnrollmentInfo',
    'GetFeedbackInfo',
    'GethosturlMeeting',
    'GetjoinurlMeeting',
    'GetJoinSessionInfo',
    'GetMeeting',
    'GetMeetingType',
    'GetOneClickSettings',
    'GetSessionInfo',
    'GetSite',
    'GetSiteType',
    'GetTeleconferenceSession',
    'GetUserCard',
    'LstContact',
    'LstDistList',
    'LstMeetingType',
    'LstTimeZone',
    'SetDistList',
    'SetSite',
    'SetupOneClickSettings',
  ],
};

const BY_NAME = new Map(
  Object.entries(GROUPS).flatMap(([group, names]) =>
    names.map((name) => [name, group as ThrottleGroup | 'free'] as const),
  ),
);

/** Every operation that stands in the table, the free ones too. */
export const GROUPED: readonly string[] = [...BY_NAME.keys()];

/** The group that an operation is counted in; none when it is free. */
export function groupOf(operation: string): ThrottleGroup | undefined {
  const group = BY_NAME.get(operation);
  return group === 'free' ? undefined : group;
}
