/** What is kept of a recording and of everybody who looked at it, also when the recording is gone (history.xsd). */
import type { DocumentKind } from '../stored/codec.ts';
import { each, list, optional, record, type TypeOf, text } from '../stored/shape.ts';

/** Something that was recorded. */
export interface Recorded {
  readonly recordID: number;
  /** The row of the host's account. */
  readonly host: number;
  readonly recordName: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export const REGISTRATION_FIELDS = [
  'firstName',
  'lastName',
  'title',
  'company',
  'address1',
  'address2',
  'city',
  'state',
  'postalCode',
  'country',
  'phone',
  'fax',
] as const;

const registration = record({
  ...each(REGISTRATION_FIELDS, optional(text)),
  customFields: optional(list(record({ label: text, value: text }))),
});

const shape = record({ registration: optional(registration) });
export type AccessDetails = TypeOf<typeof shape>;

export const accessDetails: DocumentKind<AccessDetails> = { name: 'recording access', shape, upgrades: [] };

/** One time that somebody looked at a recording, or fetched it. */
export interface NewAccess {
  readonly recordID: number;
  readonly accessedAt: number;
  readonly name: string;
  readonly email: string;
  /** Null for somebody who has not registered for it. */
  readonly registeredAt: number | null;
  readonly downloaded: boolean;
  readonly viewed: boolean;
  readonly details: AccessDetails;
}

export interface RecordingAccess extends NewAccess {
  readonly viewID: number;
}

/** A recording, with how often it was looked at within the time that was asked about. */
export interface AccessedRecording extends Recorded {
  readonly registered: number;
  readonly downloaded: number;
  readonly viewed: number;
}
