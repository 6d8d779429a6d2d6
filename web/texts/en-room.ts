/** The texts of the room's page itself: its frame, its stage and what goes with them. */
import { short, type Words } from './en-words.ts';

export const roomTexts = (words: Words) => ({
  bar: 'Controls',
  people: 'People',
  more: 'More',
  leaveMenu: 'Leave',
  leave: `Leave ${short(words)}`,
  end: 'End for everyone',
  endQuestion: `End the ${words.noun} for everyone?`,
  endLead: 'Everybody is sent out of the room. To go alone, leave.',
  cancel: 'Cancel',
  close: 'Close',
  closePanel: (title: string): string => `Close ${title}`,
  unread: (title: string, count: number): string => `${title}, ${count} new`,
  loading: 'One moment…',
  reconnecting: 'Reconnecting…',
  reconnectingLead: 'The connection to the server is lost. Whom you hear and see stays while it comes back.',
  alone: 'You are the first. Send this link:',
});
