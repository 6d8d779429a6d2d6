/** Sessions that have ended, and the reports of them. */
import type { EndedSession, HistoryAnswer } from '../../../src/console/sessions/sessions-data.ts';
import { apiAddress } from '../api-client.ts';
import { ButtonAnchor } from '../parts/button.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from '../parts/filters.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { EmptyState, TimeText } from '../parts/small.tsx';
import { useListState } from '../parts/use-list-state.ts';
import { choicesOf } from '../sessions/session-words.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';

const REPORTS = ['usage', 'attendees', 'registrations', 'recordings'] as const;

export function Page() {
  const texts = areaTexts('sessions');
  const { history } = texts;
  const state = useListState();
  const call = useCall<HistoryAnswer>('history', { query: state.query });
  const { cursor: _cursor, ...asked } = state.query;
  // A service is always chosen: each has a history of its own.
  const { '': _all, ...services } = texts.services;
  return (
    <>
      <PageHead
        title={history.title}
        lead={history.lead}
        actions={REPORTS.map((report) => (
          <ButtonAnchor
            key={report}
            icon="download"
            isDownload
            href={apiAddress('history/export', { ...asked, report })}
          >
            {history.reports[report]}
          </ButtonAnchor>
        ))}
      />
      <Filters>
        <SearchFilter state={state} label={texts.name} />
        <ChoiceFilter
          state={state}
          name="service"
          label={texts.service}
          choices={choicesOf(services).map((choice) =>
            choice.id === 'MeetingCenter' ? { ...choice, id: '' } : choice,
          )}
        />
        <DayFilter state={state} name="from" label={texts.from} />
        <DayFilter state={state} name="to" label={texts.to} />
      </Filters>
      <Loaded call={call}>
        {({ sessions, total, next }) => (
          <DataTable
            label={history.table}
            columns={columns()}
            rows={sessions}
            idOf={({ id }) => String(id)}
            state={state}
            next={next}
            total={total}
            isBusy={call.isPlaceholderData}
            empty={<EmptyState title={history.none}>{history.noneHint}</EmptyState>}
          />
        )}
      </Loaded>
    </>
  );
}

function Named({ title, tracking }: EndedSession) {
  const { trackingCode } = areaTexts('sessions');
  return (
    <>
      <bdi>{title}</bdi>
      {tracking.map(({ index, name = trackingCode(index), value }) => (
        <p key={index} className="c-small-print">
          <bdi>{name}</bdi>: <bdi>{value}</bdi>
        </p>
      ))}
    </>
  );
}

function columns(): readonly Column<EndedSession>[] {
  const texts = areaTexts('sessions');
  const { history } = texts;
  return [
    { id: 'title', name: texts.name, isName: true, cell: (session) => <Named {...session} /> },
    { id: 'host', name: texts.host, cell: ({ hostName, host }) => <bdi>{hostName || host}</bdi> },
    { id: 'began', name: history.began, cell: ({ startedAt }) => <TimeText at={startedAt} /> },
    { id: 'ended', name: history.endedAt, isExtra: true, cell: ({ endedAt }) => <TimeText at={endedAt} /> },
    { id: 'people', name: history.participants, isNumber: true, cell: ({ participants }) => participants },
    { id: 'peak', name: history.peak, isNumber: true, isExtra: true, cell: ({ peak }) => peak },
    { id: 'minutes', name: history.minutes, isNumber: true, cell: ({ peopleMinutes }) => peopleMinutes },
  ];
}
