/** A microphone or a camera that is tried before one comes in. */
import { useEffect, useState } from 'react';
import { openDevice, troubleOf } from '../room/media/open-device.ts';
import type { Trouble } from '../room/media/trouble.ts';
import { type OwnDevice, useDeviceChoices } from './device-choices.ts';

export interface TriedDevice {
  readonly track: MediaStreamTrack | null;
  readonly trouble: Trouble | undefined;
  /** The browser is asking the person, or the device. */
  readonly isOpening: boolean;
  again(): void;
}

interface State {
  readonly track: MediaStreamTrack | null;
  readonly trouble?: Trouble;
}

const NOTHING: State = { track: null };

/** @param isWanted whether it is to be on; it is given back when it is not, and when the page goes */
export function useDevice(device: OwnDevice, isWanted: boolean): TriedDevice {
  const id = useDeviceChoices().ids[device];
  const [state, setState] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const again = () => setAttempt((count) => count + 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another device, and another attempt, open it anew
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    let opened: MediaStreamTrack | undefined;
    const found = (now: State) => {
      if (!isOver) setState(now);
    };
    openDevice(device).then(
      (track) => {
        if (!track) return found({ track: null, trouble: 'unsupported' });
        if (isOver) return track.stop();
        opened = track;
        track.addEventListener('ended', () => found({ track: null, trouble: 'unplugged' }));
        found({ track });
      },
      (error: unknown) => found({ track: null, trouble: troubleOf(error) }),
    );
    return () => {
      isOver = true;
      opened?.stop();
      setState(NOTHING);
    };
  }, [device, isWanted, id, attempt]);

  // What was not there is tried again when something is plugged in.
  const { track, trouble } = state;
  const waits = trouble === 'missing' || trouble === 'unplugged';
  useEffect(() => {
    if (!waits) return;
    const { mediaDevices } = navigator;
    const tryAgain = () => setAttempt((count) => count + 1);
    mediaDevices.addEventListener('devicechange', tryAgain);
    return () => mediaDevices.removeEventListener('devicechange', tryAgain);
  }, [waits]);

  return { track, trouble, isOpening: isWanted && !track && trouble === undefined, again };
}
