/** What is looked for in the log; it stands in the address, so that it can be sent to somebody. */
import { useEffect, useState } from 'react';
import type { ListState } from '../parts/use-list-state.ts';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';

const FACES = ['xml', 'url', 'page', 'nbr', 'rest', 'mail', 'webhook', 'console', 'log'] as const;

/** Without a word the console's own calls are left out: whoever looks at the log would see themselves looking. */
export function facesAsked(face: string): string | undefined {
  if (face === 'all') return undefined;
  return face === '' ? FACES.filter((one) => one !== 'console').join(',') : face;
}

const RESULTS = ['ok', 'refused', 'fault'] as const;
const SCOPES = ['site', 'installation', 'all'] as const;

/** Those that are folded away while nothing is in them. */
const MORE = ['operation', 'caller', 'from', 'to', 'scope'];

export function LogFilters({ list }: { readonly list: ListState }) {
  const texts = areaTexts('log');
  const isOwner = SHELL.me.isOwner;
  return (
    <search className="log-filters" aria-label={texts.filters}>
      <Typed list={list} name="text" label={texts.search} hint={texts.searchHint} isWide />
      <Select
        list={list}
        name="face"
        label={texts.face}
        any={texts.usualFaces}
        words={{ ...texts.faces, all: texts.anyFace }}
        choices={['all', ...FACES]}
      />
      <Select
        list={list}
        name="result"
        label={texts.result}
        any={texts.anyResult}
        words={texts.results}
        choices={RESULTS}
      />
      <details className="more-filters" open={MORE.some((name) => list.get(name) !== '')}>
        <summary>{texts.moreFilters}</summary>
        <div>
          <Typed list={list} name="operation" label={texts.operation} hint="GetUser" />
          <Typed list={list} name="caller" label={texts.caller} hint="" />
          <Moment list={list} name="from" label={texts.from} />
          <Moment list={list} name="to" label={texts.to} />
          {isOwner && (
            <Select
              list={list}
              name="scope"
              label={texts.scope}
              any={texts.scopes.site}
              words={texts.scopes}
              choices={SCOPES.slice(1)}
            />
          )}
        </div>
      </details>
    </search>
  );
}

interface TypedProps {
  readonly list: ListState;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isWide?: boolean;
}

/** Looked for when somebody has stopped typing. */
function Typed({ list, name, label, hint, isWide = false }: TypedProps) {
  const known = list.get(name);
  const [typed, setTyped] = useState(known);
  useEffect(() => setTyped(known), [known]);
  useEffect(() => {
    if (typed === known) return;
    const later = setTimeout(() => list.set({ [name]: typed }, true), 300);
    return () => clearTimeout(later);
  }, [typed, known, name, list]);
  return (
    <label className={isWide ? 'filter wide' : 'filter'}>
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        placeholder={hint}
        onChange={({ target }) => setTyped(target.value)}
        spellCheck={false}
      />
    </label>
  );
}

interface SelectProps<C extends string> {
  readonly list: ListState;
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly words: Readonly<Record<C, string>>;
  readonly choices: readonly C[];
}

function Select<C extends string>({ list, name, label, any, words, choices }: SelectProps<C>) {
  return (
    <label className="filter">
      <span>{label}</span>
      <select value={list.get(name)} onChange={({ target }) => list.set({ [name]: target.value })}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Epoch milliseconds in the address, the reader's own time in the field. */
function Moment({
  list,
  name,
  label,
}: {
  readonly list: ListState;
  readonly name: string;
  readonly label: string;
}) {
  const at = Number(list.get(name));
  const value = at > 0 ? localTime(at) : '';
  return (
    <label className="filter">
      <span>{label}</span>
      <input
        type="datetime-local"
        value={value}
        onChange={({ target }) => {
          const chosen = new Date(target.value).getTime();
          list.set({ [name]: Number.isNaN(chosen) ? undefined : String(chosen) });
        }}
      />
    </label>
  );
}

function localTime(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
