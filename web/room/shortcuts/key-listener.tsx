/** Keys do what buttons do, unless somebody is writing, or something is asked. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useChoices } from '../choices.ts';
import type { RoomView } from '../frame/room-view.ts';
import { SHORTCUTS, TALK } from './shortcuts.ts';

export function KeyListener(view: RoomView) {
  const { shortcuts: areOn } = useChoices();
  const isTalking = useRef(false);

  const down = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === TALK) {
      // On a button the key is the button's.
      if (isControl(event.target)) return;
      event.preventDefault();
      if (event.repeat || view.media.own.microphone || !view.room.may.microphone) return;
      isTalking.current = true;
      void view.media.turn('microphone', true);
      return;
    }
    const shortcut = SHORTCUTS.find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut || event.repeat) return;
    event.preventDefault();
    shortcut.run(view);
  });
  const up = useEffectEvent(() => {
    if (!isTalking.current) return;
    isTalking.current = false;
    void view.media.turn('microphone', false);
  });

  useEffect(() => {
    if (!areOn) return;
    const onDown = (event: KeyboardEvent) => down(event);
    const onUp = ({ key }: KeyboardEvent) => {
      if (key === TALK) up();
    };
    // A window that loses the keyboard hears of no key that is let go.
    const onBlur = () => up();
    document.addEventListener('keydown', onDown);
    document.addEventListener('keyup', onUp);
    window.addEventListener('blur', onBlur);
    return () => {
      document.removeEventListener('keydown', onDown);
      document.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', onBlur);
      up();
    };
  }, [areOn]);
  return null;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role=textbox]'))
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary, [role=button]') !== null;
}
