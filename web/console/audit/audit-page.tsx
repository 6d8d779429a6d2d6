/** Who did what on the site, from where, and what is different since. Nothing here can be changed. */
import { useState } from 'react';
import type { AuditAnswer, AuditLine } from '../../../src/console/audit/audit-data.ts';
import '../../styles/console-audit.css';
import { apiAddress } from '../api-client.ts';
import { Button, ButtonAnchor } from '../parts/button.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { choicesOf, filtersOf, NothingFound } from '../parts/filtered-list.tsx';
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from '../parts/filters.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, TimeText } from '../parts/small.tsx';
import { type ListState, useListState } from '../parts/use-list-state.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { actWords } from './act-words.ts';
import { changesIn } from './changes.ts';
import { EntryDialog } from './entry-dialog.tsx';

export function Page() {
  const texts = areaTexts('audit');
  const state = useListState();
  const [opened, setOpened] = useState<AuditLine>();
  const filters = filtersOf(state);
  const call = useCall<AuditAnswer>('audit', { query: { ...filters, after: state.cursor } });
  return (
    <>
      <PageHead
        title={texts.title}
        lead={texts.lead}
        actions={(['csv', 'ndjson'] as const).map((as) => (
          <ButtonAnchor
            key={as}
            href={apiAddress('audit/export', { ...filters, as })}
            icon="download"
            isDownload
          >
            {texts.exports[as]}
          </ButtonAnchor>
        ))}
      />
      <AuditFilters state={state} />
      <Loaded call={call}>
        {({ entries, next }) => (
          <DataTable<AuditLine>
            label={texts.title}
            columns={columns(setOpened)}
            rows={entries}
            idOf={({ id }) => String(id)}
            state={state}
            next={next ?? undefined}
            isBusy={call.isPlaceholderData}
            empty={<NothingFound state={state} words={texts} />}
          />
        )}
      </Loaded>
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function AuditFilters({ state }: { readonly state: ListState }) {
  const texts = areaTexts('audit');
  return (
    <div className="c-audit-filters">
      <Filters>
        <SearchFilter state={state} name="actor" label={texts.byActor} />
        <SearchFilter state={state} name="name" label={texts.byName} />
        <ChoiceFilter
          state={state}
          name="noun"
          label={texts.noun}
          choices={choicesOf(texts.anything, texts.nouns)}
        />
        <ChoiceFilter
          state={state}
          name="face"
          label={texts.face}
          choices={choicesOf(texts.anyFace, texts.faces)}
        />
        <DayFilter state={state} name="from" label={texts.from} />
        <DayFilter state={state} name="to" label={texts.to} />
      </Filters>
    </div>
  );
}

function columns(open: (entry: AuditLine) => void): readonly Column<AuditLine>[] {
  const texts = areaTexts('audit');
  return [
    { id: 'at', name: texts.when, cell: ({ at }) => <TimeText at={at} as="exact" /> },
    { id: 'actor', name: texts.who, cell: ({ actor }) => <Actor actor={actor} /> },
    {
      id: 'act',
      name: texts.what,
      isName: true,
      cell: ({ act, name }) => (
        <span className="c-audit-act">
          {actWords(act)}
          <bdi className="c-soft">{name}</bdi>
        </span>
      ),
    },
    {
      id: 'changes',
      name: texts.changes,
      cell: (entry) => <Changes entry={entry} open={() => open(entry)} />,
    },
  ];
}

function Actor({ actor: { kind, name, site, face } }: Pick<AuditLine, 'actor'>) {
  const texts = areaTexts('audit');
  const kinds: Readonly<Record<string, string>> = texts.kinds;
  const faces: Readonly<Record<string, string>> = texts.faces;
  return (
    <span className="c-audit-actor">
      <bdi>{name || kinds[kind]}</bdi>
      <span className="c-badges">
        {kind !== 'account' && kind !== 'system' && kinds[kind] && <Badge>{kinds[kind]}</Badge>}
        {kind === 'owner' && site !== null && <Badge>{site}</Badge>}
        {kind !== 'command' && <span className="c-soft c-small-print">{faces[face] ?? face}</span>}
      </span>
    </span>
  );
}

/** Members of a line; all of them are in the dialog. */
const MOST = 2;

function Changes({ entry, open }: { readonly entry: AuditLine; readonly open: () => void }) {
  const texts = areaTexts('audit');
  const changes = changesIn(entry);
  const isChange = entry.before !== undefined && entry.after !== undefined;
  return (
    <div className="c-audit-changes">
      {isChange && (
        <ul>
          {changes.slice(0, MOST).map(({ member, before, after }) => (
            <li key={member}>
              <span className="c-soft">{member.split('.').at(-1)}</span> <bdi>{before ?? '–'}</bdi> →{' '}
              <bdi>{after ?? '–'}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Button isSmall kind="quiet" onPress={open} label={texts.openEntry(actWords(entry.act), entry.name)}>
        {isChange && changes.length > MOST ? texts.moreChanges(changes.length - MOST) : texts.details}
      </Button>
    </div>
  );
}
