/** An event's enrollment and its form, as GetEvent tells them. */
import type { EventDocument } from '../../sessions/documents/event-document.ts';
import { askedFields } from '../../sessions/enrollment/enrollment-answers.ts';
import {
  type EnrollmentQuestion,
  fieldName,
  STANDARD_FIELD_IDS,
} from '../../sessions/enrollment/enrollment-form.ts';
import type { Site } from '../../sites/site.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type {
  customFieldsInstanceType,
  enrollmentFormGetType,
  enrollmentInstanceType,
} from './enrollment-type.ts';

export function enrollmentValue({
  enrollment,
  enrollmentForm,
}: EventDocument): ValueOf<typeof enrollmentInstanceType> {
  const { approvalRules, isClosed: _own, ...told } = enrollment;
  const rule = approvalRules.map((one) => ({
    ...one,
    enrollField: fieldName(enrollmentForm, one.enrollFieldID) ?? '',
  }));
  return { ...told, approvalRules: rule.length > 0 ? { rule } : undefined };
}

/** What the event does not say of a field that every event has is as the site says. */
export function formValue(
  site: Site,
  { enrollmentForm }: EventDocument,
): ValueOf<typeof enrollmentFormGetType> {
  const always = (fieldID: number) => ({ incl: true, req: true, fieldID });
  const asked = askedFields(site, enrollmentForm).map(
    ({ name, incl, req }) => [name, { incl, req, fieldID: STANDARD_FIELD_IDS[name] }] as const,
  );
  return {
    standardFields: {
      firstName: always(STANDARD_FIELD_IDS.firstName),
      lastName: always(STANDARD_FIELD_IDS.lastName),
      emailAddress: always(STANDARD_FIELD_IDS.emailAddress),
      ...Object.fromEntries(asked),
    },
    customFields: enrollmentForm.questions.length > 0 ? customFields(enrollmentForm.questions) : undefined,
  };
}

function customFields(questions: readonly EnrollmentQuestion[]): ValueOf<typeof customFieldsInstanceType> {
  const of = (kind: EnrollmentQuestion['kind']) => questions.filter((one) => one.kind === kind);
  return {
    textBox: of('text').map(({ multiLine, width, height, ...one }) => ({
      ...told(one),
      type: multiLine ? 'MULTI_LINE' : 'SINGLE_LINE',
      width,
      height,
    })),
    checkBoxGroup: of('checkboxes').map(({ choices, ...one }) => ({
      ...told(one),
      checkBox: choices.map(({ label, score, selected }) => ({
        label,
        score,
        state: selected ? 'SELECTED' : 'CLEARED',
      })),
    })),
    optionButtonGroup: of('radio').map(choiceGroup),
    dropDownGroup: of('dropdown').map(choiceGroup),
  };
}

function choiceGroup({ choices, defaultChoice, ...one }: EnrollmentQuestion) {
  const choice = choices.map(({ label, score }) => ({ label, score }));
  return { ...told(one), defaultChoice, choice };
}

function told({
  incl,
  req,
  label,
  index,
  fieldID,
}: Pick<EnrollmentQuestion, 'incl' | 'req' | 'label' | 'index' | 'fieldID'>) {
  return { incl, req, label, index, fieldID };
}
