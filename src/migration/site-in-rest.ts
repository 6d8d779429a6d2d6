/** The site, its session types, and what the interface tells of itself. */
import { aNumber, aText, siteTone, yesNo } from './conversions.ts';
import { below, type FieldPair, type Migration, migration, pair, way } from './migration.ts';

const PASSWORDS: readonly FieldPair[] = below('passwordCriteria/', 'securityOptions.passwordCriteria.', [
  pair('mixedCase', 'mixedCase', yesNo),
  pair('minLength', 'minLength', aNumber),
  pair('minNumeric', 'minNumeric', aNumber),
  pair('minAlpha', 'minAlpha', aNumber),
  pair('minSpecial', 'minSpecial', aNumber),
  pair('disallowWebTextSessions', 'disallowDynamicWebText', yesNo),
  pair('disallowList', 'disallowList', yesNo),
  pair('disallowValue', 'disallowValues[]', { words: 'a list', value: (value) => [value] }),
]);

/** Below `siteInstance` of an answer, and as they are in a request. */
const SETTINGS: readonly FieldPair[] = [
  pair('defaults/entryExitTone', 'defaultSchedulerOptions.entryAndExitTone', siteTone),
  pair('defaults/voip', 'defaultSchedulerOptions.VoIP', yesNo),
  pair('defaults/teleconference/tollFree', 'defaultSchedulerOptions.tollFree', yesNo),
  pair('defaults/emailReminders', 'scheduleMeetingOptions.emailReminders', yesNo),
  pair('securityOptions/joinBeforeHost', 'securityOptions.joinBeforeHost', yesNo),
  pair('securityOptions/audioBeforeHost', 'securityOptions.audioBeforeHost', yesNo),
  pair('securityOptions/firstAttendeeAsPresenter', 'securityOptions.firstAttendeeAsPresenter', yesNo),
  pair('securityOptions/allMeetingsUnlisted', 'securityOptions.unlistAllMeetings', yesNo),
  pair('securityOptions/requireLoginBeforeSiteAccess', 'securityOptions.requireLoginBeforeAccess', yesNo),
  pair('securityOptions/meetings/strictPasswords', 'securityOptions.requireStrongPassword', yesNo),
  ...PASSWORDS,
];

const MORE_SETTINGS =
  'Seven groups of settings of about four hundred are told. The others are on the pages of the console, and with GetSite and SetSite.';

const TYPE: readonly FieldPair[] = [
  pair('meetingTypeID', 'id', aText),
  pair('name', 'name'),
  pair('serviceTypes/serviceType', 'type', {
    words: '`MeetingCenter` is `meeting`, `EventCenter` is `webinar`',
  }),
];

export const SITE: readonly Migration[] = [
  migration(
    'site.GetSite',
    [
      way('GET admin/meeting/config/commonSettings', {
        answers: below('siteInstance/', '', SETTINGS),
      }),
      way('GET meetingPreferences/sites', {
        when: 'only the address of the site is wanted',
        answers: [
          pair('siteInstance/metaData/siteName', 'sites[].siteUrl', { words: 'the host name of the site' }),
        ],
      }),
      way('GET admin/meeting/config/trackingCodes', { when: 'the tracking codes are wanted' }),
    ],
    MORE_SETTINGS,
  ),
  migration(
    'site.SetSite',
    [
      way('PATCH admin/meeting/config/commonSettings', {
        sends: SETTINGS,
      }),
    ],
    MORE_SETTINGS,
  ),
  migration(
    'site.LstTimeZone',
    [],
    'REST names zones as IANA does (`Europe/Berlin`), and every language has a list of these. LstTimeZone tells which of its numbers is which zone.',
  ),
  migration(
    'site.GetWebACDQueues',
    [],
    'REST knows no queues of requests for support: go on with the XML API.',
  ),
  migration(
    'meetingtype.LstMeetingType',
    [
      way('GET meetings/sessionTypes', { answers: below('meetingType/', 'items[].', TYPE) }),
      way('GET admin/meeting/config/sessionTypes', {
        when: 'an administrator wants those of the whole site',
        answers: [
          pair('meetingType/meetingTypeID', 'items[].id', aText),
          pair('meetingType/productCodePrefix', 'items[].shortName'),
          pair('meetingType/name', 'items[].name'),
        ],
      }),
    ],
    'What a type can do (its limits and options) has no equivalent, apart from `attendeesCapacity`.',
  ),
  migration(
    'meetingtype.GetMeetingType',
    [
      way('GET meetings/sessionTypes/{sessionTypeId}', {
        sends: [pair('meetingTypeID', '{sessionTypeId}', aText)],
        answers: TYPE,
      }),
    ],
    'What a type can do (its limits and options) has no equivalent, apart from `attendeesCapacity`.',
  ),
  migration(
    'ep.GetAPIVersion',
    [],
    'The version of REST stands in its address (`/v1`), and `/v1/openapi.json` says all of it.',
  ),
  migration('ep.GetSiteType', [], 'How people sign in at a site makes no difference for a token.'),
];
