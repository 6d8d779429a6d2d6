/** What somebody answered who registered. */
import { ENROLLMENT_FIELDS } from '../../sites/settings/general.ts';
import type { Attendee } from '../attendee.ts';
import { standardAnswer } from './enrollment-answers.ts';

type Field = (typeof ENROLLMENT_FIELDS)[number];

/** To a field that every form may have, or to a question of the event's own. */
export type GivenAnswer =
  | { readonly field: Field; readonly value: string }
  | { readonly question: string; readonly value: string };

/** In the order of the form; what was left empty is not among them. */
export function givenAnswers(attendee: Attendee): GivenAnswer[] {
  const fields = ENROLLMENT_FIELDS.map((field) => ({ field, value: standardAnswer(attendee, field).trim() }));
  const questions = (attendee.details.answers ?? []).map(({ label, values }) => ({
    question: label,
    value: values.join(', '),
  }));
  return [...fields, ...questions].filter(({ value }) => value !== '');
}
