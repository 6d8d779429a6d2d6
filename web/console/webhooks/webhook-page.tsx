/** One webhook: how it is set up, whether it is switched off, and what it was sent. */
import { useNavigate, useParams } from '@tanstack/react-router';
import type {
  DeliveriesAnswer,
  DeliveryLine,
  WebhookAnswer,
} from '../../../src/console/webhooks/webhook-data.ts';
import '../../styles/console-webhooks.css';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { EmptyState, KeyValue, KeyValues, Notice, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { useListState } from '../parts/use-list-state.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { DeliveryBadge, toldOf, WebhookBadge } from './webhook-words.tsx';
import { Owner } from './webhooks-page.tsx';

/** Milliseconds: messages go out by themselves. */
const REFRESHED = 5_000;

export function Page() {
  const { id = '' } = useParams({ strict: false });
  const call = useCall<WebhookAnswer>(`webhooks/${id}`, { every: REFRESHED });
  return <Loaded call={call}>{(webhook) => <Webhook webhook={webhook} />}</Loaded>;
}

function Webhook({ webhook }: { readonly webhook: WebhookAnswer }) {
  const texts = areaTexts('webhooks');
  return (
    <>
      <PageHead
        title={webhook.name}
        above={{ words: texts.title, to: 'webhooks' }}
        badges={<WebhookBadge status={webhook.status} silence={webhook.silence} />}
        actions={webhook.mayChange && <Actions webhook={webhook} />}
      />
      {webhook.status === 'inactive' && (
        <Notice tone="attention">
          <span>
            <strong>
              {webhook.disabledAt === null ? (
                texts.off
              ) : (
                <>
                  {texts.offSince} <TimeText at={webhook.disabledAt} />.
                </>
              )}
            </strong>{' '}
            {texts.offHint}
          </span>
        </Notice>
      )}
      {webhook.silence !== null && (
        <Notice tone="attention">
          <span>
            <strong>{texts.silences[webhook.silence]}</strong> {texts.silentHint}
          </span>
        </Notice>
      )}
      <Facts webhook={webhook} />
      <h2>{texts.deliveries}</h2>
      <Deliveries id={webhook.id} />
    </>
  );
}

function Actions({ webhook: { id, status } }: { readonly webhook: WebhookAnswer }) {
  const texts = areaTexts('webhooks');
  const toasts = useToasts();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const send = useSend<object>('POST', ['webhooks']);
  const drop = useSend<object>('DELETE');
  const path = `webhooks/${id}`;
  const doIt = (deed: 'ping' | 'switch-on', done: string) =>
    send.mutate({ path: `${path}/${deed}` }, { onSuccess: () => toasts.said(done), onError: toasts.failed });
  const remove = async () => {
    if (!(await confirm({ ...texts.removing, action: texts.remove, isDanger: true }))) return;
    const onSuccess = () => {
      toasts.said(texts.isRemoved);
      void navigate({ to: '/webhooks' });
    };
    drop.mutate({ path }, { onSuccess, onError: toasts.failed });
  };
  return (
    <>
      <Button onPress={() => void remove()} isBusy={drop.isPending}>
        {texts.remove}
      </Button>
      {status === 'active' ? (
        <Button kind="main" onPress={() => doIt('ping', texts.isPinged)} isBusy={send.isPending}>
          {texts.ping}
        </Button>
      ) : (
        <Button kind="main" onPress={() => doIt('switch-on', texts.isSwitchedOn)} isBusy={send.isPending}>
          {texts.switchOn}
        </Button>
      )}
    </>
  );
}

function Facts({ webhook }: { readonly webhook: WebhookAnswer }) {
  const texts = areaTexts('webhooks');
  const { targetUrl, filter, signs, createdAt, lastFailure } = webhook;
  return (
    <KeyValues>
      <KeyValue name={texts.target}>
        <bdi className="c-long">{targetUrl}</bdi>
      </KeyValue>
      <KeyValue name={texts.told}>{toldOf(webhook)}</KeyValue>
      {filter !== '' && (
        <KeyValue name={texts.filter}>
          <bdi className="c-long">{filter}</bdi>
        </KeyValue>
      )}
      <KeyValue name={texts.owner}>
        <Owner webhook={webhook} />
      </KeyValue>
      <KeyValue name={texts.signs}>{signs ? texts.signed.yes : texts.signed.no}</KeyValue>
      <KeyValue name={texts.created}>
        <TimeText at={createdAt} />
      </KeyValue>
      {lastFailure !== null && (
        <KeyValue name={texts.lastFailure}>
          <TimeText at={lastFailure.at} /> <bdi className="c-soft c-long">{lastFailure.problem}</bdi>
        </KeyValue>
      )}
    </KeyValues>
  );
}

function Deliveries({ id }: { readonly id: number }) {
  const texts = areaTexts('webhooks');
  const state = useListState();
  const path = `webhooks/${id}/deliveries`;
  const call = useCall<DeliveriesAnswer>(path, { query: { after: state.cursor }, every: REFRESHED });
  return (
    <Loaded call={call}>
      {({ deliveries, next }) => (
        <DataTable<DeliveryLine>
          label={texts.deliveries}
          columns={columns()}
          rows={deliveries}
          idOf={(delivery) => String(delivery.id)}
          toOf={(delivery) => `${path}/${delivery.id}`}
          state={state}
          next={next ?? undefined}
          isBusy={call.isPlaceholderData}
          empty={<EmptyState title={texts.noDelivery}>{texts.noDeliveryHint}</EmptyState>}
        />
      )}
    </Loaded>
  );
}

function columns(): readonly Column<DeliveryLine>[] {
  const texts = areaTexts('webhooks');
  return [
    { id: 'message', name: texts.message, isName: true, cell: toldOf },
    {
      id: 'state',
      name: texts.state,
      cell: ({ state }) => (
        <div className="c-told">
          <DeliveryBadge state={state} />
        </div>
      ),
    },
    { id: 'attempts', name: texts.attempts, isNumber: true, cell: ({ attempts }) => attempts },
    {
      id: 'written',
      name: texts.written,
      cell: ({ createdAt }) => <TimeText at={createdAt} as="exact" />,
    },
    {
      id: 'next',
      name: texts.next,
      isExtra: true,
      cell: ({ nextAt }) => <TimeText at={nextAt} as="exact" />,
    },
  ];
}
