/** The form by which people register for a meeting, in the words of this interface. */
import type { REGISTRATION_CONDITIONS } from '../../sessions/enrollment/approval-rules.ts';
import { bool, complex, integer, list, oneOf, optional, optionals, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

/** Whether a field has to be filled in, and which field of enrolment it is; a name and an address are asked always. */
export const REQUIRES = {
  requireJobTitle: 'title',
  requireCompanyName: 'company',
  requireAddress1: 'address1',
  requireAddress2: 'address2',
  requireCity: 'city',
  requireState: 'state',
  requireZipCode: 'postalCode',
  requireCountryRegion: 'country',
  requireWorkPhone: 'phone',
} as const;
export type Require = keyof typeof REQUIRES;
export const REQUIRE_NAMES = Object.keys(REQUIRES) as Require[];

/** What a registrant says, and which field of enrolment it is. */
export const STANDARD_QUESTIONS = {
  lastName: 'lastName',
  email: 'emailAddress',
  jobTitle: 'title',
  companyName: 'company',
  address1: 'address1',
  address2: 'address2',
  city: 'city',
  state: 'state',
  zipCode: 'postalCode',
  countryRegion: 'country',
  workPhone: 'phone',
} as const;
export type StandardQuestion = keyof typeof STANDARD_QUESTIONS;
export const STANDARD_QUESTION_NAMES = Object.keys(STANDARD_QUESTIONS) as StandardQuestion[];

export const QUESTION_TYPES = [
  'singleLineTextBox',
  'multiLineTextBox',
  'checkbox',
  'dropdownList',
  'radioButtons',
] as const;

export const CONDITIONS = {
  contains: 'CONTAINS',
  notContains: 'DOESNOT_CONTAIN',
  beginsWith: 'BEGINS_WITH',
  endsWith: 'ENDS_WITH',
  equals: 'EQUALS',
  notEquals: 'NOT_EQUALS',
} as const satisfies Readonly<Record<string, (typeof REGISTRATION_CONDITIONS)[number]>>;
export type RuleCondition = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as RuleCondition[];

/** Characters that a rule looks for at most. */
const LONGEST_VALUE = 50;

const RULE = {
  condition: oneOf(CONDITION_NAMES as [RuleCondition, ...RuleCondition[]]),
  value: text({ max: LONGEST_VALUE }),
  result: oneOf(['approve', 'reject']),
  matchCase: optional(bool()),
  /** Its place among all rules, those of standard questions and of the meeting's own together. */
  order: optional(integer({ min: 1 })),
};

const standardRule = complex(rest, 'RegistrationRule', {
  question: oneOf(STANDARD_QUESTION_NAMES as [StandardQuestion, ...StandardQuestion[]]),
  ...RULE,
});

const questionRule = complex(rest, 'RegistrationQuestionRule', RULE);

const option = complex(rest, 'RegistrationOption', {
  /** Its place, counted from 1. */
  id: optional(integer()),
  value: text({ max: 256 }),
});

export const customizedQuestion = complex(rest, 'RegistrationQuestion', {
  /** Without one it is a new question. */
  id: optional(integer()),
  question: text({ max: 256 }),
  required: optional(bool()),
  type: oneOf(QUESTION_TYPES),
  maxLength: optional(integer({ min: 0, max: 999 })),
  options: list(option, { max: 100 }),
  rules: list(questionRule, { max: 100 }),
});

const FIELDS = {
  autoAcceptRequest: optional(bool()),
  requireFirstName: optional(bool()),
  requireLastName: optional(bool()),
  requireEmail: optional(bool()),
  ...optionals(REQUIRE_NAMES, bool()),
  requireFax: optional(bool()),
  maxRegisterNum: optional(integer({ min: 1 })),
  customizedQuestions: list(customizedQuestion, { max: 100 }),
  rules: list(standardRule, { max: 100 }),
};

export const registrationType = complex(rest, 'MeetingRegistration', FIELDS);

export const registrationBody = complex(rest, 'UpdateMeetingRegistration', {
  hostEmail: optional(text({ format: 'email', max: 256 })),
  ...FIELDS,
});
