/** A message of the chat as one of its readers sees it. */
import type { ChatLine } from '../../browser/pages/room-page.ts';
import type { ChatMessage } from '../../chat/chat.ts';
import type { Stay } from '../../live/live.ts';

/** @param knowsNames whether the reader may know those who attend (`policies/room.ts`) */
export function chatLine(message: ChatMessage, reader: Stay, knowsNames: boolean): ChatLine {
  const { id, sender, name, isHost, audience, recipientName, sentAt, text } = message;
  const isYours = message.stay === reader.id;
  return {
    id,
    from: sender,
    name: knowsNames || isHost || isYours ? name : '',
    isHost,
    isYours,
    to: audience,
    // Whoever gets it knows to whom it is.
    ...(isYours && recipientName !== null && knowsNames && { toName: recipientName }),
    at: sentAt,
    text,
  };
}
