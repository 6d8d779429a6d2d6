/** How many messages are new. */
import type { RoomView } from '../frame/room-view.ts';
import { unreadOf, useChatLog } from './chat-log.ts';

export function useUnread({ events, page }: RoomView): number {
  return unreadOf(useChatLog(events, page.chat.last).state).length;
}
