import type { ForgotPasswordPage } from '../../../src/browser/pages/page-data.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'forgot-password'> = {
  title: ({ state }, texts) => (state === 'sent' ? texts.forgot.sentHeading : texts.forgot.heading),
  Content: ForgotPassword,
};

/** The answer is the same whether the account is known or not. A link that is worth nothing leads here too. */
function ForgotPassword({ state, problem, form }: ForgotPasswordPage) {
  const texts = useTexts().forgot;
  if (state === 'sent') {
    return (
      <div className="card">
        <h1>{texts.sentHeading}</h1>
        <p role="status">{texts.sent}</p>
      </div>
    );
  }
  if (state === 'noMail') {
    return (
      <div className="card">
        <h1>{texts.heading}</h1>
        <p>{texts.noMail}</p>
      </div>
    );
  }
  return (
    <div className="card">
      <h1>{texts.heading}</h1>
      <p className="lead">{texts.lead}</p>
      <Problem word={problem} text={problem === 'InvalidTicket' ? texts.deadLink : undefined} />
      <PostForm form={form} className="fields">
        <Field label={texts.WID} name="WID" autoComplete="username" wrong={problem !== undefined} verbatim />
        <Submit>{texts.submit}</Submit>
      </PostForm>
    </div>
  );
}
