import type { MeetingsPage } from '../../../src/browser/pages/home-pages.ts';
import { MeetingList } from '../../parts/meeting-list.tsx';
import { Status } from '../../parts/notice.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'meetings'> = {
  areas: ['meetings', 'meeting-list', 'problems'],
  title: (_content, texts) => texts.meetings.heading,
  Content: Meetings,
};

/** Somebody's own sessions. */
function Meetings({ view: shown, views, meetings, search, before, after, schedule, done }: MeetingsPage) {
  const texts = useTexts().meetings;
  return (
    <>
      <div className="recordings-head">
        <h1>{texts.heading}</h1>
        {schedule !== undefined && (
          <a className="button main" href={schedule}>
            {texts.schedule}
          </a>
        )}
      </div>
      {done && <Status>{texts.done[done]}</Status>}
      <section className="card" aria-label={texts.views[shown]}>
        <div className="list-head">
          <nav className="tabs" aria-label={texts.which}>
            {views.map(({ view: one, url }) => (
              <a key={one} className="tab" href={url} aria-current={one === shown ? 'page' : undefined}>
                {texts.views[one]}
              </a>
            ))}
          </nav>
          <search>
            <form className="meeting-search" action={search.action} method="get">
              {Object.entries(search.fields).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <input
                type="search"
                name="Q"
                aria-label={texts.search}
                placeholder={texts.search}
                defaultValue={search.name}
              />
              <button type="submit" className="second">
                {texts.find}
              </button>
            </form>
          </search>
        </div>
        {meetings.rows.length === 0 ? (
          <div className="empty">
            <p className="name">
              {search.name === undefined ? texts.none[shown] : texts.noneFound(search.name)}
            </p>
            {search.name !== undefined ? (
              <p>
                <a href={views.find((one) => one.view === shown)?.url}>{texts.all}</a>
              </p>
            ) : (
              schedule !== undefined && (
                <p>
                  <a className="button second" href={schedule}>
                    {texts.schedule}
                  </a>
                </p>
              )
            )}
          </div>
        ) : (
          <MeetingList days={meetings} />
        )}
        {(before !== undefined || after !== undefined) && (
          <nav className="turn" aria-label={texts.pages}>
            {before !== undefined && (
              <a className="button second" href={before}>
                {texts.before}
              </a>
            )}
            {after !== undefined && (
              <a className="button second" href={after}>
                {texts.after}
              </a>
            )}
          </nav>
        )}
      </section>
    </>
  );
}
