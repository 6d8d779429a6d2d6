/** Ends the session for everybody; with scripts it asks first. */
import { type MouseEvent, useRef } from 'react';
import type { Form } from '../../src/browser/pages/page-data.ts';
import { PostForm, Submit } from '../parts/post-form.tsx';
import { useTexts } from '../texts/texts.ts';

export function EndForAll({ form }: { readonly form: Form }) {
  const texts = useTexts().live;
  const dialog = useRef<HTMLDialogElement>(null);
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    dialog.current?.showModal();
  };
  return (
    <>
      <PostForm form={form}>
        <button type="submit" className="second" onClick={ask}>
          {texts.end}
        </button>
      </PostForm>
      <dialog ref={dialog} aria-labelledby="end-question">
        <p id="end-question" className="question">
          {texts.endQuestion}
        </p>
        <div className="actions">
          <button type="button" className="second" onClick={() => dialog.current?.close()}>
            {texts.endNo}
          </button>
          <PostForm form={form}>
            <Submit kind="danger">{texts.endYes}</Submit>
          </PostForm>
        </div>
      </dialog>
    </>
  );
}
