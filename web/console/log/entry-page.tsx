/** One entry of the log: what was asked and answered side by side, and why something was refused. */
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { LogBody, LogEntry } from '../../../src/console/log/log-data.ts';
import type { TestCode } from '../../../src/console/test-tool/test-tool-data.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, KeyValue, KeyValues, Notice, TimeText } from '../parts/small.tsx';
import { SHELL } from '../shell.ts';
import { sizeOf } from '../test-tool/answer/answer-panel.tsx';
import { Diagnosis } from '../test-tool/answer/diagnosis.tsx';
import { XmlTree } from '../test-tool/answer/xml-tree.tsx';
import { Choice } from '../test-tool/choice.tsx';
import { CodeSamples } from '../test-tool/code-samples.tsx';
import { bodyContentOf, operationOf } from '../test-tool/xml/message-text.ts';
import { XmlEditor } from '../test-tool/xml/xml-editor.tsx';
import { readXmlText } from '../test-tool/xml/xml-text.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useSend } from '../use-call.ts';
import { InRest } from './in-rest.tsx';
import { TONES } from './log-table.tsx';
import { RepeatDialog } from './repeat-dialog.tsx';
import { useLogEntry } from './use-log-entry.ts';
import '../../styles/console-code.css';
import '../../styles/console-test.css';
import '../../styles/console-log.css';

export function Page() {
  const { entry = '' } = useParams({ strict: false }) as { entry?: string };
  return <Sought key={entry} entry={entry} />;
}

function Sought({ entry }: { readonly entry: string }) {
  const { call, isAwaited } = useLogEntry(entry);
  if (isAwaited) return <p className="c-soft">{areaTexts('log').loading}</p>;
  return <Loaded call={call}>{(logged) => <Entry key={logged.entry} entry={logged} />}</Loaded>;
}

function Entry({ entry }: { readonly entry: LogEntry }) {
  const texts = areaTexts('log');
  const { mayWrite } = SHELL.me;
  const [dialog, setDialog] = useState<'repeat' | 'code'>();
  const { operation, id, face, result, request, response, why, tolerated, dropped } = entry;
  const inTool = face === 'xml' && request ? operationIn(request.text) : undefined;
  return (
    <div className="request-log entry">
      <PageHead
        title={operation ?? id}
        above={{ words: texts.back, to: 'log' }}
        badges={
          <>
            <Badge tone={TONES[result]}>{texts.results[result]}</Badge>
            <Badge>{texts.faces[face]}</Badge>
          </>
        }
        actions={
          <>
            {entry.target !== undefined && <Button onPress={() => setDialog('code')}>{texts.code}</Button>}
            {inTool && (
              <Link
                to={`/test/${inTool}`}
                search={{ entry: String(entry.entry) } as never}
                className="c-button c-second"
              >
                {texts.openInTool}
              </Link>
            )}
            {mayWrite && entry.repeat.can && (
              <Button kind="main" onPress={() => setDialog('repeat')}>
                {texts.repeat}
              </Button>
            )}
          </>
        }
      />
      {dropped && <Notice tone="attention">{texts.droppedHere(dropped.entries)}</Notice>}
      {why.length > 0 && <Diagnosis why={why} level="h2" />}
      {tolerated.length > 0 && (
        <section className="hints">
          <h2>{texts.tolerated}</h2>
          <p className="c-soft">{texts.toleratedLead}</p>
          <ul>
            {tolerated.map((hint) => (
              <li key={hint} lang="en">
                {hint}
              </li>
            ))}
          </ul>
        </section>
      )}
      {request || response ? (
        <div className="panes">
          {request && <Body title={texts.request} body={request} />}
          {response && <Body title={texts.response} body={response} />}
        </div>
      ) : (
        <NoBodies />
      )}
      {entry.inRest && entry.inRest.length > 0 && <InRest operations={entry.inRest} />}
      <Facts entry={entry} />
      <Dialog title={texts.codeTitle} isOpen={dialog === 'code'} onClose={() => setDialog(undefined)} isWide>
        <p className="c-soft">{texts.codeLead}</p>
        <CodeSamples
          request={codeOf(entry)}
          words={{
            language: texts.codeLanguage,
            languages: areaTexts('testTool').languages,
            copy: texts.copy,
            copied: texts.copied,
            loading: texts.loading,
          }}
        />
      </Dialog>
      {dialog === 'repeat' && <RepeatDialog entry={entry} close={() => setDialog(undefined)} />}
    </div>
  );
}

function Facts({ entry }: { readonly entry: LogEntry }) {
  const texts = areaTexts('log');
  const { id, at, caller, tried, address, method, target, userAgent, ms, bytesIn, bytesOut, httpStatus } =
    entry;
  const { reason, exceptionID, repeats, repeat, mail } = entry;
  const named = [tried?.site, tried?.webExID].filter((one) => one !== undefined).join(' · ');
  const facts: readonly (readonly [name: string, value: string | number | undefined])[] = [
    [texts.reason, reason],
    [texts.exception, exceptionID],
    [texts.who, caller],
    [texts.tried, named === '' ? undefined : named],
    [texts.where, address],
    [texts.how, target === undefined ? undefined : `${method ?? ''} ${target}`.trim()],
    [texts.agent, userAgent],
    [texts.status, httpStatus],
    [texts.took, `${ms.toLocaleString()} ms`],
    [texts.bytes, `${bytesIn.toLocaleString()} / ${bytesOut.toLocaleString()}`],
    [texts.number, id],
  ];
  return (
    <section className="facts">
      <KeyValues>
        <KeyValue name={texts.when}>
          <TimeText at={at} as="exact" />
        </KeyValue>
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <KeyValue key={name} name={name}>
                <bdi>{value}</bdi>
              </KeyValue>
            ),
        )}
        {repeats !== undefined && (
          <KeyValue name={texts.repeats}>
            <Link to={`/log/${repeats}`}>{repeats}</Link>
          </KeyValue>
        )}
        {mail !== undefined && (
          <KeyValue name={texts.mail}>
            <Link to={`/outbox/${mail}`}>{texts.openMail}</Link>
          </KeyValue>
        )}
      </KeyValues>
      {!repeat.can && face(entry) && <p className="c-soft">{texts.cannotRepeat[repeat.why]}</p>}
    </section>
  );
}

/** Mails and the log's own lines are no requests: nobody thinks of repeating them. */
function face({ face: by }: LogEntry): boolean {
  return by !== 'mail' && by !== 'log';
}

type BodyView = 'raw' | 'tree';

function Body({ title, body }: { readonly title: string; readonly body: LogBody }) {
  const texts = areaTexts('log');
  const [view, setView] = useState<BodyView>('raw');
  const { text, contentType, cutFrom } = body;
  const isXml = /xml/i.test(contentType) || text.trimStart().startsWith('<');
  return (
    <section className="pane body" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {isXml && (
          <Choice
            label={title}
            choices={(['raw', 'tree'] as const).map((one) => ({ id: one, words: texts.views[one] }))}
            chosen={view}
            choose={setView}
          />
        )}
      </header>
      {cutFrom !== undefined && <Notice tone="attention">{texts.cut(sizeOf(cutFrom))}</Notice>}
      {view === 'tree' ? (
        <XmlTree text={text} label={title} />
      ) : (
        <XmlEditor label={title} value={text} readOnly />
      )}
    </section>
  );
}

function NoBodies() {
  const texts = areaTexts('log');
  const { mayWrite } = SHELL.me;
  const change = useSend<object>('PUT', ['log']);
  return (
    <Notice>
      <p>{texts.noBodies}</p>
      <p>{texts.noBodiesHint}</p>
      {mayWrite && !change.isSuccess && (
        <Button
          isSmall
          isBusy={change.isPending}
          onPress={() => change.mutate({ path: 'log/bodies', body: { bodies: true } })}
        >
          {texts.switchOn}
        </Button>
      )}
    </Notice>
  );
}

function codeOf({ method = 'POST', target = '/', request }: LogEntry): TestCode {
  return { method, target, ...(request && { contentType: request.contentType, body: request.text }) };
}

/** `user/GetUser`, as the test tool's addresses have it. */
function operationIn(message: string): string | undefined {
  try {
    const named = operationOf(bodyContentOf(readXmlText(message)));
    return named && `${named.service}/${named.name}`;
  } catch {
    return undefined;
  }
}
