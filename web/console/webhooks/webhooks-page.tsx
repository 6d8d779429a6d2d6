/** The webhooks of everybody on the site: whose, what they are told of and where, and which of them fail. */
import { Link } from '@tanstack/react-router';
import type { WebhookLine, WebhooksAnswer } from '../../../src/console/webhooks/webhook-data.ts';
import '../../styles/console-webhooks.css';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { EmptyState, TimeText } from '../parts/small.tsx';
import { useListState } from '../parts/use-list-state.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { toldOf, WebhookBadge } from './webhook-words.tsx';

/** Milliseconds: messages go out by themselves. */
const REFRESHED = 15_000;

export function Page() {
  const texts = areaTexts('webhooks');
  const state = useListState();
  const call = useCall<WebhooksAnswer>('webhooks', { query: { after: state.cursor }, every: REFRESHED });
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} />
      <Loaded call={call}>
        {({ webhooks, next }) => (
          <DataTable<WebhookLine>
            label={texts.title}
            columns={columns()}
            rows={webhooks}
            idOf={({ id }) => String(id)}
            toOf={({ id }) => `webhooks/${id}`}
            state={state}
            next={next ?? undefined}
            isBusy={call.isPlaceholderData}
            empty={<EmptyState title={texts.none}>{texts.noneHint}</EmptyState>}
          />
        )}
      </Loaded>
    </>
  );
}

function columns(): readonly Column<WebhookLine>[] {
  const texts = areaTexts('webhooks');
  return [
    { id: 'name', name: texts.name, isName: true, cell: ({ name }) => <bdi className="c-long">{name}</bdi> },
    { id: 'owner', name: texts.owner, cell: (webhook) => <Owner webhook={webhook} /> },
    {
      id: 'target',
      name: texts.target,
      cell: ({ targetUrl }) => <bdi className="c-long">{targetUrl}</bdi>,
    },
    {
      id: 'told',
      name: texts.told,
      cell: (webhook) => (
        <div className="c-told">
          {toldOf(webhook)}
          {webhook.filter !== '' && <bdi className="c-soft c-long">{webhook.filter}</bdi>}
        </div>
      ),
    },
    {
      id: 'state',
      name: texts.state,
      cell: ({ status, silence }) => (
        <div className="c-told">
          <WebhookBadge status={status} silence={silence} />
          {silence !== null && <span className="c-soft">{texts.silences[silence]}</span>}
        </div>
      ),
    },
    {
      id: 'lastFailure',
      name: texts.lastFailure,
      isExtra: true,
      cell: ({ lastFailure }) =>
        lastFailure === null ? (
          <span className="c-soft">{texts.never}</span>
        ) : (
          <div className="c-told">
            <TimeText at={lastFailure.at} />
            <bdi className="c-soft c-long">{lastFailure.problem}</bdi>
          </div>
        ),
    },
  ];
}

/** Whoever set it up; with a word where it is told of the whole site. */
export function Owner({ webhook: { owner, ownedBy } }: { readonly webhook: WebhookLine }) {
  const texts = areaTexts('webhooks');
  return (
    <div className="c-told">
      {owner === null ? (
        texts.ownerGone
      ) : (
        <Link to={`/users/${owner.userID}`} className="c-long">
          <bdi>{owner.webExID}</bdi>
        </Link>
      )}
      <span className="c-soft">{texts.scopes[ownedBy]}</span>
    </div>
  );
}
