/** What somebody answers who enrols in an event: held against the form, scored, and judged by the approval rules. */
import { RuleBroken } from '../../refusal.ts';
import { ENROLLMENT_FIELDS } from '../../sites/settings/general.ts';
import type { Site } from '../../sites/site.ts';
import type { JoinStatus, NewAttendee } from '../attendee.ts';
import { decisionOf } from './approval-rules.ts';
import {
  askedQuestions,
  type EnrollmentQuestion,
  type EventForm,
  type StandardField,
  standardFieldOf,
} from './enrollment-form.ts';
import type { RegistrationForm } from './registration-form.ts';

/** An answer to a question of the event's own: what was written, or the labels of what was chosen. */
export interface EnrollmentAnswer {
  readonly fieldID: number;
  /** The question, as it was asked. */
  readonly label: string;
  readonly values: readonly string[];
}

const LONGEST_ANSWER = 2_000;

/** A field that every event has, as this one asks for it. */
export interface AskedField {
  readonly name: (typeof ENROLLMENT_FIELDS)[number];
  readonly incl: boolean;
  readonly req: boolean;
}

/** What the event does not say of a field is as the site says. */
export function askedFields({ settings }: Site, { standardFields }: EventForm): AskedField[] {
  const ofSite = settings.eventEnrollment.standardFields;
  return ENROLLMENT_FIELDS.map((name) => {
    const { incl = true, req = false } = { ...ofSite[name], ...standardFields[name] };
    return { name, incl, req };
  });
}

/** What somebody wrote into a field that every event has. */
export function standardAnswer({ name, email, details }: NewAttendee, field: StandardField): string {
  const { address, phones, enrollFields } = details;
  switch (field) {
    case 'firstName':
      return details.firstName ?? name;
    case 'lastName':
      return details.lastName ?? '';
    case 'emailAddress':
      return email;
    case 'phone':
      return phones?.phone ?? '';
    case 'company':
    case 'title':
      return details[field] ?? '';
    case 'numEmployees':
      return enrollFields?.numEmployees ?? '';
    case 'futureInfo':
      return enrollFields?.receiveInfo ?? '';
    case 'postalCode':
      return address?.zipCode ?? '';
    default:
      return address?.[field] ?? '';
  }
}

/**
 * Somebody with their answers as the form has them, and with their score.
 * @throws RuleBroken naming the field or the question that an answer is missing to, or that it breaks a rule of
 */
export function withCheckedAnswers(
  site: Site,
  { form, requiresFax }: RegistrationForm,
  attendee: NewAttendee,
): NewAttendee {
  for (const { name, incl, req } of askedFields(site, form)) {
    if (incl && req && standardAnswer(attendee, name).trim() === '') {
      throw new RuleBroken(name, 'is required to enroll');
    }
  }
  if (requiresFax && !attendee.details.phones?.fax?.trim()) {
    throw new RuleBroken('fax', 'is required to enroll');
  }
  const given = attendee.details.answers ?? [];
  const answers = askedQuestions(form).flatMap((question): EnrollmentAnswer[] => {
    const values = given.find(({ fieldID }) => fieldID === question.fieldID)?.values ?? [];
    const checked = checkedValues(question, values);
    if (checked.length === 0) return [];
    return [{ fieldID: question.fieldID, label: question.label, values: checked }];
  });
  const { leadScore: _given, ...enrollFields } = attendee.details.enrollFields ?? {};
  const score = scoreOf(form, answers);
  return {
    ...attendee,
    details: {
      ...attendee.details,
      answers,
      enrollFields: { ...enrollFields, ...(score !== undefined && { leadScore: String(score) }) },
    },
  };
}

function checkedValues(
  { kind, label, req, multiLine, choices, maxLength = LONGEST_ANSWER }: EnrollmentQuestion,
  values: readonly string[],
) {
  const given = values.map((value) => value.trim()).filter((value) => value !== '');
  if (given.length === 0) {
    if (req) throw new RuleBroken(label, 'is required to enroll');
    return [];
  }
  if (kind !== 'checkboxes' && given.length > 1) throw new RuleBroken(label, 'has one answer');
  if (kind === 'text') {
    const [text = ''] = given;
    if (text.length > maxLength) {
      throw new RuleBroken(label, `must have at most ${maxLength} characters`);
    }
    if (!multiLine && /[\r\n]/.test(text)) throw new RuleBroken(label, 'must be one line');
    return [text];
  }
  const known = new Set(choices.map((choice) => choice.label.trim()));
  if (!given.every((value) => known.has(value)))
    throw new RuleBroken(label, 'is answered by its choices alone');
  return [...new Set(given)];
}

/** The sum of what was chosen; nothing for a form that scores nothing. */
function scoreOf({ questions }: EventForm, answers: readonly EnrollmentAnswer[]): number | undefined {
  const scored = questions.filter(({ incl, choices }) => incl && choices.some(({ score }) => score !== 0));
  if (scored.length === 0) return undefined;
  return scored
    .flatMap(({ fieldID, choices }) => {
      const chosen = answers.find((answer) => answer.fieldID === fieldID)?.values ?? [];
      return choices.filter(({ label }) => chosen.includes(label.trim()));
    })
    .reduce((sum, { score }) => sum + score, 0);
}

/** What becomes of somebody who enrols: as the first rule says that holds, or else as they would be taken anyway. */
export function outcomeOfEnrollment(
  { rules }: Pick<RegistrationForm, 'rules'>,
  attendee: NewAttendee,
  otherwise: JoinStatus,
): JoinStatus {
  const decision = decisionOf(rules, (fieldID) => {
    const field = standardFieldOf(fieldID);
    if (field) return [standardAnswer(attendee, field)];
    return attendee.details.answers?.find((answer) => answer.fieldID === fieldID)?.values ?? [];
  });
  if (decision === undefined) return otherwise;
  return decision === 'APPROVE' ? 'ACCEPT' : 'REJECT';
}
