/** The form of a registration between the domain's words and those of this interface. */
import type { RegistrationRule } from '../../sessions/enrollment/approval-rules.ts';
import {
  EMPTY_FORM,
  type EnrollmentQuestion,
  type EventForm,
  STANDARD_FIELD_IDS,
} from '../../sessions/enrollment/enrollment-form.ts';
import { type RegistrationForm, registrationFormOf } from '../../sessions/enrollment/registration-form.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { InvalidItem } from '../rest-refusals.ts';
import {
  CONDITION_NAMES,
  CONDITIONS,
  type customizedQuestion,
  REQUIRE_NAMES,
  REQUIRES,
  type registrationBody,
  type registrationType,
  STANDARD_QUESTION_NAMES,
  STANDARD_QUESTIONS,
} from './registration-type.ts';

type AskedForm = Omit<ValueOf<typeof registrationBody>, 'hostEmail'>;
type AskedQuestion = ValueOf<typeof customizedQuestion>;
type QuestionType = AskedQuestion['type'];

const KINDS = {
  singleLineTextBox: 'text',
  multiLineTextBox: 'text',
  checkbox: 'checkboxes',
  dropdownList: 'dropdown',
  radioButtons: 'radio',
} as const;

/** What the session says of registering. */
export function presentRegistration({ document }: SessionWithDocument): ValueOf<typeof registrationType> {
  const {
    form,
    rules,
    requiresFax = false,
  } = registrationFormOf(document) ?? { form: EMPTY_FORM, rules: [] };
  const { auto, participantLimit, maxRegistrations = 0 } = document.attendeeOptions;
  const limits = [participantLimit, maxRegistrations].filter((limit) => limit > 0);
  const ordered = rules.map((rule, at) => ({ rule, order: at + 1 }));
  return {
    autoAcceptRequest: auto,
    requireFirstName: true,
    requireLastName: true,
    requireEmail: true,
    ...requiresOf(form),
    requireFax: requiresFax,
    maxRegisterNum: limits.length === 0 ? undefined : Math.min(...limits),
    customizedQuestions: form.questions
      .filter(({ incl }) => incl)
      .map((question) => ({
        ...questionValue(question),
        rules: ordered
          .filter(({ rule }) => rule.enrollFieldID === question.fieldID)
          .map(({ rule, order }) => ({ ...ruleValue(rule), order })),
      })),
    rules: ordered.flatMap(({ rule, order }) => {
      const question = STANDARD_QUESTION_NAMES.find(
        (name) => STANDARD_FIELD_IDS[STANDARD_QUESTIONS[name]] === rule.enrollFieldID,
      );
      return question ? [{ question, ...ruleValue(rule), order }] : [];
    }),
  };
}

function requiresOf({ standardFields }: EventForm) {
  return Object.fromEntries(
    REQUIRE_NAMES.map((name) => [name, standardFields[REQUIRES[name]]?.req ?? false]),
  ) as Record<(typeof REQUIRE_NAMES)[number], boolean>;
}

function questionValue({ fieldID, label, req, kind, multiLine, maxLength, choices }: EnrollmentQuestion) {
  return {
    id: fieldID,
    question: label,
    required: req,
    type: typeOf(kind, multiLine === true),
    maxLength: kind === 'text' ? maxLength : undefined,
    options: kind === 'text' ? undefined : choices.map((choice, at) => ({ id: at + 1, value: choice.label })),
  };
}

export function typeOf(kind: EnrollmentQuestion['kind'], multiLine: boolean): QuestionType {
  if (kind === 'text') return multiLine ? 'multiLineTextBox' : 'singleLineTextBox';
  return kind === 'checkboxes' ? 'checkbox' : kind === 'dropdown' ? 'dropdownList' : 'radioButtons';
}

function ruleValue({ condition, queryField, action, matchCase = false }: RegistrationRule) {
  const found = CONDITION_NAMES.find((name) => CONDITIONS[name] === condition);
  return {
    condition: found ?? ('contains' as const),
    value: queryField,
    result: action === 'APPROVE' ? ('approve' as const) : ('reject' as const),
    matchCase,
  };
}

/**
 * The form that is wish for, whole: what is not said is not required, and questions that are not named are gone.
 * @param before of the session: numbers of questions are those that it has given
 * @throws InvalidItem
 */
export function formAsked(wish: AskedForm, before: RegistrationForm | undefined): RegistrationForm {
  const { form } = before ?? { form: EMPTY_FORM };
  let { lastFieldID } = form;
  const rules: { readonly rule: RegistrationRule; readonly order: number }[] = [];
  const questions = (wish.customizedQuestions ?? []).map((question): EnrollmentQuestion => {
    const known = question.id === undefined ? undefined : numbered(form, question.id);
    if (known === undefined) lastFieldID += 1;
    const fieldID = known?.fieldID ?? lastFieldID;
    for (const rule of question.rules ?? []) rules.push(ruleAsked(rule, fieldID));
    return questionAsked(question, fieldID, known);
  });
  for (const rule of wish.rules ?? []) {
    rules.push(ruleAsked(rule, STANDARD_FIELD_IDS[STANDARD_QUESTIONS[rule.question]]));
  }
  return {
    form: {
      standardFields: { ...form.standardFields, ...standardFieldsAsked(wish) },
      questions,
      lastFieldID,
    },
    rules: rules.sort((one, other) => one.order - other.order).map(({ rule }) => rule),
    requiresFax: wish.requireFax ?? false,
  };
}

/** What is required is wish; of what is not, the site says whether it is wish at all. */
function standardFieldsAsked(wish: AskedForm): EventForm['standardFields'] {
  return Object.fromEntries(
    REQUIRE_NAMES.map((name) => [REQUIRES[name], wish[name] ? { incl: true, req: true } : { req: false }]),
  );
}

function numbered({ questions }: EventForm, id: number): EnrollmentQuestion {
  const found = questions.find(({ fieldID }) => fieldID === id);
  if (!found) throw new InvalidItem(`'customizedQuestions.id' ${id} is not a question of this meeting.`);
  return found;
}

function questionAsked(
  { question, required = false, type, maxLength, options = [] }: AskedQuestion,
  fieldID: number,
  before: EnrollmentQuestion | undefined,
): EnrollmentQuestion {
  const kind = KINDS[type];
  if (kind !== 'text' && options.length === 0) {
    throw new InvalidItem(`'options' of the question '${question}' cannot be empty.`, 'options');
  }
  return {
    fieldID,
    kind,
    label: question,
    incl: true,
    req: required,
    index: before?.index,
    multiLine: type === 'multiLineTextBox',
    maxLength: kind === 'text' ? maxLength : undefined,
    choices:
      kind === 'text'
        ? []
        : options.map(({ value }) => {
            const known = before?.choices.find(({ label }) => label === value);
            return known ?? { label: value, score: 0 };
          }),
  };
}

function ruleAsked(
  {
    condition,
    value,
    result,
    matchCase = false,
    order = Number.MAX_SAFE_INTEGER,
  }: NonNullable<AskedQuestion['rules']>[number],
  enrollFieldID: number,
): { readonly rule: RegistrationRule; readonly order: number } {
  const action = result === 'approve' ? 'APPROVE' : 'REJECT';
  return {
    rule: { enrollFieldID, condition: CONDITIONS[condition], queryField: value, action, matchCase },
    order,
  };
}
