/** Somebody who has registered for a meeting, in the words of this interface. */
import {
  bool,
  complex,
  group,
  integer,
  list,
  many,
  oneOf,
  optional,
  optionals,
  text,
} from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

export const REGISTRANT_STATUSES = ['approved', 'pending', 'rejected'] as const;
export type RegistrantStatus = (typeof REGISTRANT_STATUSES)[number];

const LONGEST = 256;

/** What may be said of a registrant beside name and address. */
export const REGISTRANT_DETAILS = [
  'jobTitle',
  'companyName',
  'address1',
  'address2',
  'city',
  'state',
  'zipCode',
  'countryRegion',
  'workPhone',
  'fax',
] as const;
export type RegistrantDetail = (typeof REGISTRANT_DETAILS)[number];

const answer = complex(rest, 'RegistrantAnswer', {
  /** The place of the option that is chosen, counted from 1. */
  optionId: optional(integer()),
  answer: optional(text({ max: 2_000 })),
});

const answers = complex(rest, 'RegistrantAnswers', {
  questionId: integer(),
  answers: many(answer, { max: 100 }),
});

const SAID = {
  firstName: text({ max: 128, sample: 'Bob' }),
  lastName: text({ max: 128, sample: 'Lee' }),
  email: text({ format: 'email', max: LONGEST, sample: 'bob@example.com' }),
  ...optionals(REGISTRANT_DETAILS, text({ max: LONGEST })),
};

export const registrantType = complex(rest, 'MeetingRegistrant', {
  id: text({ sample: '870f51ff287b41be8648412901e0402f' }),
  status: oneOf(REGISTRANT_STATUSES),
  ...SAID,
  registrationTime: text({ format: 'date-time', sample: '2026-12-01T10:00:00Z' }),
  customizedQuestions: many(answers),
  sourceId: optional(text()),
  registrationId: optional(text({ sample: '1234567' })),
});

export const REGISTERING = {
  ...SAID,
  sendEmail: optional(bool()),
  customizedQuestions: list(answers, { max: 100 }),
  sourceId: optional(text({ max: 64 })),
};

export const registrantBody = complex(rest, 'CreateMeetingRegistrant', REGISTERING);

export const registrantList = group({ items: many(registrantType) });
