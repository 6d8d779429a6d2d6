import type { RecordingRegistrationPage } from '../../../src/browser/pages/recording-page.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'recording-registration'> = {
  areas: ['playback', 'problems', 'registration'],
  title: ({ name }) => name,
  Content: RecordingRegistration,
};

/** Asks who wants to see a recording. */
function RecordingRegistration(page: RecordingRegistrationPage) {
  const { playback: texts, register } = useTexts();
  const { name, purpose, problem, given, fields, form, signIn } = page;
  return (
    <div className="card">
      <p className="eyebrow name">{name}</p>
      <h1>{texts.registrationHeading}</h1>
      <p className="lead">{texts.registrationLead}</p>
      <Problem word={problem} />
      <PostForm form={form} className="fields">
        <div className="pair">
          <Field label={register.firstName} name="FN" autoComplete="given-name" defaultValue={given.FN} />
          <Field label={register.lastName} name="LN" autoComplete="family-name" defaultValue={given.LN} />
        </div>
        <Field
          label={register.email}
          name="EM"
          type="email"
          autoComplete="email"
          defaultValue={given.EM}
          wrong={problem === 'InvalidEmailAddress'}
        />
        {fields.map(({ name: field, label, value }) => (
          <Field key={field} label={register.label(label)} name={field} defaultValue={value} optional />
        ))}
        <Submit>{purpose === 'view' ? texts.view : texts.fetch}</Submit>
      </PostForm>
      {signIn !== undefined && (
        <p className="aside">
          <a href={signIn}>{texts.hostSignIn}</a>
        </p>
      )}
    </div>
  );
}
