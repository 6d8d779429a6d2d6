/** The rows of the operations of the XML API. A new operation gets its row here; the test fails without. */
import { ACCOUNTS, EVERYBODY, HOSTS, INVITED, MANAGERS, OURS, SEERS } from './callers.ts';
import { forAll, type Names, type Row, type Rows, SUCCESS } from './row.ts';

const meetingKey = ({ key }: Names) => `<meetingKey>${key}</meetingKey>`;
const sessionKey = ({ key }: Names) => `<sessionKey>${key}</sessionKey>`;
const audioKey = ({ audioKey: key }: Names) => `<sessionKey>${key}</sessionKey>`;
const ofHost = ({ host }: Names) => `<webExId>${host}</webExId>`;
const ofVictim = ({ victim }: Names) => `<webExId>${victim}</webExId>`;
const START = '<schedule><startDate>06/01/2026 10:00:00</startDate>';

/** What is known of a meeting to nobody else is not there. */
const NOT_FOUND = '060001';
const NO_USER = '030001';
const NO_RECORD = '000015';

/** Every host has a meeting of their own, so that a list is never empty for them. */
const EACH_HAS_ONE = { may: [...HOSTS, 'reader'], refusal: NO_RECORD } as const;
/** Whose lists the host's meeting is in. */
const LISTED = ['invited', 'alternateHost', 'host', 'admin', 'reader'] as const;
const LISTED_WHOLE = ['alternateHost', 'host', 'admin', 'reader'] as const;

const TELLS_ALL = {
  topic: SEERS,
  password: SEERS,
  agenda: SEERS,
  hostKey: SEERS,
  people: SEERS,
} as const;

/** What an account sets of its own, or an administrator of anybody. */
const ownOrAdmin: Pick<Row, 'may' | 'refusal' | 'otherwise'> = {
  may: ['host', 'admin'],
  otherwise: { foreignAdmin: NO_USER },
};

export const OPERATION_ROWS: Rows = {
  'user.AuthenticateUser': [{ request: '', may: ACCOUNTS }],
  'user.GetLoginTicket': [{ about: 'their own', request: '', may: ACCOUNTS }],
  'user.GetloginurlUser': [
    {
      about: "of the meeting's host",
      request: ({ host }) => `<webExID>${host}</webExID>`,
      ...ownOrAdmin,
      tells: { hostTicket: ['host', 'admin'] },
    },
  ],
  'user.GetlogouturlUser': [
    { about: "of the meeting's host", request: ({ host }) => `<webExID>${host}</webExID>`, ...ownOrAdmin },
  ],
  'user.GetUser': [
    {
      about: "the meeting's host",
      request: ofHost,
      may: ['host', 'admin', 'reader'],
      otherwise: { foreignAdmin: NO_USER },
      tells: { hostPIN: ['host', 'admin', 'reader'] },
    },
  ],
  'user.GetUserCard': [
    { about: "the meeting's host", request: ofHost, may: ['anonymous', ...OURS], refusal: NO_USER },
  ],
  'user.CreateUser': [
    {
      request: ({ fresh }) =>
        `<firstName>New</firstName><lastName>One</lastName><webExId>${fresh}</webExId>` +
        `<email>${fresh}@example.com</email><password>P@ssword123</password>` +
        '<privilege><host>true</host></privilege><active>ACTIVATED</active>',
      changes: true,
    },
  ],
  'user.SetUser': [
    {
      about: "the meeting's host",
      request: (names) => `${ofHost(names)}<title>${names.fresh}</title>`,
      ...ownOrAdmin,
      changes: true,
    },
    {
      about: 'their own privileges',
      request: ({ caller }) =>
        `<webExId>${caller}</webExId><privilege><siteAdmin>true</siteAdmin><host>true</host></privilege>`,
      may: ['admin', 'foreignAdmin'],
    },
  ],
  // Each account that is named is answered for itself: that one is unknown is no failure of the whole.
  'user.DelUser': [{ request: ofVictim, changes: ['admin'] }],
  'user.InactivateUser': [
    { request: ofVictim, may: ['admin'], otherwise: { foreignAdmin: NO_USER }, changes: true },
  ],
  'user.ActivateUser': [{ request: ofVictim, may: ['admin'], otherwise: { foreignAdmin: NO_USER } }],
  'user.LstUser': [
    { request: ofHost, otherwise: { foreignAdmin: NO_RECORD }, tells: { hostPIN: ['admin', 'reader'] } },
  ],
  'user.LstsummaryUser': [{ request: ofHost, otherwise: { foreignAdmin: NO_RECORD } }],
  'user.UploadPMRImage': [{ about: 'their own', request: '<imageFor>Photo</imageFor>', may: ACCOUNTS }],
  'user.DelSessionTemplates': [
    {
      about: 'of the site',
      request:
        '<sessionTemplate><name>None</name><serviceType>MeetingCenter</serviceType></sessionTemplate><templateType>Site</templateType>',
      may: [],
      otherwise: { admin: '030908', foreignAdmin: '030908' },
    },
  ],

  'meeting.CreateMeeting': [
    {
      about: 'of their own',
      request: `<metaData><confName>Mine</confName></metaData>${START}</schedule>`,
      may: HOSTS,
      changes: true,
    },
    {
      about: 'for the host',
      request: ({ host }) =>
        `<metaData><confName>Theirs</confName></metaData>${START}<hostWebExID>${host}</hostWebExID></schedule>`,
      may: ['creator', 'host', 'admin'],
      refusal: '060021',
      otherwise: { attendeeOnly: '000001', reader: '000001', foreignAdmin: '060019' },
      changes: true,
    },
  ],
  'meeting.SetMeeting': [
    {
      request: ({ key }) =>
        `<meetingkey>${key}</meetingkey><metaData><confName>Renamed</confName></metaData>`,
      may: MANAGERS,
      refusal: NOT_FOUND,
      changes: true,
    },
    {
      about: 'to become its host',
      request: ({ key, caller }) =>
        `<meetingkey>${key}</meetingkey><schedule><hostWebExID>${caller}</hostWebExID></schedule>`,
      may: ['creator', 'host', 'admin'],
      refusal: NOT_FOUND,
      otherwise: { alternateHost: '060021' },
      changes: true,
    },
  ],
  'meeting.GetMeeting': [{ request: meetingKey, may: SEERS, refusal: NOT_FOUND, tells: TELLS_ALL }],
  'meeting.DelMeeting': [{ request: meetingKey, may: MANAGERS, refusal: NOT_FOUND, changes: true }],
  'meeting.LstMeeting': [
    {
      request: '',
      ...EACH_HAS_ONE,
      tells: { topic: LISTED, password: LISTED, agenda: LISTED, people: LISTED_WHOLE },
    },
  ],
  'meeting.LstsummaryMeeting': [{ request: '', ...EACH_HAS_ONE, tells: { topic: LISTED } }],
  'meeting.GethosturlMeeting': [
    { request: sessionKey, may: MANAGERS, refusal: NOT_FOUND, tells: { hostTicket: ['host', 'admin'] } },
  ],
  'meeting.GetjoinurlMeeting': [{ request: sessionKey, may: OURS, refusal: NOT_FOUND }],
  'meeting.auo.CreateTeleconferenceSession': [
    {
      about: 'of their own',
      request: `<metaData><confName>Mine</confName></metaData>${START}<duration>30</duration></schedule>`,
      may: HOSTS,
      changes: true,
    },
  ],
  'meeting.auo.SetTeleconferenceSession': [
    {
      request: (names) => `${audioKey(names)}<metaData><confName>Renamed</confName></metaData>`,
      may: ['creator', 'host', 'admin'],
      refusal: NOT_FOUND,
      changes: true,
    },
  ],
  'meeting.auo.GetTeleconferenceSession': [
    { request: audioKey, may: ['creator', 'host', 'admin', 'reader'], refusal: NOT_FOUND },
  ],

  'attendee.CreateMeetingAttendee': [
    {
      request: (names) =>
        `<person><name>New</name><email>${names.fresh}@example.com</email></person>${sessionKey(names)}`,
      may: MANAGERS,
      refusal: NOT_FOUND,
      changes: true,
    },
  ],
  'attendee.RegisterMeetingAttendee': [
    {
      about: 'somebody who is invited',
      request: ({ registrationKey }) =>
        '<attendees><person><name>Other Name</name><email>ina-vited@example.com</email></person>' +
        `<sessionKey>${registrationKey}</sessionKey></attendees>`,
      may: MANAGERS,
      refusal: '060906',
      otherwise: { foreignAdmin: NOT_FOUND },
      changes: true,
    },
    {
      about: 'somebody new',
      request: ({ registrationKey, fresh }) =>
        `<attendees><person><name>New</name><email>${fresh}@example.com</email></person>` +
        `<sessionKey>${registrationKey}</sessionKey></attendees>`,
      may: OURS,
      refusal: NOT_FOUND,
      changes: true,
    },
  ],
  'attendee.LstMeetingAttendee': [
    { request: sessionKey, may: SEERS, refusal: NOT_FOUND, tells: { people: SEERS } },
  ],
  'attendee.DelMeetingAttendee': [
    {
      request: ({ attendeeID }) => `<attendeeID>${attendeeID}</attendeeID>`,
      may: MANAGERS,
      refusal: '060902',
      changes: true,
    },
  ],
  'attendee.GetEnrollmentInfo': [
    {
      about: 'of one without registration',
      request: sessionKey,
      may: [],
      refusal: NOT_FOUND,
      otherwise: forAll(SEERS, NO_RECORD),
    },
  ],
  'attendee.GetFeedbackInfo': [
    {
      about: 'before anybody has said anything',
      request: ({ confID }) => `<confID>${confID}</confID>`,
      may: [],
      refusal: NOT_FOUND,
      otherwise: forAll(SEERS, NO_RECORD),
    },
  ],

  'meetingtype.LstMeetingType': [{ request: '', may: ACCOUNTS }],
  'meetingtype.GetMeetingType': [{ request: '<meetingTypeID>3</meetingTypeID>', may: ACCOUNTS }],

  'ep.GetAPIVersion': [{ request: '' }],
  'ep.GetSiteType': [
    // Nobody is asked who they are.
    { request: '', may: EVERYBODY, otherwise: { deactivated: SUCCESS, expired: SUCCESS } },
  ],
  'ep.GetSessionInfo': [
    {
      request: sessionKey,
      may: ['anonymous', ...OURS],
      refusal: NOT_FOUND,
      tells: { topic: ['anonymous', ...OURS], password: INVITED, agenda: INVITED },
    },
  ],
  'ep.GetJoinSessionInfo': [
    {
      request: (names) =>
        `${sessionKey(names)}<attendeeName>Ann</attendeeName><attendeeEmail>ann@example.com</attendeeEmail>`,
      may: INVITED,
      refusal: '060919',
      tells: { topic: INVITED },
      otherwise: { foreignAdmin: NOT_FOUND },
    },
  ],
  'ep.LstsummarySession': [{ request: '', ...EACH_HAS_ONE, tells: { topic: LISTED_WHOLE } }],
  'ep.LstOpenSession': [{ about: 'what runs', request: '', may: [], refusal: NO_RECORD }],
  'ep.DelSession': [{ request: sessionKey, may: MANAGERS, refusal: NOT_FOUND, changes: true }],
  'ep.CreateContacts': [
    {
      about: 'their own',
      request: ({ fresh }) => `<contact><name>C</name><email>${fresh}@example.com</email></contact>`,
      may: ACCOUNTS,
      changes: true,
    },
  ],
  'ep.LstContact': [
    {
      about: "of the company's address book",
      request: '<addressType>GLOBAL</addressType>',
      may: [...HOSTS, 'reader'],
    },
    {
      about: "the host's",
      request: ({ host }) => `<hostWebExID>${host}</hostWebExID>`,
      may: ['host', 'admin', 'reader'],
      otherwise: { foreignAdmin: NO_USER },
    },
  ],
  'ep.CreateDistList': [
    {
      about: 'their own',
      request: ({ fresh }) => `<distList><name>${fresh}</name></distList>`,
      may: ACCOUNTS,
      changes: true,
    },
  ],
  'ep.SetDistList': [
    {
      about: "the host's",
      request: ({ distListID }) =>
        `<distList><distListID>${distListID}</distListID><name>Taken</name></distList>`,
      may: ['host'],
      refusal: '000931',
      changes: true,
    },
  ],
  'ep.LstDistList': [
    {
      about: "the host's",
      request: ({ host }) => `<hostWebExID>${host}</hostWebExID>`,
      may: ['host', 'admin', 'reader'],
      otherwise: { foreignAdmin: NO_USER },
    },
  ],
  'ep.SetupOneClickSettings': [
    {
      about: "the host's",
      request: ({ host, fresh }) =>
        `<metaData><confName>${fresh}</confName><serviceType>MeetingCenter</serviceType><sessionType>3</sessionType></metaData><hostWebExID>${host}</hostWebExID>`,
      may: ['host', 'admin'],
      otherwise: { foreignAdmin: NO_USER },
      changes: true,
    },
  ],
  'ep.GetOneClickSettings': [
    {
      about: "the host's",
      request: ({ host }) => `<hostWebExID>${host}</hostWebExID>`,
      may: ['host', 'admin', 'reader'],
      otherwise: { foreignAdmin: NO_USER },
    },
  ],

  'site.GetSite': [{ request: '', may: ACCOUNTS, tells: { partnerID: ['admin'] } }],
  'site.SetSite': [
    {
      request:
        '<siteInstance><securityOptions><joinBeforeHost>false</joinBeforeHost></securityOptions></siteInstance>',
      changes: true,
    },
  ],
  'site.LstTimeZone': [{ request: '', may: ACCOUNTS }],
};
