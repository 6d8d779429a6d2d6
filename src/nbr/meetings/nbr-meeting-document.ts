/**
 * A meeting, written. Its names are those that clients read; times are epoch milliseconds. CorporateEmailID is the last
 * of a participant: a client takes it for their end.
 */
import type { EndedAttendance } from '../../history/history-list.ts';
import { element, leaf } from '../xml-documents.ts';
import type { NbrMeeting } from './meeting-of.ts';

/** @param reportKey what reads this meeting without a ticket; an attribute, since every leaf may be taken for more */
export function meetingDocument(meeting: NbrMeeting, reportKey?: string): string {
  const { confID, service, name, host, startedAt, endedAt, people } = meeting;
  return element(
    'Meeting',
    [
      leaf('ConfID', confID),
      leaf('ServiceType', service),
      leaf('MeetingName', name),
      leaf('ModeratorName', host.name),
      leaf('ModeratorEmail', host.email),
      leaf('StartTimeUTC', startedAt),
      leaf('EndTimeUTC', endedAt),
      element('Participants', people.map(participant)),
    ],
    reportKey === undefined ? {} : { reportKey },
  );
}

function participant({ name, email, joinedAt, leftAt }: EndedAttendance): string {
  return element('Participant', [
    leaf('LoginName', name),
    leaf('JoinDateTimeUTC', joinedAt),
    leaf('LeaveDateTimeUTC', leftAt),
    leaf('CorporateEmailID', email),
  ]);
}
