/** Above a table: what it is filtered by. Each stands in the address. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { areaTexts } from '../texts/console-texts.ts';
import type { Choice } from './fields.tsx';
import { Icon } from './icon.tsx';
import type { ListState } from './use-list-state.ts';

export function Filters({ children }: { readonly children: ReactNode }) {
  return <search className="c-filters">{children}</search>;
}

/** Milliseconds after the last letter. */
const PAUSE = 250;

export function SearchFilter({
  state,
  name = 'q',
  label,
}: {
  readonly state: ListState;
  readonly name?: string;
  readonly label?: string;
}) {
  const id = useId();
  const asked = state.get(name);
  const [typed, setTyped] = useState(asked);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(asked);
  useEffect(() => {
    // The address has changed by another way: back, or a link.
    if (asked !== sent.current) setTyped(asked);
    sent.current = asked;
  }, [asked]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const words = label ?? areaTexts('frame').search;
  return (
    <div className="c-search">
      <label htmlFor={id} className="c-unseen">
        {words}
      </label>
      <Icon name="search" />
      <input
        id={id}
        type="search"
        placeholder={words}
        autoComplete="off"
        maxLength={200}
        value={typed}
        onChange={({ target: { value } }) => {
          setTyped(value);
          clearTimeout(waiting.current);
          waiting.current = setTimeout(() => {
            sent.current = value.trim();
            state.set({ [name]: value.trim() }, true);
          }, PAUSE);
        }}
      />
    </div>
  );
}

interface ChoiceFilterProps {
  readonly state: ListState;
  readonly name: string;
  readonly label: string;
  /** The first, with the id '', is without a filter. */
  readonly choices: readonly Choice[];
}

export function ChoiceFilter({ state, name, label, choices }: ChoiceFilterProps) {
  const id = useId();
  return (
    <div className="c-filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={state.get(name)} onChange={({ target }) => state.set({ [name]: target.value })}>
        {choices.map(({ id: value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A day, as `2026-03-05`. */
export function DayFilter({ state, name, label }: Omit<ChoiceFilterProps, 'choices'>) {
  const id = useId();
  return (
    <div className="c-filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={state.get(name)}
        onChange={({ target }) => state.set({ [name]: target.value })}
      />
    </div>
  );
}
