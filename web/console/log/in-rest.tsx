/** What a request of the XML API would be in REST. */
import type { LogInRest, LogRestCall } from '../../../src/console/log/log-data.ts';
import { sentencesOf } from '../../../src/migration/advice-sentences.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export function InRest({ operations }: { readonly operations: readonly LogInRest[] }) {
  const texts = areaTexts('log');
  return (
    <section className="in-rest" aria-label={texts.inRest}>
      <h2>{texts.inRest}</h2>
      {operations.map(({ operation, calls, without }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same operation may stand in a message twice
        <div key={at} className="rest-operation">
          {operations.length > 1 && <h3>{operation}</h3>}
          {calls.length === 0 ? (
            <p>{texts.notInRest(operation)}</p>
          ) : (
            calls.map((call) => <RestCall key={`${call.method} ${call.target} ${call.when}`} call={call} />)
          )}
          {without !== undefined && (
            <p className="c-soft">
              <Marked text={sentencesOf(without).map(worded).join(' ')} />
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function RestCall({ call }: { readonly call: LogRestCall }) {
  const texts = areaTexts('log');
  const { when, open, method, target } = call;
  const text = textOf(call);
  const name = `${method} ${target}`;
  return (
    <div className="rest-call">
      {when !== undefined && (
        <p className="c-soft">
          <Marked text={areaTexts('migration').when(worded(when))} />
        </p>
      )}
      <div className="with-copy">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <section tabIndex={0} aria-label={name}>
          <pre>{text}</pre>
        </section>
        <CopyButton name={name} value={text} />
      </div>
      {open.length > 0 && (
        <details>
          <summary>{texts.stillOpen(open.length)}</summary>
          <ul>
            {open.map(({ rest, how }) => (
              <li key={rest}>
                <code>{rest}</code>: <Marked text={worded(how)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** As it goes over the line, without what every call has. */
function textOf({ method, target, headers = {}, body }: LogRestCall): string {
  const lines = [
    `${method} ${target}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return body === undefined
    ? lines.join('\n')
    : `${lines.join('\n')}\nContent-Type: application/json\n\n${body}`;
}

/** A sentence of the migration table, in the language of the page. */
function worded(english: string): string {
  return areaTexts('migration').sentences[english] ?? english;
}

/** Names stand between backticks. */
function Marked({ text }: { readonly text: string }) {
  return text.split('`').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never change places
    at % 2 === 1 ? <code key={at}>{part}</code> : part,
  );
}
