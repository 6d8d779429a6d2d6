/** The request log: filtered by the address, page by page, and live. */
import { useState } from 'react';
import type { LogBodiesRequest, LogKeeping, LogPage } from '../../../src/console/log/log-data.ts';
import { apiAddress } from '../api-client.ts';
import { Button, ButtonAnchor, ButtonLink } from '../parts/button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { EmptyState, Notice, TimeText } from '../parts/small.tsx';
import { type ListState, useListState } from '../parts/use-list-state.ts';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { facesAsked, LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';
import { useTail } from './use-tail.ts';
import '../../styles/console-code.css';
import '../../styles/console-log.css';

const FORMATS = ['ndjson', 'har', 'csv'] as const;

export function Page() {
  const texts = areaTexts('log');
  const list = useListState();
  const [isLive, setLive] = useState(false);
  const [isPaused, setPaused] = useState(false);
  const { cursor, sort: _sort, face = '', ...others } = list.query as Readonly<Record<string, string>>;
  const filter = { ...others, face: facesAsked(face) };
  const call = useCall<LogPage>('log', { query: { ...filter, before: cursor } });
  const tail = useTail(isLive && list.isFirst, isPaused, filter);
  return (
    <div className="request-log">
      <PageHead
        title={texts.title}
        lead={texts.lead}
        actions={
          <>
            <span className="export">{texts.export}</span>
            {FORMATS.map((as) => (
              <ButtonAnchor key={as} isSmall isDownload href={apiAddress('log/export', { ...filter, as })}>
                {texts.exportAs[as]}
              </ButtonAnchor>
            ))}
          </>
        }
      />
      <LogFilters list={list} />
      <div className="live-bar">
        <button
          type="button"
          className="c-button c-second c-small live"
          aria-pressed={isLive}
          title={texts.liveOn}
          onClick={() => {
            setLive(!isLive);
            setPaused(false);
            if (!isLive && !list.isFirst) list.goTo(undefined);
          }}
        >
          <span className="dot" aria-hidden="true" />
          {texts.live}
        </button>
        {isLive && (
          <Button isSmall onPress={() => setPaused(!isPaused)}>
            {isPaused ? texts.resume : texts.pause}
          </Button>
        )}
        <span role="status" className="c-soft">
          {isLive && tail.isCut ? texts.lost : isPaused && tail.held > 0 ? texts.held(tail.held) : ''}
        </span>
      </div>
      {tail.skipped > 0 && <Notice tone="attention">{texts.skipped(tail.skipped)}</Notice>}
      <Loaded call={call}>
        {(page) => <Lines page={page} list={list} tail={isLive ? tail.lines : []} />}
      </Loaded>
    </div>
  );
}

interface LinesProps {
  readonly page: LogPage;
  readonly list: ListState;
  readonly tail: LogPage['entries'];
}

function Lines({ page, list, tail }: LinesProps) {
  const texts = areaTexts('log');
  const { entries, next, searchedTo, keeping } = page;
  const newest = tail.at(-1)?.entry ?? Number.POSITIVE_INFINITY;
  const lines = [...tail, ...entries.filter(({ entry }) => entry < newest)];
  const isFiltered = Object.keys(list.query).some((name) => name !== 'cursor');
  return (
    <>
      {lines.length > 0 && <LogTable lines={lines} />}
      {lines.length === 0 && next === undefined && (
        <EmptyState
          title={isFiltered ? texts.nothingFits : texts.empty}
          action={
            isFiltered ? (
              <Button
                onPress={() =>
                  list.set(Object.fromEntries(Object.keys(list.query).map((name) => [name, undefined])))
                }
              >
                {texts.clearFilter}
              </Button>
            ) : (
              <ButtonLink to="test" kind="main">
                {texts.toTool}
              </ButtonLink>
            )
          }
        >
          {!isFiltered && <p>{texts.emptyHint}</p>}
        </EmptyState>
      )}
      <div className="log-pages">
        {next !== undefined && searchedTo !== undefined && isFiltered && (
          <span className="c-soft">
            {texts.searchedTo} <TimeText at={searchedTo} as="exact" />
          </span>
        )}
        {!list.isFirst && <Button onPress={() => list.goTo(undefined)}>{texts.newer}</Button>}
        {next !== undefined && (
          <Button onPress={() => list.goTo(next)}>{lines.length === 0 ? texts.searchOn : texts.older}</Button>
        )}
      </div>
      <Keeping keeping={keeping} />
    </>
  );
}

function Keeping({ keeping: { bodies, entries, days, dropped } }: { readonly keeping: LogKeeping }) {
  const texts = areaTexts('log');
  const { mayWrite } = SHELL.me;
  const change = useSend<object>('PUT', ['log']);
  const body: LogBodiesRequest = { bodies: !bodies };
  return (
    <footer className="keeping">
      {dropped > 0 && <Notice tone="attention">{texts.dropped(dropped)}</Notice>}
      <p className="c-soft">
        {entries === 0 ? texts.keepingNothing : texts.keeping(entries.toLocaleString(), days)}{' '}
        {bodies ? texts.bodiesOn : texts.bodiesOff}
      </p>
      {mayWrite && (
        <Button
          kind="quiet"
          isSmall
          isBusy={change.isPending}
          onPress={() => change.mutate({ path: 'log/bodies', body })}
        >
          {bodies ? texts.switchOff : texts.switchOn}
        </Button>
      )}
    </footer>
  );
}
