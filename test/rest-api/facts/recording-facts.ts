/** Recordings, reports and webhooks: facts/rest-console.md 1.8, 1.9 and 2, in our own words. */
import { below, type Fact, items } from './fact.ts';

const RECORDINGS = {
  read: { user: 'meeting:recordings_read', admin: 'meeting:admin_recordings_read' },
  write: { user: 'meeting:recordings_write', admin: 'meeting:admin_recordings_write' },
};

const COMMON = `id! meetingId scheduledMeetingId meetingSeriesId topic! createTime! timeRecorded! siteUrl! downloadUrl
  playbackUrl format! serviceType! durationSeconds!:n sizeBytes!:n status`;
const RECORDING = `${COMMON} password shareToMe:b integrationTags:l`;

const LISTED = '?max ?from ?to ?meetingId ?siteUrl ?topic ?format ?serviceType ?status';

const USAGE = `meetingId! meetingNumber meetingTitle start! end! duration:n scheduledType hostDisplayName hostEmail
  totalPeopleMinutes:n totalCallInMinutes:n totalCallInTollFreeMinutes:n totalCallOutDomestic:n
  totalCallOutInternational:n totalVoipMinutes:n totalParticipants:n totalParticipantsVoip:n
  totalParticipantsCallIn:n totalParticipantsCallOut:n peakAttendee:n totalRegistered:n totalInvitee:n serviceType
  trackingCodes:l`;
const ATTENDEE = `meetingId! meetingNumber:n meetingTitle displayName email joinedTime leftTime duration:n
  participantType ipAddress clientAgent company phoneNumber address1 address2 city state country zipCode registered:b
  invited:b`;

const WEBHOOK =
  'id! name! targetUrl! resource! event! filter secret status! created! ownedBy orgId createdBy appId';

export const RECORDING_FACTS: readonly Fact[] = [
  {
    call: 'GET recordings',
    scopes: RECORDINGS.read,
    takes: `${LISTED} ?hostEmail ?integrationTag`,
    answers: items(RECORDING),
  },
  {
    call: 'GET recordings/{}',
    scopes: RECORDINGS.read,
    takes: '?hostEmail header:siteurl',
    answers: `${RECORDING} temporaryDirectDownloadLinks:o ${below(
      'temporaryDirectDownloadLinks',
      'recordingDownloadLink audioDownloadLink transcriptDownloadLink expiration',
    )}`,
  },
  { call: 'DELETE recordings/{}', scopes: RECORDINGS.write, takes: 'reason comment' },
  { call: 'POST recordings/softDelete', scopes: RECORDINGS.write, takes: 'recordingIds:l siteUrl' },
  { call: 'POST recordings/restore', scopes: RECORDINGS.write, takes: 'recordingIds:l restoreAll:b siteUrl' },
  { call: 'POST recordings/purge', scopes: RECORDINGS.write, takes: 'recordingIds:l purgeAll:b siteUrl' },
  { call: 'POST recordings/{}/accessList', scopes: RECORDINGS.write },
  { call: 'POST recordings/accessList', scopes: RECORDINGS.write },
  {
    call: 'GET admin/recordings',
    scopes: { admin: 'meeting:admin_recordings_read' },
    takes: LISTED,
    answers: items(`${COMMON} hostDisplayName hostEmail!`),
  },
  { call: 'DELETE admin/recordings/{}', scopes: { admin: 'meeting:admin_recordings_write' } },
  {
    call: 'GET recordingReport/accessSummary',
    scopes: RECORDINGS.read,
    takes: '?max ?from ?to ?hostEmail ?siteUrl',
    answers: items('recordingId! topic! timeRecorded! siteUrl hostEmail viewCount!:n downloadCount!:n'),
  },
  {
    call: 'GET recordingReport/accessDetail',
    scopes: RECORDINGS.read,
    takes: '?recordingId! ?max',
    answers: items('recordingId! topic name email accessTime! viewed!:b downloaded!:b'),
  },
  {
    call: 'GET meetingReports/usage',
    takes: '?siteUrl! ?from ?to ?max ?serviceType',
    answers: items(USAGE),
  },
  {
    call: 'GET meetingReports/attendees',
    takes: '?siteUrl! ?meetingId ?meetingNumber ?meetingTitle ?from ?to ?max',
    answers: items(ATTENDEE),
  },
];

const TRANSCRIPT = `id! siteUrl! startTime! meetingTopic! meetingId! scheduledMeetingId meetingSeriesId hostUserId!
  vttDownloadLink! txtDownloadLink! status!`;
const SNIPPET = 'id! text! personName personEmail startTime offsetMillisecond:n durationMillisecond:n';
const READ = { user: 'meeting:transcripts_read', admin: 'meeting:admin_transcripts_read' };

/** `snippets` and what is below it: members as clients with types read them (wxc_sdk). */
export const TRANSCRIPT_FACTS: readonly Fact[] = [
  {
    call: 'GET meetingTranscripts',
    scopes: READ,
    takes: '?max ?from ?to ?meetingId ?hostEmail ?siteUrl',
    answers: items(TRANSCRIPT),
  },
  { call: 'GET meetingTranscripts/{}/snippets', scopes: READ, takes: '?max', answers: items(SNIPPET) },
  { call: 'GET meetingTranscripts/{}/snippets/{}', scopes: READ, answers: SNIPPET },
  {
    call: 'PUT meetingTranscripts/{}/snippets/{}',
    scopes: { user: 'meeting:transcripts_write' },
    takes: 'text reason',
    answers: SNIPPET,
  },
  {
    call: 'DELETE meetingTranscripts/{}',
    scopes: { user: 'meeting:transcripts_write' },
    takes: 'reason comment',
  },
];

export const WEBHOOK_FACTS: readonly Fact[] = [
  { call: 'GET webhooks', takes: '?max ?ownedBy', answers: items(WEBHOOK) },
  {
    call: 'POST webhooks',
    takes: 'name! targetUrl! resource! event! filter secret ownedBy',
    answers: WEBHOOK,
  },
  { call: 'GET webhooks/{}', answers: WEBHOOK },
  { call: 'PUT webhooks/{}', takes: 'name! targetUrl! secret ownedBy status', answers: WEBHOOK },
  { call: 'DELETE webhooks/{}' },
];
