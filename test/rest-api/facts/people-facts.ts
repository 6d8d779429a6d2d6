/** Participants, preferences, people and the site: facts/rest-console.md 1.6, 1.7 and 1.10, in our own words. */
import { below, type Fact, items } from './fact.ts';

const PARTICIPANTS = {
  read: { user: 'meeting:participants_read', admin: 'meeting:admin_participants_read' },
  write: { user: 'meeting:participants_write' },
};
const PREFERENCES = {
  read: { user: 'meeting:preferences_read', admin: 'meeting:admin_preferences_read' },
  write: { user: 'meeting:preferences_write', admin: 'meeting:admin_preferences_write' },
};
const CONFIG = {
  read: { admin: 'meeting:admin_config_read' },
  write: { admin: 'meeting:admin_config_write' },
};

const PARTICIPANT = `
  id! host:b coHost:b spaceModerator:b email displayName invitee:b muted:b video state joinedTime leftTime siteUrl
  meetingId! hostEmail devices:l devices[].correlationId devices[].deviceType devices[].audioType devices[].joinedTime
  devices[].leftTime devices[].durationSecond:n`;

const ROOM = `topic! hostPin! enabledAutoLock!:b autoLockMinutes!:n enabledNotifyHost!:b supportCoHost!:b coHosts!:l
  supportAnyoneAsCoHost:b allowFirstUserToBeCoHost:b allowAuthenticatedDevices:b`;
const TOLD_ROOM = `topic! hostPin! enabledAutoLock!:b autoLockMinutes!:n enabledNotifyHost!:b supportCoHost!:b
  coHosts:l personalMeetingRoomLink! sipAddress dialInIpAddress telephony:o telephony.accessCode telephony.links:o`;
const NUMBER = 'countryCode number enabledCallInAuthentication:b enabledCallMe:b';
const AUDIO = `defaultAudioType otherTeleconferenceDescription enabledGlobalCallIn:b enabledTollFree:b
  enabledAutoConnection:b audioPin ${below('officeNumber', NUMBER)} ${below('mobileNumber', NUMBER)}`;
const DEVICES =
  'videoDevices:l videoDevices[].deviceName videoDevices[].deviceAddress videoDevices[].isDefault:b';
const SCHEDULING = `enabledJoinBeforeHost:b joinBeforeHostMinutes:n enabledAutoShareRecording:b
  enabledWebexAssistantByDefault:b delegateEmails:l`;
const SITES = 'sites!:l sites[].siteUrl! sites[].default!:b';

const PERSON = `id! emails!:l displayName! nickName firstName lastName avatar orgId created lastModified timezone
  timeZone siteUrls:l roles:l licenses:l phoneNumbers:l phoneNumbers[].type phoneNumbers[].value type title department
  loginEnabled:b invitePending:b`;

const SETTINGS = `
  ${below('siteOptions', 'allowCustomPersonalRoomURL:b')}
  ${below('defaultSchedulerOptions', 'entryAndExitTone telephonySupport tollFree:b VoIP:b')}
  ${below('scheduleMeetingOptions', 'emailReminders:b')}
  ${below(
    'securityOptions',
    `joinBeforeHost:b audioBeforeHost:b firstAttendeeAsPresenter:b unlistAllMeetings:b requireLoginBeforeAccess:b
     requireStrongPassword:b`,
  )}
  ${below(
    'securityOptions.passwordCriteria',
    'mixedCase:b minLength:n minNumeric:n minAlpha:n minSpecial:n disallowDynamicWebText:b disallowList:b disallowValues:l',
  )}`;

function preferences(path: string, takes: string, answers: string): Fact[] {
  return [
    { call: `GET ${path}`, scopes: PREFERENCES.read, takes: '?userEmail ?siteUrl', answers },
    { call: `PUT ${path}`, scopes: PREFERENCES.write, takes: `?userEmail ?siteUrl ${takes}`, answers },
  ];
}

export const PEOPLE_FACTS: readonly Fact[] = [
  {
    call: 'GET meetingParticipants',
    scopes: PARTICIPANTS.read,
    takes: '?meetingId! ?max ?joinTimeFrom ?joinTimeTo ?meetingStartTimeFrom ?meetingStartTimeTo ?hostEmail',
    answers: items(PARTICIPANT),
  },
  { call: 'GET meetingParticipants/{}', scopes: PARTICIPANTS.read, answers: PARTICIPANT },
  {
    call: 'POST meetingParticipants/query',
    scopes: PARTICIPANTS.read,
    takes: '?meetingId! emails:l joinTimeFrom joinTimeTo',
    answers: items(PARTICIPANT),
  },
  {
    call: 'PUT meetingParticipants/{}',
    scopes: PARTICIPANTS.write,
    takes: 'muted:b admit:b expel:b',
    answers: 'muted:b',
  },
  {
    call: 'POST meetingParticipants/admit',
    scopes: PARTICIPANTS.write,
    takes: 'items:l items[].participantId',
  },
  {
    call: 'GET meetingPreferences',
    scopes: PREFERENCES.read,
    takes: '?userEmail ?siteUrl',
    answers: 'personalMeetingRoom:o audio:o video:o schedulingOptions:o sites:l',
  },
  ...preferences('meetingPreferences/personalMeetingRoom', ROOM, TOLD_ROOM),
  ...preferences('meetingPreferences/audio', AUDIO, AUDIO),
  ...preferences('meetingPreferences/video', DEVICES, DEVICES),
  ...preferences('meetingPreferences/schedulingOptions', SCHEDULING, SCHEDULING),
  { call: 'GET meetingPreferences/sites', scopes: PREFERENCES.read, takes: '?userEmail', answers: SITES },
  {
    call: 'PUT meetingPreferences/sites',
    scopes: PREFERENCES.write,
    takes: '?defaultSite ?userEmail siteUrl!',
    answers: 'siteUrl! default!:b',
  },
  {
    call: 'GET people',
    scopes: { user: 'spark:people_read', admin: 'spark-admin:people_read' },
    takes: '?email ?displayName ?id ?max',
    answers: items(PERSON),
  },
  { call: 'GET people/me', answers: PERSON },
  {
    call: 'GET people/{}',
    scopes: { user: 'spark:people_read', admin: 'spark-admin:people_read' },
    answers: PERSON,
  },
  {
    call: 'POST people',
    scopes: { admin: 'spark-admin:people_write' },
    takes: 'emails!:l displayName firstName lastName siteUrls:l licenses:l',
    answers: PERSON,
  },
  {
    call: 'PUT people/{}',
    scopes: { admin: 'spark-admin:people_write' },
    takes: 'emails:l displayName firstName lastName loginEnabled:b',
    answers: PERSON,
  },
  { call: 'DELETE people/{}', scopes: { admin: 'spark-admin:people_write' } },
  {
    call: 'GET admin/meeting/config/commonSettings',
    scopes: CONFIG.read,
    takes: '?siteUrl',
    answers: SETTINGS,
  },
  {
    call: 'PATCH admin/meeting/config/commonSettings',
    scopes: CONFIG.write,
    takes: SETTINGS,
    answers: SETTINGS,
  },
  {
    call: 'GET admin/meeting/config/sessionTypes',
    scopes: CONFIG.read,
    takes: '?siteUrl',
    answers: items('id! shortName! siteUrl name! type!'),
  },
  {
    call: 'GET admin/meeting/config/trackingCodes',
    scopes: CONFIG.read,
    takes: '?siteUrl',
    answers: items('id! name! siteUrl hostProfileCode scheduleStartCodes:l inputMode options:l'),
  },
];
