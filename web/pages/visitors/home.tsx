import type { HomePage, Visitor } from '../../../src/browser/pages/page-data.ts';
import { CopyLink } from '../../parts/copy-link.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { SessionRow } from '../../parts/session-row.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

interface HomeProps extends HomePage {
  readonly visitor?: Visitor | undefined;
}

export const view: View<'home'> = {
  areas: ['account', 'home', 'problems', 'programs', 'session'],
  title: (_content, texts) => texts.home.yourSessions,
  Content: Home,
};

/** The site's own page for somebody who is signed in. */
function Home(props: HomeProps) {
  const {
    firstName,
    visitor,
    problem,
    sessions,
    more,
    confirmEmail,
    personalRoom,
    meetNow,
    programs,
    recordings,
    console,
  } = props;
  const { home: texts, confirmEmail: confirming, programs: programTexts } = useTexts();
  return (
    <>
      <div className="greeting">
        <div>
          <h1>{texts.heading(firstName)}</h1>
          {visitor && (
            <p className="soft">
              {`${texts.signedInAs} `}
              <strong>{visitor.webExId}</strong>
            </p>
          )}
        </div>
        {recordings !== undefined && (
          <a className="button second" href={recordings}>
            {texts.recordings}
          </a>
        )}
        {meetNow && (
          <PostForm form={meetNow}>
            <Submit>{texts.meetNow}</Submit>
          </PostForm>
        )}
      </div>
      <Problem word={problem} />
      {confirmEmail !== undefined && (
        <p className="notice">
          {`${confirming.again}. `}
          <a href={confirmEmail}>{confirming.askSubmit}</a>
        </p>
      )}
      <div className="columns">
        <section className="card" aria-labelledby="sessions">
          <h2 id="sessions">{texts.yourSessions}</h2>
          {sessions.length === 0 ? (
            <div className="empty">
              <p>{texts.none}</p>
              <p className="soft">{texts.noneHint}</p>
            </div>
          ) : (
            <ul className="rows">
              {sessions.map((session) => (
                <SessionRow key={`${session.url} ${session.when.startAt}`} {...session} />
              ))}
            </ul>
          )}
          {more && <p className="soft">{texts.more}</p>}
        </section>
        {personalRoom !== undefined && (
          <section className="card" aria-labelledby="room">
            <h2 id="room">{texts.personalRoom}</h2>
            <p className="soft">{texts.personalRoomLead}</p>
            <CopyLink label={texts.personalRoom} url={personalRoom} />
            <a className="button second" href={personalRoom}>
              {texts.open}
            </a>
          </section>
        )}
      </div>
      {programs !== undefined && (
        <p className="aside">
          <a href={programs}>{programTexts.heading}</a>
        </p>
      )}
      {console !== undefined && (
        <p className="aside">
          <a href={console}>{texts.console}</a>
        </p>
      )}
    </>
  );
}
