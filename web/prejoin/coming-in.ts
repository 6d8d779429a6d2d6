/** Turns on in the room what somebody has come with, and keeps what they turn on and off for the next look at the page. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { RoomView } from '../room/frame/room-view.ts';
import { DEVICES } from './device-choices.ts';
import { comesWith, comeWith } from './join-choices.ts';

/** A part of the room that shows nothing. */
export function ComingIn({ page, room, media }: RoomView): null {
  const { MK } = page.media;
  const [hasCome, setCome] = useState(false);
  const { own, sends } = media;
  // The page before this one may have sent something: it begins with nothing, and the room has to know that first.
  const isReady = !(sends.microphone || sends.camera || sends.screen);

  const comeIn = useEffectEvent(async () => {
    const on = comesWith(MK);
    for (const device of DEVICES) {
      if (device !== 'speaker' && on[device] && room.may[device]) await media.turn(device, true);
    }
    setCome(true);
  });
  useEffect(() => {
    if (isReady && !hasCome) void comeIn();
  }, [isReady, hasCome]);

  const isHeard = own.microphone !== null;
  const isSeen = own.camera !== null;
  useEffect(() => {
    if (hasCome) comeWith({ microphone: isHeard, camera: isSeen }, MK);
  }, [hasCome, isHeard, isSeen, MK]);
  return null;
}
