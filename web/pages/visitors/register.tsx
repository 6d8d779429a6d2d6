import type {
  EnrollmentQuestionView,
  RegisterPage,
  RegistrationField,
} from '../../../src/browser/pages/registration-pages-data.ts';
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
  const [needed, more] = [true, false].map((required) => ({
    given,
    fields: fields.filter((field) => field.required === required),
    futureInfo: futureInfo?.required === required ? futureInfo : undefined,
  }));
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
        {needsPassword && (
          <Field
            label={texts.password}
            name="PW"
            type="password"
            autoComplete="off"
            wrong={problem === 'InvalidRegistrationPassword'}
          />
        )}
        {needed && <Asked {...needed} needed />}
        {questions.map((question) => (
          <Question key={question.name} {...question} />
        ))}
        {more && hasAny(more) && (
          <details className="folded more-about" open={isFilled(more)}>
            <summary>{texts.more}</summary>
            <div className="fields">
              <Asked {...more} needed={false} />
            </div>
          </details>
        )}
        <Submit>{texts.submit}</Submit>
      </PostForm>
    </div>
  );
}

/** What registration forms have in common: what must be answered, or what may be. */
type AskedParts = Pick<RegisterPage, 'given' | 'fields' | 'futureInfo'>;

function hasAny({ fields, futureInfo }: AskedParts): boolean {
  return fields.length > 0 || futureInfo !== undefined;
}

/** What was refused is there to be seen, too: it comes back as it was written. */
function isFilled({ fields, given, futureInfo }: AskedParts): boolean {
  return fields.some((field) => givenTo(field, given)) || futureInfo?.chosen === true;
}

function givenTo({ name, value }: RegistrationField, given: RegisterPage['given']): string | undefined {
  return value ?? (Object.hasOwn(given, name) ? given[name] : undefined);
}

function Asked({ given, fields, futureInfo, needed }: AskedParts & { readonly needed: boolean }) {
  const texts = useTexts().register;
  return (
    <>
      {fields.map((field) => (
        <Field
          key={field.name}
          label={texts.label(field.label)}
          name={field.name}
          type={field.label === 'phone' ? 'tel' : 'text'}
          autoComplete={Object.hasOwn(AUTOCOMPLETE, field.label) ? AUTOCOMPLETE[field.label] : undefined}
          defaultValue={givenTo(field, given)}
          needed={needed}
        />
      ))}
      {futureInfo && (
        <Choices
          kind="checkbox"
          label={texts.futureInfo}
          name={futureInfo.name}
          needed={needed}
          options={[
            { name: futureInfo.name, value: '1', label: texts.futureInfoYes, chosen: futureInfo.chosen },
          ]}
        />
      )}
    </>
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
