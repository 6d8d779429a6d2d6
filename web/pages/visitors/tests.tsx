import type { Form } from '../../../src/browser/pages/form.ts';
import type { TestRow, TestsPage } from '../../../src/browser/pages/test-pages.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { TestState } from '../../parts/test-state.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'tests'> = {
  areas: ['problems', 'tests'],
  title: ({ session }) => session.confName,
  Content: Tests,
};

/** The tests of a training session, for one of its people. */
function Tests({ session, problem, candidate, identify, signIn, tests }: TestsPage) {
  const texts = useTexts().tests;
  return (
    <div className="card">
      <p className="eyebrow">{texts.heading}</p>
      <h1>{session.confName}</h1>
      {candidate !== undefined && <p className="soft name">{texts.takenBy(candidate)}</p>}
      <Problem word={problem} />
      {identify && <Identify form={identify} signIn={signIn} problem={problem} />}
      {candidate !== undefined && tests.length === 0 && <p className="empty">{texts.none}</p>}
      {tests.length > 0 && (
        <ul className="tests">
          {tests.map((test, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two tests may be alike, and none moves.
            <li key={at}>
              <Test {...test} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface IdentifyProps {
  readonly form: Form;
  readonly signIn: string | undefined;
  readonly problem: string | undefined;
}

function Identify({ form, signIn, problem }: IdentifyProps) {
  const texts = useTexts().tests;
  return (
    <>
      <p>{texts.identify}</p>
      <PostForm form={form} className="fields">
        <Field
          label={texts.registrationID}
          name="RID"
          autoComplete="off"
          inputMode="numeric"
          wrong={problem === 'InvalidRegistrationID'}
          verbatim
        />
        <p className="soft">{texts.registrationIDHint}</p>
        <Submit>{texts.show}</Submit>
      </PostForm>
      {signIn !== undefined && (
        <p className="aside">
          <a href={signIn}>{texts.signIn}</a>
        </p>
      )}
    </>
  );
}

function Test(test: TestRow) {
  const { title, description, minutes, questions, attemptsLeft, goesOn, begin, results } = test;
  const texts = useTexts().tests;
  return (
    <>
      <h2 className="name">{title}</h2>
      {description !== undefined && <p className="as-written name">{description}</p>}
      <TestState {...test} />
      <p className="soft">
        {[
          texts.questions(questions),
          ...(minutes === undefined ? [] : [texts.minutes(minutes)]),
          ...(attemptsLeft === undefined ? [] : [texts.attempts(attemptsLeft)]),
        ].join(' · ')}
      </p>
      {results.map(({ submitted, score, maxScore, grade }) => (
        <p className="notice good" key={submitted}>
          {texts.submitted(submitted)}{' '}
          <strong>
            {score === undefined ? (grade ?? texts.waits) : texts.score(score, maxScore)}
            {score !== undefined && grade !== undefined && ` (${grade})`}
          </strong>
        </p>
      ))}
      {begin && (
        <PostForm form={begin}>
          <Submit label={`${goesOn ? texts.goOn : texts.begin}: ${title}`}>
            {goesOn ? texts.goOn : texts.begin}
          </Submit>
        </PostForm>
      )}
    </>
  );
}
