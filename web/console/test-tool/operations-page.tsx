/** Where the test tool begins: the operations by their services, and the samples that are kept. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TestOperation, TestOperations } from '../../../src/console/test-tool/test-tool-data.ts';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useCall } from '../use-call.ts';
import { KeptSamples } from './kept-samples.tsx';
import { ToolTabs } from './tool-tabs.tsx';
import { useTestTexts } from './use-test-texts.ts';
import '../../styles/console-code.css';
import '../../styles/console-test.css';

export function Page() {
  const texts = useTestTexts();
  const [words, setWords] = useState('');
  const { data } = useCall<TestOperations>('test/operations');
  const found = data?.operations.filter((operation) => fits(operation, words)) ?? [];
  const services = [...new Set(found.map(({ service }) => service))];
  return (
    <div className="test-tool">
      <PageHead title={texts.title} lead={texts.lead} />
      <ToolTabs />
      <label className="tool-search">
        <span>{texts.search}</span>
        <input
          type="search"
          value={words}
          placeholder={texts.searchHint}
          onChange={({ target }) => setWords(target.value)}
          spellCheck={false}
        />
      </label>
      <p className="c-unseen" role="status">
        {data ? texts.operations(found.length) : texts.loading}
      </p>
      {words === '' && <KeptSamples />}
      {data && found.length === 0 && (
        <p className="nothing">
          {texts.nothingFound(words)}{' '}
          <Button kind="quiet" isSmall onPress={() => setWords('')}>
            {texts.clearSearch}
          </Button>
        </p>
      )}
      <div className="services">
        {services.map((service) => (
          <section key={service} aria-labelledby={`service-${service}`}>
            <h2 id={`service-${service}`}>
              {texts.services[service] ?? service} <code>{service}</code>
            </h2>
            <ul>
              {found
                .filter((operation) => operation.service === service)
                .map(({ name, summary }) => (
                  <li key={name}>
                    <Link to={`/test/${service}/${name}`}>{name}</Link>
                    <p>{summary.replaceAll('`', '')}</p>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Each of the words stands in the name, the service or the description. */
function fits({ service, name, summary }: TestOperation, words: string): boolean {
  const whole = `${service}.${name} ${summary}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word));
}
