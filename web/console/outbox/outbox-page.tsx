/** The mails of the site: what waits, what went, what was given up and why. */
import type { MailLine, OutboxAnswer } from '../../../src/console/outbox/outbox-data.ts';
import '../../styles/console-outbox.css';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { choicesOf, filtersOf, NothingFound } from '../parts/filtered-list.tsx';
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from '../parts/filters.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Notice, TimeText } from '../parts/small.tsx';
import { type ListState, useListState } from '../parts/use-list-state.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { kindWords, MAIL_STATES, MailStateBadge } from './mail-state.tsx';

/** Milliseconds: mail goes out by itself. */
const REFRESHED = 15_000;

export function Page() {
  const texts = areaTexts('outbox');
  const state = useListState();
  const query = { ...filtersOf(state), after: state.cursor };
  const call = useCall<OutboxAnswer>('outbox', { query, every: REFRESHED });
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} />
      <MailFilters state={state} />
      <Loaded call={call}>
        {({ mails, next, isSent }) => (
          <>
            {!isSent && <Notice tone="attention">{texts.noServer}</Notice>}
            <DataTable<MailLine>
              label={texts.title}
              columns={columns()}
              rows={mails}
              idOf={({ id }) => String(id)}
              toOf={({ id }) => `outbox/${id}`}
              state={state}
              next={next ?? undefined}
              isBusy={call.isPlaceholderData}
              empty={<NothingFound state={state} words={texts} />}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function MailFilters({ state }: { readonly state: ListState }) {
  const texts = areaTexts('outbox');
  return (
    <Filters>
      <SearchFilter state={state} name="recipient" label={texts.byRecipient} />
      <ChoiceFilter
        state={state}
        name="state"
        label={texts.state}
        choices={[
          { id: '', words: texts.anyState },
          ...MAIL_STATES.map((id) => ({ id, words: texts.states[id] })),
        ]}
      />
      <ChoiceFilter
        state={state}
        name="kind"
        label={texts.kind}
        choices={choicesOf(texts.anyKind, texts.kinds)}
      />
      <DayFilter state={state} name="from" label={texts.from} />
      <DayFilter state={state} name="to" label={texts.to} />
    </Filters>
  );
}

function columns(): readonly Column<MailLine>[] {
  const texts = areaTexts('outbox');
  return [
    { id: 'subject', name: texts.subject, isName: true, cell: ({ subject }) => <bdi>{subject}</bdi> },
    {
      id: 'recipient',
      name: texts.recipient,
      cell: ({ recipient }) => <bdi className="c-mail-address">{recipient}</bdi>,
    },
    { id: 'kind', name: texts.kind, isExtra: true, cell: ({ kind }) => kindWords(kind) },
    {
      id: 'state',
      name: texts.state,
      cell: ({ state, problem }) => (
        <div className="c-mail-state">
          <MailStateBadge state={state} />
          {problem !== null && <span className="c-soft c-mail-problem">{problem}</span>}
        </div>
      ),
    },
    { id: 'createdAt', name: texts.written, cell: ({ createdAt }) => <TimeText at={createdAt} /> },
  ];
}
