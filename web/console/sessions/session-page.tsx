/** A session: what it is, who is in it, who is invited, and what an administrator does with it. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { SessionDetail } from '../../../src/console/sessions/sessions-data.ts';
import { Button, ButtonAnchor } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, KeyValue, KeyValues, Notice, Panel, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { ChangeHost } from './change-host.tsx';
import { InRoom, InvitedPeople, Registrations } from './session-people.tsx';
import { groupedKey } from './session-words.ts';

/** Milliseconds between two looks. */
const EVERY = 10_000;

export function Page() {
  const { key = '' } = useParams({ strict: false }) as { readonly key?: string };
  const call = useCall<SessionDetail>(`sessions/${key}`, { every: EVERY });
  return <Loaded call={call}>{(session) => <Session session={session} />}</Loaded>;
}

function Session({ session }: { readonly session: SessionDetail }) {
  const texts = areaTexts('sessions');
  const { title, isRunning, isRecurring, inside = 0 } = session;
  const wasRunning = useRef(isRunning);
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning) setEnded(true);
    if (isRunning) setEnded(false);
    wasRunning.current = isRunning;
  }, [isRunning]);
  return (
    <>
      <PageHead
        title={title}
        above={{ words: texts.title, to: 'sessions' }}
        badges={
          <>
            {isRunning && <Badge tone="good">{texts.runningWith(inside)}</Badge>}
            {isRecurring && <Badge>{texts.recurring}</Badge>}
          </>
        }
        actions={<Actions session={session} />}
      />
      {hasEnded && (
        <div role="status">
          <Notice tone="attention">{texts.hasEnded}</Notice>
        </div>
      )}
      <div className="c-columns">
        <div className="c-stack">
          {isRunning && <InRoom session={session} />}
          {session.takesRegistrations && <Registrations session={session} />}
          <InvitedPeople session={session} />
        </div>
        <Panel title={texts.facts}>
          <Facts session={session} />
        </Panel>
      </div>
    </>
  );
}

function Facts({ session }: { readonly session: SessionDetail }) {
  const texts = areaTexts('sessions');
  const { yes, no } = areaTexts('frame');
  const { factNames: names } = texts;
  return (
    <KeyValues>
      <KeyValue name={names.number}>
        <span className="c-figures">{groupedKey(session.sessionKey)}</span>
      </KeyValue>
      <KeyValue name={names.service}>{texts.services[session.service]}</KeyValue>
      <KeyValue name={names.host}>
        <bdi>{session.hostName || session.host}</bdi>
        <p className="c-small-print">{session.hostEmail}</p>
      </KeyValue>
      <KeyValue name={names.starts}>
        <TimeText at={session.startAt} />
      </KeyValue>
      <KeyValue name={names.length}>{texts.length(session.duration)}</KeyValue>
      <KeyValue name={names.listed}>{texts.listed[session.listStatus] ?? session.listStatus}</KeyValue>
      <KeyValue name={names.password}>{session.hasPassword ? yes : no}</KeyValue>
      <KeyValue name={names.registration}>{session.takesRegistrations ? yes : no}</KeyValue>
      {session.tracking.map(({ index, name = texts.trackingCode(index), value }) => (
        <KeyValue key={index} name={name}>
          <bdi className="c-as-written">{value}</bdi>
        </KeyValue>
      ))}
      {session.agenda !== '' && (
        <KeyValue name={names.agenda}>
          <bdi className="c-as-written">{session.agenda}</bdi>
        </KeyValue>
      )}
    </KeyValues>
  );
}

function Actions({ session }: { readonly session: SessionDetail }) {
  const texts = areaTexts('sessions');
  const confirm = useConfirm();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [isGiving, setGiving] = useState(false);
  const end = useSend('POST', ['sessions', 'overview']);
  const remove = useSend('DELETE', ['overview']);
  const { sessionKey, title, isRunning, inside = 0, address } = session;

  const ended = async () => {
    const question = { title: texts.endTitle(title), body: texts.endBody(inside), action: texts.end };
    if (!(await confirm({ ...question, isDanger: true }))) return;
    const done = { onSuccess: () => toasts.said(texts.ended), onError: toasts.failed };
    end.mutate({ path: `sessions/${sessionKey}/end` }, done);
  };
  const removed = async () => {
    const question = { title: texts.removeTitle(title), body: texts.removeBody, action: texts.remove };
    if (!(await confirm({ ...question, isDanger: true }))) return;
    const gone = () => {
      toasts.said(texts.removed);
      void navigate({ to: '/sessions' as '/' });
    };
    remove.mutate({ path: `sessions/${sessionKey}` }, { onSuccess: gone, onError: toasts.failed });
  };
  return (
    <>
      <ButtonAnchor href={address} icon="external">
        {texts.openPage}
      </ButtonAnchor>
      {SHELL.me.mayWrite && isRunning && (
        <Button kind="danger" isBusy={end.isPending} onPress={() => void ended()}>
          {texts.end}
        </Button>
      )}
      {SHELL.me.mayWrite && !isRunning && (
        <>
          <Button onPress={() => setGiving(true)}>{texts.changeHost}</Button>
          <Button isBusy={remove.isPending} onPress={() => void removed()}>
            {texts.remove}
          </Button>
        </>
      )}
      {isGiving && <ChangeHost session={session} onDone={() => setGiving(false)} />}
    </>
  );
}
