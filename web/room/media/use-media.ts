/** What one sends and what comes from the others, for a page that is shown. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RoomPage, RoomSends, RoomState } from '../../../src/browser/pages/room-page.ts';
import type { Signal } from '../../../src/media/signal.ts';
import { breakoutOf, ownBreakout, roomAround } from '../breakouts.ts';
import { chosen, useChoices } from '../choices.ts';
import { openClient, openClientAnew } from './open-client.ts';
import { Outbox } from './outbox.ts';
import { OwnTracks } from './own-tracks.ts';
import {
  type ConnectionState,
  MEDIA,
  type Medium,
  type RoomClient,
  type Size,
  type Streams,
  type Tracks,
} from './room-client.ts';
import type { Trouble } from './trouble.ts';

const NO_TRACKS: Tracks = { microphone: null, camera: null, screen: null };
const NOTHING_SENT: RoomSends = { microphone: false, camera: false, screen: false, hand: false };

export interface Media {
  readonly own: Tracks;
  readonly sends: RoomSends;
  /** Whether what carries sound and picture cannot be reached. */
  readonly isAway: boolean;
  readonly trouble: { readonly medium: Medium; readonly why: Trouble } | undefined;
  /** What somebody else has turned off last: another object each time. */
  readonly silenced: { readonly medium: Medium } | undefined;
  /** The microphone while it is muted, where it is kept open to tell that its owner speaks. */
  readonly muted: MediaStreamTrack | null;
  streamsOf(id: string): Streams | undefined;
  stateOf(id: string): ConnectionState;
  isPoor(id: string): boolean;
  /** How large something of somebody is drawn; null when it is not. */
  wants(id: string, medium: Medium, size: Size | null): void;
  toggle(medium: Medium): Promise<void>;
  turn(medium: Medium, isOn: boolean): Promise<void>;
  forgetTrouble(): void;
  /** Goes on with the device that is chosen now. */
  change(medium: Medium): Promise<void>;
  raiseHand(): void;
  /** An event `signal` of the room's stream. */
  take(data: string): void;
  /** The event `back`: the others have given this browser up, and begin anew with it. */
  beginAgain(): void;
}

/**
 * @param room as the stream tells it: what it says that one sends is so, whoever turned it off
 * @param isConnected whether the stream is there
 */
export function useMedia({ media }: RoomPage, room: RoomState, isConnected: boolean): Media {
  const [own, setOwn] = useState(NO_TRACKS);
  const [muted, setMuted] = useState<MediaStreamTrack | null>(null);
  const { warnsMuted } = useChoices();
  const [trouble, setTrouble] = useState<Media['trouble']>(undefined);
  const [silenced, setSilenced] = useState<Media['silenced']>(undefined);
  const [, redraw] = useState(0);
  const client = useRef<RoomClient | undefined>(undefined);
  /** What came before the client was there. */
  const early = useRef<Parameters<RoomClient['take']>[]>([]);
  /** Of those whom the stream has not told to be in one's own breakout room yet. */
  const ahead = useRef<Parameters<RoomClient['take']>[]>([]);
  const wanted = useRef(new Map<string, Parameters<RoomClient['wants']>>());
  /** The place that the client is in, or is on its way to. */
  const entered = useRef<string | undefined>(undefined);
  const tracks = useRef<OwnTracks | undefined>(undefined);
  const outbox = useRef<Outbox | undefined>(undefined);
  const { MK, page } = media;

  const breakout = ownBreakout(room);
  const around = roomAround(room).people.filter(({ isYou }) => !isYou);
  const others = around.map(({ id }) => id);
  const sends = room.people.find(({ isYou }) => isYou)?.sends ?? NOTHING_SENT;

  const sendsNow = useRef(sends);
  sendsNow.current = sends;

  const begin = useEffectEvent((opened: RoomClient) => {
    client.current = opened;
    opened.setTracks(only(tracks.current?.tracks ?? NO_TRACKS, sends));
    opened.begin(others);
    for (const [id, medium, size] of wanted.current.values()) opened.wants(id, medium, size);
    for (const [from, signal] of early.current) opened.take(from, signal);
    early.current = [];
  });

  const openDevices = useEffectEvent(() => {
    const out = new Outbox(media.post);
    outbox.current = out;
    tracks.current = new OwnTracks(
      (now) => {
        setOwn(now);
        setMuted(tracks.current?.muted ?? null);
        // What goes off goes at once; what goes on waits for the room's word.
        client.current?.setTracks(only(now, sendsNow.current));
      },
      (medium) => {
        void out.post({ MK, sends: { [medium]: false } });
        // A screen is ended by the browser's own button.
        if (medium !== 'screen') setTrouble({ medium, why: 'unplugged' });
      },
    );
    // A page that begins sends nothing yet, whatever the one before did.
    void out.post({ MK, sends: { microphone: false, camera: false, screen: false } });
    return out;
  });

  const enter = useEffectEvent((place: string) => {
    const opening = entered.current === undefined ? openClient : openClientAnew;
    entered.current = place;
    return opening(media, {
      post: (signal, to) => void outbox.current?.post({ MK, to, signal }),
      changed: () => redraw((count) => count + 1),
      sent: {
        voices: around.filter((one) => one.sends.microphone).length,
        pictures: around.reduce((sum, { sends: { camera, screen } }) => sum + +camera + +screen, 0),
      },
    });
  });

  useEffect(() => {
    const out = openDevices();
    const go = () => out.sayLast({ MK, going: page });
    window.addEventListener('pagehide', go);
    return () => {
      window.removeEventListener('pagehide', go);
      out.close();
      tracks.current?.close();
    };
  }, [MK, page]);

  const place = [MK, page, breakout].join(' ');
  // Whoever is moved into another breakout room leaves everybody, and begins anew there.
  useEffect(() => {
    let isShown = true;
    void enter(place).then((opened) => (isShown ? begin(opened) : opened.close()));
    return () => {
      isShown = false;
      client.current?.close();
      client.current = undefined;
      ahead.current = [];
    };
  }, [place]);

  const wasConnected = useRef(true);
  useEffect(() => {
    if (isConnected && !wasConnected.current) client.current?.reconnect();
    wasConnected.current = isConnected;
  }, [isConnected]);

  const met = others.join(' ');
  useEffect(() => {
    const people = met === '' ? [] : met.split(' ');
    client.current?.meet(people);
    const here = ahead.current.filter(([from]) => people.includes(from));
    ahead.current = ahead.current.filter(([from]) => !people.includes(from));
    for (const [from, signal] of here) client.current?.take(from, signal);
  }, [met]);

  // The host has turned something off: the device goes off too.
  const on = MEDIA.filter((medium) => sends[medium]).join(' ');
  const wasOn = useRef('');
  useEffect(() => {
    for (const medium of MEDIA) {
      if (wasOn.current.includes(medium) && !on.includes(medium)) {
        if (tracks.current?.tracks[medium]) setSilenced({ medium });
        tracks.current?.turnOff(medium, chosen().warnsMuted);
      }
    }
    wasOn.current = on;
    if (tracks.current) client.current?.setTracks(only(tracks.current.tracks, sendsNow.current));
  }, [on]);

  useEffect(() => {
    if (!warnsMuted) tracks.current?.forgetMuted();
  }, [warnsMuted]);

  /** One turn after the other: what was wanted last is so in the end. */
  const turning = useRef<Promise<void>>(Promise.resolve());
  const turn = (medium: Medium, isOn: boolean) => {
    setTrouble(undefined);
    turning.current = turning.current.then(async () => {
      if (!isOn) tracks.current?.turnOff(medium, chosen().warnsMuted);
      const why = isOn ? await tracks.current?.turnOn(medium) : undefined;
      if (why) return setTrouble({ medium, why });
      const answer = await outbox.current?.post({ MK, sends: { [medium]: isOn } });
      if (!isOn || !isRefused(answer, medium)) return;
      tracks.current?.turnOff(medium);
      setTrouble({ medium, why: medium === 'camera' && room.may.camera ? 'full' : 'forbidden' });
    });
    return turning.current;
  };

  return {
    own,
    sends,
    isAway: client.current?.isAway ?? false,
    trouble,
    silenced,
    muted,
    streamsOf: (id) => client.current?.streamsOf(id),
    stateOf: (id) => client.current?.stateOf(id) ?? 'connecting',
    isPoor: (id) => client.current?.isPoor?.(id) ?? false,
    wants(id, medium, size) {
      wanted.current.set(`${id} ${medium}`, [id, medium, size]);
      client.current?.wants(id, medium, size);
    },
    toggle: (medium) => turn(medium, !own[medium]),
    turn,
    forgetTrouble: () => setTrouble(undefined),
    async change(medium) {
      const why = await tracks.current?.change(medium);
      setTrouble(why && { medium, why });
    },
    raiseHand() {
      void outbox.current?.post({ MK, sends: { hand: !sends.hand } });
    },
    take(data) {
      const { from, signal } = JSON.parse(data) as { readonly from: string; readonly signal: Signal };
      const sender = room.people.find(({ id }) => id === from);
      if (sender && breakoutOf(sender) !== breakout)
        ahead.current = [...ahead.current.slice(-99), [from, signal]];
      else if (client.current) client.current.take(from, signal);
      else early.current.push([from, signal]);
    },
    beginAgain() {
      client.current?.meet([]);
      client.current?.begin(others);
    },
  };
}

/** Of one's own tracks those that the room knows of: an engine sends no other. */
function only(tracks: Tracks, sends: RoomSends): Tracks {
  const { microphone, camera, screen } = tracks;
  return {
    microphone: sends.microphone ? microphone : null,
    camera: sends.camera ? camera : null,
    screen: sends.screen ? screen : null,
  };
}

/** The server answers with what is so, where that is not what was posted. */
function isRefused(answer: unknown, medium: Medium): boolean {
  if (typeof answer !== 'object' || answer === null || !('sends' in answer)) return false;
  const { sends } = answer as { readonly sends: RoomSends };
  return !sends[medium];
}
