import { EVERY_CALLER, MANAGERS, OWNERS } from '../callers.ts';
import { forAll, type PageRow, type PageRows } from '../row.ts';

const decision = (deed: string): PageRow => ({
  deed,
  form: ({ registrationKey: MK, registrant }) => ({ MK, PERSON: registrant }),
  shows: 'to registrants.php',
  may: MANAGERS,
  refusal: '404',
  changes: true,
});

/** In the room are those who may begin; everybody else is led to the door. */
const inRoom = (deed: string, more: Partial<PageRow> = {}): PageRow => ({
  deed,
  about: 'after HM',
  before: (browser, { key: MK }) => browser.get('/acme/m.php', { AT: 'HM', MK }),
  form: ({ key: MK }) => ({ MK, PERSON: '1' }),
  shows: 'to room.php',
  may: MANAGERS,
  refusal: 'to m.php',
  stranger: 'to m.php',
  ...more,
});

export const ROWS: PageRows = {
  'registrants.php': [
    {
      query: ({ registrationKey: MK }) => ({ MK }),
      shows: 'registrants',
      may: MANAGERS,
      refusal: '404',
      tells: { topic: MANAGERS, agenda: MANAGERS },
    },
    {
      about: 'as a file',
      query: ({ registrationKey: MK }) => ({ MK, AS: 'csv' }),
      shows: '',
      may: MANAGERS,
      refusal: '404',
    },
    decision('ACCEPT'),
    decision('REJECT'),
    decision('ACCEPTALL'),
  ],
  'room.php': [
    {
      about: 'after HM',
      before: (browser, { key: MK }) => browser.get('/acme/m.php', { AT: 'HM', MK }),
      query: ({ key: MK }) => ({ MK }),
      shows: 'room',
      may: MANAGERS,
      refusal: 'to m.php',
      stranger: 'to m.php',
      // Whoever manages it knows its password, and comes in to host it.
      tells: { topic: MANAGERS, agenda: MANAGERS, password: MANAGERS },
    },
    inRoom('SHOW'),
    inRoom('LOCK'),
    inRoom('UNLOCK'),
    inRoom('ADMIT'),
    inRoom('ADMITALL'),
    inRoom('REFUSE'),
    inRoom('EXPEL'),
    inRoom('FORGIVE'),
    inRoom('MUTE'),
    inRoom('MUTEALL'),
    inRoom('HIDE'),
    inRoom('UNSHARE'),
    inRoom('ALLOW', { form: ({ key: MK }) => ({ MK, RULE: 'share' }) }),
    inRoom('FORBID', { form: ({ key: MK }) => ({ MK, RULE: 'share' }) }),
    inRoom('COHOST'),
    inRoom('PRESENTER'),
    inRoom('PANELIST'),
    inRoom('ATTENDEE'),
    inRoom('HANDOVER'),
    // Whose session it is has the part; the others never had it.
    inRoom('TAKEBACK', { may: [], otherwise: forAll(MANAGERS, '403') }),
    // A meeting has none.
    inRoom('OPENBREAKOUTS', { may: [], otherwise: forAll(MANAGERS, '403') }),
    inRoom('CLOSEBREAKOUTS', { may: [], otherwise: forAll(MANAGERS, '403') }),
    inRoom('BREAKOUT', {
      form: ({ key: MK }) => ({ MK, PERSON: '1', BREAKOUT: '1' }),
      may: [],
      otherwise: forAll(MANAGERS, '403'),
    }),
    inRoom('LEAVE', { shows: 'ended', changes: true, isNoAct: true, tells: { topic: MANAGERS } }),
    inRoom('END', { shows: 'ended', changes: true, tells: { topic: MANAGERS } }),
  ],
  'chat.php': [
    {
      about: 'a form in the place of JSON',
      form: ({ key: MK }) => ({ MK }),
      shows: 'nothing',
      may: [],
      refusal: '400',
      stranger: '400',
    },
  ],
  'chats.php': [
    {
      query: ({ key: MK }) => ({ MK }),
      shows: 'chats',
      may: OWNERS,
      refusal: '404',
      tells: { topic: OWNERS },
    },
  ],
  'feedback.php': [
    {
      about: 'of a meeting that they were not in',
      form: ({ key: MK }) => ({ MK, SETUP: '5' }),
      shows: 'nothing',
      may: [],
      refusal: '404',
      stranger: '404',
    },
  ],
  'signal.php': [
    {
      about: 'a form in the place of JSON',
      form: ({ key: MK }) => ({ MK }),
      shows: 'nothing',
      may: [],
      refusal: '400',
      stranger: '400',
    },
  ],
  'grant.php': [
    {
      about: 'a form in the place of JSON',
      form: ({ key: MK }) => ({ MK }),
      shows: 'nothing',
      may: [],
      refusal: '400',
      stranger: '400',
    },
  ],
  'recording.php': [
    {
      about: 'a form in the place of bytes or JSON',
      form: ({ key: MK }) => ({ MK }),
      shows: 'nothing',
      may: [],
      refusal: '400',
      stranger: '400',
    },
  ],
  'events.php': [
    {
      about: 'whether a meeting has begun',
      query: ({ key: MK }) => ({ MK, FOR: 'START' }),
      isStream: true,
      shows: 'events',
      may: EVERY_CALLER,
    },
    {
      about: 'whether a meeting is unlocked',
      query: ({ key: MK }) => ({ MK, FOR: 'UNLOCK' }),
      isStream: true,
      shows: 'events',
      may: EVERY_CALLER,
    },
    {
      about: 'of a room that they are not in: an end',
      query: ({ key: MK }) => ({ MK, FOR: 'ROOM' }),
      isStream: true,
      shows: 'events',
      may: EVERY_CALLER,
    },
  ],
};
