import type { EndedPage } from '../../../src/browser/pages/page-data.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'ended'> = { title: ({ why }, texts) => texts.ended[why], Content: Ended };

/** After the session. */
function Ended({ session, why, again }: EndedPage) {
  const texts = useTexts().ended;
  return (
    <div className="card">
      {session && <p className="eyebrow name">{session.confName}</p>}
      <h1>{texts[why]}</h1>
      <p>{texts[`${why}Lead`]}</p>
      {typeof again === 'object' && (
        <PostForm form={again}>
          <Submit kind="second">{texts.again}</Submit>
        </PostForm>
      )}
      {typeof again === 'string' && (
        <a className="button second" href={again}>
          {texts.again}
        </a>
      )}
    </div>
  );
}
