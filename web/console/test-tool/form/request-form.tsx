/** The request as a form. It is made from the XML and writes into it: the text is the one truth. */
import { Link } from '@tanstack/react-router';
import { useId, useMemo, useRef, useState } from 'react';
import type { TestForm } from '../../../../src/console/test-tool/test-tool-data.ts';
import { SHELL } from '../../shell.ts';
import { SENDERS, type SendsAs } from '../sends-as.ts';
import { useTestTexts } from '../use-test-texts.ts';
import { bodyContentOf, credential, operationOf, withCredential } from '../xml/message-text.ts';
import { applied, type TextChange } from '../xml/xml-edit.ts';
import { NotWellFormed, readXmlText, type TextElement } from '../xml/xml-text.ts';
import { ElementFields, matches } from './element-fields.tsx';

interface RequestFormProps {
  readonly form: TestForm;
  readonly message: string;
  readonly setMessage: (message: string) => void;
  readonly as: SendsAs;
  readonly setAs: (as: SendsAs) => void;
}

export function RequestForm({ form, message, setMessage, as, setAs }: RequestFormProps) {
  const texts = useTestTexts();
  const [filter, setFilter] = useState('');
  const read = useMemo(() => readOrWhy(message), [message]);
  // What is not well-formed yet is being typed: the form stays as it was, and waits.
  const lastGood = useRef<GoodMessage>(undefined);
  if (read.root) lastGood.current = { root: read.root, text: message };
  const { root: latest, text } = lastGood.current ?? { root: undefined, text: message };
  const isWaiting = read.why !== undefined;
  const content = latest && bodyContentOf(latest);
  const words = filter.trim().toLowerCase();
  const change = (made: TextChange) => setMessage(applied(message, made));
  const order = form.request.map(({ name }) => name);
  return (
    <form className="request-form" onSubmit={(event) => event.preventDefault()}>
      {read.why && <Waiting why={read.why} message={message} />}
      <Sender {...{ form, setMessage, as, setAs, isWaiting }} message={text} root={latest} />
      {content && <Elsewhere form={form} content={content} />}
      {latest && !content && <p className="unknown">{texts.noBody}</p>}
      {content && (
        <fieldset>
          <legend>{texts.content}</legend>
          {form.request.length > 8 && (
            <input
              type="search"
              className="filter"
              value={filter}
              onChange={({ target }) => setFilter(target.value)}
              placeholder={texts.findElement}
              aria-label={texts.findElement}
              spellCheck={false}
            />
          )}
          {form.request.length === 0 && <p className="c-soft">{texts.noElements}</p>}
          {words !== '' && !form.request.some((outline) => matches(outline, words)) && (
            <p className="c-soft">{texts.noElementFound}</p>
          )}
          <ElementFields
            context={{ text, change, filter: words, isReadOnly: isWaiting }}
            members={form.request}
            around={content}
            place={{ parent: content, order, missing: [] }}
            way=""
          />
        </fieldset>
      )}
    </form>
  );
}

interface GoodMessage {
  readonly root: TextElement;
  readonly text: string;
}

interface ReadMessage {
  readonly root?: TextElement;
  readonly why?: NotWellFormed;
}

function readOrWhy(message: string): ReadMessage {
  try {
    return { root: readXmlText(message) };
  } catch (error) {
    if (error instanceof NotWellFormed) return { why: error };
    throw error;
  }
}

function Waiting({ why, message }: { readonly why: NotWellFormed; readonly message: string }) {
  const texts = useTestTexts();
  const before = message.slice(0, why.at).split('\n');
  return (
    <p className="waiting" role="status">
      {texts.notWellFormed(before.length, (before.at(-1)?.length ?? 0) + 1)}{' '}
      {texts.problems[why.problem](why.tag)}
    </p>
  );
}

/** The XML names another operation than the form is of. */
function Elsewhere({ form, content }: { readonly form: TestForm; readonly content: TextElement }) {
  const texts = useTestTexts();
  const named = operationOf(content);
  if (!named || named.name.toLowerCase() === form.name.toLowerCase()) return null;
  return (
    <p className="unknown">
      {texts.otherOperation(named.name)}{' '}
      <Link to={`/test/${named.service}/${named.name}`}>{texts.openOther}</Link>
    </p>
  );
}

type SenderProps = RequestFormProps & { readonly root: TextElement | undefined; readonly isWaiting: boolean };

function Sender({ form, message, setMessage, as, setAs, root, isWaiting }: SenderProps) {
  const texts = useTestTexts();
  const id = useId();
  const { me } = SHELL;
  if (form.needs === 'nothing') return <p className="c-soft">{texts.nobodyNeeded}</p>;
  const value = (name: 'siteName' | 'webExID' | 'password') => (root ? credential(message, root, name) : '');
  const field = (name: 'siteName' | 'webExID' | 'password', label: string) => (
    <label className="element-field">
      <span>{label}</span>
      <input
        type={name === 'password' ? 'password' : 'text'}
        value={value(name)}
        disabled={!root || isWaiting}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setMessage(withCredential(message, name, target.value))}
      />
    </label>
  );
  return (
    <fieldset className="sender">
      <legend>{texts.sendAs}</legend>
      {SENDERS.map((one) => (
        <label className="radio" key={one}>
          <input
            type="radio"
            name={`${id}-as`}
            checked={as === one}
            onChange={() => setAs(one)}
            aria-describedby={`${id}-${one}`}
          />
          <span>
            {one === 'me' ? texts.me(me.webExID) : texts.somebody}
            <span className="meaning" id={`${id}-${one}`}>
              {one === 'me' ? texts.meHint : texts.somebodyHint}
            </span>
          </span>
        </label>
      ))}
      {as === 'message' && (
        <div className="credentials">
          {field('siteName', texts.siteName)}
          {field('webExID', texts.webExID)}
          {field('password', texts.password)}
        </div>
      )}
    </fieldset>
  );
}
