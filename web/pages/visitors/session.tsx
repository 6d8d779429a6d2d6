import { HomeLink } from '../../parts/home-link.tsx';
import { HostPart } from '../../parts/host-part.tsx';
import { Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { SessionHead } from '../../parts/session-head.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { ContentOf, View, WhoVisits } from '../../view.ts';

export const view: View<'session'> = {
  areas: ['chat', 'host-view', 'playback', 'problems', 'session', 'timetable', 'way-in'],
  title: ({ session }) => session.confName,
  Content: Session,
};

/** The session's own page. */
function Session(page: ContentOf<'session'> & WhoVisits) {
  const { session, calendar, callIn, join, opens, start, register, registrants, chats, hostSignIn } = page;
  const { isSpeaker, state, closed, tests, recording, hosting, done } = page;
  const { session: texts, wayIn, chat: chatTexts, playback, hostView } = useTexts();
  const isOpen = [join, opens, start, register].some((way) => way !== undefined);
  return (
    <div className="card">
      {session.image !== undefined && (
        <img className="event-image" src={session.image} alt={texts.image(session.confName)} />
      )}
      {/* What to do stands above what to know: on a phone there is little room. */}
      <SessionHead session={session}>
        {done !== undefined && <Status>{hostView.done[done]}</Status>}
        {isSpeaker && <p className="notice">{texts.speaker}</p>}
        {state !== undefined && <p className={`notice ${NOTICES[state]}`}>{texts.states[state]}</p>}
        {closed !== undefined && <p className="notice">{texts.closed[closed]}</p>}
        {session.isLocked && !start && <p className="notice">{wayIn.locked}</p>}
        {opens !== undefined && start === undefined && <p className="notice">{texts.opens(opens)}</p>}
        {!isOpen && hostSignIn === undefined && <p className="notice">{texts.noWay}</p>}
        <div className="actions">
          {start && (
            <PostForm form={start}>
              <Submit>{session.inProgress ? texts.join : texts.start}</Submit>
            </PostForm>
          )}
          {join !== undefined && (
            <a className={`button ${start || session.isLocked ? 'second' : 'main'}`} href={join}>
              {session.isLocked && !start ? wayIn.waitAtDoor : texts.join}
            </a>
          )}
          {join === undefined && !start && register === undefined && <HomeLink site={page.site} />}
          {register !== undefined && (
            <a className={`button ${start || join !== undefined ? 'second' : 'main'}`} href={register}>
              {texts.register}
            </a>
          )}
        </div>
      </SessionHead>
      <Written heading={texts.description} text={session.description} />
      <Written heading={texts.panel} text={session.panelists} />
      <Written heading={texts.agenda} text={session.agenda} />
      {hosting && <HostPart view={hosting} />}
      <ul className="links">
        {calendar !== undefined && (
          <li>
            <a href={calendar}>{texts.calendar}</a>
          </li>
        )}
        {callIn !== undefined && (
          <li>
            <a href={callIn}>{texts.callIn}</a>
          </li>
        )}
        {tests !== undefined && (
          <li>
            <a href={tests}>{texts.tests}</a>
          </li>
        )}
        {chats !== undefined && (
          <li>
            <a href={chats}>{chatTexts.afterwards}</a>
          </li>
        )}
        {recording && (
          <li>
            <a href={recording.url}>{recording.isReady ? playback.view : playback.manage}</a>
          </li>
        )}
        {registrants && (
          <li>
            <a href={registrants.url}>{texts.registrants}</a>
            {registrants.pending > 0 && (
              <span className="badge attention">{texts.pending(registrants.pending)}</span>
            )}
          </li>
        )}
        {hostSignIn !== undefined && (
          <li>
            <a href={hostSignIn}>{texts.hostSignIn}</a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** What somebody wrote of the session, as they wrote it. */
function Written({ heading, text }: { readonly heading: string; readonly text: string | undefined }) {
  if (text === undefined || text === '') return null;
  return (
    <section className="agenda">
      <h2>{heading}</h2>
      <p className="as-written name">{text}</p>
    </section>
  );
}

const NOTICES = { accepted: 'good', pending: '', rejected: 'bad' } as const;
