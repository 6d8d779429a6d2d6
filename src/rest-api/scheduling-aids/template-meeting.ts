/** What a template makes of a new meeting, as the body that would create it. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import type { SessionTemplate } from '../../accounts/session-templates.ts';
import { merged, type Partially } from '../../merge.ts';
import type { NewDocument } from '../../sessions/documents/session-document.ts';
import { sessionService } from '../../sessions/services.ts';
import type { Site } from '../../sites/site.ts';
import { bool, complex, group, integer, oneOf, optional, text, type ValueOf } from '../../xml/schema.ts';
import { attendeePrivilegesOf, joinSecurityOf, meetingOptionsOf } from '../meetings/document-words.ts';
import { ATTENDEE_PRIVILEGES, JOIN_SECURITIES, MEETING_OPTIONS } from '../meetings/meeting-shape.ts';
import { SCHEDULED_TYPE_OF } from '../meetings/present-meeting.ts';
import { rest } from '../namespace.ts';

export const templateMeetingType = complex(rest, 'MeetingTemplateMeeting', {
  title: text({ sample: 'Short call' }),
  agenda: optional(text()),
  scheduledType: oneOf(['meeting', 'webinar']),
  sessionTypeId: integer(),
  enabledJoinBeforeHost: bool(),
  joinBeforeHostMinutes: integer(),
  enableConnectAudioBeforeHost: bool(),
  excludePassword: bool(),
  unlockedMeetingJoinSecurity: oneOf(JOIN_SECURITIES),
  meetingOptions: group(MEETING_OPTIONS),
  attendeePrivileges: group(ATTENDEE_PRIVILEGES),
});

/**
 * What the template says, over what is usual for the host. Its password is nobody's to read.
 * @throws SessionTypeNotSupported when the host may not schedule sessions of its service
 */
export function templateMeeting(
  site: Site,
  host: AccountWithProfile,
  { name, serviceType }: SessionTemplate,
  saved: Partially<NewDocument>,
): ValueOf<typeof templateMeetingType> {
  const service = sessionService(serviceType);
  const type = service.typeFor(site, host, undefined);
  const document = merged<NewDocument>(service.usual(site, host, type), saved);
  const joinBeforeHostMinutes = Math.floor(document.openTime / 60);
  return {
    title: name,
    agenda: document.agenda,
    scheduledType: SCHEDULED_TYPE_OF[serviceType],
    sessionTypeId: type.meetingTypeID,
    enabledJoinBeforeHost: joinBeforeHostMinutes > 0,
    joinBeforeHostMinutes,
    enableConnectAudioBeforeHost: document.joinTeleconfBeforeHost,
    excludePassword: document.attendeeOptions.excludePassword,
    unlockedMeetingJoinSecurity: joinSecurityOf(document.attendeeOptions),
    meetingOptions: meetingOptionsOf(document.enableOptions),
    attendeePrivileges: attendeePrivilegesOf(document.enableOptions),
  };
}
