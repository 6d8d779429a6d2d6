/** What the form means while somebody fills it in: asked of the server a moment after each change. */
import { useRef, useState } from 'react';
import type { ScheduleCheck } from '../../src/browser/pages/schedule-page.ts';

const MOMENT = 350;

export function useCheck(first: ScheduleCheck['when']) {
  const [when, setWhen] = useState(first);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);

  const check = async (form: HTMLFormElement, own: number) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('DO', 'CHECK');
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      if (!answer.ok || own !== turn.current) return;
      setWhen(((await answer.json()) as ScheduleCheck).when);
    } catch {
      // The server says it when the form is sent.
    }
  };

  return {
    when,
    checkSoon(form: HTMLFormElement): void {
      clearTimeout(waiting.current);
      turn.current++;
      const own = turn.current;
      waiting.current = setTimeout(() => void check(form, own), MOMENT);
    },
  };
}
