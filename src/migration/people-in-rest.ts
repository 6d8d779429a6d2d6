/** Accounts, their tickets and what they prefer. */
import { aList, emailOf, isActive, moment, pageSize, personId, yesNo, zone } from './conversions.ts';
import { below, type FieldPair, type Migration, migration, pair, way } from './migration.ts';

const PERSON: readonly FieldPair[] = [
  pair('firstName', 'firstName'),
  pair('lastName', 'lastName'),
  pair('email', 'emails[]', aList),
  pair('title', 'title'),
  pair('phones/phone', 'phoneNumbers[].value', { words: 'an entry with `type` `work`' }),
  pair('phones/mobilePhone', 'phoneNumbers[].value', { words: 'an entry with `type` `mobile`' }),
];

const TOLD: readonly FieldPair[] = [
  ...PERSON,
  pair('timeZoneID', 'timezone', zone),
  pair('active', 'loginEnabled', isActive),
  pair('registrationDate', 'created', moment),
];

const ROOM: readonly FieldPair[] = [
  pair('personalMeetingRoom/title', 'topic'),
  pair('personalMeetingRoom/hostPIN', 'hostPin'),
  pair('personalMeetingRoom/PMRAutoLock', 'enabledAutoLock', yesNo),
  pair('personalMeetingRoom/PMRAutoLockWaitTime', 'autoLockMinutes', { words: 'a number of minutes' }),
];

const NOT_PEOPLE =
  'Privileges, the services of an account, postal addresses, picture settings and accounts of a teleconference have no equivalent: they stay with the XML API, on the same account.';

export const PEOPLE: readonly Migration[] = [
  migration(
    'user.AuthenticateUser',
    [
      way('POST access_token', {
        when: 'a person has granted it, and their browser has come back with a code',
      }),
    ],
    'A token takes the place of the session ticket: a personal one from the page of your account, or one of an integration by OAuth. Who has a token and still needs the XML API sends it to AuthenticateUser as `accessToken`, and gets a session ticket.',
  ),
  migration(
    'user.GetLoginTicket',
    [],
    'A token needs no ticket. A browser that is to be signed in goes to the page of the site, or starts a meeting by the `startLink` of `POST meetings/join`.',
  ),
  migration(
    'user.GetloginurlUser',
    [way('POST meetings/join', { when: 'the host is to start a meeting: `startLink` signs them in' })],
    'Apart from the start of a meeting nothing signs a browser in. Go on with the XML API where you need it.',
  ),
  migration(
    'user.GetlogouturlUser',
    [],
    'Nothing signs a browser out: a token ends with its own time, or when it is revoked.',
  ),
  migration(
    'user.GetUser',
    [
      way('GET people', {
        sends: [pair('webExId', '?email', emailOf)],
        answers: below('', 'items[].', TOLD),
      }),
      way('GET people/me', { when: 'somebody asks for themselves', answers: TOLD }),
      way('GET meetingPreferences/personalMeetingRoom', {
        when: 'the personal room is wanted',
        sends: [pair('webExId', '?userEmail', emailOf)],
        answers: [
          ...ROOM,
          pair('personalMeetingRoom/personalMeetingRoomURL', 'personalMeetingRoomLink'),
          pair('personalMeetingRoom/sipURL', 'sipAddress'),
        ],
      }),
      way('GET meetingPreferences/schedulingOptions', {
        when: 'the preferences for new meetings are wanted',
        sends: [pair('webExId', '?userEmail', emailOf)],
        answers: [pair('schedulingPermission', 'delegateEmails[]', { words: 'one address after the other' })],
      }),
    ],
    NOT_PEOPLE,
  ),
  migration(
    'user.GetUserCard',
    [
      way('GET people', {
        sends: [pair('email', '?email'), pair('webExId', '?email', emailOf)],
        answers: [
          pair('name', 'items[].displayName'),
          pair('email', 'items[].emails[]', aList),
          pair('avatar/url', 'items[].avatar'),
        ],
      }),
      way('GET meetingPreferences/personalMeetingRoom', {
        when: 'the personal room is wanted, and it is your own or you administer the site',
        sends: [pair('email', '?userEmail')],
        answers: [
          pair('personalMeetingRoom/title', 'topic'),
          pair('personalMeetingRoom/personalMeetingRoomURL', 'personalMeetingRoomLink'),
          pair('personalMeetingRoom/accessCode', 'telephony.accessCode'),
        ],
      }),
    ],
    'A card is shown to strangers, too. REST answers nobody without a token: go on with the XML API there.',
  ),
  migration(
    'user.CreateUser',
    [way('POST people', { sends: PERSON, answers: [pair('userId', 'id', personId)] })],
    `${NOT_PEOPLE} An account has no password when REST makes it: its holder sets one by the mail that they get.`,
  ),
  migration(
    'user.SetUser',
    [
      way('PUT people/{personId}', { sends: [pair('webExId', '{personId}', personId), ...PERSON] }),
      way('PUT meetingPreferences/personalMeetingRoom', {
        when: 'the personal room changes',
        sends: [pair('webExId', '?userEmail', emailOf), ...ROOM],
      }),
      way('PUT meetingPreferences/schedulingOptions', {
        when: 'somebody may schedule for the account',
        sends: [
          pair('webExId', '?userEmail', emailOf),
          pair('schedulingPermission', 'delegateEmails[]', aList),
        ],
      }),
    ],
    `PUT replaces the whole: get the person, change what you mean, and put it back. ${NOT_PEOPLE}`,
  ),
  migration(
    'user.DelUser',
    [way('DELETE people/{personId}', { sends: [pair('webExId', '{personId}', personId)] })],
    'One call for each person. As with DelUser the account is deactivated, and nothing of it is lost.',
  ),
  migration('user.ActivateUser', [
    way('PUT people/{personId}', {
      when: 'with `loginEnabled: true`',
      sends: [pair('webexID', '{personId}', personId)],
    }),
  ]),
  migration('user.InactivateUser', [
    way('PUT people/{personId}', {
      when: 'with `loginEnabled: false`',
      sends: [pair('webexID', '{personId}', personId)],
    }),
  ]),
  ...['LstUser', 'LstsummaryUser'].map((name) =>
    migration(
      `user.${name}`,
      [
        way('GET people', {
          sends: [
            pair('email', '?email'),
            pair('webExId', '?email', emailOf),
            pair('listControl/maximumNum', '?max', pageSize),
          ],
          answers: [
            pair('user/firstName', 'items[].firstName'),
            pair('user/lastName', 'items[].lastName'),
            pair('user/email', 'items[].emails[]', aList),
            pair('user/registrationDate', 'items[].created', moment),
            pair('user/active', 'items[].loginEnabled', isActive),
            pair('user/timeZoneID', 'items[].timezone', zone),
          ],
        }),
      ],
      'A time of registration and the filter by `active` have no equivalent: read all, and choose.',
    ),
  ),
  migration(
    'user.UploadPMRImage',
    [],
    'Pictures are no matter of REST: go on with the XML API, or set it on the page of the account.',
  ),
  migration(
    'user.DelSessionTemplates',
    [way('GET meetings/templates', { when: 'they are only listed: nothing of REST deletes one' })],
    'Templates are read by REST, and made and deleted on the pages of the site or by the XML API.',
  ),
  ...['AssignWebACDQueues', 'AssignWebACDAgents'].map((name) =>
    migration(`user.${name}`, [], 'REST knows no queues of requests for support: go on with the XML API.'),
  ),
];
