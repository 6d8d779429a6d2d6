/** Begins where the address says (`#t=65`), or where its viewer stopped, and remembers where they stop. */
import { useEffect, useEffectEvent, useState } from 'react';
import { placeInHash } from './place-in-hash.ts';
import { keepPlace, placeIn } from './places.ts';
import type { Deck } from './use-playback.ts';

/** Seconds: what is nearer to the beginning or the end is no place to come back to. */
const NEAR_BEGIN = 10;
const NEAR_END = 15;

/** Seconds between two notes. */
const EVERY = 5;

/** @returns the seconds at which it goes on, until it has begun or that is forgotten */
export function usePlace(deck: Deck): { readonly resumed?: number | undefined; forget(): void } {
  const [resumed, setResumed] = useState<number>();
  const { time, duration, isPaused, hasEnded } = deck;
  const seek = useEffectEvent((to: number) => deck.seek(to));

  useEffect(() => {
    const follow = () => {
      const at = placeInHash(location.hash);
      if (at !== undefined) seek(at);
      return at;
    };
    if (follow() === undefined) {
      const at = placeIn(recordingHere());
      if (at !== undefined) {
        seek(at);
        setResumed(at);
      }
    }
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const note = useEffectEvent(() => {
    if (!deck.hasBegun || duration === 0) return;
    const isPlace = time > NEAR_BEGIN && time < duration - NEAR_END && !hasEnded;
    keepPlace(recordingHere(), isPlace ? time : undefined);
  });
  const step = Math.floor(time / EVERY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them is a reason to note the place.
  useEffect(() => note(), [step, isPaused, hasEnded]);

  return {
    resumed,
    forget: () => {
      setResumed(undefined);
      deck.seek(0);
    },
  };
}

/** The link that somebody has followed. */
function recordingHere(): string {
  return location.pathname + location.search;
}
