/** All sessions of the site: found, filtered, sorted, a page at a time. */
import type { ConsoleSession, SessionsAnswer } from '../../../src/console/sessions/sessions-data.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from '../parts/filters.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, EmptyState, TimeText } from '../parts/small.tsx';
import { useListState } from '../parts/use-list-state.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { choicesOf, groupedKey } from './session-words.ts';

/** Milliseconds between two looks: what runs changes by itself. */
const EVERY = 20_000;

export function Page() {
  const texts = areaTexts('sessions');
  const state = useListState('start');
  const call = useCall<SessionsAnswer>('sessions', { query: state.query, every: EVERY });
  const isFiltered = ['q', 'service', 'state', 'host', 'from', 'to'].some((name) => state.get(name) !== '');
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} />
      <Filters>
        <SearchFilter state={state} label={texts.search} />
        <ChoiceFilter state={state} name="state" label={texts.state} choices={choicesOf(texts.states)} />
        <ChoiceFilter
          state={state}
          name="service"
          label={texts.service}
          choices={choicesOf(texts.services)}
        />
        <DayFilter state={state} name="from" label={texts.from} />
        <DayFilter state={state} name="to" label={texts.to} />
      </Filters>
      <Loaded call={call}>
        {({ sessions, total, next }) => (
          <DataTable
            label={texts.table}
            columns={columns()}
            rows={sessions}
            idOf={({ sessionKey, startAt }) => `${sessionKey} ${startAt}`}
            toOf={({ sessionKey }) => `sessions/${sessionKey}`}
            state={state}
            next={next}
            total={total}
            isBusy={call.isPlaceholderData}
            empty={
              isFiltered ? (
                <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>
              ) : (
                <EmptyState title={texts.noneAtAll}>{texts.noneAtAllHint}</EmptyState>
              )
            }
          />
        )}
      </Loaded>
    </>
  );
}

function columns(): readonly Column<ConsoleSession>[] {
  const texts = areaTexts('sessions');
  return [
    { id: 'title', name: texts.name, isName: true, isSorted: true, cell: ({ title }) => <bdi>{title}</bdi> },
    { id: 'start', name: texts.starts, isSorted: true, cell: ({ startAt }) => <TimeText at={startAt} /> },
    {
      id: 'state',
      name: texts.stands,
      cell: ({ isRunning, isRecurring, inside = 0 }) => (
        <span className="c-badges">
          {isRunning && <Badge tone="good">{texts.runningWith(inside)}</Badge>}
          {isRecurring && <Badge>{texts.recurring}</Badge>}
          {!isRunning && !isRecurring && <span className="c-soft">{texts.planned}</span>}
        </span>
      ),
    },
    {
      id: 'host',
      name: texts.host,
      isSorted: true,
      cell: ({ hostName, host }) => <bdi>{hostName || host}</bdi>,
    },
    { id: 'service', name: texts.service, isExtra: true, cell: ({ service }) => texts.services[service] },
    { id: 'minutes', name: texts.minutes, isNumber: true, isExtra: true, cell: ({ duration }) => duration },
    {
      id: 'number',
      name: texts.number,
      isNumber: true,
      isExtra: true,
      cell: ({ sessionKey }) => groupedKey(sessionKey),
    },
  ];
}
