/** What somebody thought of a session: three marks and a few words, all of it free to give. */
import type { Form } from '../../src/browser/pages/form.ts';
import { useTexts } from '../texts/texts.ts';
import { TextArea } from './choices.tsx';
import { PostForm, Submit } from './post-form.tsx';

const QUESTIONS = ['SETUP', 'EASE', 'PERFORMANCE'] as const;
const MARKS = [1, 2, 3, 4, 5];

export function FeedbackForm({ form }: { readonly form: Form }) {
  const texts = useTexts().feedback;
  return (
    <section className="feedback" aria-labelledby="feedback">
      <h2 id="feedback">{texts.question}</h2>
      <PostForm form={form} className="fields">
        {QUESTIONS.map((name) => (
          <fieldset key={name} className="marks">
            <legend>{texts.marks[name]}</legend>
            <span className="soft" aria-hidden="true">
              {texts.low}
            </span>
            {MARKS.map((mark) => (
              <label key={mark} className="mark">
                <input type="radio" name={name} value={mark} aria-label={texts.scale(mark)} />
                <span aria-hidden="true">{mark}</span>
              </label>
            ))}
            <span className="soft" aria-hidden="true">
              {texts.high}
            </span>
          </fieldset>
        ))}
        <TextArea label={texts.comment} name="COMMENT" rows={2} maxLength={2000} optional />
        <p className="soft">{texts.who}</p>
        <Submit kind="second">{texts.send}</Submit>
      </PostForm>
    </section>
  );
}
