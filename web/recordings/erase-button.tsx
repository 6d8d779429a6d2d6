/** Deletes a recording for good, after a question that the browser shows without scripts too. */
import type { Form } from '../../src/browser/pages/form.ts';
import { PostForm, Submit } from '../parts/post-form.tsx';
import { Pictogram } from '../playback/pictogram.tsx';
import { useTexts } from '../texts/texts.ts';

interface EraseButtonProps {
  readonly id: string;
  readonly name: string;
  readonly form: Form;
}

export function EraseButton({ id, name, form }: EraseButtonProps) {
  const texts = useTexts().recordings;
  const question = `erase-${id}`;
  return (
    <>
      <button
        type="button"
        className="way"
        popoverTarget={question}
        title={texts.erase}
        aria-label={texts.eraseName(name)}
      >
        <Pictogram name="bin" />
      </button>
      <div
        id={question}
        className="question"
        popover="auto"
        role="dialog"
        aria-labelledby={`${question}-head`}
      >
        <h2 id={`${question}-head`}>{texts.eraseHeading}</h2>
        <p className="name">{texts.eraseLead(name)}</p>
        <div className="actions">
          <PostForm form={form}>
            <Submit kind="danger">{texts.erase}</Submit>
          </PostForm>
          <button type="button" className="second" popoverTarget={question} popoverTargetAction="hide">
            {texts.cancel}
          </button>
        </div>
      </div>
    </>
  );
}
