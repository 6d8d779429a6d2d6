/** What one sends and what comes from the others, for a page that is shown. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RoomPage, RoomSends, RoomState } from '../../../src/browser/pages/room-page.ts';
import type { Signal } from '../../../src/media/signal.ts';
import { openClient } from './open-client.ts';
import { Outbox } from './outbox.ts';
import { OwnTracks, type Trouble } from './own-tracks.ts';
import { MEDIA, type Medium, type RoomClient, type Streams, type Tracks } from './room-client.ts';

const NO_TRACKS: Tracks = { microphone: null, camera: null, screen: null };
const NOTHING_SENT: RoomSends = { microphone: false, camera: false, screen: false, hand: false };

export interface Media {
  readonly own: Tracks;
  readonly sends: RoomSends;
  readonly trouble: { readonly medium: Medium; readonly why: Trouble } | undefined;
  streamsOf(id: string): Streams | undefined;
  toggle(medium: Medium): Promise<void>;
  raiseHand(): void;
  /** An event `signal` of the room's stream. */
  take(data: string): void;
}

/**
 * @param room as the stream tells it: what it says that one sends is so, whoever turned it off
 * @param isConnected whether the stream is there
 */
export function useMedia({ media }: RoomPage, room: RoomState, isConnected: boolean): Media {
  const [own, setOwn] = useState(NO_TRACKS);
  const [trouble, setTrouble] = useState<Media['trouble']>(undefined);
  const [, redraw] = useState(0);
  const client = useRef<RoomClient | undefined>(undefined);
  /** What came before the client was there. */
  const early = useRef<Parameters<RoomClient['take']>[]>([]);
  const tracks = useRef<OwnTracks | undefined>(undefined);
  const outbox = useRef<Outbox | undefined>(undefined);
  const { MK, page } = media;

  const others = room.people.filter(({ isYou }) => !isYou).map(({ id }) => id);
  const sends = room.people.find(({ isYou }) => isYou)?.sends ?? NOTHING_SENT;

  const begin = useEffectEvent((opened: RoomClient) => {
    client.current = opened;
    opened.setTracks(tracks.current?.tracks ?? NO_TRACKS);
    opened.begin(others);
    for (const [from, signal] of early.current) opened.take(from, signal);
    early.current = [];
  });

  const open = useEffectEvent(() => {
    const out = new Outbox(media.post);
    outbox.current = out;
    tracks.current = new OwnTracks(
      (now) => {
        client.current?.setTracks(now);
        setOwn(now);
      },
      (medium) => void out.post({ MK, sends: { [medium]: false } }),
    );
    // A page that begins sends nothing yet, whatever the one before did.
    void out.post({ MK, sends: { microphone: false, camera: false, screen: false } });
    return openClient(media, {
      post: (signal, to) => void out.post({ MK, to, signal }),
      changed: () => redraw((count) => count + 1),
    });
  });

  useEffect(() => {
    let isShown = true;
    void open().then((opened) => (isShown ? begin(opened) : opened.close()));
    const out = outbox.current;
    const go = () => out?.sayLast({ MK, going: page });
    window.addEventListener('pagehide', go);
    return () => {
      isShown = false;
      window.removeEventListener('pagehide', go);
      out?.close();
      client.current?.close();
      tracks.current?.close();
    };
  }, [MK, page]);

  const wasConnected = useRef(true);
  useEffect(() => {
    if (isConnected && !wasConnected.current) client.current?.reconnect();
    wasConnected.current = isConnected;
  }, [isConnected]);

  const met = others.join(' ');
  useEffect(() => {
    client.current?.meet(met === '' ? [] : met.split(' '));
  }, [met]);

  // The host has turned something off: the device goes off too.
  const on = MEDIA.filter((medium) => sends[medium]).join(' ');
  const wasOn = useRef('');
  useEffect(() => {
    for (const medium of MEDIA) {
      if (wasOn.current.includes(medium) && !on.includes(medium)) tracks.current?.turnOff(medium);
    }
    wasOn.current = on;
  }, [on]);

  return {
    own,
    sends,
    trouble,
    streamsOf: (id) => client.current?.streamsOf(id),
    async toggle(medium) {
      setTrouble(undefined);
      if (own[medium]) {
        tracks.current?.turnOff(medium);
        await outbox.current?.post({ MK, sends: { [medium]: false } });
        return;
      }
      const why = await tracks.current?.turnOn(medium);
      if (why) return setTrouble({ medium, why });
      const answer = await outbox.current?.post({ MK, sends: { [medium]: true } });
      if (!isRefused(answer, medium)) return;
      tracks.current?.turnOff(medium);
      setTrouble({ medium, why: medium === 'camera' && room.may.camera ? 'full' : 'forbidden' });
    },
    raiseHand() {
      void outbox.current?.post({ MK, sends: { hand: !sends.hand } });
    },
    take(data) {
      const { from, signal } = JSON.parse(data) as { readonly from: string; readonly signal: Signal };
      if (client.current) client.current.take(from, signal);
      else early.current.push([from, signal]);
    },
  };
}

/** The server answers with what is so, where that is not what was posted. */
function isRefused(answer: unknown, medium: Medium): boolean {
  if (typeof answer !== 'object' || answer === null || !('sends' in answer)) return false;
  const { sends } = answer as { readonly sends: RoomSends };
  return !sends[medium];
}
