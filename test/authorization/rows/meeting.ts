/** The rows of the meeting service. */
import { HOSTS, MANAGERS, OURS, SEERS } from '../callers.ts';
import type { Rows } from '../row.ts';
import {
  audioKey,
  EACH_HAS_ONE,
  eventKey,
  LISTED,
  LISTED_WHOLE,
  meetingKey,
  NOT_FOUND,
  OF_ANOTHER,
  START,
  sessionKey,
  TELLS_ALL,
  trainingKey,
} from '../row-parts.ts';

export const ROWS: Rows = {
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
  'meeting.GetMeeting': [
    { request: meetingKey, may: SEERS, refusal: NOT_FOUND, tells: TELLS_ALL },
    {
      about: 'a training',
      request: ({ trainingKey: key }) => `<meetingKey>${key}</meetingKey>`,
      may: [],
      refusal: NOT_FOUND,
    },
  ],
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
    {
      about: 'of a training',
      request: trainingKey,
      may: MANAGERS,
      ...OF_ANOTHER,
      tells: { hostTicket: ['host', 'admin'] },
    },
  ],
  'meeting.GetjoinurlMeeting': [
    { request: sessionKey, may: OURS, refusal: NOT_FOUND },
    { about: 'of an event', request: eventKey, may: OURS, refusal: NOT_FOUND },
  ],
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
};
