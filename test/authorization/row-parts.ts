/** What the rows of several services say alike. */
import { HOSTS, SEERS } from './callers.ts';
import type { Names, Row } from './row.ts';

export const meetingKey = ({ key }: Names) => `<meetingKey>${key}</meetingKey>`;
export const sessionKey = ({ key }: Names) => `<sessionKey>${key}</sessionKey>`;
export const trainingKey = ({ trainingKey: key }: Names) => `<sessionKey>${key}</sessionKey>`;
export const eventKey = ({ eventKey: key }: Names) => `<sessionKey>${key}</sessionKey>`;
export const audioKey = ({ audioKey: key }: Names) => `<sessionKey>${key}</sessionKey>`;
export const ofHost = ({ host }: Names) => `<webExId>${host}</webExId>`;
export const ofVictim = ({ victim }: Names) => `<webExId>${victim}</webExId>`;
export const START = '<schedule><startDate>06/01/2026 10:00:00</startDate>';

/** What is known of a meeting to nobody else is not there. */
export const NOT_FOUND = '060001';
/** Of a training or an event it is said that it is another host's; on another site it is not there. */
export const OF_ANOTHER: Pick<Row, 'refusal' | 'otherwise'> = {
  refusal: '000001',
  otherwise: { foreignAdmin: NOT_FOUND },
};
export const NO_USER = '030001';
export const NO_RECORD = '000015';

/** Every host has a meeting of their own, so that a list is never empty for them. */
export const EACH_HAS_ONE = { may: [...HOSTS, 'reader'], refusal: NO_RECORD } as const;
/** Whose lists the host's meeting is in. */
export const LISTED = ['invited', 'alternateHost', 'host', 'admin', 'reader'] as const;
export const LISTED_WHOLE = ['alternateHost', 'host', 'admin', 'reader'] as const;

export const TELLS_ALL = {
  topic: SEERS,
  password: SEERS,
  agenda: SEERS,
  hostKey: SEERS,
  people: SEERS,
} as const;

/** What an account sets of its own, or an administrator of anybody. */
export const ownOrAdmin: Pick<Row, 'may' | 'refusal' | 'otherwise'> = {
  may: ['host', 'admin'],
  otherwise: { foreignAdmin: NO_USER },
};
