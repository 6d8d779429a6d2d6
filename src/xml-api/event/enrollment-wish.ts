/** What a request wishes of an event's enrollment and its form. */
import type { ApprovalRule } from '../../sessions/enrollment/approval-rules.ts';
import {
  type EnrollmentQuestion,
  type EnrollmentQuestionKind,
  STANDARD_FIELD_IDS,
} from '../../sessions/enrollment/enrollment-form.ts';
import type { DocumentWish } from '../../sessions/wish.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { customFieldsInstanceType, enrollmentFormSetType, enrollmentType } from './enrollment-type.ts';

export type EnrollmentRequest = ValueOf<typeof enrollmentType>;
export type FormRequest = ValueOf<typeof enrollmentFormSetType>;
type CustomFields = ValueOf<typeof customFieldsInstanceType>;

export function enrollmentWish({ approvalRules, ...asked }: EnrollmentRequest): DocumentWish['enrollment'] {
  return { ...asked, approvalRules: approvalRules?.rule.map(ruleOf) };
}

/** What a rule does not say is as event.xsd has it; -13 is the e-mail address. */
function ruleOf({
  enrollFieldID = STANDARD_FIELD_IDS.emailAddress,
  condition = 'CONTAINS',
  queryField,
  action = 'REJECT',
  matchCase,
}: NonNullable<EnrollmentRequest['approvalRules']>['rule'][number]): ApprovalRule {
  return { enrollFieldID, condition, queryField, action, matchCase };
}

/** A host who sets up how enrollment is decided wants people to enrol before they come in. */
export function gatesEnrollment({ enrollment = {}, enrollmentForm }: Gated): boolean {
  const { idReq, passwordReq, approvalReq, approvalRules } = enrollment;
  return [idReq, passwordReq, approvalReq, approvalRules, enrollmentForm].some((gate) => gate);
}

interface Gated {
  readonly enrollment?: EnrollmentRequest | undefined;
  readonly enrollmentForm?: object | undefined;
}

/** Questions that are given take the place of those that were asked; one keeps its number by naming it. */
export function formWish({ standardFields, customFields }: FormRequest): DocumentWish['enrollmentForm'] {
  return { standardFields, questions: customFields && questionsOf(customFields) };
}

function questionsOf(custom: CustomFields): EnrollmentQuestion[] {
  return [
    ...custom.textBox.map(
      ({ type, width, height, ...box }): EnrollmentQuestion => ({
        ...asked('text', box),
        multiLine: type === 'MULTI_LINE',
        width,
        height,
      }),
    ),
    ...custom.checkBoxGroup.map(({ checkBox, ...box }) => ({
      ...asked('checkboxes', box),
      choices: checkBox.map(({ label, score = 0, state }) => ({
        label,
        score,
        selected: state === 'SELECTED',
      })),
    })),
    ...custom.optionButtonGroup.map((box) => chosen('radio', box)),
    ...custom.dropDownGroup.map((box) => chosen('dropdown', box)),
  ];
}

function chosen(
  kind: EnrollmentQuestionKind,
  { choice, defaultChoice, ...box }: CustomFields['dropDownGroup'][number],
): EnrollmentQuestion {
  const choices = choice.map(({ label, score = 0 }) => ({ label, score }));
  return { ...asked(kind, box), choices, defaultChoice };
}

interface FieldRequest {
  readonly incl?: boolean | undefined;
  readonly req?: boolean | undefined;
  readonly label: string;
  readonly index?: number | undefined;
  readonly fieldID?: number | undefined;
}

function asked(kind: EnrollmentQuestionKind, field: FieldRequest): EnrollmentQuestion {
  const { incl = true, req = false, label, index, fieldID = 0 } = field;
  return { fieldID, kind, label, incl, req, index, choices: [] };
}
