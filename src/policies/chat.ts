/** Who writes to whom in the chat of a room, who reads it there, and who reads it afterwards. */
import type { Addressed, ChatMessage } from '../chat/chat.ts';
import type { Stay } from '../live/live.ts';
import { AccessDenied } from '../refusal.ts';
import { type ChatRights, presents } from './room.ts';
import { owns } from './session.ts';

/** @throws AccessDenied */
export function checkWrites(rights: ChatRights, addressed: Addressed): void {
  const isFree =
    'to' in addressed
      ? rights[presents(addressed.to) ? 'hosts' : 'one']
      : rights[addressed.audience === 'ALL' ? 'all' : 'hosts'];
  if (!isFree) throw new AccessDenied('the room lets them write to others');
}

/** What is for the hosts is read by those who host or present when they read it, and by its writer. */
export function readsMessage({ audience, stay }: ChatMessage, reader: Stay): boolean {
  return audience !== 'HOSTS' || presents(reader) || stay === reader.id;
}

/** What was said is read afterwards by those whose session it is, administrators or not. */
export const readsChatAfterwards = owns;
