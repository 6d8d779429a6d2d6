/** The attendee service. */
import { createMeetingAttendee } from './create-meeting-attendee.ts';
import { delMeetingAttendee } from './del-meeting-attendee.ts';
import { getEnrollmentInfo } from './get-enrollment-info.ts';
import { getFeedbackInfo } from './get-feedback-info.ts';
import { lstMeetingAttendee } from './lst-meeting-attendee.ts';
import { registerMeetingAttendee } from './register-meeting-attendee.ts';

export const attendeeOperations = [
  createMeetingAttendee,
  registerMeetingAttendee,
  lstMeetingAttendee,
  delMeetingAttendee,
  getEnrollmentInfo,
  getFeedbackInfo,
];
