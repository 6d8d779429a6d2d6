/** What the form means while somebody fills it in: asked of the server a moment after each change. */
import { useCallback, useRef, useState } from 'react';
import type { ScheduleCheck } from '../../src/browser/pages/schedule-page.ts';

const MOMENT = 350;

export function useCheck(first: ScheduleCheck['when']) {
  const [when, setWhen] = useState(first);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);

  // One function for as long as the page stands: an effect that hangs on it would ask without end.
  const checkSoon = useCallback((form: HTMLFormElement): void => {
    clearTimeout(waiting.current);
    turn.current++;
    const own = turn.current;
    waiting.current = setTimeout(async () => {
      const answer = await meaningOf(form);
      if (answer && own === turn.current) setWhen(answer.when);
    }, MOMENT);
  }, []);

  return { when, checkSoon };
}

/** @returns nothing where it cannot be said: the server says it when the form is sent */
async function meaningOf(form: HTMLFormElement): Promise<ScheduleCheck | undefined> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('DO', 'CHECK');
  try {
    const answer = await fetch(form.action, { method: 'POST', body });
    return answer.ok ? ((await answer.json()) as ScheduleCheck) : undefined;
  } catch {
    return undefined;
  }
}
