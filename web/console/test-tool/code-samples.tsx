/** Code in a language that is chosen, with a button that copies it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SAMPLE_LANGUAGES, type SampleLanguage } from '../../../src/code-samples/sample-language.ts';
import type { TestCode, TestCodeSamples } from '../../../src/console/test-tool/test-tool-data.ts';
import { toClipboard } from '../../parts/to-clipboard.ts';
import { callApi } from '../api-client.ts';
import { wordsOf } from '../api-problem.ts';
import { Choice } from './choice.tsx';

interface CodeSamplesProps {
  readonly request: TestCode;
  readonly words: {
    readonly language: string;
    readonly languages: Readonly<Record<SampleLanguage, string>>;
    readonly copy: string;
    readonly copied: string;
    readonly loading: string;
  };
}

export function CodeSamples({ request, words }: CodeSamplesProps) {
  const [language, setLanguage] = useState<SampleLanguage>('curl');
  const { data, error } = useQuery<TestCodeSamples, Error>({
    queryKey: ['test/code', request],
    queryFn: () => callApi<TestCodeSamples>('POST', 'test/code', { body: request }),
  });
  const code = data?.samples[language];
  return (
    <div className="code-samples">
      <Choice
        label={words.language}
        choices={SAMPLE_LANGUAGES.map((one) => ({ id: one, words: words.languages[one] }))}
        chosen={language}
        choose={setLanguage}
      />
      {error && <p className="problem">{wordsOf(error)}</p>}
      {!code && !error && <p className="c-soft">{words.loading}</p>}
      {code && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <section tabIndex={0} aria-label={words.languages[language]}>
            <pre>{code}</pre>
          </section>
          <CopyText text={code} words={words} />
        </>
      )}
    </div>
  );
}

export function CopyText({
  text,
  words,
  kind = 'main',
}: {
  readonly text: string;
  /** `second` where it is not what the page is about. */
  readonly kind?: 'main' | 'second';
  readonly words: { readonly copy: string; readonly copied: string };
}) {
  const [copied, setCopied] = useState<string>();
  return (
    <button
      type="button"
      className={`c-button c-${kind}`}
      onClick={() => void toClipboard(text).then(() => setCopied(text))}
    >
      <span aria-live="polite">{copied === text ? words.copied : words.copy}</span>
    </button>
  );
}
