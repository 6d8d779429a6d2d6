/** What happens on the site, and how the installation is. Each number leads to its list. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InstallationState, OverviewAnswer } from '../../../src/console/overview/overview-data.ts';
import type { ConsoleSession } from '../../../src/console/sessions/sessions-data.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, EmptyState, KeyValue, KeyValues, Panel, TimeText } from '../parts/small.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { bytesText } from './bytes-text.ts';

/** Milliseconds between two looks. */
const EVERY = 15_000;

export function Page() {
  const texts = areaTexts('overview');
  const call = useCall<OverviewAnswer>('overview', { every: EVERY });
  return (
    <>
      <PageHead title={texts.title} />
      <Loaded call={call}>{(overview) => <Overview {...overview} />}</Loaded>
    </>
  );
}

function Overview(overview: OverviewAnswer) {
  const texts = areaTexts('overview');
  const { running, next, runningTotal, nextTotal, mailWaiting, mailFailed } = overview;
  return (
    <>
      <section className="c-figure-row" aria-label={texts.figures}>
        <Figure
          to="/sessions"
          search={{ state: 'running' }}
          value={runningTotal}
          words={texts.runningFigure(runningTotal)}
          isLive
        />
        <Figure to="/sessions" search={{ state: 'upcoming' }} value={nextTotal} words={texts.nextFigure} />
        <Figure
          to="/users"
          value={overview.signedIn}
          words={texts.signedIn}
          beside={texts.accounts(overview.accounts)}
        />
        <Figure
          to="/outbox"
          search={{ state: mailFailed > 0 ? 'FAILED' : 'WAITING' }}
          value={mailWaiting}
          words={texts.mailWaiting(mailWaiting)}
          beside={
            mailFailed > 0 ? (
              <Badge tone="bad">{texts.mailFailed(mailFailed)}</Badge>
            ) : overview.isMailSent ? undefined : (
              texts.mailKept
            )
          }
        />
      </section>
      <div className="c-columns">
        <div className="c-stack">
          <Panel title={texts.running}>
            {running.length === 0 ? (
              <EmptyState title={texts.noneRunning}>{texts.noneRunningHint}</EmptyState>
            ) : (
              <SessionRows sessions={running} />
            )}
          </Panel>
          <Panel
            title={texts.next}
            actions={
              <Link to="/sessions" className="c-small-print">
                {texts.allSessions}
              </Link>
            }
          >
            {next.length === 0 ? (
              <EmptyState title={texts.noneNext}>{texts.noneNextHint}</EmptyState>
            ) : (
              <SessionRows sessions={next} />
            )}
          </Panel>
        </div>
        <Panel title={texts.installation}>
          <Installation {...overview.installation} />
        </Panel>
      </div>
    </>
  );
}

interface FigureProps {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly value: number;
  readonly words: string;
  readonly beside?: ReactNode;
  /** Something goes on as long as it is not 0. */
  readonly isLive?: boolean;
}

function Figure({ to, search, value, words, beside, isLive }: FigureProps) {
  return (
    <Link to={to} search={(search ?? {}) as never} className="c-figure">
      <span className="c-figure-value" data-live={(isLive && value > 0) || undefined}>
        {value.toLocaleString(SHELL.language)}
      </span>
      <span className="c-figure-words">{words}</span>
      {beside && <span className="c-figure-beside">{beside}</span>}
    </Link>
  );
}

function SessionRows({ sessions }: { readonly sessions: readonly ConsoleSession[] }) {
  const texts = areaTexts('overview');
  return (
    <ul className="c-session-rows">
      {sessions.map(({ sessionKey, title, service, hostName, startAt, isRunning, inside = 0 }) => (
        <li key={`${sessionKey} ${startAt}`}>
          <div>
            <Link to={`/sessions/${sessionKey}` as '/'} className="c-strong-link">
              <bdi>{title}</bdi>
            </Link>
            <p className="c-soft">
              {texts.services[service]} · <bdi>{hostName}</bdi>
            </p>
          </div>
          {isRunning ? <Badge tone="good">{texts.people(inside)}</Badge> : <TimeText at={startAt} />}
        </li>
      ))}
    </ul>
  );
}

/** A tenth of the disk. */
const LOW = 0.1;

function Installation({ database, disk, media, lastBackup }: InstallationState) {
  const texts = areaTexts('overview');
  return (
    <KeyValues>
      <KeyValue name={texts.database}>{texts.databases[database]}</KeyValue>
      <KeyValue name={texts.disk}>
        {disk ? texts.diskFree(bytesText(disk.free), bytesText(disk.size)) : texts.diskUnknown}
        {disk && disk.free < disk.size * LOW && (
          <p>
            <Badge tone="attention">{texts.diskLow}</Badge>
          </p>
        )}
      </KeyValue>
      <KeyValue name={texts.media}>{texts.medias[media]}</KeyValue>
      <KeyValue name={texts.backup}>
        {lastBackup === undefined ? texts.noBackup : <TimeText at={lastBackup} />}
        {lastBackup === undefined && <p className="c-small-print">{texts.noBackupHint}</p>}
      </KeyValue>
    </KeyValues>
  );
}
