/** What rows of the history hold beside their columns. */
import { TRACKING_CODES } from '../accounts/account-profile.ts';
import { PERSON_TYPES } from '../sessions/attendee.ts';
import type { DocumentKind } from '../stored/codec.ts';
import {
  each,
  flag,
  integer,
  list,
  number,
  oneOf,
  optional,
  record,
  type TypeOf,
  text,
  texts,
} from '../stored/shape.ts';

const leadSource = record({
  leadSourceID: text,
  /** People who came from there. */
  count: integer,
  averageScore: number,
});
export type LeadSource = TypeOf<typeof leadSource>;

const usage = record({
  tracking: record(each(TRACKING_CODES, optional(text))),
  assistService: optional(record({ assistRequest: optional(text), assistConfirm: optional(text) })),
  isPersonalRoom: flag,
  /** What its session type was called. */
  typeName: optional(text),
  /** Of a sales session. */
  account: optional(text),
  opportunity: optional(text),
  /** Of an event: the one that most people came from is the first. */
  leadSources: optional(list(leadSource)),
});
export type UsageDetails = TypeOf<typeof usage>;

const attendance = record({
  ipAddress: optional(text),
  clientAgent: optional(text),
  company: optional(text),
  title: optional(text),
  address: optional(
    record({
      addressType: optional(oneOf(['PERSONAL', 'GLOBAL'])),
      ...each(['address1', 'address2', 'city', 'state', 'zipCode', 'country'], optional(text)),
    }),
  ),
  phones: optional(
    record(each(['phone', 'mobilePhone', 'fax', 'phone2', 'mobilePhone2', 'pager', 'PIN'], optional(text))),
  ),
  invited: flag,
  registered: flag,
  /** Whether they had an account of the site; nobody knows of those who came before that was kept. */
  isInternal: optional(flag),
  personType: optional(oneOf(PERSON_TYPES)),
  /** What they wrote when they enrolled. */
  enrolment: optional(record({ leadSourceID: optional(text), leadScore: optional(text), answers: texts })),
});
export type AttendanceDetails = TypeOf<typeof attendance>;

export const usageDetails: DocumentKind<UsageDetails> = { name: 'usage', shape: usage, upgrades: [] };
export const attendanceDetails: DocumentKind<AttendanceDetails> = {
  name: 'attendance',
  shape: attendance,
  upgrades: [],
};
