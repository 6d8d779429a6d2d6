/**
 * What people are asked who register, and the rules that judge them by themselves, of whichever service. An event has
 * both in the words of event.xsd; the other services have what REST's registration says (Update a Meeting Registration
 * Form), which no XML operation knows and none changes.
 */
import { flag, list, optional, record, type TypeOf } from '../../stored/shape.ts';
import type { EventDocument } from '../documents/event-document.ts';
import { checkRules, type RegistrationRule, registrationRule } from './approval-rules.ts';
import { type EventForm, enrollmentForm, settledForm } from './enrollment-form.ts';

export const registrationForm = record({
  form: enrollmentForm,
  rules: list(registrationRule),
  /** Whoever registers has to give a fax number: a field that enrolment does not know. */
  requiresFax: optional(flag),
});
export type RegistrationForm = TypeOf<typeof registrationForm>;

/** What holds a form: the document of a session of any service. */
type Asking =
  | Pick<EventDocument, 'kind' | 'enrollmentForm' | 'enrollment'>
  | {
      readonly kind: Exclude<string, 'event'>;
      readonly registrationForm?: RegistrationForm | undefined;
    };

/** The form of a session; nothing where the usual fields are asked alone. */
export function registrationFormOf(document: Asking): RegistrationForm | undefined {
  if (isOfEvent(document)) return { form: document.enrollmentForm, rules: document.enrollment.approvalRules };
  return document.registrationForm;
}

function isOfEvent(
  document: Asking,
): document is Pick<EventDocument, 'kind' | 'enrollmentForm' | 'enrollment'> {
  return document.kind === 'event';
}

/**
 * A document whose form has a number for each question that is new.
 * @throws RuleBroken when a question or a rule breaks a rule of forms
 */
export function withSettledForm<D extends { readonly registrationForm?: RegistrationForm | undefined }>(
  document: D,
): D {
  const { registrationForm: before } = document;
  if (!before) return document;
  const form: EventForm = settledForm(before.form);
  const rules: readonly RegistrationRule[] = before.rules;
  checkRules(rules, form);
  return { ...document, registrationForm: { ...before, form } };
}
