import { useTexts } from '../../texts/texts.ts';
import { MenuForm } from './menu.tsx';
import type { RoomView } from './room-view.ts';

/** Locks the room, or opens it again. */
export function LockItem({ room, formOf }: RoomView) {
  const texts = useTexts().live;
  const form = formOf(room.isLocked ? 'UNLOCK' : 'LOCK');
  if (!form) return null;
  return (
    <MenuForm form={form} icon={room.isLocked ? 'unlock' : 'lock'}>
      {room.isLocked ? texts.unlock : texts.lock}
    </MenuForm>
  );
}
