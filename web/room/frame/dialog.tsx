/** A dialog over the room: the browser keeps the focus in it, and Escape closes it. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly title: string;
  close(): void;
  readonly children: ReactNode;
}

export function Dialog({ title, close, children }: DialogProps) {
  const texts = useTexts().inRoom;
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="room-dialog" aria-labelledby={heading} onClose={close}>
      <header className="panel-head">
        <h2 id={heading}>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={texts.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
