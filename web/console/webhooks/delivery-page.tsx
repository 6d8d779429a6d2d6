/** One message for a webhook: as it is sent, and each attempt with what its receiver answered. */
import { Link, useParams } from '@tanstack/react-router';
import type { AttemptLine, DeliveryAnswer } from '../../../src/console/webhooks/webhook-data.ts';
import '../../styles/console-webhooks.css';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, KeyValue, KeyValues, Notice, Panel, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { DeliveryBadge, toldOf } from './webhook-words.tsx';

/** Milliseconds: it is tried again by itself. */
const REFRESHED = 5_000;

export function Page() {
  const { id = '', delivery = '' } = useParams({ strict: false }) as { id?: string; delivery?: string };
  const call = useCall<DeliveryAnswer>(`webhooks/${id}/deliveries/${delivery}`, { every: REFRESHED });
  return <Loaded call={call}>{(message) => <Message message={message} />}</Loaded>;
}

function Message({ message }: { readonly message: DeliveryAnswer }) {
  const texts = areaTexts('webhooks');
  const { webhook, state, body, tries, mayResend } = message;
  return (
    <>
      <PageHead
        title={toldOf(message)}
        above={{ words: webhook.name, to: `webhooks/${webhook.id}` }}
        badges={<DeliveryBadge state={state} />}
        actions={mayResend && <Resend message={message} />}
      />
      {state === 'HELD' && <Notice tone="attention">{texts.heldHint}</Notice>}
      <Facts message={message} />
      <Panel title={texts.body} actions={<CopyButton name={texts.body} value={body} />}>
        <Text text={readable(body)} />
      </Panel>
      <h2>{texts.tries}</h2>
      {tries.length === 0 && <p className="c-soft">{texts.noTry}</p>}
      {tries.map((attempt, at) => (
        // Attempts are only ever added behind the others.
        // biome-ignore lint/suspicious/noArrayIndexKey: its place is what names it.
        <Attempt key={at} number={at + 1} attempt={attempt} />
      ))}
    </>
  );
}

function Resend({ message: { id, webhook, state } }: { readonly message: DeliveryAnswer }) {
  const texts = areaTexts('webhooks');
  const toasts = useToasts();
  const confirm = useConfirm();
  const send = useSend<DeliveryAnswer>('POST', ['webhooks']);
  const resend = async () => {
    if (state === 'DONE' && !(await confirm({ ...texts.again, action: texts.resend }))) return;
    send.mutate(
      { path: `webhooks/${webhook.id}/deliveries/${id}/resend` },
      { onSuccess: () => toasts.said(texts.isResent), onError: toasts.failed },
    );
  };
  return (
    <Button kind="main" onPress={() => void resend()} isBusy={send.isPending}>
      {texts.resend}
    </Button>
  );
}

function Facts({ message }: { readonly message: DeliveryAnswer }) {
  const texts = areaTexts('webhooks');
  const { webhook, createdAt, nextAt, endedAt } = message;
  return (
    <KeyValues>
      <KeyValue name={texts.webhook}>
        <Link to={`/webhooks/${webhook.id}`} className="c-long">
          <bdi>{webhook.name}</bdi>
        </Link>
      </KeyValue>
      <KeyValue name={texts.number}>
        <code className="c-long">{message.message}</code>
      </KeyValue>
      <KeyValue name={texts.written}>
        <TimeText at={createdAt} as="exact" />
      </KeyValue>
      {nextAt !== null && (
        <KeyValue name={texts.next}>
          <TimeText at={nextAt} as="exact" />
        </KeyValue>
      )}
      {endedAt !== null && (
        <KeyValue name={texts.ended}>
          <TimeText at={endedAt} as="exact" />
        </KeyValue>
      )}
    </KeyValues>
  );
}

function Attempt({ number, attempt }: { readonly number: number; readonly attempt: AttemptLine }) {
  const texts = areaTexts('webhooks');
  const { begunAt, took, httpStatus, problem, answer } = attempt;
  return (
    <Panel title={texts.attempt(number)}>
      <KeyValues>
        <KeyValue name={texts.status}>
          <Badge tone={problem === null ? 'good' : 'bad'}>
            {httpStatus === null ? texts.noAnswer : `HTTP ${httpStatus}`}
          </Badge>
        </KeyValue>
        {problem !== null && (
          <KeyValue name={texts.problem}>
            <bdi className="c-long">{problem}</bdi>
          </KeyValue>
        )}
        <KeyValue name={texts.begun}>
          <TimeText at={begunAt} as="exact" />
        </KeyValue>
        <KeyValue name={texts.took}>{`${took.toLocaleString()} ms`}</KeyValue>
        {httpStatus !== null && answer === '' && (
          <KeyValue name={texts.answer}>
            <span className="c-soft">{texts.nothingSaid}</span>
          </KeyValue>
        )}
      </KeyValues>
      {answer !== '' && <Text label={texts.answer} text={answer} />}
    </Panel>
  );
}

function Text({ label, text }: { readonly label?: string; readonly text: string }) {
  return (
    <figure className="c-said">
      {label !== undefined && <figcaption className="c-soft">{label}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  );
}

/** In lines; it is sent in one. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
