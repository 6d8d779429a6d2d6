/** People who are invited: without scripts a text of a line each; with them a list that one adds to, with suggestions. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useHydrated } from '../parts/use-hydrated.ts';
import { useTexts } from '../texts/texts.ts';
import { Area, Complaint, useField } from './fields.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface PeopleProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly suggest: string | undefined;
}

export function PeopleField(props: PeopleProps) {
  const isHydrated = useHydrated();
  return isHydrated ? <PeopleList {...props} /> : <Area {...props} hint={props.hint} rows={4} />;
}

/** `Ann Lee <ann@example.com>` is the line of a person. */
function linesOf(text: string): string[] {
  return text
    .split(/[\n\r;,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function addressIn(line: string): string {
  return (/<([^<>]*)>$/.exec(line)?.[1] ?? line).trim().toLowerCase();
}

function PeopleList({ label, name, hint, suggest }: PeopleProps) {
  const texts = useTexts().schedule;
  const field = useField(name);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const hidden = useRef<HTMLInputElement>(null);
  const [people, setPeople] = useState(() => linesOf(field.value ?? ''));
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const [told, setTold] = useState('');
  const known = new Set(people.map(addressIn));
  const suggestions = useSuggestions(suggest, typed).filter(({ email }) => !known.has(email.toLowerCase()));

  const change = (next: string[]) => {
    setPeople(next);
    // The page hears of it as of every field.
    requestAnimationFrame(() => hidden.current?.dispatchEvent(new Event('input', { bubbles: true })));
  };
  const add = (text: string) => {
    const lines = linesOf(text).filter((line) => !known.has(addressIn(line)));
    if (lines.length > 0) {
      change([...people, ...lines]);
      setTold(texts.added(lines.join(', ')));
    }
    setTyped('');
    setActive(-1);
  };
  const drop = (line: string) => {
    change(people.filter((one) => one !== line));
    setTold(texts.removed(line));
  };
  const remove = (line: string) => {
    drop(line);
    input.current?.focus();
  };

  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (suggestions.length === 0) return;
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + suggestions.length) % suggestions.length);
    } else if (key === 'Enter' || key === ',' || key === ';') {
      if (typed.trim() === '') {
        if (key === 'Enter') event.preventDefault();
        return;
      }
      event.preventDefault();
      const chosen = suggestions[active];
      add(chosen ? lineOf(chosen) : typed);
    } else if (key === 'Tab') {
      // Whoever goes on has chosen what is marked, and the focus goes on by itself.
      const chosen = suggestions[active];
      if (chosen) add(lineOf(chosen));
    } else if (key === 'Escape') {
      setActive(-1);
      setTyped('');
    } else if (key === 'Backspace' && typed === '') {
      const last = people.at(-1);
      if (last !== undefined) drop(last);
    }
  };

  return (
    <div className="field people-field">
      <label htmlFor={field.id}>{label}</label>
      <input
        ref={hidden}
        type="hidden"
        name={name}
        // What is typed and not added yet is sent too: the server says what is wrong with it, and nobody is lost.
        value={[...people, typed].join('\n').trim()}
      />
      {people.length > 0 && (
        <ul className="chips">
          {people.map((line) => (
            <li key={line} className="chip">
              <span className="name">{line}</span>
              <button type="button" aria-label={texts.remove(line)} onClick={() => remove(line)}>
                <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M7 7l10 10M17 7L7 17" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="adding">
        <input
          ref={input}
          id={field.id}
          type="text"
          role="combobox"
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          aria-invalid={field.complaint === undefined ? undefined : true}
          aria-describedby={`${field.id}-wrong ${field.id}-hint`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={texts.peopleAdd}
          value={typed}
          onChange={({ target: { value } }) => {
            setActive(-1);
            if (/[\n,;]/.test(value)) add(value);
            else setTyped(value);
          }}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text');
            if (!/[\n,;]/.test(text.trim())) return;
            event.preventDefault();
            add(text);
          }}
          onKeyDown={press}
        />
        {typed.trim() !== '' && (
          <button type="button" className="second" onClick={() => add(typed)}>
            {texts.add}
          </button>
        )}
        <div
          id={listId}
          role="listbox"
          aria-label={texts.suggestions}
          className="suggestions"
          hidden={suggestions.length === 0}
        >
          {suggestions.map((one, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
            <div
              key={one.email}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              onClick={() => {
                add(lineOf(one));
                input.current?.focus();
              }}
            >
              <bdi>{one.name}</bdi>
              <bdi className="soft">{one.email}</bdi>
            </div>
          ))}
        </div>
      </div>
      <Complaint id={field.id} text={field.complaint} />
      {hint !== undefined && (
        <p id={`${field.id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <span className="unseen" role="status">
        {told}
      </span>
    </div>
  );
}

function lineOf({ name, email }: { readonly name: string; readonly email: string }): string {
  const bare = name.replace(/[\n\r;,<>"]+/g, ' ').trim();
  return bare === '' ? email : `${bare} <${email}>`;
}
