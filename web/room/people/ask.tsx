/** An entry of a menu that asks before it does something: a popover over the menu, which works without scripts too. */
import type { ReactNode, ToggleEvent } from 'react';
import type { Form } from '../../../src/browser/pages/form.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Icon, type IconName } from '../frame/icon.tsx';

interface AskProps {
  /** Unique in the page. */
  readonly id: string;
  readonly form: Form;
  readonly icon: IconName;
  readonly question: string;
  readonly lead: string;
  readonly yes: string;
  readonly isDanger?: boolean;
  readonly children: ReactNode;
}

export function Ask({ id, form, icon, question, lead, yes, isDanger = false, children }: AskProps) {
  const texts = useTexts().roomPeople;
  const close = () => document.getElementById(id)?.hidePopover();
  return (
    <>
      <button type="button" className="menu-item" popoverTarget={id}>
        <Icon name={icon} />
        {children}
      </button>
      <div
        id={id}
        className="asked"
        popover="auto"
        role="alertdialog"
        aria-labelledby={`${id}-question`}
        onToggle={focusHarmless}
      >
        <p id={`${id}-question`} className="question">
          {question}
        </p>
        <p className="soft">{lead}</p>
        <div className="actions">
          <button type="button" className="second" popoverTarget={id} popoverTargetAction="hide">
            {texts.cancel}
          </button>
          <PostForm form={form} quiet>
            <button
              type="submit"
              className={isDanger ? 'danger' : 'main'}
              onClick={() => queueMicrotask(close)}
            >
              {yes}
            </button>
          </PostForm>
        </div>
      </div>
    </>
  );
}

/** What is asked is where the keyboard is, at the answer that does nothing. */
function focusHarmless({ newState, currentTarget }: ToggleEvent<HTMLElement>): void {
  if (newState === 'open') currentTarget.querySelector('button')?.focus();
}
