/** The call as code in six languages. The token is never written into it: a sample is copied, and shown to others. */
import { useState } from 'react';
import { codeSample } from '../../src/code-samples/code-sample.ts';
import { restRequest } from '../../src/code-samples/rest-request.ts';
import { SAMPLE_LANGUAGES, type SampleLanguage } from '../../src/code-samples/sample-language.ts';
import { toClipboard } from '../parts/to-clipboard.ts';
import { useTexts } from '../texts/texts.ts';
import { Code } from './answer-part.tsx';
import type { PreparedCall } from './request-state.ts';

const NAMES: Readonly<Record<SampleLanguage, string>> = {
  curl: 'curl',
  python: 'Python',
  php: 'PHP',
  java: 'Java',
  csharp: 'C#',
  javascript: 'JavaScript',
};

export function CodePart({ call }: { readonly call: PreparedCall }) {
  const texts = useTexts();
  const [language, setLanguage] = useState<SampleLanguage>('curl');
  const [copied, setCopied] = useState<string>();
  const code = codeSample(restRequest({ ...call, token: 'YOUR-TOKEN' }), language);
  const copy = async () => {
    await toClipboard(code);
    setCopied(code);
  };
  return (
    <section className="reference-code" aria-labelledby="code">
      <h3 id="code">{texts.reference.code}</h3>
      <fieldset className="language-choice choices">
        <legend className="unseen">{texts.reference.language}</legend>
        {SAMPLE_LANGUAGES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="language"
              value={one}
              checked={one === language}
              onChange={() => setLanguage(one)}
            />
            {NAMES[one]}
          </label>
        ))}
      </fieldset>
      <Code label={NAMES[language]} text={code} />
      <button type="button" className="second" onClick={copy}>
        {copied === code ? texts.copied : texts.reference.copyCode}
      </button>
      <span className="unseen" role="status">
        {copied === code ? texts.copied : ''}
      </span>
    </section>
  );
}
