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
};
