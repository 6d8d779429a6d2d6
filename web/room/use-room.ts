/** The room as the stream tells it, and what has changed in words. */
import { useState } from 'react';
import type { RoomPage, RoomState } from '../../src/browser/pages/room-page.ts';
import { useEvents } from '../parts/use-events.ts';
import { type Texts, useTexts } from '../texts/texts.ts';
import { named } from './people/named.ts';
import { ROOM_EVENTS, RoomEvents } from './room-events.ts';

/** Announcements that are kept; a screen reader has read the earlier ones. */
const KEPT = 20;

export interface Announcement {
  readonly id: number;
  readonly text: string;
}

interface Live {
  readonly room: RoomState;
  readonly announcements: readonly Announcement[];
}

export function useRoom({ room: first, events: address, ended, media }: RoomPage): Live & {
  readonly isConnected: boolean;
  /** Another tab of this browser has the room now. */
  readonly isElsewhere: boolean;
  /** Everything that the stream tells, for whoever wants to hear it. */
  readonly events: RoomEvents;
} {
  const { live: texts, roomPeople } = useTexts();
  const [live, setLive] = useState<Live>({ room: named(first, roomPeople), announcements: [] });
  const [isElsewhere, setElsewhere] = useState(false);
  const [events] = useState(() => new RoomEvents());
  const handlers = Object.fromEntries(
    ROOM_EVENTS.map((name) => [name, (data: string) => events.tell(name, data)]),
  );
  const isConnected = useEvents(address, {
    ...handlers,
    room(data) {
      setLive((before) => after(before, named(JSON.parse(data) as RoomState, roomPeople), texts));
      events.tell('room', data);
    },
    // A sign of life is answered, or the server takes this page for lost.
    alive: () => sayHere(media),
    elsewhere: () => setElsewhere(true),
    ended: () => location.assign(ended),
  });
  return { ...live, isConnected, isElsewhere, events };
}

/** One that does not arrive is not said again: the next one comes soon. */
function sayHere({ post, MK }: RoomPage['media']): void {
  const body = JSON.stringify({ MK, here: true });
  void fetch(post, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }).catch(() => {});
}

function after({ room: before, announcements }: Live, room: RoomState, texts: Texts['live']): Live {
  let id = (announcements.at(-1)?.id ?? 0) + 1;
  const added = changes(before, room, texts).map((text) => ({ id: id++, text }));
  return { room, announcements: [...announcements, ...added].slice(-KEPT) };
}

const raising = ({ people }: RoomState) => people.filter(({ isYou, sends }) => !isYou && sends.hand);
const sharing = ({ people }: RoomState) => people.filter(({ isYou, sends }) => !isYou && sends.screen);

/** One sentence for each who came, went or waits, raises a hand or shares a screen, and for the lock. */
export function changes(before: RoomState, room: RoomState, texts: Texts['live']): string[] {
  const said = (
    from: readonly { readonly id: string; readonly name: string }[],
    to: readonly { readonly id: string; readonly name: string }[],
    sentence: (name: string) => string,
  ) => {
    const known = new Set(from.map(({ id }) => id));
    return to.filter(({ id }) => !known.has(id)).map(({ name }) => sentence(name));
  };
  return [
    ...said(before.people, room.people, texts.joined),
    ...said(room.people, before.people, texts.left),
    ...said(before.waiting, room.waiting, texts.waits),
    ...said(raising(before), raising(room), texts.raisesHand),
    ...said(sharing(before), sharing(room), texts.sharesScreen),
    ...(before.isLocked === room.isLocked ? [] : [room.isLocked ? texts.isLocked : texts.isUnlocked]),
  ];
}
