/** People of a session: invited, registered, and what they wrote. */
import {
  coHost,
  inviteeId,
  meetingId,
  moment,
  pageSize,
  registered,
  registrantId,
  yesNo,
} from './conversions.ts';
import { type FieldPair, type Migration, migration, pair, way } from './migration.ts';

const REGISTRANT: readonly FieldPair[] = [
  pair('attendees/person/firstName', 'firstName'),
  pair('attendees/person/lastName', 'lastName'),
  pair('attendees/person/email', 'email'),
  pair('attendees/person/title', 'jobTitle'),
  pair('attendees/person/company', 'companyName'),
  pair('attendees/person/address/address1', 'address1'),
  pair('attendees/person/address/address2', 'address2'),
  pair('attendees/person/address/city', 'city'),
  pair('attendees/person/address/state', 'state'),
  pair('attendees/person/address/zipCode', 'zipCode'),
  pair('attendees/person/address/country', 'countryRegion'),
  pair('attendees/person/phones/phone', 'workPhone'),
  pair('attendees/person/phones/fax', 'fax'),
];

const ENROLLED = 'session/attendee/enrollFields/defaultFields/';

export const ATTENDEES: readonly Migration[] = [
  migration(
    'attendee.CreateMeetingAttendee',
    [
      way('POST meetingInvitees', {
        sends: [
          pair('sessionKey', 'meetingId', meetingId),
          pair('meetingKey', 'meetingId', meetingId),
          pair('person/email', 'email'),
          pair('person/name', 'displayName'),
          pair('role', 'coHost', coHost),
          pair('emailInvitations', 'sendEmail', yesNo),
        ],
        answers: [pair('register/attendeeID', 'id', inviteeId)],
      }),
      way('POST meetingInvitees/bulkInsert', {
        when: 'there are several: up to 100 in one call',
        sends: [
          pair('attendees/sessionKey', 'meetingId', meetingId),
          pair('attendees/person/email', 'items[].email'),
          pair('attendees/person/name', 'items[].displayName'),
          pair('attendees/role', 'items[].coHost', coHost),
        ],
        answers: [pair('register/attendeeID', 'items[].id', inviteeId)],
      }),
    ],
    'An invitee has a name and an address. Telephone, company and language have no equivalent; what the XML API has kept of them stays.',
  ),
  migration('attendee.RegisterMeetingAttendee', [
    way('POST meetings/{meetingId}/registrants', {
      sends: [pair('attendees/sessionKey', '{meetingId}', meetingId), ...REGISTRANT],
      answers: [
        pair('register/attendeeID', 'id', registrantId),
        pair('register/registerID', 'registrationId'),
      ],
    }),
    way('POST meetings/{meetingId}/registrants/bulkInsert', {
      when: 'there are several',
      sends: [
        pair('attendees/sessionKey', '{meetingId}', meetingId),
        ...REGISTRANT.map(({ xml, rest }) => pair(xml, `items[].${rest}`)),
      ],
      answers: [pair('register/attendeeID', 'items[].id', registrantId)],
    }),
    way('POST meetings/{meetingId}/registrants/approve', {
      when: '`joinStatus` is `ACCEPT`; `reject` and `cancel` are its neighbours',
      sends: [
        pair('attendees/sessionKey', '{meetingId}', meetingId),
        pair('attendees/person/email', 'registrants[].id', registrantId),
      ],
    }),
  ]),
  migration(
    'attendee.LstMeetingAttendee',
    [
      way('GET meetingInvitees', {
        sends: [
          pair('sessionKey', '?meetingId', meetingId),
          pair('meetingKey', '?meetingId', meetingId),
          pair('listControl/maximumNum', '?max', pageSize),
        ],
        answers: [
          pair('attendee/attendeeId', 'items[].id', inviteeId),
          pair('attendee/person/email', 'items[].email'),
          pair('attendee/person/name', 'items[].displayName'),
          pair('attendee/role', 'items[].coHost', coHost),
        ],
      }),
      way('GET meetings/{meetingId}/registrants', {
        when: 'those are wanted who have registered',
        sends: [pair('sessionKey', '{meetingId}', meetingId)],
        answers: [
          pair('attendee/joinStatus', 'items[].status', registered),
          pair('attendee/person/firstName', 'items[].firstName'),
          pair('attendee/person/lastName', 'items[].lastName'),
          pair('attendee/registerID', 'items[].registrationId'),
        ],
      }),
    ],
    'One list of XML is two in REST: people who are invited, and people who have registered.',
  ),
  migration('attendee.DelMeetingAttendee', [
    way('DELETE meetingInvitees/{meetingInviteeId}', {
      sends: [
        pair('attendeeID', '{meetingInviteeId}', inviteeId),
        pair('attendeeEmail/email', '{meetingInviteeId}', inviteeId),
        pair('sendEmail', '?sendEmail', yesNo),
      ],
    }),
    way('DELETE meetings/{meetingId}/registrants/{registrantId}', {
      when: 'the person has registered',
      sends: [
        pair('attendeeEmail/sessionKey', '{meetingId}', meetingId),
        pair('attendeeID', '{registrantId}', registrantId),
      ],
    }),
  ]),
  migration(
    'attendee.GetEnrollmentInfo',
    [
      way('GET meetings/{meetingId}/registrants', {
        sends: [pair('sessionKey', '{meetingId}', meetingId)],
        answers: [
          pair('session/attendee/attendeeID', 'items[].id', registrantId),
          pair(`${ENROLLED}firstName`, 'items[].firstName'),
          pair(`${ENROLLED}lastName`, 'items[].lastName'),
          pair(`${ENROLLED}email`, 'items[].email'),
          pair(`${ENROLLED}company`, 'items[].companyName'),
          pair(`${ENROLLED}title`, 'items[].jobTitle'),
          pair(`${ENROLLED}phoneNum`, 'items[].workPhone'),
          pair(`${ENROLLED}city`, 'items[].city'),
          pair(`${ENROLLED}country`, 'items[].countryRegion'),
          pair('session/attendee/submitTime', 'items[].registrationTime', moment),
          pair('session/attendee/status', 'items[].status', registered),
          pair(
            'session/attendee/enrollFields/customFields/field/value',
            'items[].customizedQuestions[].answers[].answer',
          ),
        ],
      }),
      way('GET meetings/{meetingId}/registration', {
        when: 'the form itself is wanted: what it asks, and how many it takes',
        sends: [pair('sessionKey', '{meetingId}', meetingId)],
      }),
    ],
    'The lead source, its score and the address of the computer have no equivalent.',
  ),
  migration(
    'attendee.GetFeedbackInfo',
    [],
    'What people say after a session is no matter of REST: go on with the XML API.',
  ),
];
