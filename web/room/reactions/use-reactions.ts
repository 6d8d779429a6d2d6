/** The reactions of the moment: those of others come as signals, one's own is shown at once. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isReaction, type Reaction } from '../../../src/media/reactions.ts';
import type { RoomView } from '../frame/room-view.ts';

/** Milliseconds: as long as it rises (reactions.css). */
const SHOWN_FOR = 4_000;

/** More at once would hide the stage. */
const MOST = 12;

export interface ShownReaction {
  readonly id: number;
  readonly reaction: Reaction;
  /** Of whom, by their id in the room. */
  readonly from: string;
}

export function useReactions({ page, events }: Pick<RoomView, 'page' | 'events'>): {
  readonly reactions: readonly ShownReaction[];
  react(reaction: Reaction): void;
} {
  const { MK, you, post } = page.media;
  const [reactions, setReactions] = useState<readonly ShownReaction[]>([]);
  const last = useRef(0);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  const show = useEffectEvent((from: string, reaction: Reaction) => {
    last.current += 1;
    const id = last.current;
    setReactions((before) => [...before.slice(1 - MOST), { id, reaction, from }]);
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setReactions((before) => before.filter((one) => one.id !== id));
    }, SHOWN_FOR);
    timers.current.add(timer);
  });

  useEffect(
    () =>
      events.on('signal', (data) => {
        const { from, signal } = JSON.parse(data) as { readonly from: string; readonly signal: object };
        if ('reaction' in signal && isReaction(signal.reaction)) show(from, signal.reaction);
      }),
    [events],
  );
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);

  // Shown to oneself by the same way as to the others.
  const [own, setOwn] = useState<{ readonly reaction: Reaction }>();
  useEffect(() => {
    if (own) show(you, own.reaction);
  }, [own, you]);

  return {
    reactions,
    react(reaction) {
      setOwn({ reaction });
      void fetch(post, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ MK, signal: { kind: 'reaction', reaction } }),
      }).catch(() => undefined);
    },
  };
}
