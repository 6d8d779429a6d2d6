/** The rows of the commands of the URL API, by page and AT. A new command gets its row here; the test fails without. */
import { EVERY_CALLER, HOSTS_HERE, INVITED, MANAGERS, NOT_SIGNED_IN, OURS, SEERS } from './callers.ts';
import { type CommandRow, forAll } from './row.ts';

/** A page in the place of a result: the person at the browser is asked for something. */
const ASKED = 'page: join';

const key = { may: MANAGERS, refusal: 'InvalidMeetingKey', stranger: 'AccessDenied' } as const;
const when = { YE: '2026', MO: '6', DA: '1', HO: '10', MI: '0' };

/** Whoever needs the password is asked for it before they learn whether the meeting runs. */
const joining: CommandRow = {
  about: 'without the password, before it runs',
  fields: ({ key: MK }) => ({ MK, AN: 'Ann', AE: 'ann@example.com' }),
  may: ['host', 'alternateHost'],
  refusal: 'MeetingNotInProgress',
  stranger: ASKED,
  otherwise: { attendeeOnly: ASKED, otherHost: ASKED },
  changes: ['host', 'alternateHost'],
  tells: { topic: ['anonymous', 'attendeeOnly', 'otherHost', ...NOT_SIGNED_IN] },
};
/** A stranger is told that it is well, and the address has mail. */
const registering: CommandRow = {
  about: 'with the address of an invited person',
  fields: ({ registrationKey: MK }) => ({ MK, FN: 'Mal', LN: 'Lory', EM: 'ina-vited@example.com' }),
  may: ['anonymous', ...MANAGERS],
  refusal: 'AlreadyRegistered',
  changes: MANAGERS,
};

export const COMMAND_ROWS: Readonly<Record<string, readonly CommandRow[]>> = {
  'm.php SM': [{ fields: () => ({ ...when, MN: 'Mine' }), may: HOSTS_HERE, changes: true }],
  'm.php IM': [{ fields: () => ({ MN: 'Mine' }), may: HOSTS_HERE, changes: true }],
  'm.php SS': [{ fields: () => ({ MN: 'Help' }), may: HOSTS_HERE, changes: true }],
  'm.php EM': [{ fields: ({ key: MK }) => ({ MK, MN: 'Renamed' }), ...key, changes: true }],
  'm.php DM': [{ fields: ({ key: MK }) => ({ MK }), ...key, changes: true }],
  'm.php HM': [{ fields: ({ key: MK }) => ({ MK }), may: MANAGERS, changes: true }],
  'm.php JM': [joining],
  'm.php JE': [joining],
  'm.php LM': [{ fields: () => ({ servicename: 'MC' }), may: OURS }],
  'm.php OM': [{ fields: () => ({ servicename: 'MC' }), may: OURS }],
  'm.php MD': [{ fields: ({ key: MK }) => ({ MK }), may: OURS }],
  'm.php AA': [
    {
      fields: ({ key: MK, fresh }) => ({ MK, FN1: 'New', EM1: `${fresh}@example.com` }),
      ...key,
      changes: true,
    },
  ],
  'm.php DA': [{ fields: ({ key: MK }) => ({ MK, EM1: 'ina-vited@example.com' }), ...key, changes: true }],
  'm.php AP': [
    {
      fields: ({ key: MK, fresh }) => ({ MK, FN1: 'New', EM1: `${fresh}@example.com` }),
      ...key,
      changes: true,
    },
  ],
  'm.php DP': [{ fields: ({ key: MK }) => ({ MK, EM1: 'ina-vited@example.com' }), ...key, changes: true }],
  'm.php GF': [
    {
      fields: ({ registrationKey: MK }) => ({ MK }),
      may: [],
      otherwise: forAll(EVERY_CALLER, 'page: register'),
      tells: { topic: EVERY_CALLER },
    },
  ],
  'm.php RM': [registering],
  'm.php EN': [registering],
  'm.php CR': [{ fields: ({ key: MK }) => ({ MK, AA: '1' }), may: MANAGERS, changes: true }],

  'p.php LI': [
    {
      about: 'as the host, with a made-up ticket',
      fields: () => ({ WID: 'Host', TK: 'a'.repeat(64) }),
      may: [],
      refusal: 'AlreadyLogon',
      stranger: 'InvalidTicket',
    },
  ],
  'p.php LO': [{ fields: () => ({}), may: EVERY_CALLER }],
  'p.php SU': [
    {
      about: 'without the partner id',
      fields: ({ fresh }) => ({
        WID: fresh,
        PW: 'P@ssword123',
        FN: 'New',
        LN: 'One',
        EM: `${fresh}@example.com`,
      }),
      may: [],
      refusal: 'PartnerIDError',
      stranger: 'PartnerIDError',
    },
    {
      about: 'with the partner id',
      fields: ({ fresh, PID }) => ({
        PID,
        WID: fresh,
        PW: 'P@ssword123',
        FN: 'New',
        LN: 'One',
        EM: `${fresh}@example.com`,
      }),
      may: EVERY_CALLER,
      changes: true,
    },
  ],
  'p.php EU': [
    {
      about: "the host's names, with the partner id",
      fields: ({ PID, fresh }) => ({ PID, WID: 'Host', FN: fresh }),
      may: ['host', 'admin'],
      changes: true,
    },
  ],
  'p.php AC': [
    { about: 'with the partner id', fields: ({ PID, victim: WID }) => ({ PID, WID }), may: ['admin'] },
  ],
  'p.php IN': [
    {
      about: 'with the partner id',
      fields: ({ PID, victim: WID }) => ({ PID, WID }),
      may: ['admin'],
      changes: true,
    },
  ],

  'o.php ST': [{ fields: () => ({ SP: 'MC' }), may: EVERY_CALLER }],

  'w.php SO': [{ fields: () => ({ TP: '1' }), may: HOSTS_HERE, changes: true }],
  'w.php CO': [{ fields: () => ({}), may: HOSTS_HERE, changes: true }],
  'w.php JO': [joining],
  'w.php KM': [
    {
      about: 'of one that does not run',
      fields: ({ key: MK }) => ({ MK }),
      may: [],
      otherwise: forAll(MANAGERS, 'MeetingNotInProgress'),
    },
  ],

  'e.php SI': [joining],
  'e.php JM': [joining],
  'e.php JE': [joining],
  'e.php SINF': [
    {
      fields: ({ key: MK }) => ({ MK }),
      may: [],
      otherwise: forAll(EVERY_CALLER, 'page: session'),
      tells: { topic: EVERY_CALLER, agenda: INVITED, password: SEERS, people: SEERS },
    },
  ],
  'e.php MI': [
    {
      fields: ({ eventID }) => ({ EventID: eventID }),
      may: [],
      otherwise: forAll(EVERY_CALLER, 'page: session'),
      tells: { topic: EVERY_CALLER, agenda: INVITED, password: SEERS, people: SEERS },
    },
  ],
};
