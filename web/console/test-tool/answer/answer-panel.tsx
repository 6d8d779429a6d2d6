/** What came back: whether it worked and why not, the answer as a tree or as it came, and the way to the log. */
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TestAnswer } from '../../../../src/console/test-tool/test-tool-data.ts';
import { wordsOf } from '../../api-problem.ts';
import { useLogEntry } from '../../log/use-log-entry.ts';
import { Choice } from '../choice.tsx';
import { useTestTexts } from '../use-test-texts.ts';
import { childOf } from '../xml/message-text.ts';
import { XmlEditor } from '../xml/xml-editor.tsx';
import { readXmlText, textIn } from '../xml/xml-text.ts';
import { Diagnosis } from './diagnosis.tsx';
import { XmlTree } from './xml-tree.tsx';

interface AnswerPanelProps {
  readonly answer: TestAnswer | undefined;
  readonly problem: Error | undefined;
  readonly isPending: boolean;
}

type AnswerView = 'tree' | 'raw' | 'headers';

export function AnswerPanel({ answer, problem, isPending }: AnswerPanelProps) {
  const texts = useTestTexts();
  // What somebody has chosen to look at stays chosen from one answer to the next.
  const [view, setView] = useState<AnswerView>('tree');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (answer) heading.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  return (
    <section className="answer" aria-labelledby="answer" aria-busy={isPending}>
      <h2 id="answer" ref={heading}>
        {texts.answer}
      </h2>
      <div role="status">
        {answer ? <Verdict answer={answer} /> : !problem && <p className="c-soft">{texts.noAnswer}</p>}
      </div>
      {problem && (
        <p className="problem" role="alert">
          {wordsOf(problem)}
        </p>
      )}
      {answer && <Details key={answer.id} answer={answer} view={view} setView={setView} />}
    </section>
  );
}

interface ReadResponse {
  readonly result: string;
  readonly reason: string;
  readonly exceptionID: string;
}

/** What the first response of the header says. */
function responseIn(body: string): ReadResponse {
  try {
    const response = childOf(childOf(readXmlText(body), 'header'), 'response');
    const said = (name: string) => {
      const element = childOf(response, name);
      return element ? textIn(body, element) : '';
    };
    return { result: said('result'), reason: said('reason'), exceptionID: said('exceptionID') };
  } catch {
    return { result: '', reason: '', exceptionID: '' };
  }
}

function Verdict({ answer: { body, status, ms, bytesOut } }: { readonly answer: TestAnswer }) {
  const texts = useTestTexts();
  const { result, reason, exceptionID } = useMemo(() => responseIn(body), [body]);
  const isGood = status < 300 && result === 'SUCCESS';
  const words = isGood
    ? texts.success
    : result === 'WARNING'
      ? texts.warning
      : status >= 500
        ? texts.fault
        : texts.failure;
  return (
    <p className="verdict">
      <span className={`badge ${isGood ? 'good' : 'bad'}`}>{words}</span>
      <span className="c-figures">HTTP {status}</span>
      {exceptionID !== '' && <span className="c-figures">{texts.exception(exceptionID)}</span>}
      <span className="c-soft c-figures">{texts.facts(ms.toLocaleString(), sizeOf(bytesOut))}</span>
      {reason !== '' && <strong className="reason">{reason}</strong>}
    </p>
  );
}

interface DetailsProps {
  readonly answer: TestAnswer;
  readonly view: AnswerView;
  readonly setView: (view: AnswerView) => void;
}

function Details({ answer, view, setView }: DetailsProps) {
  const texts = useTestTexts();
  const { body, headers, hints, id } = answer;
  const { why, entry } = useLogged(id);
  return (
    <>
      {why.length > 0 && <Diagnosis why={why} level="h3" />}
      {hints.length > 0 && (
        <section className="hints">
          <h3>{texts.hints}</h3>
          <p className="c-soft">{texts.hintsLead}</p>
          <ul>
            {hints.map((hint) => (
              <li key={hint} lang="en">
                {hint}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="answer-bar">
        <Choice
          label={texts.answer}
          choices={(['tree', 'raw', 'headers'] as const).map((one) => ({ id: one, words: texts.views[one] }))}
          chosen={view}
          choose={setView}
        />
        <Link to={`/log/${entry ?? id}`}>{texts.logEntry}</Link>
      </div>
      {view === 'tree' && <XmlTree text={body} label={texts.answerTree} />}
      {view === 'raw' && <XmlEditor label={texts.answerXml} value={body} readOnly />}
      {view === 'headers' && (
        <dl className="headers">
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** The log's own words on it: it is written a moment after the answer. */
function useLogged(id: string) {
  const { data } = useLogEntry(id).call;
  const logged = data?.id === id ? data : undefined;
  return { why: logged?.why ?? [], entry: logged?.entry };
}

export function sizeOf(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${(bytes / 1024).toFixed(1)} kB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
