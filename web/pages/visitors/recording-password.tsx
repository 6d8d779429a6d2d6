import type { RecordingPasswordPage } from '../../../src/browser/pages/recording-page.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'recording-password'> = {
  areas: ['playback', 'problems'],
  title: (_content, texts) => texts.playback.passwordHeading,
  Content: RecordingPassword,
};

/** Asks for the password of a recording. */
function RecordingPassword({ purpose, problem, form, field, signIn }: RecordingPasswordPage) {
  const texts = useTexts().playback;
  return (
    <div className="card">
      <h1>{texts.passwordHeading}</h1>
      <p className="lead">{texts.passwordLead}</p>
      <Problem word={problem} />
      <PostForm form={form} className="fields">
        <Field
          label={texts.password}
          name={field}
          type="password"
          autoComplete="off"
          wrong={problem === 'WrongRecordingPassword'}
          focused={problem !== undefined}
        />
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
