/** The request as code, in six languages. */
import type { TestCode } from '../../../src/console/test-tool/test-tool-data.ts';
import { Dialog } from '../parts/dialog.tsx';
import { CodeSamples } from './code-samples.tsx';
import { useTestTexts } from './use-test-texts.ts';

export function CodeDialog({ message, close }: { readonly message: string; readonly close: () => void }) {
  const texts = useTestTexts();
  const request: TestCode = {
    method: 'POST',
    target: '/WBXService/XMLService',
    contentType: 'text/xml; charset=UTF-8',
    body: message,
  };
  return (
    <Dialog title={texts.codeTitle} isOpen onClose={close} isWide>
      <p className="c-soft">{texts.codeLead}</p>
      <CodeSamples
        request={request}
        words={{
          language: texts.codeLanguage,
          languages: texts.languages,
          copy: texts.copy,
          copied: texts.copied,
          loading: texts.loading,
        }}
      />
    </Dialog>
  );
}
