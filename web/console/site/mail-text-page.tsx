/** The words of one kind of mail in one language, beside how they will read. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { MailPreview, MailTextAnswer, MailTextsAnswer } from '../../../src/console/site/site-data.ts';
import '../../styles/console-site.css';
import { apiAddress, callApi } from '../api-client.ts';
import { ApiProblem, wordsOf } from '../api-problem.ts';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { ChoiceField, LongTextField, TextField } from '../parts/fields.tsx';
import { type FormValues, useFormState } from '../parts/form-state.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, Notice, Panel } from '../parts/small.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { queryClient, useCall, useSend } from '../use-call.ts';
import { languageName } from './language-name.ts';

export function Page() {
  const { kind = '', language = '' } = useParams({ strict: false });
  const path = `site/mail-texts/${kind}/${language}`;
  const call = useCall<MailTextAnswer>(path);
  const list = useCall<MailTextsAnswer>('site/mail-texts');
  return (
    <Loaded call={call}>
      {(mail) => (
        <MailText
          key={`${mail.kind}/${mail.languageID}`}
          mail={mail}
          path={path}
          languages={list.data?.languages ?? []}
        />
      )}
    </Loaded>
  );
}

interface MailTextProps {
  readonly mail: MailTextAnswer;
  readonly path: string;
  readonly languages: MailTextsAnswer['languages'];
}

function MailText({ mail, path, languages }: MailTextProps) {
  const all = areaTexts('site');
  const texts = all.mails;
  const toasts = useToasts();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const languageId = useId();
  const drop = useSend<MailTextAnswer>('DELETE', ['site/mail-texts']);

  async function save(values: FormValues, read: MailTextAnswer): Promise<MailTextAnswer> {
    try {
      const saved = await callApi<MailTextAnswer>('PUT', path, {
        body: { words: values, changedAt: read.changedAt },
      });
      void queryClient.invalidateQueries({
        predicate: ({ queryKey: [key] }) => String(key).startsWith('site/mail-texts'),
      });
      return saved;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.reason !== 'StaleVersion') throw error;
      const current = await callApi<MailTextAnswer>('GET', path);
      throw new ApiProblem(409, { reason: 'StaleVersion', message: error.message, current });
    }
  }

  const goBack = async () => {
    const { title, body, action } = texts.dropping;
    if (!(await confirm({ title, body, action, isDanger: true }))) return;
    drop.mutate(
      { path, query: { changedAt: String(mail.changedAt) } },
      { onSuccess: () => toasts.said(texts.dropped), onError: toasts.failed },
    );
  };

  return (
    <>
      <PageHead
        title={texts.kinds[mail.kind]}
        lead={texts.when[mail.kind]}
        above={{ words: all.pages.mail, to: 'site/mail' }}
        badges={mail.isOwn && <Badge tone="accent">{texts.ownWords}</Badge>}
        actions={
          <>
            <div className="c-field">
              <label className="c-unseen" htmlFor={languageId}>
                {texts.language}
              </label>
              <select
                id={languageId}
                value={mail.languageID}
                onChange={({ target }) => void navigate({ to: `/site/mail/${mail.kind}/${target.value}` })}
              >
                {languages.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {languageName(name)}
                  </option>
                ))}
              </select>
            </div>
            {mail.isOwn && SHELL.me.mayWrite && (
              <Button onPress={() => void goBack()} isBusy={drop.isPending}>
                {texts.drop}
              </Button>
            )}
          </>
        }
      />
      <div className="c-beside">
        <ConsoleForm<MailTextAnswer> resource={mail} valuesOf={valuesOf} save={save}>
          <FormSection title={texts.words} lead={texts.wordsLead}>
            <TextField name="subject" label={texts.subject} max={250} />
            <LongTextField name="content" label={texts.content} lines={14} max={20_000} />
            <ChoiceField
              name="format"
              label={texts.format}
              choices={[
                { id: 'TEXT', words: texts.plain },
                { id: 'HTML', words: texts.html },
              ]}
            />
            <Preview mail={mail} path={path} />
          </FormSection>
        </ConsoleForm>
        <Panel title={texts.placeholders}>
          <dl className="c-placeholders">
            {Object.entries(mail.placeholders).map(([name, meaning]) => (
              <div key={name}>
                <dt>
                  <code>%{name}%</code>
                </dt>
                <dd>{texts.meanings[name] ?? meaning}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </>
  );
}

function valuesOf({ words: { subject, content, format } }: MailTextAnswer): FormValues {
  return { subject, content, format };
}

/** What is typed, as it would read; nothing is saved. */
function Preview({ mail, path }: Pick<MailTextProps, 'mail' | 'path'>) {
  const texts = areaTexts('site').mails;
  const { value } = useFormState();
  const [shown, setShown] = useState<MailPreview>(mail.preview);
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const look = async () => {
    setAsking(true);
    const words = { subject: value('subject'), content: value('content'), format: value('format') };
    try {
      setShown(await callApi<MailPreview>('POST', `${path}/preview`, { body: { words } }));
      setProblem(undefined);
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setAsking(false);
    }
  };
  return (
    <section className="c-mail-preview" aria-label={texts.preview}>
      <div className="c-panel-head">
        <h3>{texts.preview}</h3>
        {SHELL.me.mayWrite && (
          <Button isSmall onPress={() => void look()} isBusy={isAsking}>
            {texts.look}
          </Button>
        )}
      </div>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <p>
        <strong>
          <bdi>{shown.subject}</bdi>
        </strong>
        <br />
        <span className="c-soft">{texts.fromTo(shown.from, shown.to)}</span>
      </p>
      <Tabs
        label={texts.preview}
        tabs={[
          {
            id: 'text',
            words: texts.asText,
            content: (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
              <pre className="c-mail-text" tabIndex={0}>
                {shown.text}
              </pre>
            ),
          },
          {
            id: 'html',
            words: texts.asHtml,
            content: (
              <>
                <p className="c-hint">{texts.htmlIsSaved}</p>
                <iframe
                  key={mail.changedAt}
                  className="c-mail-frame"
                  title={texts.asHtml}
                  sandbox=""
                  referrerPolicy="no-referrer"
                  src={apiAddress(`${path}/html`)}
                />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
