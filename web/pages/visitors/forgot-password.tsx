import { Field } from '../../parts/field.tsx';
import { HomeLink } from '../../parts/home-link.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { ContentOf, View, WhoVisits } from '../../view.ts';

export const view: View<'forgot-password'> = {
  areas: ['account', 'problems', 'way-in'],
  title: ({ state }, texts) => (state === 'sent' ? texts.forgot.sentHeading : texts.forgot.heading),
  Content: ForgotPassword,
};

/** The answer is the same whether the account is known or not. A link that is worth nothing leads here too. */
function ForgotPassword({ state, problem, form, site }: ContentOf<'forgot-password'> & WhoVisits) {
  const texts = useTexts().forgot;
  if (state === 'sent') {
    return (
      <div className="card">
        <h1>{texts.sentHeading}</h1>
        <p role="status">{texts.sent}</p>
        <HomeLink site={site} />
      </div>
    );
  }
  if (state === 'noMail') {
    return (
      <div className="card">
        <h1>{texts.heading}</h1>
        <p>{texts.noMail}</p>
        <HomeLink site={site} />
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
