/** The places for sound and picture that a browser offers to LiveKit when it comes in. */
import type { Room } from 'livekit-client';

/** What the others send when one comes in. */
export interface SentByOthers {
  readonly voices: number;
  readonly pictures: number;
}

/** They go along in the address of the signalling, of which a proxy takes 8 kB. */
const MOST = { voices: 20, pictures: 20 } as const;

/**
 * LiveKit's client (2.23) always offers three of each at first, and the server asks for what is missing, a round at a
 * time: eight people were seen after three rounds. With a place for everybody the first round is enough. A client without
 * that method offers what it does by itself.
 */
export function offerPlaces({ engine }: Room, { voices, pictures }: SentByOthers): void {
  const inside = engine as unknown as { addMediaSections?: AddMediaSections };
  const add = inside.addMediaSections?.bind(engine);
  if (!add) return;
  inside.addMediaSections = (forVoices, forPictures) => {
    inside.addMediaSections = add;
    add(
      Math.max(forVoices, Math.min(voices, MOST.voices)),
      Math.max(forPictures, Math.min(pictures, MOST.pictures)),
    );
  };
}

type AddMediaSections = (voices: number, pictures: number) => void;
