/** This browser records while the room says that it does. The recorder is loaded by those who record alone. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { roomAround } from '../breakouts.ts';
import type { RoomView } from '../frame/room-view.ts';
import type { Recorder } from './recorder.ts';
import type { Scene } from './scene.ts';
import type { Hindrance } from './uploader.ts';

/** Milliseconds for which the way out of the room waits for the last parts. */
const PATIENCE = 4_000;

/** What is in the way of it. `touch`: no voice is recorded until somebody touches the page. */
export type RecordingHindrance = Hindrance | 'touch';

export function useRecorder(view: RoomView): RecordingHindrance | undefined {
  const { page, room } = view;
  const recorder = useRef<Recorder | undefined>(undefined);
  const [hindrance, setHindrance] = useState<RecordingHindrance>();
  const isOwn = room.recording?.byYou ?? false;
  const isPaused = room.recording?.isPaused ?? false;

  const follow = useEffectEvent((own: Recorder | undefined, isResting: boolean) => {
    if (!own) return;
    own.show(sceneOf(view));
    if (isResting) void own.pause();
    else own.begin();
    setHindrance(own.waits ? 'touch' : undefined);
  });

  // Two tabs of one person record once: the second one waits until the first is closed.
  const open = useEffectEvent((isOver: () => boolean, until: Promise<void>) => {
    const { recorder: address, media } = page;
    return alone(`parlance-recording-${media.MK}`, async () => {
      const { Recorder } = await import('./recorder.ts');
      if (isOver()) return;
      recorder.current = new Recorder({ address, MK: media.MK, hindered: setHindrance });
      follow(recorder.current, isPaused);
      await until;
    });
  });

  useEffect(() => {
    if (!isOwn) return;
    let isOver = false;
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    void open(() => isOver, until);
    return () => {
      isOver = true;
      const own = recorder.current;
      recorder.current = undefined;
      setHindrance(undefined);
      if (!own) return release();
      void own.finish().finally(() => {
        own.close();
        release();
      });
    };
  }, [isOwn]);

  useEffect(() => follow(recorder.current, isPaused), [isPaused]);

  useEffect(() => recorder.current?.show(sceneOf(view)));

  useEffect(() => {
    if (hindrance !== 'touch') return;
    const touched = () => setHindrance((before) => (before === 'touch' ? undefined : before));
    for (const name of ['pointerdown', 'keydown'] as const)
      document.addEventListener(name, touched, { once: true });
    return () => {
      for (const name of ['pointerdown', 'keydown'] as const) document.removeEventListener(name, touched);
    };
  }, [hindrance]);

  useLastParts(recorder, isOwn);
  return hindrance;
}

/** Whoever leaves or ends the room brings what is recorded first. */
function useLastParts(recorder: { readonly current: Recorder | undefined }, isOwn: boolean): void {
  useEffect(() => {
    if (!isOwn) return;
    const hold = (event: SubmitEvent) => {
      const { target: form, submitter } = event;
      const own = recorder.current;
      if (!own || !(form instanceof HTMLFormElement)) return;
      const deed = new FormData(form, submitter).get('DO');
      if (deed !== 'LEAVE' && deed !== 'END') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      document.removeEventListener('submit', hold, true);
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      void Promise.race([own.finish(), late]).finally(() => form.requestSubmit(submitter));
    };
    document.addEventListener('submit', hold, true);
    return () => document.removeEventListener('submit', hold, true);
  }, [isOwn, recorder]);
}

/** Where the browser has no locks, the person sees to it. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  await (locks ? locks.request(name, work) : work());
}

/** What the room says is off is not recorded, whatever comes. */
function sceneOf({ room, media }: RoomView): Scene {
  return {
    people: roomAround(room).people.map(({ id, name, isYou, sends }) => {
      const streams = isYou ? undefined : media.streamsOf(id);
      const own = isYou ? media.own : undefined;
      return {
        id,
        name,
        microphone: sends.microphone ? (own?.microphone ?? trackIn(streams?.microphone)) : undefined,
        camera: sends.camera ? (own?.camera ?? trackIn(streams?.camera)) : undefined,
        screen: sends.screen ? (own?.screen ?? trackIn(streams?.screen)) : undefined,
      };
    }),
  };
}

function trackIn(stream: MediaStream | undefined): MediaStreamTrack | undefined {
  return stream?.getTracks()[0];
}
