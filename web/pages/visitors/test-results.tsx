import type { HeldTest, TestResultsPage } from '../../../src/browser/pages/test-pages.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { TestState } from '../../parts/test-state.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'test-results'> = {
  areas: ['tests'],
  title: ({ session }) => session.confName,
  Content: TestResults,
};

/** Who has taken which test of a training session, for whoever holds it. */
function TestResults({ session, back, tests }: TestResultsPage) {
  const texts = useTexts().testResults;
  return (
    <div className="card">
      <p className="eyebrow">{texts.heading}</p>
      <h1>{session.confName}</h1>
      {tests.length === 0 ? (
        <p className="empty">{texts.none}</p>
      ) : (
        <ul className="tests">
          {tests.map((test, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two tests may be alike, and none moves.
            <li key={at}>
              <Held {...test} />
            </li>
          ))}
        </ul>
      )}
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}

function Held(test: HeldTest) {
  const { title, open, close, attempts } = test;
  const texts = useTexts().testResults;
  return (
    <>
      <h2 className="name">{title}</h2>
      <TestState {...test} />
      <div className="actions">
        {open && (
          <PostForm form={open}>
            <Submit label={texts.openName(title)}>{texts.open}</Submit>
          </PostForm>
        )}
        {close && (
          <PostForm form={close}>
            <Submit kind="danger" label={texts.closeName(title)}>
              {texts.close}
            </Submit>
          </PostForm>
        )}
      </div>
      {attempts.length === 0 ? (
        <p className="empty">{texts.noAttempts}</p>
      ) : (
        <ul className="people results">
          {attempts.map((attempt) => (
            <li key={`${attempt.email} ${attempt.number}`}>
              <div className="person">
                <span className="name">{attempt.name}</span>
                <span className="soft name">{attempt.email}</span>
                <span className="soft">
                  {texts.attempt(attempt.number)} · {attempt.submitted ?? texts.working}
                </span>
              </div>
              {attempt.submitted !== undefined && (
                <strong>
                  {attempt.score === undefined ? texts.unscored : `${attempt.score} / ${attempt.maxScore}`}
                  {attempt.grade !== undefined && ` (${attempt.grade})`}
                </strong>
              )}
              {attempt.url !== undefined && (
                <a className="button second" href={attempt.url}>
                  {texts.answersOf(attempt.name)}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
