import { useRef } from 'react';
import type { QuestionView, ResponseView, TestPage } from '../../../src/browser/pages/test-pages.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useKeptAnswers } from '../../parts/use-kept-answers.ts';
import { useTimeLeft } from '../../parts/use-time-left.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'test'> = { areas: ['tests'], title: ({ title }) => title, Content: Test };

/** An attempt at a test. With scripts each answer is kept as soon as it is given. */
function Test({ session, title, questions, of, form, hasBack, hasNext, msLeft }: TestPage) {
  const texts = useTexts().test;
  const around = useRef<HTMLDivElement>(null);
  const secondsLeft = useTimeLeft(msLeft, () => {
    around.current
      ?.querySelector('form')
      ?.requestSubmit(around.current.querySelector<HTMLButtonElement>('[value=SUBMIT]'));
  });
  const { kept, keepSoon } = useKeptAnswers();
  return (
    <div className="card">
      <p className="eyebrow">{session.confName}</p>
      <h1>{title}</h1>
      {msLeft !== undefined && (
        <p className="time-left" role="timer">
          {secondsLeft === undefined
            ? texts.limited(Math.round(msLeft / 60_000))
            : secondsLeft <= 0
              ? texts.over
              : texts.left(Math.floor(secondsLeft / 60), secondsLeft % 60)}
        </p>
      )}
      <div ref={around} onChange={() => keepSoon(around.current?.querySelector('form'))}>
        <PostForm form={form} className="fields test-form">
          {questions.map((question) => (
            <Question key={question.number} {...question} of={of} />
          ))}
          <p className="soft" role="status">
            {kept === undefined ? '' : kept ? texts.saved : texts.notSaved}
          </p>
          <div className="actions">
            {hasNext ? (
              <Submit deed="NEXT">{texts.next}</Submit>
            ) : (
              <Submit kind="second" deed="SAVE">
                {texts.save}
              </Submit>
            )}
            {hasBack && (
              <Submit kind="second" deed="BACK">
                {texts.back}
              </Submit>
            )}
            <Submit kind={hasNext ? 'second' : 'main'} deed="SUBMIT">
              {texts.submit}
            </Submit>
          </div>
        </PostForm>
      </div>
    </div>
  );
}

function Question({ number, text, points, responses, of }: QuestionView & { readonly of: number }) {
  const texts = useTexts().test;
  return (
    <fieldset className="test-question">
      <legend>
        <span className="soft">
          {texts.question(number, of)} · {texts.points(points)}
        </span>
        <span className="as-written name">{text}</span>
      </legend>
      {responses.map((response, at) => (
        <Response key={response.name} response={response} about={at === 0 ? text : `${text} (${at + 1})`} />
      ))}
    </fieldset>
  );
}

function Response({ response, about }: { readonly response: ResponseView; readonly about: string }) {
  const texts = useTexts().test;
  const { kind, name, value, choices } = response;
  const label = `${texts.answer}: ${about}`;
  if (kind === 'text') {
    return <input name={name} defaultValue={value} aria-label={label} maxLength={2_000} autoComplete="off" />;
  }
  if (kind === 'essay') {
    return (
      <div className="field">
        <textarea name={name} defaultValue={value} aria-label={label} maxLength={20_000} rows={8} />
      </div>
    );
  }
  return (
    <div className="choices">
      {kind === 'many' && <p className="soft">{texts.several}</p>}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type={kind === 'many' ? 'checkbox' : 'radio'}
            name={choice.name}
            value={choice.value}
            defaultChecked={choice.isChosen}
          />
          <span className="as-written name">{choice.text}</span>
        </label>
      ))}
    </div>
  );
}
