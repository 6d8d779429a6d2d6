/** One operation: its request as a form and as XML, each following the other, and what came back. */
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { LogEntry } from '../../../src/console/log/log-data.ts';
import type {
  TestAnswer,
  TestForm,
  TestSampleMessage,
} from '../../../src/console/test-tool/test-tool-data.ts';
import { Button } from '../parts/button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge } from '../parts/small.tsx';
import { SHELL } from '../shell.ts';
import { useCall, useSend } from '../use-call.ts';
import { AnswerPanel } from './answer/answer-panel.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { RequestForm } from './form/request-form.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { USUAL_SENDER } from './sends-as.ts';
import { useTestTexts } from './use-test-texts.ts';
import { completionsOf } from './xml/completions.ts';
import { XmlEditor } from './xml/xml-editor.tsx';
import '../../styles/console-code.css';
import '../../styles/console-test.css';

export function Page() {
  const { service = '', name = '' } = useParams({ strict: false }) as { service?: string; name?: string };
  const call = useCall<TestForm>(`test/operations/${service}/${name}`);
  return (
    <Loaded call={call}>
      {(form) => (isOf(form, service, name) ? <Tool key={`${service}.${name}`} form={form} /> : null)}
    </Loaded>
  );
}

/** What was shown before stays until the next form has come. */
function isOf(form: TestForm, service: string, name: string): boolean {
  return (
    form.service.toLowerCase() === service.toLowerCase() && form.name.toLowerCase() === name.toLowerCase()
  );
}

function Tool({ form }: { readonly form: TestForm }) {
  const texts = useTestTexts();
  const { mayWrite } = SHELL.me;
  const [message, setMessage] = useState(form.sample);
  const [as, setAs] = useState(USUAL_SENDER);
  const [dialog, setDialog] = useState<'code' | 'save'>();
  useBeginning((text) => {
    setMessage(text);
    setAs(USUAL_SENDER);
  });
  const send = useSend<TestAnswer>('POST', ['log']);
  const completions = useMemo(() => completionsOf(form.request), [form]);
  const isReady = mayWrite && !send.isPending;
  const submit = () => {
    if (isReady) send.mutate({ path: 'test/send', body: { message, as } });
  };
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    // Before the editor takes it for a line break.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
  return (
    <div className="test-tool">
      <PageHead
        title={form.name}
        lead={form.summary.replaceAll('`', '')}
        above={{ words: texts.back, to: 'test' }}
        badges={<Badge>{form.service}</Badge>}
        actions={
          <>
            <Button kind="quiet" onPress={() => setMessage(form.sample)}>
              {texts.reset}
            </Button>
            <Button onPress={() => setDialog('code')}>{texts.code}</Button>
            {mayWrite && <Button onPress={() => setDialog('save')}>{texts.save}</Button>}
            {mayWrite && (
              <Button kind="main" onPress={submit} isBusy={send.isPending}>
                {texts.send}
              </Button>
            )}
          </>
        }
      />
      <p className="c-soft tool-facts">
        {[texts.who(form.may), form.level !== undefined && texts.since(form.level)]
          .filter(Boolean)
          .join(' · ')}{' '}
        {mayWrite && <kbd>{texts.sendKeys}</kbd>}
      </p>
      {!mayWrite && <p className="c-soft">{texts.onlyRead}</p>}
      <div className="panes">
        <section className="pane" aria-label={texts.form}>
          <RequestForm {...{ form, message, setMessage, as, setAs }} />
        </section>
        <section className="pane xml" aria-label={texts.xml}>
          <XmlEditor
            label={texts.editor}
            describedBy={texts.editorHint}
            value={message}
            onChange={setMessage}
            elements={completions}
          />
        </section>
      </div>
      <AnswerPanel answer={send.data} problem={send.error ?? undefined} isPending={send.isPending} />
      {dialog === 'code' && <CodeDialog message={message} close={() => setDialog(undefined)} />}
      {dialog === 'save' && <SaveDialog message={message} close={() => setDialog(undefined)} />}
    </div>
  );
}

/** A sample that was saved, or an entry of the log, in the place of the declaration's own. */
function useBeginning(begin: (message: string) => void): void {
  const { sample, entry } = useSearch({ strict: false }) as { sample?: unknown; entry?: unknown };
  const kept = useCall<TestSampleMessage>(`test/samples/${String(sample)}`, {
    enabled: sample !== undefined,
  });
  const logged = useCall<LogEntry>(`log/${String(entry)}`, { enabled: entry !== undefined });
  const text = kept.data?.message ?? logged.data?.request?.text;
  const latest = useRef(begin);
  latest.current = begin;
  // It begins once with what has come; what is typed afterwards stays.
  useEffect(() => {
    if (text !== undefined) latest.current(text);
  }, [text]);
}
