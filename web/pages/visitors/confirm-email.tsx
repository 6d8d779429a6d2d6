import { HomeLink } from '../../parts/home-link.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { ContentOf, View, WhoVisits } from '../../view.ts';

export const view: View<'confirm-email'> = {
  areas: ['account', 'way-in'],
  title: ({ state }, texts) => texts.confirmEmail[state],
  Content: ConfirmEmail,
};

/** An e-mail address is confirmed by the link that came to it. */
function ConfirmEmail({ state, email, form, site }: ContentOf<'confirm-email'> & WhoVisits) {
  const texts = useTexts().confirmEmail;
  return (
    <div className="card">
      <h1>{texts[state]}</h1>
      <p className="lead" role={state === 'done' || state === 'sent' ? 'status' : undefined}>
        {texts[`${state}Lead`]}
      </p>
      {email !== undefined && <p className="shown-value">{email}</p>}
      {(state === 'ask' || state === 'again') && (
        <PostForm form={form}>
          <Submit>{texts[`${state}Submit`]}</Submit>
        </PostForm>
      )}
      {state !== 'ask' && <HomeLink site={site} />}
    </div>
  );
}
