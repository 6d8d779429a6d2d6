import type { Reaction } from '../../../src/media/reactions.ts';

/** How each reaction is drawn. */
export const EMOJI: Readonly<Record<Reaction, string>> = {
  agree: '👍',
  clap: '👏',
  heart: '❤️',
  laugh: '😂',
  wow: '😮',
  party: '🎉',
};
