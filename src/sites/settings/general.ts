/** Where a site is, what it has, and how large it may be. */
import {
  count,
  json,
  marked,
  numbers,
  type SettingShape,
  storedOnly,
  text,
  toggle,
  word,
  words,
} from './setting.ts';

export const REGIONS = [
  'U.S.',
  'Australia',
  'Canada',
  'French Canada',
  'China',
  'Germany',
  'Hong Kong',
  'Italy',
  'Japan',
  'Korea',
  'New Zealand',
  'Spain',
  'Sweden',
  'Switzerland',
  'Taiwan',
  'U.K.',
] as const;

export const CURRENCIES = [
  'US Dollars',
  'Australian Dollars',
  'Canadian Dollars',
  'British Pounds',
  'Euros',
  'French Francs',
  'Deutschmarks',
  'Hong Kong Dollars',
  'Italian Lira',
  'Japanese Yen',
  'New Zealand Dollars',
  'Swiss Francs',
  'Korean Won',
] as const;

export const MY_WEBEX_PAGES = [
  'My Meetings',
  'My Computers',
  'My Files:Folders',
  'My Files:Training Recordings',
  'My Files:Recorded Events',
  'My Reports',
  'My Profile',
  'My Contacts',
  'My Workspaces',
] as const;

interface EnrollmentField {
  readonly incl?: boolean | undefined;
  readonly req?: boolean | undefined;
}

export const ENROLLMENT_FIELDS = [
  'phone',
  'company',
  'title',
  'numEmployees',
  'futureInfo',
  'address1',
  'address2',
  'city',
  'state',
  'postalCode',
  'country',
] as const;

/** What the site's registration form of an event asks for (event:standardFieldsType). */
export interface EnrollmentForm {
  readonly standardFields: {
    readonly [K in (typeof ENROLLMENT_FIELDS)[number]]?: EnrollmentField | undefined;
  };
}

const enrollmentField: SettingShape = { fields: { 'incl?': 'switch', 'req?': 'switch' } };
const enrollmentForm: SettingShape = {
  fields: {
    standardFields: {
      fields: Object.fromEntries(ENROLLMENT_FIELDS.map((field) => [`${field}?`, enrollmentField])),
    },
  },
};

const OWNER = { owner: true };
const STORED = { storedOnly: true };

export const GENERAL_SETTINGS = {
  timeZoneID: count(4, 'The time zone of new accounts and of what names none, 0 to 61.', { max: 61 }),
  languageID: count(1, 'The language of new accounts and of the pages, 1 to 17.', { min: 1, max: 17 }),
  locale: text('U.S.', 'The locale of new accounts.'),
  region: word(REGIONS, 'U.S.', 'The region that `GetSite` tells.', { ...OWNER, ...STORED }),
  currency: word(CURRENCIES, 'US Dollars', 'The currency that `GetSite` tells.', { ...OWNER, ...STORED }),
  brandName: words([], 'Other names of the site; its own is always the first.', { ...OWNER, ...STORED }),
  partnerID: text(
    '',
    'The partner id, a secret: `GetSite` tells it to site administrators (`parterID`), and SU, EU, AC and IN of the URL API must know it. Without one they are closed.',
    { ...OWNER, shared: true },
  ),
  gsbStatus: word(
    ['PRIMARY', 'BACKUP'],
    'PRIMARY',
    'BACKUP while the site runs on its backup system.',
    OWNER,
  ),
  hostLimit: count(0, 'How many hosts may be activated, 0 for any number.', OWNER),
  personalRooms: toggle(true, 'New hosts have a personal room (`enablePersonalMeetingRoom`).', OWNER),
  collaborationRooms: toggle(
    true,
    'Room systems can call in to the sessions of hosts who may have that (CMR, `EnableCloudTelepresence`).',
    OWNER,
  ),
  supportedServices: marked(
    {
      meetingCenter: toggle(true, 'The site has meetings.'),
      trainingCenter: toggle(true, 'The site has trainings.'),
      supportCenter: toggle(true, 'The site has support sessions.'),
      eventCenter: toggle(true, 'The site has events.'),
      salesCenter: toggle(true, 'The site has sales sessions.'),
    },
    OWNER,
  ),
  serviceOptions: storedOnly({
    webACD: toggle(false, 'Support requests wait in queues.', OWNER),
    marketingAddOn: toggle(false, 'Events have the marketing add-on.', OWNER),
    optimizeAttendeeBandwidthUsage: toggle(false, 'Events save the bandwidth of attendees.'),
  }),
  meetingTypes: numbers(
    [3, 9, 11, 13, 15, 16],
    'The session types that a new host is given; the first is their default.',
    { ...OWNER, guided: true },
  ),
  pages: {
    iCalendar: toggle(true, 'Invitations come with a calendar entry.'),
    ...storedOnly({
      isEnterprise: toggle(true, 'The site is of an enterprise.', OWNER),
      myWebExDefaultPage: word(MY_WEBEX_PAGES, 'My Meetings', 'The page that opens after a sign-in.'),
      displayMeetingActualTime: toggle(false, 'Lists show when a session really began.'),
      displayOffset: toggle(true, 'Time zones are shown with their offset.'),
      supportWebEx11: toggle(false, 'The site has the interface of WebEx 11.', OWNER),
      ucfConfiguration: text('No UCF', 'Which rich media may be shared.', OWNER),
    }),
  },
  clientPlatforms: storedOnly(
    marked(
      {
        msWindows: toggle(true, 'Windows.'),
        macOS9: toggle(false, 'Mac OS 9.'),
        macOSX: toggle(true, 'macOS.'),
        sunSolaris: toggle(false, 'Solaris.'),
        linux: toggle(true, 'Linux.'),
        hpUnix: toggle(false, 'HP-UX.'),
        java: toggle(true, 'Java.'),
        palm: toggle(false, 'Palm OS.'),
      },
      OWNER,
    ),
  ),
  resourceRestrictions: storedOnly(
    marked(
      {
        isLicenseManager: toggle(true, 'Licences are counted.'),
        concurrentLicense: count(0, 'Licences in use at the same time, 0 for any number.'),
        fileFolderCapacity: count(1000, 'Megabytes of a file folder.'),
        maxConcurrentEvents: count(0, 'Events at the same time, 0 for any number.'),
        archiveStorageLimit: count(0, 'Megabytes of recordings, 0 for any number.'),
      },
      OWNER,
    ),
  ),
  supportAPI: marked(
    {
      autoLogin: toggle(
        true,
        'Integrations sign people up, in and out by the URL API (SU, LI, LO); without it only the pages of the site do (`AutoLoginDisabled`).',
        { policy: true },
      ),
      ...storedOnly({
        aspAndPHPAPI: toggle(true, 'The URL API.'),
        backwardAPI: toggle(false, 'The old API.'),
        xmlAPI: toggle(true, 'The XML API.'),
        cAPI: toggle(false, 'The C API.'),
        scorm: toggle(false, 'SCORM.'),
      }),
    },
    OWNER,
  ),
  eventEnrollment: json<EnrollmentForm>(
    { standardFields: {} },
    'What a registration form asks for beside name and e-mail; without a field of it, for all of them.',
    enrollmentForm,
  ),
};
