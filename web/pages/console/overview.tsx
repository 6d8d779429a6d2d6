import type { OverviewPage, UpcomingSession } from '../../../src/browser/pages/page-data.ts';
import { SessionRow } from '../../parts/session-row.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'overview'> = {
  areas: ['home', 'overview', 'session'],
  title: ({ siteName }, texts) => texts.overview.heading(siteName),
  Content: Overview,
};

/** What runs on the site and what comes next, for its administrators. */
function Overview({ siteName, home, queues, labs, sessions, more }: OverviewPage) {
  const texts = useTexts().overview;
  const running = sessions.filter(({ inProgress }) => inProgress);
  const next = sessions.filter(({ inProgress }) => !inProgress);
  return (
    <>
      <h1>{texts.heading(siteName)}</h1>
      <div className="columns">
        <section className="card" aria-labelledby="running">
          <h2 id="running">{texts.running}</h2>
          {running.length === 0 ? <p className="soft">{texts.noneRunning}</p> : <Rows sessions={running} />}
        </section>
        <section className="card" aria-labelledby="next">
          <h2 id="next">{texts.next}</h2>
          {next.length === 0 ? (
            <div className="empty">
              <p>{texts.none}</p>
              <p className="soft">{texts.noneHint}</p>
            </div>
          ) : (
            <Rows sessions={next} />
          )}
          {more && <p className="soft">{texts.more}</p>}
        </section>
      </div>
      {labs !== undefined && (
        <p className="aside">
          <a href={labs}>{texts.labs}</a>
        </p>
      )}
      <p className="aside">
        <a href={queues}>{texts.queues}</a>
      </p>
      <p className="aside">
        <a href={home}>{texts.home}</a>
      </p>
    </>
  );
}

function Rows({ sessions }: { readonly sessions: readonly UpcomingSession[] }) {
  return (
    <ul className="rows">
      {sessions.map((session) => (
        <SessionRow key={`${session.url} ${session.when.startAt}`} {...session} />
      ))}
    </ul>
  );
}
