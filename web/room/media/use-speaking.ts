/** Who speaks in the room that the page shows. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomState } from '../../../src/browser/pages/room-page.ts';
import { Speaking } from './speaking.ts';
import { streamOf } from './stream-of.ts';
import type { Media } from './use-media.ts';

/** The name under which one's muted microphone is listened to. */
export const MUTED_SELF = 'muted';

const SILENCE = new Speaking();

export const SpeakingContext = createContext(SILENCE);

/** Listens to whoever has their microphone on; what the room says is off is not listened to. */
export function useVoices({ people }: RoomState, media: Media): Speaking {
  const [speaking] = useState(() => new Speaking(MUTED_SELF));
  useEffect(() => {
    speaking.keep([MUTED_SELF, ...people.map(({ id }) => id)]);
    for (const { id, isYou, sends } of people) {
      const stream = isYou ? streamOf(media.own.microphone) : media.streamsOf(id)?.microphone;
      speaking.watch(id, sends.microphone ? stream : undefined);
    }
    speaking.watch(MUTED_SELF, streamOf(media.muted));
  });
  useEffect(() => () => speaking.close(), [speaking]);
  return speaking;
}

export function useIsSpeaking(id: string): boolean {
  const speaking = useContext(SpeakingContext);
  return useSyncExternalStore(
    (listener) => speaking.listen(listener),
    () => speaking.isSpeaking(id),
    () => false,
  );
}

/** Who has the stage: who speaks, or spoke last. */
export function useActiveSpeaker(): string | undefined {
  const speaking = useContext(SpeakingContext);
  return useSyncExternalStore(
    (listener) => speaking.listen(listener),
    () => speaking.active,
    () => undefined,
  );
}
