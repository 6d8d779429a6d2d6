import type { ShownGrant, ShownToken, TokensPage } from '../../../src/browser/pages/grant-pages.ts';
import { Choices, Select } from '../../parts/choices.tsx';
import { CopyLink } from '../../parts/copy-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Problem, Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { ScopeList } from '../../parts/scope-list.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'tokens'> = {
  areas: ['grants', 'problems', 'scopes'],
  title: (_content, texts) => texts.tokens.heading,
  Content: Tokens,
};

/** Tokens of somebody's own, and the apps that act for them. */
function Tokens({ done, problem, made, tokens, granted, create, reference, profile }: TokensPage) {
  const texts = useTexts().tokens;
  return (
    <div className="card">
      <div className="page-head">
        <h1>{texts.heading}</h1>
        <p className="soft">
          {texts.lead} <a href={reference}>{texts.reference}</a>
        </p>
      </div>
      {done && <Status>{texts.done[done]}</Status>}
      <Problem word={problem} />
      {made && (
        <section className="made-token" aria-labelledby="made">
          <h2 id="made">{texts.made(made.name)}</h2>
          <CopyLink label={texts.token} url={made.token} copy={texts.copy} />
          <Status>{texts.madeHint(made.expires)}</Status>
        </section>
      )}
      <section aria-labelledby="mine">
        <h2 id="mine">{texts.mine}</h2>
        {tokens.length === 0 && <p className="soft">{texts.none}</p>}
        <ul className="people devices-list">
          {tokens.map((token) => (
            <Token key={token.id} {...token} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="apps">
        <h2 id="apps">{texts.apps}</h2>
        {granted.length === 0 && <p className="soft">{texts.noApps}</p>}
        <ul className="people devices-list">
          {granted.map((app) => (
            <App key={app.id} {...app} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="create">
        <h2 id="create">{texts.create}</h2>
        <NewToken problem={problem} create={create} />
      </section>
      <p className="aside">
        <a href={profile}>{texts.back}</a>
      </p>
    </div>
  );
}

function Token({ name, scopes, created, expires, used, revoke }: ShownToken) {
  const texts = useTexts().tokens;
  const use = used === undefined ? texts.unused : texts.used(used);
  return (
    <li>
      <div className="person">
        <span className="name">{name}</span>
        <span className="soft">{`${texts.created(created, expires)} · ${use}`}</span>
        <May scopes={scopes} />
      </div>
      <div className="person-actions">
        <PostForm form={revoke}>
          <Submit kind="second" label={texts.revokeName(name)}>
            {texts.revoke}
          </Submit>
        </PostForm>
      </div>
    </li>
  );
}

function App({ name, scopes, granted, used, revoke }: ShownGrant) {
  const texts = useTexts().tokens;
  const use = used === undefined ? texts.unused : texts.used(used);
  return (
    <li>
      <div className="person">
        <span className="name">{name}</span>
        <span className="soft">{`${texts.granted(granted)} · ${use}`}</span>
        <May scopes={scopes} />
      </div>
      <div className="person-actions">
        <PostForm form={revoke}>
          <Submit kind="second" label={texts.takeName(name)}>
            {texts.take}
          </Submit>
        </PostForm>
      </div>
    </li>
  );
}

function May({ scopes }: { readonly scopes: readonly string[] }) {
  const texts = useTexts().tokens;
  return (
    <details className="may">
      <summary>{texts.may}</summary>
      <ScopeList scopes={scopes} soft />
    </details>
  );
}

function NewToken({ problem, create }: Pick<TokensPage, 'problem' | 'create'>) {
  const { tokens: texts, scope: wordsOf } = useTexts();
  const { form, name, chosen, scopes, adminScopes, lives, life } = create;
  const boxes = (names: readonly string[]) =>
    names.map((scope) => ({
      name: `S ${scope}`,
      value: scope,
      label: wordsOf(scope),
      chosen: chosen.includes(scope),
    }));
  const isNameless = problem === 'TokenNameMissing';
  return (
    <PostForm form={form} className="fields">
      <Field
        label={texts.name}
        name="NAME"
        maxLength={64}
        defaultValue={name}
        hint={texts.nameHint}
        wrong={isNameless}
        focused={isNameless}
      />
      <Select
        label={texts.life}
        name="DAYS"
        options={lives.map((days) => ({
          value: String(days),
          label: texts.lives(days),
          chosen: days === life,
        }))}
      />
      <Choices kind="checkbox" label={texts.scopes} name="S" options={boxes(scopes)} />
      {adminScopes.length > 0 && (
        <Choices kind="checkbox" label={texts.adminScopes} name="S" options={boxes(adminScopes)} />
      )}
      <Submit>{texts.submit}</Submit>
    </PostForm>
  );
}
