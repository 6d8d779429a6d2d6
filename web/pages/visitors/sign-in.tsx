import type { SignInPage } from '../../../src/browser/pages/sign-in-pages.ts';
import { Field } from '../../parts/field.tsx';
import { Problem, Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'sign-in'> = {
  areas: ['problems', 'sign-in'],
  title: (_content, texts) => texts.signIn,
  Content: SignIn,
};

/** By a password, by the site's identity provider, or both. */
function SignIn({ problem, notice, form, WID, identityProvider, forgotPassword }: SignInPage) {
  const texts = useTexts();
  const own = texts.signInPage;
  const isWrong = problem === 'BadWebExIDorPassword';
  return (
    <div className="card">
      <h1>{texts.signIn}</h1>
      {problem === undefined && notice === undefined && (form || identityProvider) && (
        <p className="lead">{own.lead}</p>
      )}
      {notice === 'signed-out' && <Status>{own.signedOut}</Status>}
      {notice === 'password-changed' && <Status>{own.passwordChanged}</Status>}
      <Problem word={problem} />
      {form && (
        <PostForm form={form} className="fields">
          <Field
            label={own.userName}
            name="WID"
            autoComplete="username"
            defaultValue={WID}
            wrong={isWrong}
            verbatim
          />
          <Field
            label={own.password}
            name="PW"
            type="password"
            autoComplete="current-password"
            wrong={isWrong}
            focused={problem !== undefined}
          />
          <Submit>{texts.signIn}</Submit>
        </PostForm>
      )}
      {form && forgotPassword !== undefined && (
        <p className="aside">
          <a href={forgotPassword}>{own.forgot}</a>
        </p>
      )}
      {form && identityProvider !== undefined && <p className="or">{own.or}</p>}
      {identityProvider !== undefined && (
        <a className={`button ${form ? 'second' : 'main'}`} href={identityProvider}>
          {own.identityProvider}
        </a>
      )}
      {!form && identityProvider === undefined && <p>{own.noWay}</p>}
    </div>
  );
}
