/** The events of the room's stream, for the parts of the page that want to hear them. */

/** All names that the stream has. */
export const ROOM_EVENTS = ['room', 'signal', 'chat', 'back', 'elsewhere', 'ended'] as const;
export type RoomEventName = (typeof ROOM_EVENTS)[number];

type Handler = (data: string) => void;

export class RoomEvents {
  readonly #handlers = new Map<RoomEventName, Set<Handler>>();

  /** @returns what ends it */
  on(name: RoomEventName, handler: Handler): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  tell(name: RoomEventName, data: string): void {
    for (const handler of this.#handlers.get(name) ?? []) handler(data);
  }
}
