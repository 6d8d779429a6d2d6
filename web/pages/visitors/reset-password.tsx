import type { ResetPasswordPage } from '../../../src/browser/pages/sign-in-pages.ts';
import { NewPassword, passwordProblem } from '../../parts/new-password.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'reset-password'> = {
  areas: ['account', 'problems'],
  title: (_content, texts) => texts.password.reset,
  Content: ResetPassword,
};

/** Behind a link that came by mail. */
function ResetPassword({ problem, rule, form }: ResetPasswordPage) {
  const texts = useTexts();
  return (
    <div className="card">
      <h1>{texts.password.reset}</h1>
      <p className="lead">{texts.password.resetLead}</p>
      <Problem word={problem} text={passwordProblem(texts, problem, rule)} />
      <PostForm form={form} className="fields">
        <NewPassword wrong={problem !== undefined} />
        <Submit>{texts.password.submit}</Submit>
      </PostForm>
    </div>
  );
}
