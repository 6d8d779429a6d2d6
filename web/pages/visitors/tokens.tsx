import type { ReactElement } from 'react';
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
      <Listed id="mine" heading={texts.mine} none={texts.none}>
        {tokens.map((token) => (
          <Token key={token.id} {...token} />
        ))}
      </Listed>
      <Listed id="apps" heading={texts.apps} none={texts.noApps}>
        {granted.map((app) => (
          <App key={app.id} {...app} />
        ))}
      </Listed>
      <section className="part" aria-labelledby="create">
        <h2 id="create">{texts.create}</h2>
        <NewToken problem={problem} create={create} />
      </section>
      <p className="aside">
        <a href={profile}>{texts.back}</a>
      </p>
    </div>
  );
}

interface ListedProps {
  readonly id: string;
  readonly heading: string;
  /** Said of an empty list. */
  readonly none: string;
  readonly children: readonly ReactElement[];
}

function Listed({ id, heading, none, children }: ListedProps) {
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children.length === 0 && <p className="soft">{none}</p>}
      <ul className="people devices-list">{children}</ul>
    </section>
  );
}

function Token({ created, expires, ...token }: ShownToken) {
  const texts = useTexts().tokens;
  return (
    <Access
      {...token}
      since={texts.created(created, expires)}
      ends={{ words: texts.revoke, label: texts.revokeName(token.name) }}
    />
  );
}

function App({ granted, ...app }: ShownGrant) {
  const texts = useTexts().tokens;
  return (
    <Access
      {...app}
      since={texts.granted(granted)}
      ends={{ words: texts.take, label: texts.takeName(app.name) }}
    />
  );
}

interface AccessProps extends Pick<ShownToken, 'name' | 'scopes' | 'used' | 'revoke'> {
  readonly since: string;
  /** Of the button that ends it: what it shows, and what it is called. */
  readonly ends: { readonly words: string; readonly label: string };
}

function Access({ name, scopes, since, used, revoke, ends }: AccessProps) {
  const texts = useTexts().tokens;
  const use = used === undefined ? texts.unused : texts.used(used);
  return (
    <li>
      <div className="person">
        <span className="name">{name}</span>
        <span className="soft">{`${since} · ${use}`}</span>
        <May scopes={scopes} />
      </div>
      <div className="person-actions">
        <PostForm form={revoke}>
          <Submit kind="second" label={ends.label}>
            {ends.words}
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
