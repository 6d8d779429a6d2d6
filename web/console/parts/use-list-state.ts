/** What a list shows, kept in the address: its filters, its order, and where its page begins. */
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';

export interface ListState {
  /** The value of a filter; the empty text without one. */
  get(name: string): string;
  /** Sets filters, and goes back to the first page. Each letter that is typed is no step of the browser's history. */
  set(values: Readonly<Record<string, string | undefined>>, isTyped?: boolean): void;
  /** Such as `start` or `-start`, which is the largest first. */
  readonly sort: string;
  sortBy(column: string): void;
  /** Of the page that is shown; nothing of the first. */
  readonly cursor: string | undefined;
  goTo(cursor: string | undefined): void;
  /** Where the page before begins, as far as this visit knows it. */
  readonly before: string | undefined;
  readonly isFirst: boolean;
  /** All of it, for the call. */
  readonly query: Readonly<Record<string, string>>;
}

/** @param usualSort the order without a word in the address */
export function useListState(usualSort = ''): ListState {
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const passed = useRef<(string | undefined)[]>([]);
  const go = (next: Readonly<Record<string, string | undefined>>, replace = false) => {
    const kept = Object.entries(next).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ to: pathname, search: Object.fromEntries(kept) as never, replace, resetScroll: false });
  };
  const sort = search.sort ?? usualSort;
  return {
    get: (name) => search[name] ?? '',
    set(values, isTyped = false) {
      passed.current = [];
      go({ ...search, ...values, cursor: undefined }, isTyped);
    },
    sort,
    sortBy(column) {
      passed.current = [];
      const wanted = sort === column ? `-${column}` : column;
      go({ ...search, sort: wanted === usualSort ? undefined : wanted, cursor: undefined });
    },
    cursor: search.cursor,
    goTo(cursor) {
      const at = passed.current.lastIndexOf(cursor);
      if (at >= 0) passed.current = passed.current.slice(0, at);
      else if (cursor === undefined) passed.current = [];
      else passed.current = [...passed.current, search.cursor];
      go({ ...search, cursor });
    },
    before: passed.current.at(-1),
    isFirst: search.cursor === undefined,
    query: sort === '' ? search : { ...search, sort },
  };
}
