/** Keeps the request as a sample. */
import { useEffect, useId, useRef, useState } from 'react';
import { wordsOf } from '../api-problem.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useSend } from '../use-call.ts';
import { useTestTexts } from './use-test-texts.ts';
import { bodyContentOf, operationOf } from './xml/message-text.ts';
import { readXmlText } from './xml/xml-text.ts';

export function SaveDialog({ message, close }: { readonly message: string; readonly close: () => void }) {
  const texts = useTestTexts();
  const id = useId();
  const operation = operationNamed(message);
  const [name, setName] = useState(operation.replace(/^.*\./, ''));
  const field = useRef<HTMLInputElement>(null);
  // The dialog takes the focus first.
  useEffect(() => {
    const later = setTimeout(() => field.current?.select(), 50);
    return () => clearTimeout(later);
  }, []);
  const save = useSend<{ readonly id: number }>('POST', ['test/samples']);
  return (
    <Dialog title={texts.saveTitle} isOpen onClose={close}>
      {save.isSuccess ? (
        <p role="status">{texts.saved}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ path: 'test/samples', body: { name, operation, message } });
          }}
        >
          <div className="element-field">
            <label htmlFor={`${id}-name`}>{texts.sampleName}</label>
            <input
              id={`${id}-name`}
              ref={field}
              value={name}
              onChange={({ target }) => setName(target.value)}
              required
              maxLength={128}
              aria-describedby={`${id}-hint`}
            />
            <p className="meaning" id={`${id}-hint`}>
              {texts.sampleNameHint}
            </p>
          </div>
          {save.error && (
            <p className="problem" role="alert">
              {wordsOf(save.error)}
            </p>
          )}
          <Button type="submit" kind="main" isBusy={save.isPending}>
            {texts.save}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

function operationNamed(message: string): string {
  try {
    const named = operationOf(bodyContentOf(readXmlText(message)));
    return named ? `${named.service}.${named.name}` : '';
  } catch {
    return '';
  }
}
