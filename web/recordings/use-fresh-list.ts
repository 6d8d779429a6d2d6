/** The list as it is now, while something in it is still recorded or made ready, and when it is known to have changed. */
import { useCallback, useEffect, useState } from 'react';
import type { RecordingsPage } from '../../src/browser/pages/recordings-page.ts';

/** Milliseconds between two looks. */
const EVERY = 5000;

export function useFreshList(sent: RecordingsPage): [content: RecordingsPage, look: () => Promise<void>] {
  const [content, setContent] = useState(sent);

  const look = useCallback(async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      const fresh: RecordingsPage = await answer.json();
      // What has been done and what went wrong stays said.
      if (fresh.page === 'recordings') {
        setContent((shown) => ({ ...fresh, done: shown.done, problem: shown.problem }));
      }
    } catch {
      // The next look may come through.
    }
  }, []);

  const isMoving = content.recordings.some(({ state }) => state === 'RECORDING' || state === 'PROCESSING');
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look();
    }, EVERY);
    return () => clearInterval(timer);
  }, [isMoving, look]);

  return [content, look];
}
