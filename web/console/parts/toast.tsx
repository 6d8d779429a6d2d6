/** Says in a corner what has happened, and to those who listen; it goes by itself. */
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { wordsOf } from '../api-problem.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { Button } from './button.tsx';

interface Shown {
  readonly id: number;
  readonly words: string;
  readonly isBad: boolean;
}

interface Toasts {
  said(words: string): void;
  /** In the words of its reason. */
  failed(error: unknown): void;
}

/** Milliseconds; a refusal stays until it is closed. */
const STAYS = 6_000;

const ToastContext = createContext<Toasts | undefined>(undefined);

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const last = useRef(0);
  const close = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const add = useCallback(
    (words: string, isBad: boolean) => {
      last.current += 1;
      const id = last.current;
      setShown((all) => [...all.slice(-2), { id, words, isBad }]);
      if (!isBad) setTimeout(() => close(id), STAYS);
    },
    [close],
  );
  const [toasts] = useState<Toasts>(() => ({
    said: (words) => add(words, false),
    failed: (error) => add(wordsOf(error), true),
  }));
  return (
    <ToastContext value={toasts}>
      {children}
      <div className="c-toasts" role="status" aria-live="polite">
        {shown.map(({ id, words, isBad }) => (
          <div key={id} className={isBad ? 'c-toast c-bad' : 'c-toast'}>
            <span>{words}</span>
            <Button
              kind="quiet"
              isSmall
              icon="close"
              label={areaTexts('frame').close}
              onPress={() => close(id)}
            />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('nothing is said here');
  return toasts;
}
