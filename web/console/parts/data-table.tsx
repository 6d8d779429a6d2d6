/**
 * A table of data: pages come from the server, order and filters stand in the address. In a hand each row is a card, whose
 * cells bear the names of their columns.
 */
import { Link } from '@tanstack/react-router';
import { tableFeatures, useTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { areaTexts } from '../texts/console-texts.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { ListState } from './use-list-state.ts';

export interface Column<T> {
  /** What the server sorts by, where it sorts. */
  readonly id: string;
  readonly name: string;
  readonly cell: (row: T) => ReactNode;
  readonly isSorted?: boolean;
  /** Figures stand at the end of their column. */
  readonly isNumber?: boolean;
  /** Left out where there is little room. */
  readonly isExtra?: boolean;
  /** The cell that names the row. */
  readonly isName?: boolean;
}

interface DataTableProps<T> {
  /** What it is a table of. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  /** Where a row leads to, below the console: its name is the link. */
  readonly toOf?: (row: T) => string;
  readonly state?: ListState;
  /** Where the next page begins. */
  readonly next?: string | undefined;
  /** Of all pages. */
  readonly total?: number | undefined;
  readonly isBusy?: boolean;
  readonly empty: ReactNode;
  readonly choice?: RowChoice | undefined;
}

/** Rows that something is done with at once. */
export interface RowChoice {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** What can be done with them. */
  readonly actions: ReactNode;
}

const FEATURES = tableFeatures({});

export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { label, columns, rows, idOf, toOf, state, next, total, isBusy, empty, choice } = props;
  const texts = areaTexts('frame').table;
  const table = useTable({
    features: FEATURES,
    data: rows as T[],
    columns: columns.map(({ id }) => ({ id })),
    getRowId: idOf,
  });
  const shown = table.getRowModel().rows;
  if (rows.length === 0 && (state?.isFirst ?? true)) return <>{empty}</>;
  const all = shown.map(({ id }) => id);
  const isAllChosen = choice !== undefined && all.every((id) => choice.chosen.has(id));
  return (
    <div className="c-table-frame" data-busy={isBusy || undefined}>
      {choice && choice.chosen.size > 0 && (
        <div className="c-chosen-bar" role="status">
          <strong>{texts.chosen(choice.chosen.size)}</strong>
          <div className="c-actions">{choice.actions}</div>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="c-table-scroll" aria-label={label} tabIndex={0}>
        <table className="c-table">
          <thead>
            <tr>
              {choice && (
                <th className="c-choose">
                  <input
                    type="checkbox"
                    aria-label={texts.chooseAll}
                    checked={isAllChosen}
                    onChange={() => choice.onChange(new Set(isAllChosen ? [] : all))}
                  />
                </th>
              )}
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} state={state} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, original }) => (
              <tr key={id} data-chosen={choice?.chosen.has(id) || undefined}>
                {choice && (
                  <td className="c-choose">
                    <input
                      type="checkbox"
                      aria-label={texts.choose}
                      checked={choice.chosen.has(id)}
                      onChange={() => choice.onChange(toggled(choice.chosen, id))}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={original} to={toOf?.(original)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {state && <Pages state={state} next={next} total={total} />}
    </div>
  );
}

function HeadCell<T>({
  column,
  state,
}: {
  readonly column: Column<T>;
  readonly state: ListState | undefined;
}) {
  const texts = areaTexts('frame').table;
  const { id, name, isSorted } = column;
  const direction = state?.sort === id ? 'ascending' : state?.sort === `-${id}` ? 'descending' : undefined;
  return (
    <th scope="col" className={classOf(column)} aria-sort={direction}>
      {isSorted && state ? (
        <button type="button" className="c-sort" onClick={() => state.sortBy(id)}>
          {name}
          {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} />}
          {direction && <span className="c-unseen">{texts[direction]}</span>}
        </button>
      ) : (
        name
      )}
    </th>
  );
}

interface CellProps<T> {
  readonly column: Column<T>;
  readonly row: T;
  readonly to: string | undefined;
}

function Cell<T>({ column, row, to }: CellProps<T>) {
  const content = column.cell(row);
  if (!column.isName) {
    return (
      <td className={classOf(column)} data-name={column.name}>
        {content}
      </td>
    );
  }
  return (
    <th scope="row" className={classOf(column)}>
      {to === undefined ? content : <Link to={`/${to}`}>{content}</Link>}
    </th>
  );
}

function Pages({
  state,
  next,
  total,
}: Pick<DataTableProps<object>, 'next' | 'total'> & { readonly state: ListState }) {
  const texts = areaTexts('frame').table;
  const hasPages = next !== undefined || !state.isFirst;
  if (!hasPages && total === undefined) return null;
  return (
    <nav className="c-pages" aria-label={texts.pages}>
      <span className="c-soft c-figures">{total !== undefined && texts.total(total)}</span>
      {hasPages && (
        <div className="c-actions">
          {!state.isFirst && (
            <Button isSmall kind="quiet" onPress={() => state.goTo(undefined)}>
              {texts.first}
            </Button>
          )}
          {!state.isFirst && state.before !== undefined && (
            <Button isSmall onPress={() => state.goTo(state.before)}>
              {texts.previous}
            </Button>
          )}
          <Button isSmall isDisabled={next === undefined} onPress={() => state.goTo(next)}>
            {texts.next}
          </Button>
        </div>
      )}
    </nav>
  );
}

function classOf<T>({ isNumber, isExtra, isName }: Column<T>): string {
  return [isNumber && 'c-number', isExtra && 'c-extra', isName && 'c-row-name'].filter(Boolean).join(' ');
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
