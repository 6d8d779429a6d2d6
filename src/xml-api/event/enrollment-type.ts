/** What an event asks of those who enrol, and how that is decided: `event:enrollmentType`, the enrollment forms (event.xsd). */
import {
  APPROVAL_ACTIONS,
  APPROVAL_CONDITIONS,
  RULE_LIMITS,
} from '../../sessions/enrollment/approval-rules.ts';
import { FORM_LIMITS } from '../../sessions/enrollment/enrollment-form.ts';
import { ENROLLMENT_FIELDS } from '../../sites/settings/general.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  float,
  group,
  integer,
  long,
  many,
  optional,
  optionals,
  text,
} from '../../xml/schema.ts';
import { enrollmentFieldType, standardFieldsType } from '../types/enrollment.ts';
import { event } from '../types/namespaces.ts';

const label = () => text({ max: FORM_LIMITS.label });
const PASSWORD = text({ max: 16, secret: true, keepEmpty: true });
const PAGE = text({ max: 128, keepEmpty: true });

const approvalRuleType = complex(event, 'approvalRuleType', {
  enrollFieldID: optional(long()),
  condition: optional(enumeration(event, 'approvalConditionType', APPROVAL_CONDITIONS)),
  queryField: text({ max: RULE_LIMITS.queryField }),
  action: optional(enumeration(event, 'approvalActionType', APPROVAL_ACTIONS)),
  matchCase: optional(bool()),
});

const approvalRuleInstanceType = extension(event, 'approvalRuleInstanceType', approvalRuleType, {
  enrollField: text(),
});

export const enrollmentType = complex(event, 'enrollmentType', {
  idReq: optional(bool()),
  passwordReq: optional(bool()),
  password: optional(PASSWORD),
  approvalReq: optional(bool()),
  approvalRules: optional(group({ rule: many(approvalRuleType, { max: RULE_LIMITS.rules }) })),
  endURLAfterEnroll: optional(PAGE),
});

export const enrollmentInstanceType = complex(event, 'enrollmentInstanceType', {
  idReq: optional(bool()),
  passwordReq: optional(bool()),
  password: optional(PASSWORD),
  approvalReq: optional(bool()),
  approvalRules: optional(group({ rule: many(approvalRuleInstanceType) })),
  endURLAfterEnroll: optional(PAGE),
});

const fieldID = { fieldID: optional(long({ min: 1 })) };

const textboxType = extension(event, 'textboxType', enrollmentFieldType, {
  label: label(),
  type: optional(enumeration(event, 'textboxTypeType', ['SINGLE_LINE', 'MULTI_LINE'])),
  width: optional(integer({ min: 0, max: 10_000 })),
  height: optional(integer({ min: 0, max: 10_000 })),
  index: optional(integer()),
});
const textboxInstanceType = extension(event, 'textboxInstanceType', textboxType, fieldID);

const checkboxType = complex(event, 'checkboxType', {
  label: label(),
  score: optional(float()),
  state: optional(enumeration(event, 'checkboxStateType', ['CLEARED', 'SELECTED'])),
});
const checkboxGroupType = extension(event, 'checkboxGroupType', enrollmentFieldType, {
  label: label(),
  checkBox: many(checkboxType, { min: 1, max: FORM_LIMITS.choices }),
  index: optional(integer()),
});
const checkboxGroupInstanceType = extension(event, 'checkboxGroupInstanceType', checkboxGroupType, fieldID);

const choiceType = complex(event, 'choiceType', { label: label(), score: optional(float()) });
const choiceGroupType = extension(event, 'choiceGroupType', enrollmentFieldType, {
  label: label(),
  defaultChoice: optional(integer({ min: 0 })),
  choice: many(choiceType, { min: 2, max: FORM_LIMITS.choices }),
  index: optional(integer()),
});
const choiceGroupInstanceType = extension(event, 'choiceGroupInstanceType', choiceGroupType, fieldID);

const asMany = { max: FORM_LIMITS.questions };

const customFieldsType = complex(event, 'customFieldsType', {
  textBox: many(textboxType, asMany),
  checkBoxGroup: many(checkboxGroupType, asMany),
  optionButtonGroup: many(choiceGroupType, asMany),
  dropDownGroup: many(choiceGroupType, asMany),
});

export const customFieldsInstanceType = complex(event, 'customFieldsInstanceType', {
  textBox: many(textboxInstanceType, asMany),
  checkBoxGroup: many(checkboxGroupInstanceType, asMany),
  optionButtonGroup: many(choiceGroupInstanceType, asMany),
  dropDownGroup: many(choiceGroupInstanceType, asMany),
});

const enrollmentFieldInstanceType = extension(event, 'enrollmentFieldInstanceType', enrollmentFieldType, {
  fieldID: optional(long()),
});

const standardFieldsInstanceType = complex(event, 'standardFieldsInstanceType', {
  firstName: enrollmentFieldInstanceType,
  lastName: enrollmentFieldInstanceType,
  emailAddress: enrollmentFieldInstanceType,
  ...optionals(ENROLLMENT_FIELDS, enrollmentFieldInstanceType),
});

export const enrollmentFormCreateType = complex(event, 'enrollmentFormCreateType', {
  standardFields: optional(standardFieldsType),
  customFields: optional(customFieldsType),
});

export const enrollmentFormSetType = complex(event, 'enrollmentFormSetType', {
  standardFields: optional(standardFieldsType),
  customFields: optional(customFieldsInstanceType),
});

export const enrollmentFormGetType = complex(event, 'enrollmentFormGetType', {
  standardFields: optional(standardFieldsInstanceType),
  customFields: optional(customFieldsInstanceType),
});
