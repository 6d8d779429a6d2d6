import type { SessionPage } from '../../../src/browser/pages/page-data.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { SessionHead } from '../../parts/session-head.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'session'> = { title: ({ session }) => session.confName, Content: Session };

/** The session's own page. */
function Session(page: SessionPage) {
  const { session, calendar, callIn, join, start, register, registrants, hostSignIn } = page;
  const texts = useTexts().session;
  const isOpen = join !== undefined || start !== undefined || register !== undefined;
  return (
    <div className="card">
      <SessionHead session={session} />
      {!isOpen && hostSignIn === undefined && <p className="notice">{texts.noWay}</p>}
      <div className="actions">
        {start && (
          <PostForm form={start}>
            <Submit>{session.inProgress ? texts.join : texts.start}</Submit>
          </PostForm>
        )}
        {join !== undefined && (
          <a className={`button ${start ? 'second' : 'main'}`} href={join}>
            {texts.join}
          </a>
        )}
        {register !== undefined && (
          <a className={`button ${start || join !== undefined ? 'second' : 'main'}`} href={register}>
            {texts.register}
          </a>
        )}
      </div>
      {session.agenda !== undefined && session.agenda !== '' && (
        <section className="agenda">
          <h2>{texts.agenda}</h2>
          <p className="as-written name">{session.agenda}</p>
        </section>
      )}
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
