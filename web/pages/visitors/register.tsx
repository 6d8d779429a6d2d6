import type { EnrollmentQuestionView, RegisterPage } from '../../../src/browser/pages/page-data.ts';
import { Choices, Select, TextArea } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { SessionHead } from '../../parts/session-head.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

/** What browsers fill in by themselves. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  phone: 'tel',
  company: 'organization',
  title: 'organization-title',
  address1: 'address-line1',
  address2: 'address-line2',
  city: 'address-level2',
  state: 'address-level1',
  zip: 'postal-code',
  postalCode: 'postal-code',
  country: 'country-name',
};

export const view: View<'register'> = {
  areas: ['problems', 'registration', 'session', 'way-in'],
  title: ({ session }) => session.confName,
  Content: Register,
};

/** The registration form. */
function Register(page: RegisterPage) {
  const {
    session,
    problem,
    given,
    fields,
    futureInfo,
    questions = [],
    needsPassword,
    needsApproval,
    form,
  } = page;
  const texts = useTexts().register;
  const isEmailWrong = problem === 'InvalidEmailAddress' || problem === 'AlreadyRegistered';
  return (
    <div className="card">
      <SessionHead session={session} purpose={texts.heading} />
      {needsApproval && <p className="notice">{texts.needsApproval}</p>}
      <Problem word={problem} />
      <PostForm form={form} className="fields">
        <div className="pair">
          <Field label={texts.firstName} name="FN" autoComplete="given-name" defaultValue={given.FN} />
          <Field label={texts.lastName} name="LN" autoComplete="family-name" defaultValue={given.LN} />
        </div>
        <Field
          label={texts.email}
          name="EM"
          type="email"
          autoComplete="email"
          defaultValue={given.EM}
          wrong={isEmailWrong}
        />
        {fields.map(({ name, label, required, value }) => (
          <Field
            key={name}
            label={texts.label(label)}
            name={name}
            type={label === 'phone' ? 'tel' : 'text'}
            autoComplete={Object.hasOwn(AUTOCOMPLETE, label) ? AUTOCOMPLETE[label] : undefined}
            defaultValue={value ?? (Object.hasOwn(given, name) ? given[name] : undefined)}
            optional={!required}
          />
        ))}
        {questions.map((question) => (
          <Question key={question.name} {...question} />
        ))}
        {futureInfo && (
          <Choices
            kind="checkbox"
            label={texts.futureInfo}
            name={futureInfo.name}
            optional={!futureInfo.required}
            options={[
              { name: futureInfo.name, value: '1', label: texts.futureInfoYes, chosen: futureInfo.chosen },
            ]}
          />
        )}
        {needsPassword && (
          <Field
            label={texts.password}
            name="PW"
            type="password"
            autoComplete="off"
            wrong={problem === 'InvalidRegistrationPassword'}
          />
        )}
        <Submit>{texts.submit}</Submit>
      </PostForm>
    </div>
  );
}

/** A question of the event's own. */
function Question({ name, label, kind, required, multiLine, value, options }: EnrollmentQuestionView) {
  const field = { label, name, optional: !required };
  switch (kind) {
    case 'text':
      return multiLine ? (
        <TextArea {...field} maxLength={2000} defaultValue={value} />
      ) : (
        <Field {...field} maxLength={2000} defaultValue={value} />
      );
    case 'dropdown':
      return <Select {...field} options={options} />;
    default:
      return <Choices {...field} kind={kind === 'radio' ? 'radio' : 'checkbox'} options={options} />;
  }
}
