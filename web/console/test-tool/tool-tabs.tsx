/** What the test tool makes: messages of the XML API, and links of the URL API. */
import { PageTabs } from '../parts/tabs.tsx';
import { useTestTexts } from './use-test-texts.ts';

export function ToolTabs() {
  const texts = useTestTexts();
  return (
    <PageTabs
      label={texts.title}
      tabs={[
        { words: texts.xmlTab, to: 'test' },
        { words: texts.linksTab, to: 'test/links' },
      ]}
    />
  );
}
