/** Links of the URL API: a command is chosen, its parameters are filled in, and the address grows beside them. */
import { useId, useState } from 'react';
import type { TestLink, TestLinks } from '../../../src/console/test-tool/test-tool-data.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useListState } from '../parts/use-list-state.ts';
import { useCall } from '../use-call.ts';
import { CodeSamples, CopyText } from './code-samples.tsx';
import { ToolTabs } from './tool-tabs.tsx';
import { useTestTexts } from './use-test-texts.ts';
import '../../styles/console-code.css';
import '../../styles/console-test.css';

export function Page() {
  const texts = useTestTexts();
  const call = useCall<TestLinks>('test/links');
  return (
    <div className="test-tool">
      <PageHead title={texts.linksTitle} lead={texts.linksLead} />
      <ToolTabs />
      <Loaded call={call}>{(all) => <Links all={all} />}</Loaded>
    </div>
  );
}

function nameOf({ page, command }: TestLink): string {
  return command === undefined ? page : `${page} ${command}`;
}

function Links({ all }: { readonly all: TestLinks }) {
  const texts = useTestTexts();
  const list = useListState();
  const id = useId();
  const chosen = all.links.find((link) => nameOf(link) === list.get('link')) ?? all.links[0];
  const pages = [...new Set(all.links.map(({ page }) => page))];
  if (!chosen) return null;
  return (
    <>
      <div className="element-field link-choice">
        <label htmlFor={id}>{texts.linkCommand}</label>
        <select id={id} value={nameOf(chosen)} onChange={({ target }) => list.set({ link: target.value })}>
          {pages.map((page) => (
            <optgroup label={page} key={page}>
              {all.links
                .filter((link) => link.page === page)
                .map((link) => (
                  <option key={nameOf(link)} value={nameOf(link)}>
                    {link.summary === undefined
                      ? nameOf(link)
                      : `${nameOf(link)} – ${link.summary.replaceAll('`', '')}`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <OneLink key={nameOf(chosen)} link={chosen} all={all} />
    </>
  );
}

function OneLink({ link, all }: { readonly link: TestLink; readonly all: TestLinks }) {
  const texts = useTestTexts();
  const id = useId();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [hasCode, setHasCode] = useState(false);
  const { page, command, needs, parameters } = link;
  const target = `${all.folder}${page}${queryOf(command, parameters, values)}`;
  const missing = parameters.filter(({ name, isRequired }) => isRequired && (values[name] ?? '') === '');
  return (
    <div className="panes">
      <section className="pane" aria-label={texts.form}>
        <form className="request-form" onSubmit={(event) => event.preventDefault()}>
          <p className="c-soft">{needs === 'account' ? texts.linkNeedsAccount : texts.linkNeedsNobody}</p>
          {parameters.length === 0 && <p className="c-soft">{texts.linkNothing}</p>}
          {parameters.map(({ name, meaning, form, isRequired }) => (
            <div className="element-field" key={name}>
              <div className="line">
                <label htmlFor={`${id}-${name}`} className="element-name">
                  {name}
                </label>
                {isRequired && <span className="tag-small">{texts.required}</span>}
                <span className="limits" id={`${id}-${name}-form`}>
                  {form.replaceAll('`', '')}
                </span>
              </div>
              <input
                id={`${id}-${name}`}
                value={values[name] ?? ''}
                onChange={({ target: { value } }) => setValues({ ...values, [name]: value })}
                aria-describedby={`${id}-${name}-form ${id}-${name}-meaning`}
                autoComplete="off"
                spellCheck={false}
              />
              <p className="meaning" id={`${id}-${name}-meaning`}>
                {meaning.replaceAll('`', '')}
              </p>
            </div>
          ))}
        </form>
      </section>
      <section className="link-result" aria-label={texts.linkAddress}>
        <h2>{texts.linkAddress}</h2>
        <p className="address">
          <code>{all.origin + target}</code>
        </p>
        {missing.length > 0 && (
          <p className="unknown">{texts.linkMissing(missing.map(({ name }) => name).join(', '))}</p>
        )}
        <div className="c-actions">
          <CopyText text={all.origin + target} words={texts} />
          <a className="c-button c-second" href={target} target="_blank" rel="noreferrer">
            {texts.linkOpen}
          </a>
          <Button onPress={() => setHasCode(true)}>{texts.code}</Button>
        </div>
        <p className="c-soft">{texts.linkHint}</p>
      </section>
      <Dialog title={texts.codeTitle} isOpen={hasCode} onClose={() => setHasCode(false)} isWide>
        <p className="c-soft">{texts.codeLead}</p>
        <CodeSamples
          request={{ method: 'GET', target }}
          words={{
            language: texts.codeLanguage,
            languages: texts.languages,
            copy: texts.copy,
            copied: texts.copied,
            loading: texts.loading,
          }}
        />
      </Dialog>
    </div>
  );
}

function queryOf(
  command: string | undefined,
  parameters: TestLink['parameters'],
  values: Readonly<Record<string, string>>,
): string {
  const query = [
    ...(command === undefined ? [] : [`AT=${command}`]),
    ...parameters
      .map(({ name }) => [name, values[name] ?? ''] as const)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
  ].join('&');
  return query === '' ? '' : `?${query}`;
}
