import type { EndedPage } from '../../../src/browser/pages/session-pages.ts';
import { FeedbackForm } from '../../parts/feedback-form.tsx';
import { Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'ended'> = {
  areas: ['ended', 'feedback', 'playback', 'problems', 'way-in'],
  title: ({ why }, texts) => texts.ended[why],
  Content: Ended,
};

/** After the session, and the ways on from there. */
function Ended({ session, why, again, about, recording, home, feedback: asked }: EndedPage) {
  const { ended: texts, wayIn, feedback, playback } = useTexts();
  return (
    <div className="card ending">
      {session && <p className="eyebrow name">{session.confName}</p>}
      <h1>{texts[why]}</h1>
      <p>{texts[`${why}Lead`]}</p>
      <div className="actions">
        {typeof again === 'object' && (
          <PostForm form={again}>
            <Submit>{texts.again}</Submit>
          </PostForm>
        )}
        {typeof again === 'string' && (
          <a className="button main" href={again}>
            {texts.again}
          </a>
        )}
        {recording && (
          <a className={`button ${again === undefined ? 'main' : 'second'}`} href={recording.url}>
            {recording.isReady ? playback.view : playback.manage}
          </a>
        )}
        {about !== undefined && (
          <a className="button second" href={about}>
            {wayIn.about}
          </a>
        )}
        <a className={about === undefined ? 'button second' : 'button quiet'} href={home}>
          {wayIn.home}
        </a>
      </div>
      {asked === 'given' && <Status>{feedback.thanks}</Status>}
      {typeof asked === 'object' && <FeedbackForm form={asked} />}
    </div>
  );
}
