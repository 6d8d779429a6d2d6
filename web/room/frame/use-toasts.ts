/** Sentences that are shown for a while. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds; long enough to read two lines. */
const SHOWN_FOR = 6_000;

export interface Toast {
  readonly id: number;
  readonly text: string;
}

export function useToasts(): { readonly toasts: readonly Toast[]; toast(text: string): void } {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);
  const toast = useCallback((text: string) => {
    last.current += 1;
    const id = last.current;
    setToasts((before) => [...before.slice(-2), { id, text }]);
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setToasts((before) => before.filter((one) => one.id !== id));
    }, SHOWN_FOR);
    timers.current.add(timer);
  }, []);
  return { toasts, toast };
}
