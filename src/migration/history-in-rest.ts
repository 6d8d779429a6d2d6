/** Reports: what has taken place, who was there, who has looked at recordings. */
import { aText, emailOf, meetingIdOfConf, moment, pageSize, recordingId, yesNo } from './conversions.ts';
import { below, type FieldPair, type Migration, migration, pair, way } from './migration.ts';

const TOTALS: readonly FieldPair[] = [
  'totalPeopleMinutes',
  'totalCallInMinutes',
  'totalCallOutDomestic',
  'totalCallOutInternational',
  'totalVoipMinutes',
  'totalParticipants',
  'totalParticipantsVoip',
  'totalParticipantsCallIn',
  'totalParticipantsCallOut',
  'peakAttendee',
].map((name) => pair(name, name));

const SPAN =
  'REST wants the site (`siteUrl`), looks at thirty days at most and at the last ninety. Older rows are told by the XML API.';

interface Reported {
  readonly operation: string;
  readonly row: string;
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** The value of `serviceType` in REST. */
  readonly service: string;
  readonly isShort?: true;
}

const USAGE: readonly Reported[] = [
  {
    operation: 'LstmeetingusageHistory',
    row: 'meetingUsageHistory',
    key: 'meetingKey',
    from: 'meetingStartTime',
    to: 'meetingEndTime',
    service: 'MeetingCenter',
  },
  {
    operation: 'LsttrainingsessionHistory',
    row: 'trainingSessionHistory',
    key: 'sessionKey',
    from: 'sessionStartTime',
    to: 'sessionEndTime',
    service: 'TrainingCenter',
  },
  {
    operation: 'LsteventsessionHistory',
    row: 'eventSessionHistory',
    key: 'sessionKey',
    from: 'sessionStartTime',
    to: 'sessionEndTime',
    service: 'EventCenter',
  },
  {
    operation: 'LstEventSessionPreliminaryHistory',
    row: 'eventSessionPreliminaryHistory',
    key: 'sessionKey',
    from: 'sessionStartTime',
    to: 'sessionEndTime',
    service: 'EventCenter',
    isShort: true,
  },
  {
    operation: 'LstsupportsessionHistory',
    row: 'supportSessionHistory',
    key: 'sessionKey',
    from: 'sessionStartTime',
    to: 'sessionEndTime',
    service: 'SupportCenter',
    isShort: true,
  },
  {
    operation: 'LstsalesSessionHistory',
    row: 'salesSessionHistory',
    key: 'meetingKey',
    from: 'meetingStartTime',
    to: 'meetingEndTime',
    service: 'MeetingCenter',
  },
];

function usage({ operation, row, key, from, to, service, isShort }: Reported): Migration {
  return migration(
    `history.${operation}`,
    [
      way('GET meetingReports/usage', {
        when: `with \`serviceType=${service}\``,
        sends: [
          pair('startTimeScope/sessionStartTimeStart', '?from', moment),
          pair('startTimeScope/sessionStartTimeEnd', '?to', moment),
          pair('listControl/maximumNum', '?max', pageSize),
        ],
        answers: below(`${row}/`, 'items[].', [
          pair('sessionKey', 'meetingNumber', aText),
          pair('confName', 'meetingTitle'),
          pair(from, 'start', moment),
          pair(to, 'end', moment),
          pair('duration', 'duration'),
          pair('confID', 'meetingId', meetingIdOfConf),
          pair('hostName', 'hostDisplayName'),
          pair('hostEmail', 'hostEmail'),
          ...(isShort ? [pair('peakAttendee', 'peakAttendee')] : TOTALS),
        ]).filter(({ xml }) => operation !== 'LsttrainingsessionHistory' || !xml.endsWith('/hostName')),
      }),
    ],
    `${SPAN} A row of one meeting is found in the list: there is no filter by \`${key}\`.`,
  );
}

interface Attended {
  readonly operation: string;
  readonly row: string;
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly from: string;
  readonly to: string;
  /** Pairs that this list has beside the others. */
  readonly more: readonly FieldPair[];
}

const PLACE: readonly FieldPair[] = [
  pair('company', 'company'),
  pair('city', 'city'),
  pair('state', 'state'),
  pair('country', 'country'),
];
const MEETING_PLACE = [...PLACE, pair('zipCode', 'zipCode'), pair('phoneNumber', 'phoneNumber')];
const SESSION_PLACE = [
  ...PLACE,
  pair('zip', 'zipCode'),
  pair('phone', 'phoneNumber'),
  pair('registered', 'registered', yesNo),
  pair('invited', 'invited', yesNo),
];

const OF_MEETINGS = { key: 'meetingKey', name: 'name', email: 'email', from: 'joinTime', to: 'leaveTime' };
const OF_SESSIONS = {
  key: 'sessionKey',
  name: 'attendeeName',
  email: 'attendeeEmail',
  from: 'startTime',
  to: 'endTime',
};

const ATTENDEES: readonly Attended[] = [
  {
    operation: 'LstmeetingattendeeHistory',
    row: 'meetingAttendeeHistory',
    ...OF_MEETINGS,
    more: MEETING_PLACE,
  },
  {
    operation: 'LsttrainingattendeeHistory',
    row: 'trainingAttendeeHistory',
    ...OF_SESSIONS,
    more: SESSION_PLACE,
  },
  { operation: 'LsteventattendeeHistory', row: 'eventAttendeeHistory', ...OF_SESSIONS, more: SESSION_PLACE },
  {
    operation: 'LstEventAttendeePreliminaryHistory',
    row: 'eventAttendeePreliminaryHistory',
    ...OF_SESSIONS,
    more: [],
  },
  {
    operation: 'LstsupportattendeeHistory',
    row: 'supportAttendeeHistory',
    ...OF_SESSIONS,
    more: [pair('company', 'company'), pair('phone', 'phoneNumber')],
  },
  { operation: 'LstsalesAttendeeHistory', row: 'salesAttendeeHistory', ...OF_MEETINGS, more: MEETING_PLACE },
];

function attendees({ operation, row, key, name, email, from, to, more }: Attended): Migration {
  return migration(
    `history.${operation}`,
    [
      way('GET meetingReports/attendees', {
        sends: [
          pair(key, '?meetingNumber', aText),
          pair('confID', '?meetingId', meetingIdOfConf),
          pair('startTimeScope/sessionStartTimeStart', '?from', moment),
          pair('startTimeScope/sessionStartTimeEnd', '?to', moment),
          pair('listControl/maximumNum', '?max', pageSize),
        ],
        answers: below(`${row}/`, 'items[].', [
          pair(name, 'displayName'),
          pair(email, 'email'),
          pair(from, 'joinedTime', moment),
          pair(to, 'leftTime', moment),
          pair('duration', 'duration'),
          pair('participantType', 'participantType', { words: '`HOST` is `host`, `ATTENDEE` is `attendee`' }),
          pair('ipAddress', 'ipAddress'),
          pair('clientAgent', 'clientAgent'),
          ...more,
        ]),
      }),
      way('GET meetingParticipants', {
        when: 'the meeting is still running, or has just ended',
        sends: [pair('confID', '?meetingId', meetingIdOfConf)],
        answers: below(`${row}/`, 'items[].', [
          pair(name, 'displayName'),
          pair(email, 'email'),
          pair(from, 'joinedTime', moment),
          pair(to, 'leftTime', moment),
        ]),
      }),
    ],
    `${SPAN} One of meeting, number or title has to be named.`,
  );
}

export const HISTORY: readonly Migration[] = [
  ...USAGE.map(usage),
  ...ATTENDEES.map(attendees),
  migration(
    'history.LstrecordaccessHistory',
    [
      way('GET recordingReport/accessSummary', {
        sends: [
          pair('viewTimeScope/viewTimeStart', '?from', moment),
          pair('viewTimeScope/viewTimeEnd', '?to', moment),
          pair('listControl/maximumNum', '?max', pageSize),
          pair('hostWebExID', '?hostEmail', emailOf),
        ],
        answers: below('recordAccessHistory/', 'items[].', [
          pair('recordID', 'recordingId', recordingId),
          pair('recordName', 'topic'),
          pair('creationTime', 'timeRecorded', moment),
          pair('viewed', 'viewCount'),
          pair('downloaded', 'downloadCount'),
        ]),
      }),
    ],
    'How many have registered has no equivalent.',
  ),
  migration(
    'history.LstrecordaccessDetailHistory',
    [
      way('GET recordingReport/accessDetail', {
        sends: [
          pair('recordID', '?recordingId', recordingId),
          pair('listControl/maximumNum', '?max', pageSize),
        ],
        answers: below('recordDetail/', 'items[].', [
          pair('participantName', 'name'),
          pair('participantEmail', 'email'),
          pair('accessTime', 'accessTime', moment),
          pair('viewed', 'viewed', yesNo),
          pair('downloaded', 'downloaded', yesNo),
        ]),
      }),
    ],
    'What people wrote when they registered for a recording has no equivalent.',
  ),
];
