/** A list whose filters stand in the address: what it asks the server for, and what it shows where nothing is found. */

import { Button } from './button.tsx';
import { beginningOf, endOf } from './day-bounds.ts';
import type { Choice } from './fields.tsx';
import { EmptyState } from './small.tsx';
import type { ListState } from './use-list-state.ts';

/** The filters of an address as its API takes them: of two days, `from` and `to`, when they begin and end. */
export function filtersOf({ query }: ListState): Readonly<Record<string, string | undefined>> {
  const { from = '', to = '', cursor: _, ...filters } = query;
  return { ...filters, from: beginningOf(from), to: endOf(to) };
}

/** The choices of a filter. @param any the words of no filter */
export function choicesOf(any: string, words: Readonly<Record<string, string>>): readonly Choice[] {
  return [{ id: '', words: any }, ...Object.entries(words).map(([id, its]) => ({ id, words: its }))];
}

interface NothingFoundProps {
  readonly state: ListState;
  readonly words: {
    /** Of a list that is empty without any filter. */
    readonly none: string;
    readonly noneHint: string;
    /** Of one that its filters have emptied. */
    readonly noMatch: string;
    readonly clearFilters: string;
  };
}

export function NothingFound({ state, words }: NothingFoundProps) {
  const { cursor: _, ...filters } = state.query;
  const names = Object.keys(filters);
  if (names.length === 0) return <EmptyState title={words.none}>{words.noneHint}</EmptyState>;
  const clear = () => state.set(Object.fromEntries(names.map((name) => [name, undefined])));
  return <EmptyState title={words.noMatch} action={<Button onPress={clear}>{words.clearFilters}</Button>} />;
}
