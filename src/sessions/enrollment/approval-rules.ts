/** Rules that approve or reject by themselves whoever enrols in an event, by what they answered. */
import { RuleBroken } from '../../refusal.ts';
import { flag, integer, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { type EventForm, fieldName } from './enrollment-form.ts';

export const APPROVAL_CONDITIONS = ['CONTAINS', 'DOESNOT_CONTAIN', 'BEGINS_WITH', 'ENDS_WITH'] as const;
/** What REST's rules can say besides (`equals`, `notEquals`). */
export const REGISTRATION_CONDITIONS = [...APPROVAL_CONDITIONS, 'EQUALS', 'NOT_EQUALS'] as const;
export const APPROVAL_ACTIONS = ['REJECT', 'APPROVE'] as const;
export type ApprovalAction = (typeof APPROVAL_ACTIONS)[number];

export const approvalRule = record({
  enrollFieldID: integer,
  condition: oneOf(APPROVAL_CONDITIONS),
  queryField: text,
  action: oneOf(APPROVAL_ACTIONS),
  matchCase: optional(flag),
});
export type ApprovalRule = TypeOf<typeof approvalRule>;

/** The same of a session that is no event. */
export const registrationRule = record({
  enrollFieldID: integer,
  condition: oneOf(REGISTRATION_CONDITIONS),
  queryField: text,
  action: oneOf(APPROVAL_ACTIONS),
  matchCase: optional(flag),
});
export type RegistrationRule = TypeOf<typeof registrationRule>;

export const RULE_LIMITS = { queryField: 50, rules: 100 } as const;

/** @throws RuleBroken when a rule names a field that the form does not have, or looks for nothing */
export function checkRules(rules: readonly RegistrationRule[], form: EventForm): void {
  if (rules.length > RULE_LIMITS.rules) {
    throw new RuleBroken('rule', `must stand at most ${RULE_LIMITS.rules} times`);
  }
  for (const { enrollFieldID, queryField } of rules) {
    if (fieldName(form, enrollFieldID) === undefined) {
      throw new RuleBroken(
        'enrollFieldID',
        `${enrollFieldID} is not the number of a field of the enrollment form`,
      );
    }
    if (queryField === '') throw new RuleBroken('queryField', 'must not be empty');
    if ([...queryField].length > RULE_LIMITS.queryField) {
      throw new RuleBroken('queryField', `must have at most ${RULE_LIMITS.queryField} characters`);
    }
  }
}

/** What somebody answered to a field, by its number: several texts where they chose several. */
export type AnswersByField = (fieldID: number) => readonly string[];

/** What the first rule that holds says; nothing when none does. */
export function decisionOf(
  rules: readonly RegistrationRule[],
  answers: AnswersByField,
): ApprovalAction | undefined {
  return rules.find((rule) => holds(rule, answers(rule.enrollFieldID)))?.action;
}

function holds({ condition, queryField, matchCase }: RegistrationRule, answers: readonly string[]): boolean {
  const fold = (text: string): string => (matchCase ? text : text.toLowerCase());
  const wanted = fold(queryField);
  const texts = answers.map((answer) => fold(answer.trim()));
  switch (condition) {
    case 'CONTAINS':
      return texts.some((text) => text.includes(wanted));
    case 'DOESNOT_CONTAIN':
      return !texts.some((text) => text.includes(wanted));
    case 'BEGINS_WITH':
      return texts.some((text) => text.startsWith(wanted));
    case 'ENDS_WITH':
      return texts.some((text) => text.endsWith(wanted));
    case 'EQUALS':
      return texts.some((text) => text === wanted);
    case 'NOT_EQUALS':
      return !texts.some((text) => text === wanted);
  }
}
