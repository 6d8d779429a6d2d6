/** The people of a session: those who are in it, those who are invited, and those who have registered. */
import { useState } from 'react';
import type { ConsolePerson, SessionDetail } from '../../../src/console/sessions/sessions-data.ts';
import { Button } from '../parts/button.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Badge, EmptyState, Panel, TimeText, type Tone } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useSend } from '../use-call.ts';

interface OfSession {
  readonly session: SessionDetail;
}

export function InRoom({ session: { inRoom } }: OfSession) {
  const texts = areaTexts('sessions');
  return (
    <Panel title={texts.inRoom}>
      <ul className="c-session-rows">
        {inRoom.map(({ name, email, role, since, isWaiting }) => (
          <li key={`${email} ${name} ${since}`}>
            <div>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <p className="c-soft">{email}</p>
            </div>
            <span className="c-badges">
              {isWaiting ? (
                <Badge tone="attention">{texts.waiting}</Badge>
              ) : (
                <Badge>{texts.roles[role] ?? role}</Badge>
              )}
              <span className="c-soft">
                {texts.since} <TimeText at={since} as="time" />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function InvitedPeople({ session: { people } }: OfSession) {
  const texts = areaTexts('sessions');
  const invited = people.filter(({ registeredAt }) => registeredAt === undefined);
  return (
    <section className="c-stack">
      <h2>{texts.people}</h2>
      <DataTable
        label={texts.people}
        rows={invited}
        idOf={({ attendeeID }) => String(attendeeID)}
        columns={[
          { id: 'name', name: texts.person, isName: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { id: 'email', name: texts.email, cell: ({ email }) => email },
          { id: 'role', name: texts.role, cell: ({ role }) => texts.roles[role] ?? role },
        ]}
        empty={<EmptyState title={texts.nobodyInvited} />}
      />
    </section>
  );
}

const TONES: Readonly<Record<ConsolePerson['state'], Tone>> = {
  invited: 'plain',
  pending: 'attention',
  accepted: 'good',
  rejected: 'bad',
};

export function Registrations({ session: { sessionKey, people } }: OfSession) {
  const texts = areaTexts('sessions');
  const toasts = useToasts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const decide = useSend<SessionDetail>('POST', [`sessions/${sessionKey}`]);
  const registered = people.filter(({ registeredAt }) => registeredAt !== undefined);
  const pending = registered.filter(({ state }) => state === 'pending');

  /** @param named their numbers; without, all who wait */
  const decided = (decision: 'accept' | 'reject', named?: readonly number[]) => {
    const body = { decision, ...(named && { people: named }) };
    const done = () => {
      setChosen(new Set());
      toasts.said(texts.decided);
    };
    decide.mutate(
      { path: `sessions/${sessionKey}/decisions`, body },
      { onSuccess: done, onError: toasts.failed },
    );
  };
  const ofChosen = (decision: 'accept' | 'reject') => decided(decision, [...chosen].map(Number));
  return (
    <section className="c-stack">
      <div className="c-panel-head">
        <h2>{texts.registrations}</h2>
        {SHELL.me.mayWrite && pending.length > 0 && (
          <Button isSmall isBusy={decide.isPending} onPress={() => decided('accept')}>
            {texts.acceptAll(pending.length)}
          </Button>
        )}
      </div>
      <DataTable
        label={texts.registrations}
        rows={registered}
        idOf={({ attendeeID }) => String(attendeeID)}
        columns={columns()}
        empty={<EmptyState title={texts.nobodyRegistered} />}
        choice={
          SHELL.me.mayWrite
            ? {
                chosen,
                onChange: setChosen,
                actions: (
                  <>
                    <Button isSmall onPress={() => ofChosen('accept')}>
                      {texts.acceptChosen}
                    </Button>
                    <Button isSmall onPress={() => ofChosen('reject')}>
                      {texts.rejectChosen}
                    </Button>
                  </>
                ),
              }
            : undefined
        }
      />
    </section>
  );
}

function columns(): readonly Column<ConsolePerson>[] {
  const texts = areaTexts('sessions');
  return [
    { id: 'name', name: texts.person, isName: true, cell: ({ name }) => <bdi>{name}</bdi> },
    { id: 'email', name: texts.email, cell: ({ email }) => email },
    {
      id: 'state',
      name: texts.decision,
      cell: ({ state }) => <Badge tone={TONES[state]}>{texts.personStates[state]}</Badge>,
    },
    {
      id: 'registered',
      name: texts.registered,
      isExtra: true,
      cell: ({ registeredAt }) => <TimeText at={registeredAt} />,
    },
    {
      id: 'answers',
      name: texts.answers,
      isExtra: true,
      cell: ({ answers = [] }) => answers.map(({ label, value }) => `${label}: ${value}`).join('; ') || '–',
    },
  ];
}
