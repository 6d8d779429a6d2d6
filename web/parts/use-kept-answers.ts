/** Sends a form in the background a moment after somebody has changed something in it. */
import { useRef, useState } from 'react';

const MOMENT = 500;

export function useKeptAnswers() {
  const [kept, setKept] = useState<boolean>();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = async (form: HTMLFormElement) => {
    const body = new URLSearchParams({ DO: 'SAVE' });
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    try {
      const { type, status } = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
      setKept(type === 'opaqueredirect' || status === 204);
    } catch {
      setKept(false);
    }
  };

  return {
    /** Nothing until something was sent; then whether the server has it. */
    kept,
    keepSoon(form: HTMLFormElement | null | undefined): void {
      clearTimeout(waiting.current);
      if (form) waiting.current = setTimeout(() => void keep(form), MOMENT);
    },
  };
}
