import type { ChangePasswordPage } from '../../../src/browser/pages/sign-in-pages.ts';
import { Field } from '../../parts/field.tsx';
import { NewPassword, passwordProblem } from '../../parts/new-password.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'change-password'> = {
  areas: ['account', 'problems'],
  title: (_content, texts) => texts.password.change,
  Content: ChangePassword,
};

/** For somebody whose old password must be changed before they may go on, or who wants another. */
function ChangePassword({ isDue, problem, rule, WID, form }: ChangePasswordPage) {
  const all = useTexts();
  const texts = all.password;
  const isOldWrong = problem === 'BadWebExIDorPassword';
  return (
    <div className="card">
      <h1>{texts.change}</h1>
      {isDue && <p className="lead">{texts.mustChange}</p>}
      <Problem word={problem} text={isOldWrong ? texts.wrongOld : passwordProblem(all, problem, rule)} />
      <PostForm form={form} className="fields">
        {WID !== undefined && (
          <Field
            label={texts.userName}
            name="WID"
            autoComplete="username"
            defaultValue={WID}
            wrong={isOldWrong}
            verbatim
          />
        )}
        <Field
          label={texts.old}
          name="PW"
          type="password"
          autoComplete="current-password"
          wrong={isOldWrong}
        />
        <NewPassword wrong={problem !== undefined && !isOldWrong} />
        <Submit>{texts.submit}</Submit>
      </PostForm>
    </div>
  );
}
