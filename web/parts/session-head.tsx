/** The head of every page about a session: what it is, when, and with whom. */
import type { ReactNode } from 'react';
import type { SessionView } from '../../src/browser/pages/session-view-data.ts';
import { useTexts } from '../texts/texts.ts';
import { WhenText } from './when-text.tsx';

interface SessionHeadProps {
  readonly session: SessionView;
  /** What the page is for; stands above the name. */
  readonly purpose?: string;
  /** The heading, where it is not the session's name. */
  readonly heading?: string;
  /** Whether the facts are folded: where something else is to be done first. */
  readonly folded?: boolean;
  /** Stands below the heading. */
  readonly children?: ReactNode;
}

export function SessionHead({ session, purpose, heading, folded = false, children }: SessionHeadProps) {
  const texts = useTexts();
  return (
    <>
      {(purpose !== undefined || heading !== undefined || session.inProgress) && (
        <p className="eyebrow">
          {purpose ?? (heading === undefined ? null : session.confName)}
          {session.inProgress && <span className="badge live">{texts.session.inProgress}</span>}
          {session.isLocked && <span className="badge attention">{texts.session.isLocked}</span>}
          {session.isRecorded && <span className="badge recorded-mark">{texts.session.isRecorded}</span>}
        </p>
      )}
      <h1>{heading ?? session.confName}</h1>
      {children}
      {!folded && !session.isNumberAlone && <SessionFacts session={session} />}
    </>
  );
}

/** What it is, when, and with whom: behind a heading that opens it. */
export function FoldedFacts({ session }: { readonly session: SessionView }) {
  const texts = useTexts().wayIn;
  return (
    <details className="folded">
      <summary>{texts.details}</summary>
      <SessionFacts session={session} />
    </details>
  );
}

function SessionFacts({ session }: { readonly session: SessionView }) {
  const texts = useTexts().session;
  return (
    <dl className="facts">
      <div>
        <dt>{texts.when}</dt>
        <dd>
          <WhenText
            when={session.dates === undefined ? session.when : { ...session.when, repeats: undefined }}
          />
        </dd>
      </div>
      {session.dates !== undefined && (
        <div>
          <dt>{texts.dates}</dt>
          <dd>
            <ol className="dates">
              {session.dates.map((date) => (
                <li key={date.startAt}>
                  <WhenText when={date} brief />
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
      <div>
        <dt>{texts.host}</dt>
        <dd className="name">{session.hostName}</dd>
      </div>
      <div>
        <dt>{texts.number}</dt>
        <dd className="number">{session.sessionKey}</dd>
      </div>
    </dl>
  );
}
