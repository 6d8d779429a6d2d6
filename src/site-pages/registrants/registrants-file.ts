/** Who has registered, as a file for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import { guarded } from '../../formula-guard.ts';
import type { Attendee, JoinStatus } from '../../sessions/attendee.ts';
import { type GivenAnswer, givenAnswers } from '../../sessions/enrollment/given-answers.ts';

const HEADS = ['Name', 'Email', 'State', 'Registered'];

const STATES = {
  REGISTER: 'Waiting',
  ACCEPT: 'Accepted',
  REJECT: 'Rejected',
  INVITE: 'Invited',
} as const satisfies Record<JoinStatus, string>;

const FIELDS = {
  phone: 'Telephone',
  company: 'Company',
  title: 'Job title',
  numEmployees: 'Number of employees',
  futureInfo: 'Wants news',
  address1: 'Address',
  address2: 'Address, second line',
  city: 'City',
  state: 'State or province',
  postalCode: 'Postal code',
  country: 'Country',
};

/** A row for each person, and a column for whatever one of them answered. Spreadsheets know UTF-8 by its first mark. */
export function registrantsFile(people: readonly Attendee[]): string {
  const rows = people.map((person) => ({
    person,
    answers: new Map(givenAnswers(person).map((answer) => [keyOf(answer), answer])),
  }));
  const columns = new Map(
    rows.flatMap(({ answers }) => [...answers].map(([key, one]) => [key, headOf(one)])),
  );
  const lines = rows.map(({ person, answers }) => [
    person.name,
    person.email,
    STATES[person.joinStatus],
    new Date(person.registeredAt ?? 0).toISOString(),
    ...[...columns.keys()].map((key) => answers.get(key)?.value ?? ''),
  ]);
  const cells = [[...HEADS, ...columns.values()], ...lines].map((line) => line.map(guarded));
  return `\ufeff${stringify(cells)}`;
}

/** A question may be called as a field is. */
function keyOf(answer: GivenAnswer): string {
  return 'field' in answer ? `field ${answer.field}` : `question ${answer.question}`;
}

function headOf(answer: GivenAnswer): string {
  return 'field' in answer ? FIELDS[answer.field] : answer.question;
}
