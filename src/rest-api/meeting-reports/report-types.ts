/** What took place, and who was there, as the interface tells it. */
import { bool, complex, integer, many, oneOf, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

/** Sales sessions are of this house alone: the documented list has the first four. */
export const REPORTED_SERVICES = [
  'MeetingCenter',
  'EventCenter',
  'SupportCenter',
  'TrainingCenter',
  'SalesCenter',
] as const;

const time = () => text({ format: 'date-time' });
const count = () => integer({ min: 0 });

const usageReport = complex(rest, 'MeetingUsageReport', {
  meetingId: text(),
  meetingNumber: text(),
  meetingTitle: text(),
  start: time(),
  end: time(),
  /** Minutes. */
  duration: count(),
  scheduledType: oneOf(['meeting', 'webinar']),
  hostDisplayName: text(),
  hostEmail: text(),
  totalPeopleMinutes: count(),
  totalCallInMinutes: count(),
  totalCallInTollFreeMinutes: count(),
  totalCallOutDomestic: count(),
  totalCallOutInternational: count(),
  totalVoipMinutes: count(),
  totalParticipants: count(),
  totalParticipantsVoip: count(),
  totalParticipantsCallIn: count(),
  totalParticipantsCallOut: count(),
  peakAttendee: count(),
  totalRegistered: count(),
  totalInvitee: count(),
  serviceType: oneOf(REPORTED_SERVICES),
  trackingCodes: many(complex(rest, 'ReportedTrackingCode', { name: text(), value: text() })),
});

const attendeeReport = complex(rest, 'MeetingAttendeeReport', {
  meetingId: text(),
  meetingNumber: integer(),
  meetingTitle: text(),
  displayName: text(),
  email: text(),
  joinedTime: time(),
  leftTime: time(),
  /** Minutes. */
  duration: count(),
  participantType: oneOf(['host', 'attendee']),
  ipAddress: text(),
  clientAgent: text(),
  company: text(),
  phoneNumber: text(),
  address1: text(),
  address2: text(),
  city: text(),
  state: text(),
  country: text(),
  zipCode: text(),
  registered: bool(),
  invited: bool(),
});

export const usageReports = complex(rest, 'MeetingUsageReportList', { items: many(usageReport) });
export const attendeeReports = complex(rest, 'MeetingAttendeeReportList', { items: many(attendeeReport) });
