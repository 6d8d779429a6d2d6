/** What came back: the status first, then the body, and the headers for whoever wants them. */
import { useTexts } from '../texts/texts.ts';
import type { Answer } from './request-state.ts';

export function AnswerPart({ answer }: { readonly answer: Answer }) {
  const texts = useTexts().reference;
  const { status, statusText, ms, headers, body, isRedirect } = answer;
  const tone = status >= 200 && status < 400 ? 'good' : 'bad';
  return (
    <section className="reference-answer" aria-labelledby="answer">
      <h3 id="answer">{texts.answer}</h3>
      <p className={isRedirect ? 'notice' : `notice ${tone}`} role="status">
        {isRedirect ? texts.redirect : `${status} ${statusText} · ${ms} ms`}
      </p>
      {body !== '' && <Code label={texts.answerBody} text={body} />}
      {headers.length > 0 && (
        <details>
          <summary>{texts.headers(headers.length)}</summary>
          <Code
            label={texts.headers(headers.length)}
            text={headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
          />
        </details>
      )}
    </section>
  );
}

export function Code({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="code-text" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  );
}
