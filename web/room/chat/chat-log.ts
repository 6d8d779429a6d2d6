/** What the room's stream has told of the chat: kept as long as the page is shown, whether its panel is open or not. */
import { useMemo, useSyncExternalStore } from 'react';
import type { ChatLine } from '../../../src/browser/pages/room-page.ts';
import type { RoomEvents } from '../room-events.ts';

/** Messages that a page keeps. */
const KEPT = 1_000;

export interface ChatState {
  readonly lines: readonly ChatLine[];
  /** The last that was there when somebody looked. */
  readonly seen: number;
}

class ChatLog {
  state: ChatState;
  readonly #listeners = new Set<() => void>();

  constructor(events: RoomEvents, seen: number) {
    this.state = { lines: [], seen };
    events.on('chat', (data) => this.#take(JSON.parse(data) as ChatLine));
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Everything that is there has been read. */
  see(): void {
    const last = this.state.lines.at(-1)?.id ?? 0;
    if (last > this.state.seen) this.#become({ ...this.state, seen: last });
  }

  /** A stream that begins anew tells again what the page has. */
  #take(line: ChatLine): void {
    const { lines } = this.state;
    if (line.id <= (lines.at(-1)?.id ?? 0)) return;
    this.#become({ ...this.state, lines: [...lines, line].slice(-KEPT) });
  }

  #become(state: ChatState): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }
}

const logs = new WeakMap<RoomEvents, ChatLog>();

/** @param last the number of the last message when the page was made: what is behind it is new */
export function useChatLog(events: RoomEvents, last: number): { readonly state: ChatState; see(): void } {
  const log = useMemo(() => {
    const known = logs.get(events) ?? new ChatLog(events, last);
    logs.set(events, known);
    return known;
  }, [events, last]);
  const state = useSyncExternalStore(
    log.listen,
    () => log.state,
    () => log.state,
  );
  return { state, see: () => log.see() };
}

/** What others have written that nobody has looked at. */
export function unreadOf({ lines, seen }: ChatState): readonly ChatLine[] {
  return lines.filter(({ id, isYours }) => id > seen && !isYours);
}
