import type { AnsweredQuestion, TestAnswersPage } from '../../../src/browser/pages/test-pages.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'test-answers'> = {
  areas: ['problems', 'tests'],
  title: ({ title }) => title,
  Content: TestAnswers,
};

/** What somebody has answered, for whoever holds the session and scores it. */
function TestAnswers(page: TestAnswersPage) {
  const { title, name, email, problem, back, score, maxScore, grade, ownGrade, questions, form } = page;
  const texts = useTexts().testAnswers;
  const results = useTexts().testResults;
  return (
    <div className="card">
      <p className="eyebrow name">{title}</p>
      <h1 className="name">{name}</h1>
      <p className="soft name">{email}</p>
      <p>
        <strong>
          {score === undefined ? results.unscored : `${score} / ${maxScore}`}
          {grade !== undefined && ` (${grade})`}
        </strong>
      </p>
      <Problem word={problem} />
      <PostForm form={form} className="fields">
        {questions.map((question) => (
          <Answered key={question.number} {...question} of={questions.length} />
        ))}
        <Field
          label={texts.grade}
          name="GRADE"
          maxLength={64}
          defaultValue={ownGrade}
          autoComplete="off"
          optional
        />
        <Submit>{texts.save}</Submit>
      </PostForm>
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}

function Answered(question: AnsweredQuestion & { readonly of: number }) {
  const { number, of, text, answers, right, score, maxScore, byHand } = question;
  const texts = useTexts();
  const own = texts.testAnswers;
  return (
    <section className="test-question" aria-labelledby={`question-${number}`}>
      <p className="soft">
        {texts.test.question(number, of)}
        {score !== undefined && ` · ${score} / ${maxScore}`}
      </p>
      <h2 id={`question-${number}`} className="as-written name">
        {text}
      </h2>
      <dl className="facts">
        <div>
          <dt>{own.answer}</dt>
          <dd className="as-written name">{answers.length === 0 ? own.noAnswer : answers.join('\n')}</dd>
        </div>
        {right.length > 0 && (
          <div>
            <dt>{own.right}</dt>
            <dd className="as-written name">{right.join('\n')}</dd>
          </div>
        )}
      </dl>
      {byHand && (
        <div className="pair">
          <Field
            label={own.points(maxScore)}
            name={byHand.points}
            inputMode="decimal"
            pattern="-?[0-9]+([.,][0-9]+)?"
            defaultValue={score === undefined ? undefined : String(score)}
            autoComplete="off"
            optional
          />
          <Field
            label={own.comment}
            name={byHand.comment}
            maxLength={256}
            defaultValue={byHand.said}
            autoComplete="off"
            optional
          />
        </div>
      )}
    </section>
  );
}
