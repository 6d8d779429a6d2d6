/** A message of the chat as one of its readers sees it. */
import type { ChatLine } from '../../browser/pages/room-page.ts';
import type { ChatMessage } from '../../chat/chat.ts';
import type { Stay } from '../../live/live.ts';

export function chatLine(message: ChatMessage, reader: Stay): ChatLine {
  const { id, sender, name, isHost, audience, recipientName, sentAt, text } = message;
  const isYours = message.stay === reader.id;
  return {
    id,
    from: sender,
    name,
    isHost,
    isYours,
    to: audience,
    // Whoever gets it knows to whom it is.
    ...(isYours && recipientName !== null && { toName: recipientName }),
    at: sentAt,
    text,
  };
}
