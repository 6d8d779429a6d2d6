/** One mail: as it looks, as text, as it goes over the wire; and what became of it. */
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MailAnswer, MailPerson } from '../../../src/console/outbox/outbox-data.ts';
import '../../styles/console-outbox.css';
import { apiAddress } from '../api-client.ts';
import { Button, ButtonAnchor } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { KeyValue, KeyValues, Notice, TimeText } from '../parts/small.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useToasts } from '../parts/toast.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { kindWords, MailStateBadge } from './mail-state.tsx';

export function Page() {
  const { id = '' } = useParams({ strict: false });
  const call = useCall<MailAnswer>(`outbox/${id}`);
  return <Loaded call={call}>{(mail) => <Mail mail={mail} />}</Loaded>;
}

function Mail({ mail }: { readonly mail: MailAnswer }) {
  const texts = areaTexts('outbox');
  return (
    <>
      <PageHead
        title={mail.subject}
        above={{ words: texts.title, to: 'outbox' }}
        badges={<MailStateBadge state={mail.state} />}
        actions={<Actions mail={mail} />}
      />
      {mail.problem !== null && (
        <Notice tone={mail.state === 'FAILED' ? 'bad' : 'attention'}>
          <span>
            <strong>{mail.state === 'FAILED' ? texts.givenUp : texts.notYet}</strong> {mail.problem}
          </span>
        </Notice>
      )}
      <Facts mail={mail} />
      {mail.text === null ? (
        <Notice tone="attention">{texts.withheld}</Notice>
      ) : (
        <Tabs
          label={texts.views}
          tabs={[
            { id: 'html', words: texts.asHtml, content: <Html id={mail.id} /> },
            { id: 'text', words: texts.asText, content: <Plain text={mail.text} /> },
            { id: 'source', words: texts.source, content: <Source id={mail.id} /> },
            ...(mail.calendar
              ? [{ id: 'calendar', words: texts.calendar, content: <CalendarFile mail={mail} /> }]
              : []),
          ]}
        />
      )}
    </>
  );
}

function Actions({ mail }: { readonly mail: MailAnswer }) {
  const texts = areaTexts('outbox');
  const toasts = useToasts();
  const confirm = useConfirm();
  const send = useSend<MailAnswer>('POST', ['outbox']);
  const path = `outbox/${mail.id}`;
  const doIt = (deed: 'send-again' | 'release', done: string) =>
    send.mutate({ path: `${path}/${deed}` }, { onSuccess: () => toasts.said(done), onError: toasts.failed });
  const sendAgain = async () => {
    const isLost = mail.state === 'SENT' || mail.state === 'RELEASED';
    const { again } = texts;
    if (isLost && !(await confirm({ title: again.title, body: again.body, action: texts.sendAgain }))) return;
    doIt('send-again', texts.isSentAgain);
  };
  const release = async () => {
    const { title, body } = texts.releasing;
    if (await confirm({ title, body, action: texts.release })) doIt('release', texts.isReleased);
  };
  return (
    <>
      {mail.text !== null && (
        <ButtonAnchor href={apiAddress(`${path}/source`)} icon="download" isDownload>
          {texts.download}
        </ButtonAnchor>
      )}
      {mail.mayRelease && (
        <Button onPress={() => void release()} isBusy={send.isPending}>
          {texts.release}
        </Button>
      )}
      {mail.maySendAgain && (
        <Button kind="main" onPress={() => void sendAgain()} isBusy={send.isPending}>
          {texts.sendAgain}
        </Button>
      )}
    </>
  );
}

function Facts({ mail }: { readonly mail: MailAnswer }) {
  const texts = areaTexts('outbox');
  const { from, to, replyTo, kind, createdAt, dueAt, sentAt, attempts, nextAttemptAt, sessionKey } = mail;
  return (
    <KeyValues>
      <KeyValue name={texts.toWhom}>
        <Person person={to} />
      </KeyValue>
      <KeyValue name={texts.fromWhom}>
        <Person person={from} />
      </KeyValue>
      {replyTo && (
        <KeyValue name={texts.replyTo}>
          <Person person={replyTo} />
        </KeyValue>
      )}
      <KeyValue name={texts.kind}>{kindWords(kind)}</KeyValue>
      {sessionKey !== null && (
        <KeyValue name={texts.session}>
          <Link to={`/sessions/${sessionKey}`} className="c-figures">
            {sessionKey}
          </Link>
        </KeyValue>
      )}
      <KeyValue name={texts.written}>
        <TimeText at={createdAt} />
      </KeyValue>
      {mail.state === 'WAITING' && (
        <KeyValue name={texts.due}>
          <TimeText at={nextAttemptAt ?? dueAt} />
        </KeyValue>
      )}
      {sentAt !== null && (
        <KeyValue name={mail.state === 'RELEASED' ? texts.releasedAt : texts.sentAt}>
          <TimeText at={sentAt} />
        </KeyValue>
      )}
      {attempts > 0 && <KeyValue name={texts.attempts}>{attempts}</KeyValue>}
    </KeyValues>
  );
}

function Person({ person: { name, address } }: { readonly person: MailPerson }) {
  return <bdi>{name === '' || name === address ? address : `${name} · ${address}`}</bdi>;
}

/** Of no origin, and without scripts: the answer's own policy says so too. */
function Html({ id }: { readonly id: number }) {
  return (
    <iframe
      className="c-mail-frame"
      title={areaTexts('outbox').asHtml}
      sandbox=""
      referrerPolicy="no-referrer"
      src={apiAddress(`outbox/${id}/html`)}
    />
  );
}

function Plain({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <pre className="c-mail-text" tabIndex={0}>
      {text}
    </pre>
  );
}

function Source({ id }: { readonly id: number }) {
  const texts = areaTexts('outbox');
  const [source, setSource] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch(apiAddress(`outbox/${id}/source`), { signal: leaving.signal })
      .then((answer) => (answer.ok ? answer.text() : texts.noSource))
      .then(setSource, () => leaving.signal.aborted || setSource(texts.noSource));
    return () => leaving.abort();
  }, [id, texts]);
  if (source === undefined) return <div className="c-loading" role="status" />;
  return <Plain text={source} />;
}

function CalendarFile({ mail }: { readonly mail: MailAnswer }) {
  const texts = areaTexts('outbox');
  return (
    <>
      <p>
        <ButtonAnchor href={apiAddress(`outbox/${mail.id}/calendar`)} icon="download" isDownload isSmall>
          {texts.downloadCalendar}
        </ButtonAnchor>
      </p>
      <Plain text={mail.calendar?.content ?? ''} />
    </>
  );
}
