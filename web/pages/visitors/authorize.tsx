import type { AuthorizePage } from '../../../src/browser/pages/grant-pages.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { ScopeList } from '../../parts/scope-list.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'authorize'> = {
  areas: ['grants', 'scopes'],
  title: ({ integration }, texts) => texts.authorize.title(integration),
  Content: Authorize,
};

/** Who asks for what, on which site: the person says whether they want it. */
function Authorize({ integration, siteName, person, host, scopes, beyond, form }: AuthorizePage) {
  const texts = useTexts().authorize;
  const who = person.name === '' ? person.webExId : `${person.name} (${person.webExId})`;
  return (
    <div className="card">
      <h1>{texts.heading(integration)}</h1>
      {scopes.length > 0 ? (
        <>
          <p>{texts.onSite(siteName, who)}</p>
          <ScopeList scopes={scopes} />
        </>
      ) : (
        <p className="notice">{texts.nothing}</p>
      )}
      {beyond.length > 0 && (
        <>
          <p className="soft">{texts.beyond}</p>
          <ScopeList scopes={beyond} soft />
        </>
      )}
      <p>
        {`${texts.back} `}
        <bdi className="address">{host}</bdi>
      </p>
      <p className="soft">{texts.warning}</p>
      <PostForm form={form} className="grant-buttons">
        {scopes.length > 0 && <Submit deed="ALLOW">{texts.allow}</Submit>}
        <Submit kind="second" deed="DENY">
          {texts.deny}
        </Submit>
      </PostForm>
    </div>
  );
}
