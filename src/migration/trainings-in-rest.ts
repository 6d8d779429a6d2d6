/** Trainings, events, sales and support sessions: in REST all of them are meetings or webinars. */
import { aText, coHost, emailOf, meetingId, moment, recurrence, start } from './conversions.ts';
import { answered, fieldsOf, REPEAT } from './meeting-fields.ts';
import { LISTED, summary } from './meetings-in-rest.ts';
import { type FieldPair, type Migration, migration, pair, way } from './migration.ts';

const TRAINING: readonly FieldPair[] = [
  ...fieldsOf({
    title: 'metaData/confName',
    type: 'metaData/sessionType',
    password: 'accessControl/sessionPassword',
    listing: 'accessControl/listing',
  }),
  pair('metaData/agenda', 'agenda'),
  REPEAT,
];

const TRAINED: readonly FieldPair[] = [
  pair('attendees/participants/participant/person/email', 'invitees[].email'),
  pair('attendees/participants/participant/person/name', 'invitees[].displayName'),
  pair('presenters/participants/participant/role', 'invitees[].coHost', coHost),
];

const NO_TRAINING =
  'A training is a meeting in REST. Its tests, its reserved computers and its assigned breakout rooms have no equivalent: they stay with the XML API, on the same session.';

const EVENT: readonly FieldPair[] = [
  ...fieldsOf({
    title: 'metaData/sessionName',
    type: 'metaData/sessionType',
    password: 'accessControl/sessionPassword',
    listing: 'accessControl/listing',
  }).filter(({ xml }) => xml !== 'schedule/openTime'),
  pair('metaData/description', 'agenda'),
  pair('panelists/panelistPassword', 'panelistPassword'),
];

const ATTENDED: readonly FieldPair[] = [
  pair('attendees/attendee/email', 'invitees[].email'),
  pair('attendees/attendee/name', 'invitees[].displayName'),
  pair('panelists/panelist/email', 'invitees[].email', {
    words: 'an invitee with `panelist: true`',
  }),
];

const NO_EVENT =
  'An event is a webinar in REST (`scheduledType: "webinar"`, with the id of its session type). Programs, the mails that a host words and the fields of an enrolment beyond registration have no equivalent.';

const SALES: readonly FieldPair[] = [
  ...fieldsOf({
    title: 'metaData/confName',
    type: 'metaData/sessionType',
    password: 'accessControl/meetingPassword',
    listing: 'accessControl/listing',
  }).filter(({ xml }) => xml !== 'tracking/trackingCode1'),
  pair('metaData/agenda', 'agenda'),
  pair('repeat/repeatType', 'recurrence', recurrence),
];

const NO_SALES =
  'A sales session is a meeting in REST. Its account, its opportunity and its team are not told; they stay with the session.';

const KEY = pair('sessionKey', '{meetingId}', meetingId);
const SALES_KEY = pair('meetingKey', '{meetingId}', meetingId);
const NUMBER = pair('sessionKey', 'meetingNumber', aText);

const ASKED = pair('sessionKey', '?meetingNumber', aText);

export const TRAININGS: readonly Migration[] = [
  migration(
    'training.CreateTrainingSession',
    [
      way('POST meetings', {
        sends: [...TRAINING, ...TRAINED],
        answers: [pair('sessionkey', 'meetingNumber', aText)],
      }),
    ],
    NO_TRAINING,
  ),
  migration(
    'training.SetTrainingSession',
    [
      way('PATCH meetings/{meetingId}', { sends: [KEY, ...TRAINING] }),
      way('POST meetingInvitees', {
        when: 'somebody is invited',
        sends: [
          pair('sessionKey', 'meetingId', meetingId),
          pair('attendees/participants/participant/person/email', 'email'),
          pair('attendees/participants/participant/person/name', 'displayName'),
        ],
      }),
    ],
    `${NO_TRAINING} One day of a series (\`repeatSession\`) is a meeting with an id of its own: PATCH or DELETE that.`,
  ),
  migration(
    'training.GetTrainingSession',
    [way('GET meetings/{meetingId}', { sends: [KEY], answers: [...answered(TRAINING), NUMBER] })],
    NO_TRAINING,
  ),
  migration('training.DelTrainingSession', [way('DELETE meetings/{meetingId}', { sends: [KEY] })]),
  migration(
    'training.LstTrainingSession',
    [
      way('GET meetings', {
        sends: [...LISTED.filter(({ xml }) => xml !== 'hostWebExID'), ASKED],
        answers: [
          pair('trainingSession/metaData/confName', 'items[].title'),
          pair('trainingSession/schedule/startDate', 'items[].start', start),
          pair('trainingSession/sessionKey', 'items[].meetingNumber', aText),
        ],
      }),
    ],
    NO_TRAINING,
  ),
  migration(
    'training.LstsummaryTrainingSession',
    [
      way('GET meetings', {
        sends: [...LISTED, ASKED],
        answers: [
          ...summary('trainingSession/', { key: 'sessionKey', name: 'confName' }),
          pair('trainingSession/startDate', 'items[].start', start),
        ],
      }),
    ],
    NO_TRAINING,
  ),
];

export const EVENTS: readonly Migration[] = [
  migration(
    'event.CreateEvent',
    [
      way('POST meetings', {
        sends: [...EVENT, ...ATTENDED],
        answers: [pair('sessionKey', 'meetingNumber', aText)],
      }),
    ],
    NO_EVENT,
  ),
  migration(
    'event.SetEvent',
    [
      way('PATCH meetings/{meetingId}', { sends: [KEY, ...EVENT] }),
      way('POST meetingInvitees', {
        when: 'somebody is invited',
        sends: [
          pair('sessionKey', 'meetingId', meetingId),
          pair('attendees/attendee/email', 'email'),
          pair('attendees/attendee/name', 'displayName'),
        ],
      }),
    ],
    NO_EVENT,
  ),
  migration(
    'event.GetEvent',
    [way('GET meetings/{meetingId}', { sends: [KEY], answers: [...answered(EVENT), NUMBER] })],
    NO_EVENT,
  ),
  migration('event.DelEvent', [way('DELETE meetings/{meetingId}', { sends: [KEY] })]),
  migration(
    'event.LstsummaryEvent',
    [
      way('GET meetings', {
        when: 'with `scheduledType=webinar`',
        sends: [...LISTED, ASKED],
        answers: [
          pair('event/sessionKey', 'items[].meetingNumber', aText),
          pair('event/sessionName', 'items[].title'),
          pair('event/hostWebExID', 'items[].hostEmail', emailOf),
          pair('event/startDate', 'items[].start', start),
          pair('event/endDate', 'items[].end', start),
        ],
      }),
    ],
    'How many have enrolled is the number of `GET meetings/{meetingId}/registrants`.',
  ),
  migration(
    'event.LstrecordedEvent',
    [
      way('GET recordings', {
        when: 'with `serviceType=EventCenter`',
        sends: [
          pair('listControl/maximumNum', '?max', LISTED[0]?.by),
          pair('dateScope/startDateStart', '?from', moment),
          pair('dateScope/startDateEnd', '?to', moment),
          pair('hostWebExID', '?hostEmail', emailOf),
        ],
        answers: [
          pair('event/recordedEvent/eventName', 'items[].topic'),
          pair('event/recordedEvent/recordingStartTime', 'items[].timeRecorded', moment),
          pair('event/recordedEvent/viewURL', 'items[].playbackUrl'),
        ],
      }),
    ],
    'The description of a recording and who spoke in it have no equivalent.',
  ),
  migration(
    'event.LstsummaryProgram',
    [],
    'Programs group events, and REST does not know them. Go on with the XML API; the events themselves are webinars.',
  ),
  migration(
    'event.SendInvitationEmail',
    [],
    'Nothing sends invitations once more. `sendEmail` decides when a meeting is made, or when somebody is invited: `POST meetingInvitees` with `sendEmail: true` writes to a person.',
  ),
  migration(
    'event.UploadEventImage',
    [],
    'Pictures of events are no matter of REST: go on with the XML API, or put it on the page of the event.',
  ),
];

export const SALES_AND_SUPPORT: readonly Migration[] = [
  migration(
    'sales.CreateSalesSession',
    [
      way('POST meetings', {
        sends: [...SALES, pair('prospects/prospect/email', 'invitees[].email')],
        answers: [pair('meetingKey', 'meetingNumber', aText)],
      }),
    ],
    NO_SALES,
  ),
  migration(
    'sales.SetSalesSession',
    [way('PATCH meetings/{meetingId}', { sends: [SALES_KEY, ...SALES] })],
    NO_SALES,
  ),
  migration(
    'sales.GetSalesSession',
    [
      way('GET meetings/{meetingId}', {
        sends: [SALES_KEY],
        answers: [...answered(SALES), pair('meetingKey', 'meetingNumber', aText)],
      }),
    ],
    NO_SALES,
  ),
  migration('sales.DelSalesSession', [way('DELETE meetings/{meetingId}', { sends: [SALES_KEY] })]),
  migration(
    'sales.LstsummarySalesSession',
    [
      way('GET meetings', {
        sends: [...LISTED, pair('meetingKey', '?meetingNumber', aText)],
        answers: [
          ...summary('salesSession/', { key: 'meetingKey', name: 'confName' }),
          pair('salesSession/startDate', 'items[].start', start),
        ],
      }),
    ],
    NO_SALES,
  ),
  ...['CreateAccount', 'SetAccount', 'LstAccounts'].map((name) =>
    migration(`sales.${name}`, [], 'REST knows no customers: keep them in a CRM, or go on with the XML API.'),
  ),
  ...['CreateOpportunity', 'SetOpportunity', 'LstOpportunities'].map((name) =>
    migration(
      `sales.${name}`,
      [],
      'REST knows no opportunities: keep them in a CRM, or go on with the XML API.',
    ),
  ),
  ...['AddProducts', 'SetProducts', 'LstProducts'].map((name) =>
    migration(`sales.${name}`, [], 'REST knows no products: go on with the XML API.'),
  ),
  migration(
    'supportsession.CreateSupportSession',
    [],
    'Sessions of support begin at once and have queues of their own, which REST does not know. Go on with the XML API; a meeting that begins now is `POST meetings`.',
  ),
];
