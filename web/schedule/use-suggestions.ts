/** Who may be meant by what somebody types. */
import { useEffect, useState } from 'react';

export interface Suggestion {
  readonly name: string;
  readonly email: string;
}

const MOMENT = 200;
const FEWEST = 2;

/** @param url takes `?Q=`; nothing where there are no suggestions */
export function useSuggestions(url: string | undefined, typed: string): readonly Suggestion[] {
  const [found, setFound] = useState<{ readonly of: string; readonly people: readonly Suggestion[] }>();
  const asked = typed.trim();
  const isAsked = url !== undefined && asked.length >= FEWEST;

  useEffect(() => {
    if (!isAsked) return;
    const leaving = new AbortController();
    const waiting = setTimeout(async () => {
      try {
        const answer = await fetch(`${url}?${new URLSearchParams({ Q: asked })}`, { signal: leaving.signal });
        if (!answer.ok) return;
        const { people } = (await answer.json()) as { people: readonly Suggestion[] };
        setFound({ of: asked, people });
      } catch {
        // Without suggestions people type the address.
      }
    }, MOMENT);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [url, asked, isAsked]);

  return isAsked && found?.of === asked ? found.people : [];
}
