/** What people of a room can say without a word: everybody sees it for a moment. */
export const REACTIONS = ['agree', 'clap', 'heart', 'laugh', 'wow', 'party'] as const;
export type Reaction = (typeof REACTIONS)[number];

export function isReaction(value: unknown): value is Reaction {
  return REACTIONS.some((reaction) => reaction === value);
}
