/** Meetings, who is invited and who registers: facts/rest-console.md 1.5 and 1.6, in our own words. */
import { below, type Fact, items } from './fact.ts';

const SCHEDULES = {
  read: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  write: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
};

const OPTIONS = below(
  'meetingOptions',
  'enabledChat:b enabledVideo:b enabledPolling:b enabledNote:b noteType enabledFileTransfer:b enabledUCFRichMedia:b',
);
const PRIVILEGES = below(
  'attendeePrivileges',
  `enabledShareContent:b enabledSaveDocument:b enabledPrintDocument:b enabledAnnotate:b
   enabledViewParticipantList:b enabledViewThumbnails:b enabledRemoteControl:b enabledViewAnyDocument:b
   enabledViewAnyPage:b enabledContactOperatorPrivately:b enabledChatHost:b enabledChatPresenter:b
   enabledChatOtherParticipants:b`,
);
const AUDIO = below(
  'audioConnectionOptions',
  `audioConnectionType enabledTollFreeCallIn:b enabledGlobalCallIn:b enabledAudienceCallBack:b entryAndExitTone
   allowHostToUnmuteParticipants:b allowAttendeeToUnmuteSelf:b muteAttendeeUponEntry:b`,
);
/** In requests and answers. */
const BOTH = `
  agenda password recurrence enabledAutoRecordMeeting:b allowAnyUserToBeCoHost:b enabledJoinBeforeHost:b
  enableConnectAudioBeforeHost:b joinBeforeHostMinutes:n excludePassword:b publicMeeting:b reminderTime:n
  unlockedMeetingJoinSecurity sessionTypeId:n scheduledType panelistPassword enableAutomaticLock:b
  automaticLockMinutes:n allowFirstUserToBeCoHost:b allowAuthenticatedDevices:b integrationTags:l trackingCodes:l
  trackingCodes[].name trackingCodes[].value ${OPTIONS} ${PRIVILEGES} ${AUDIO}`;

/** What every kind of meeting has: an instance that has ended has no more. */
const ALWAYS = `
  id! title! meetingType! state! timezone! start! hostUserId! hostDisplayName! hostEmail! siteUrl! webLink!`;

const MEETING = `${ALWAYS} ${BOTH} end meetingNumber hostKey enabledBreakoutSessions:b phoneAndVideoSystemPassword
  hostDidJoin:b attendeeDidJoin:b registerLink sipAddress dialInIpAddress meetingSeriesId isModified:b
  telephony:o telephony.accessCode telephony.callInNumbers:l telephony.callInNumbers[].label
  telephony.callInNumbers[].callInNumber telephony.callInNumbers[].tollType telephony.links:l`;

const INVITED =
  'invitees:l invitees[].email invitees[].displayName invitees[].coHost:b invitees[].panelist:b';
const REGISTRATION = `
  autoAcceptRequest:b requireFirstName:b requireLastName:b requireEmail:b requireJobTitle:b requireCompanyName:b
  requireAddress1:b requireAddress2:b requireCity:b requireState:b requireZipCode:b requireCountryRegion:b
  requireWorkPhone:b requireFax:b maxRegisterNum:n customizedQuestions:l rules:l`;

const INVITEE = 'id! email! displayName coHost:b panelist:b meetingId!';

const REGISTERED = `
  firstName! lastName! email! jobTitle companyName address1 address2 city state countryRegion workPhone fax
  customizedQuestions:l customizedQuestions[].questionId:n customizedQuestions[].answers:l`;
const REGISTRANT = `id! status! registrationTime ${REGISTERED}`;

export const MEETING_FACTS: readonly Fact[] = [
  {
    call: 'POST meetings',
    scopes: SCHEDULES.write,
    takes: `title! start end timezone hostEmail siteUrl sendEmail:b templateId ${BOTH} ${INVITED} ${below('registration', 'autoAcceptRequest:b maxRegisterNum:n')}`,
    answers: MEETING,
  },
  {
    call: 'GET meetings',
    scopes: SCHEDULES.read,
    takes: `?meetingNumber ?webLink ?meetingSeriesId ?meetingType ?state ?scheduledType ?isModified ?current ?from ?to ?max
      ?hostEmail ?siteUrl ?integrationTag ?hasRecording ?hasChat ?hasTranscription header:password`,
    answers: items(MEETING),
  },
  {
    call: 'GET meetings/{}',
    scopes: SCHEDULES.read,
    takes: '?current ?hostEmail header:password',
    answers: MEETING,
  },
  {
    call: 'PATCH meetings/{}',
    scopes: SCHEDULES.write,
    takes: `title start end timezone hostEmail sendEmail:b ${BOTH}`,
    answers: MEETING,
  },
  {
    call: 'PUT meetings/{}',
    scopes: SCHEDULES.write,
    takes: `title! password start! end! timezone agenda recurrence hostEmail sendEmail:b`,
    answers: MEETING,
  },
  { call: 'DELETE meetings/{}', scopes: SCHEDULES.write, takes: '?hostEmail ?sendEmail' },
  {
    call: 'POST meetings/join',
    scopes: { user: 'meeting:schedules_read' },
    takes: `meetingId meetingNumber webLink joinDirectly:b email displayName password expirationMinutes:n registrationId
      hostEmail createJoinLinkAsWebLink:b createStartLinkAsWebLink:b`,
    answers: 'startLink joinLink expiration',
  },
  { call: 'POST meetings/{}/end', scopes: { user: 'meeting:schedules_write' }, takes: 'reason' },
  {
    call: 'GET meetings/controls',
    scopes: { user: 'meeting:controls_read' },
    takes: '?meetingId',
    answers: 'locked:b recordingStarted:b recordingPaused:b',
  },
  {
    call: 'PUT meetings/controls',
    scopes: { user: 'meeting:controls_write' },
    takes: '?meetingId locked:b recordingStarted:b recordingPaused:b',
    answers: 'locked:b recordingStarted:b recordingPaused:b',
  },
  {
    call: 'GET meetings/templates',
    scopes: { user: 'meeting:schedules_read' },
    takes: '?templateType ?locale ?isDefault ?isStandard ?hostEmail ?siteUrl',
    answers: items('id! name! locale siteUrl templateType! isDefault:b isStandard:b'),
  },
  {
    call: 'GET meetings/templates/{}',
    scopes: { user: 'meeting:schedules_read' },
    answers: 'id! name! templateType! isDefault:b isStandard:b meeting:o',
  },
  {
    call: 'GET meetings/sessionTypes',
    scopes: { user: 'meeting:schedules_read' },
    answers: items('id! name! type! attendeesCapacity:n'),
  },
  {
    call: 'GET meetings/sessionTypes/{}',
    scopes: { user: 'meeting:schedules_read' },
    answers: 'id! name! type! attendeesCapacity:n',
  },
  {
    call: 'GET meetings/trackingCodes',
    scopes: { user: 'meeting:schedules_read' },
    takes: '?service',
    answers: items(
      'id! name! siteUrl options:l options[].value options[].defaultValue:b inputMode! service type',
    ),
  },
  {
    call: 'GET meetings/{}/globalCallinNumbers',
    // rest-console.md 1.5 has items, as every list (1.3).
    answers: items('label callInNumber tollType'),
  },
  { call: 'GET meetings/{}/registration', scopes: { user: 'meeting:schedules_read' }, answers: REGISTRATION },
  {
    call: 'PUT meetings/{}/registration',
    scopes: { user: 'meeting:schedules_write' },
    takes: REGISTRATION,
    answers: REGISTRATION,
  },
  { call: 'DELETE meetings/{}/registration', scopes: { user: 'meeting:schedules_write' } },
  { call: 'POST meetings/{}/registrants', takes: REGISTERED, answers: 'id! status' },
  { call: 'GET meetings/{}/registrants', takes: '?max ?current', answers: items(REGISTRANT) },
  { call: 'GET meetings/{}/registrants/{}', answers: REGISTRANT },
  { call: 'DELETE meetings/{}/registrants/{}' },
  {
    call: 'POST meetings/{}/registrants/bulkInsert',
    takes: `items:l ${below('items[]', REGISTERED)}`,
    answers: items('id! status'),
  },
  { call: 'POST meetings/{}/registrants/query', takes: 'emails:l', answers: items(REGISTRANT) },
  { call: 'POST meetings/{}/registrants/approve', takes: 'registrants:l registrants[].id' },
  { call: 'POST meetings/{}/registrants/reject', takes: 'registrants:l registrants[].id' },
  { call: 'POST meetings/{}/registrants/cancel', takes: 'registrants:l registrants[].id' },
  { call: 'POST meetings/{}/registrants/bulkDelete', takes: 'registrants:l registrants[].id' },
  {
    call: 'POST meetings/reassignHost',
    scopes: { admin: 'meeting:admin_schedule_write' },
    takes: 'hostEmail! meetingIds!:l',
  },
  {
    call: 'GET admin/meetings',
    scopes: { admin: 'meeting:admin_schedule_read' },
    takes: '?meetingNumber ?webLink',
    answers: items('id! meetingNumber title! hostEmail! state!'),
  },
  {
    call: 'GET admin/meetings/{}',
    scopes: { admin: 'meeting:admin_schedule_read' },
    answers: 'id! title! hostEmail! state!',
  },
  {
    call: 'GET meetingInvitees',
    scopes: SCHEDULES.read,
    takes: '?meetingId! ?max ?hostEmail ?panelist',
    answers: items(INVITEE),
  },
  {
    call: 'POST meetingInvitees',
    scopes: SCHEDULES.write,
    takes: 'meetingId! email! displayName coHost:b panelist:b hostEmail sendEmail:b',
    answers: INVITEE,
  },
  {
    call: 'POST meetingInvitees/bulkInsert',
    scopes: SCHEDULES.write,
    takes: 'meetingId! hostEmail items:l items[].email! items[].displayName items[].coHost:b',
    answers: items(INVITEE),
  },
  { call: 'GET meetingInvitees/{}', scopes: SCHEDULES.read, answers: INVITEE },
  {
    call: 'PUT meetingInvitees/{}',
    scopes: SCHEDULES.write,
    takes: 'email! displayName coHost:b panelist:b hostEmail sendEmail:b',
    answers: INVITEE,
  },
  { call: 'DELETE meetingInvitees/{}', scopes: SCHEDULES.write, takes: '?hostEmail ?sendEmail' },
];
