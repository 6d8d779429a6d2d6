/** The rows of the ep service. */
import { ACCOUNTS, EVERYBODY, HOSTS, INVITED, MANAGERS, OURS, SEERS } from '../callers.ts';
import { type Rows, SUCCESS } from '../row.ts';
import {
  EACH_HAS_ONE,
  eventKey,
  LISTED_WHOLE,
  NO_RECORD,
  NO_USER,
  NOT_FOUND,
  OF_ANOTHER,
  sessionKey,
  trainingKey,
} from '../row-parts.ts';

/** Whose a recording is; for everybody else there is none. */
const OWN_RECORDING = ['host', 'admin'] as const;
const RECORDING_SEEN = ['host', 'admin', 'reader'] as const;
const NO_RECORDING = '060970';
const MANAGES_RECORDING = {
  may: OWN_RECORDING,
  refusal: NO_RECORDING,
  otherwise: { reader: '000001' },
  changes: true,
} as const;
/** Each number of the bin succeeds or fails by itself. */
const OF_BIN = { may: ACCOUNTS, changes: OWN_RECORDING } as const;

const RECORDINGS: Rows = {
  'ep.LstRecording': [
    {
      request: '',
      may: RECORDING_SEEN,
      refusal: NO_RECORD,
      tells: { topic: RECORDING_SEEN, password: RECORDING_SEEN },
    },
    {
      about: "the host's",
      request: ({ host }) => `<hostWebExID>${host}</hostWebExID>`,
      may: RECORDING_SEEN,
      refusal: NO_RECORD,
      tells: { topic: RECORDING_SEEN, password: RECORDING_SEEN },
    },
  ],
  'ep.GetRecordingInfo': [
    {
      request: ({ recordingID }) => `<recordingID>${recordingID}</recordingID>`,
      may: RECORDING_SEEN,
      refusal: NO_RECORDING,
      tells: { topic: RECORDING_SEEN, password: RECORDING_SEEN, agenda: RECORDING_SEEN },
    },
    {
      about: 'in the bin',
      request: ({ binnedRecordingID }) => `<recordingID>${binnedRecordingID}</recordingID>`,
      may: [],
      refusal: NO_RECORDING,
    },
  ],
  'ep.SetRecordingInfo': [
    {
      request: ({ recordingID, fresh }) =>
        `<recording><recordingID>${recordingID}</recordingID><description>${fresh}</description></recording>`,
      ...MANAGES_RECORDING,
    },
  ],
  'ep.DelRecording': [
    {
      request: ({ recordingID }) => `<recordingID>${recordingID}</recordingID>`,
      ...MANAGES_RECORDING,
    },
  ],
  'ep.LstRecordingInRecycleBin': [
    { request: '', may: ['host'], refusal: NO_RECORD, tells: { topic: ['host'], password: ['host'] } },
  ],
  'ep.RecoverRecordingFromRecycleBin': [
    {
      about: "the host's",
      request: ({ binnedRecordingID }) => `<recordingID>${binnedRecordingID}</recordingID>`,
      ...OF_BIN,
    },
  ],
  'ep.DelRecordingFromRecycleBin': [
    {
      about: "the host's",
      request: ({ binnedRecordingID }) => `<recordingID>${binnedRecordingID}</recordingID>`,
      ...OF_BIN,
    },
    { about: 'their own', request: '<deleteAll>true</deleteAll>', may: ACCOUNTS, changes: ['host'] },
  ],
};

export const ROWS: Rows = {
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
      tells: { topic: ['anonymous', ...OURS], password: INVITED, agenda: INVITED, hostKey: SEERS },
    },
    {
      about: 'of a training',
      request: trainingKey,
      may: ['anonymous', ...OURS],
      refusal: NOT_FOUND,
      tells: { topic: ['anonymous', ...OURS], password: INVITED, agenda: INVITED },
    },
    {
      about: 'of an event',
      request: eventKey,
      may: ['anonymous', ...OURS],
      refusal: NOT_FOUND,
      // Its description holds the agenda.
      tells: { topic: ['anonymous', ...OURS], agenda: ['anonymous', ...OURS] },
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
  'ep.DelSession': [
    { request: sessionKey, may: MANAGERS, refusal: NOT_FOUND, changes: true },
    { about: 'a training', request: trainingKey, may: MANAGERS, ...OF_ANOTHER, changes: true },
  ],
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
  ...RECORDINGS,
};
