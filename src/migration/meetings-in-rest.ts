/** Meetings, and what every service's sessions have in common. */
import {
  aNumber,
  aText,
  emailOf,
  isPublic,
  length,
  meetingId,
  moment,
  pageSize,
  start,
  state,
  yesNo,
  zone,
} from './conversions.ts';
import {
  answered,
  CHANGED_MEETING,
  HOST,
  MADE_MEETING,
  REMINDER,
  REPEAT,
  SCHEDULE,
  TOLD_MEETING,
  TONE,
  TRACKING,
} from './meeting-fields.ts';
import { below, type FieldPair, type Migration, migration, pair, way } from './migration.ts';

export const MADE: readonly FieldPair[] = [pair('meetingkey', 'meetingNumber', aText)];

/** What lists are asked for, in every service. */
export const LISTED: readonly FieldPair[] = [
  pair('listControl/maximumNum', '?max', pageSize),
  pair('dateScope/startDateStart', '?from', moment),
  pair('dateScope/startDateEnd', '?to', moment),
  pair('hostWebExID', '?hostEmail', emailOf),
];

/** A row of a summary. @param row the element that is repeated, with a slash */
export function summary(
  row: string,
  { key, name }: { readonly key: string; readonly name: string },
): FieldPair[] {
  return below(row, 'items[].', [
    pair(key, 'meetingNumber', aText),
    pair(name, 'title'),
    pair('hostWebExID', 'hostEmail', emailOf),
    pair('timeZoneID', 'timezone', zone),
    pair('duration', 'end', length),
    pair('status', 'state', state),
    pair('listStatus', 'publicMeeting', isPublic),
  ]);
}

const AUDIO_ONLY: readonly FieldPair[] = [
  pair('metaData/confName', 'title'),
  pair('accessControl/sessionPassword', 'password'),
  ...SCHEDULE,
  TONE,
  HOST,
  REPEAT,
  REMINDER,
  TRACKING,
];

const NO_AUDIO_ONLY =
  'A session without pictures is no kind of its own in REST: it is a meeting. What the accounts of a teleconference say, and who comes with full or with limited access, stays with the XML API.';

const PAGING =
  '`startFrom`, `order` and the total of all rows have no equivalent: follow the header `Link` until there is none.';

export const MEETINGS: readonly Migration[] = [
  migration(
    'meeting.CreateMeeting',
    [way('POST meetings', { sends: MADE_MEETING, answers: MADE })],
    '`greeting`, `location`, `invitation`, the files of a presentation and numbers of a telephone company (`tspConference`) have no equivalent. The calendar links are in the mail, and a file `.ics` lies in it.',
  ),
  migration(
    'meeting.SetMeeting',
    [
      way('PATCH meetings/{meetingId}', {
        sends: [pair('meetingkey', '{meetingId}', meetingId), ...CHANGED_MEETING],
      }),
      way('POST meetingInvitees', {
        when: 'somebody is invited: a change of the meeting does not name people',
        sends: [
          pair('meetingkey', 'meetingId', meetingId),
          pair('participants/attendees/attendee/person/email', 'email'),
          pair('participants/attendees/attendee/person/name', 'displayName'),
        ],
      }),
      way('PUT meetings/{meetingId}', {
        when: 'a client can send no PATCH: what is required (title, start, end) is sent each time',
        sends: [pair('meetingkey', '{meetingId}', meetingId), ...CHANGED_MEETING],
      }),
    ],
    'People who are named in SetMeeting replace those who were invited. In REST each is invited or taken off by a call of their own.',
  ),
  migration(
    'meeting.GetMeeting',
    [
      way('GET meetings/{meetingId}', {
        sends: [pair('meetingKey', '{meetingId}', meetingId)],
        answers: TOLD_MEETING,
      }),
      way('GET meetings', {
        when: 'only the number is known',
        sends: [pair('meetingKey', '?meetingNumber', aText)],
        answers: below('', 'items[].', TOLD_MEETING),
      }),
    ],
    'Those who are invited are at `GET meetingInvitees?meetingId=…`.',
  ),
  migration('meeting.DelMeeting', [
    way('DELETE meetings/{meetingId}', { sends: [pair('meetingKey', '{meetingId}', meetingId)] }),
  ]),
  migration(
    'meeting.LstMeeting',
    [
      way('GET meetings', {
        sends: [...LISTED.slice(0, 3), pair('meetingKey', '?meetingNumber', aText)],
        answers: below(
          'meeting/',
          'items[].',
          TOLD_MEETING.filter(({ xml }) => isListed(xml)),
        ),
      }),
    ],
    PAGING,
  ),
  migration(
    'meeting.LstsummaryMeeting',
    [
      way('GET meetings', {
        sends: [...LISTED, pair('meetingKey', '?meetingNumber', aText)],
        answers: [
          ...summary('meeting/', { key: 'meetingKey', name: 'confName' }),
          pair('meeting/startDate', 'items[].start', start),
          pair('meeting/meetingType', 'items[].sessionTypeId', aNumber),
        ],
      }),
    ],
    `${PAGING} Without \`from\` and \`to\` REST lists the next seven days.`,
  ),
  migration(
    'meeting.GethosturlMeeting',
    [
      way('POST meetings/join', {
        sends: [pair('sessionKey', 'meetingNumber', aText)],
        answers: [pair('hostMeetingURL', 'startLink')],
      }),
    ],
    'Send `joinDirectly: false`: without it the answer is a redirect. Only the host and who holds the meeting with them have a `startLink`.',
  ),
  migration(
    'meeting.GetjoinurlMeeting',
    [
      way('POST meetings/join', {
        sends: [
          pair('sessionKey', 'meetingNumber', aText),
          pair('attendeeName', 'displayName'),
          pair('attendeeEmail', 'email'),
          pair('meetingPW', 'password'),
          pair('RegID', 'registrationId'),
        ],
        answers: [pair('joinMeetingURL', 'joinLink')],
      }),
      way('GET meetings/{meetingId}', {
        when: 'the addresses for an invitation are wanted',
        sends: [pair('sessionKey', '{meetingId}', meetingId)],
        answers: [pair('inviteMeetingURL', 'webLink'), pair('registerMeetingURL', 'registerLink')],
      }),
    ],
    'Send `joinDirectly: false`: without it the answer is a redirect.',
  ),
  migration(
    'meeting.auo.CreateTeleconferenceSession',
    [way('POST meetings', { sends: AUDIO_ONLY, answers: [pair('sessionKey', 'meetingNumber', aText)] })],
    NO_AUDIO_ONLY,
  ),
  migration(
    'meeting.auo.SetTeleconferenceSession',
    [
      way('PATCH meetings/{meetingId}', {
        sends: [pair('sessionKey', '{meetingId}', meetingId), ...AUDIO_ONLY],
      }),
    ],
    NO_AUDIO_ONLY,
  ),
  migration(
    'meeting.auo.GetTeleconferenceSession',
    [
      way('GET meetings/{meetingId}', {
        sends: [pair('sessionKey', '{meetingId}', meetingId)],
        answers: answered(AUDIO_ONLY),
      }),
    ],
    NO_AUDIO_ONLY,
  ),
];

/** LstMeeting leaves out what GetMeeting alone tells. */
function isListed(xml: string): boolean {
  return !['hostKey', 'meetingLink'].includes(xml);
}

/** One session of any service, by its key. */
const OF_SESSION: readonly FieldPair[] = [
  pair('metaData/confName', 'title'),
  pair('metaData/agenda', 'agenda'),
  pair('metaData/sessionType', 'sessionTypeId', aNumber),
  pair('accessControl/sessionPassword', 'password'),
  pair('accessControl/listStatus', 'publicMeeting', isPublic),
  pair('accessControl/registrationURL', 'registerLink'),
  pair('schedule/startDate', 'start', start),
  pair('schedule/timeZoneID', 'timezone', zone),
  pair('schedule/duration', 'end', length),
  pair('host/email', 'hostEmail'),
  pair('host/webExId', 'hostEmail', emailOf),
  pair('telephony/participantAccessCode', 'telephony.accessCode'),
  pair('sessionkey', 'meetingNumber', aText),
  pair('status', 'state', state),
  pair('meetingLink', 'webLink'),
  pair('sipURL', 'sipAddress'),
  pair('hostKey', 'hostKey'),
];

export const SESSIONS: readonly Migration[] = [
  migration(
    'ep.GetSessionInfo',
    [
      way('GET meetings/{meetingId}', {
        sends: [pair('sessionKey', '{meetingId}', meetingId), pair('sessionPassword', 'header:password')],
        answers: OF_SESSION,
      }),
      way('GET meetings', {
        when: 'only the number is known',
        sends: [pair('sessionKey', '?meetingNumber', aText)],
        answers: below('', 'items[].', OF_SESSION),
      }),
    ],
    'The tests of a training and the account of a sales session have no equivalent.',
  ),
  migration(
    'ep.GetJoinSessionInfo',
    [
      way('POST meetings/join', {
        sends: [
          pair('sessionKey', 'meetingNumber', aText),
          pair('sessionPassword', 'password'),
          pair('attendeeName', 'displayName'),
          pair('attendeeEmail', 'email'),
        ],
      }),
    ],
    'What a program of its own needs to come in (`siteID`, `mzmAddress`, the telephone codes) has no equivalent: REST leads to the page of the meeting.',
  ),
  migration(
    'ep.LstsummarySession',
    [
      way('GET meetings', {
        sends: [
          ...LISTED,
          pair('hostEmail', '?hostEmail'),
          pair('sessionKey', '?meetingNumber', aText),
          pair('status', '?state', state),
        ],
        answers: [
          ...summary('session/', { key: 'sessionKey', name: 'confName' }),
          pair('session/startTime', 'items[].start', start),
          pair('session/hostEmail', 'items[].hostEmail'),
          pair('session/sessionType', 'items[].sessionTypeId', aNumber),
          pair('session/hostJoined', 'items[].hostDidJoin', yesNo),
          pair('session/participantsJoined', 'items[].attendeeDidJoin', yesNo),
        ],
      }),
      way('GET admin/meetings', {
        when: 'an administrator looks for a meeting of somebody else by its number',
        sends: [pair('sessionKey', '?meetingNumber', aText)],
        answers: summary('session/', { key: 'sessionKey', name: 'confName' }),
      }),
    ],
    `${PAGING} A list of all hosts at once is not there: ask for each host by \`hostEmail\`.`,
  ),
  migration(
    'ep.LstOpenSession',
    [
      way('GET meetings', {
        when: 'with `meetingType=meeting&state=inProgress`',
        answers: below('services/sessions/', 'items[].', [
          pair('sessionKey', 'meetingNumber', aText),
          pair('sessionName', 'title'),
          pair('hostWebExID', 'hostEmail', emailOf),
          pair('actualStartTime', 'start', start),
          pair('timeZoneID', 'timezone', zone),
          pair('listStatus', 'publicMeeting', isPublic),
        ]),
      }),
    ],
    'A webhook (resource `meetings`, events `started` and `ended`) says the same without being asked.',
  ),
  migration('ep.DelSession', [
    way('DELETE meetings/{meetingId}', {
      sends: [pair('sessionKey', '{meetingId}', meetingId), pair('sendEmail', '?sendEmail', yesNo)],
    }),
  ]),
];
