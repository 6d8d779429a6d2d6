import type { PersonalRoomPage } from '../../../src/browser/pages/session-pages.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'personal-room'> = {
  areas: ['personal-room', 'problems', 'way-in'],
  title: ({ title }) => title,
  Content: PersonalRoom,
};

/** The door of somebody's room. */
function PersonalRoom(page: PersonalRoomPage) {
  const { title, ownerName, welcome, photo, header, sessionKey, inProgress, isLocked } = page;
  const { join, start, hostSignIn, problem } = page;
  const { room: texts, wayIn } = useTexts();
  return (
    <div className="card">
      {header !== undefined && <img className="room-header" src={header} alt="" />}
      <div className="owner">
        {photo === undefined ? <Avatar name={ownerName} /> : <img className="photo" src={photo} alt="" />}
        <div>
          <p className="eyebrow name">{texts.of(ownerName)}</p>
          <h1>{title}</h1>
        </div>
      </div>
      {welcome !== undefined && <p className="as-written name">{welcome}</p>}
      <p className="badges">
        <span className={inProgress ? 'badge live' : 'badge'}>
          {inProgress ? texts.isOpen : texts.isClosed}
        </span>
        {isLocked && <span className="badge attention">{texts.isLocked}</span>}
      </p>
      <Problem word={problem} />
      {isLocked && !start && <p className="notice">{wayIn.lockedRoom}</p>}
      <div className="actions">
        {start && (
          <PostForm form={start}>
            <Submit>{inProgress ? texts.join : texts.start}</Submit>
          </PostForm>
        )}
        {join !== undefined && (
          <a className={`button ${start || isLocked ? 'second' : 'main'}`} href={join}>
            {isLocked && !start ? wayIn.knock : texts.join}
          </a>
        )}
      </div>
      <dl className="facts">
        <div>
          <dt>{texts.number}</dt>
          <dd className="number">{sessionKey}</dd>
        </div>
      </dl>
      {hostSignIn !== undefined && (
        <p className="aside">
          <a href={hostSignIn}>{texts.hostSignIn}</a>
        </p>
      )}
    </div>
  );
}
