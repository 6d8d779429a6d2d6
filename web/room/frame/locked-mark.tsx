import { useTexts } from '../../texts/texts.ts';
import { Icon } from './icon.tsx';
import type { RoomView } from './room-view.ts';

/** Nobody else comes in. */
export function LockedMark({ room }: RoomView) {
  const texts = useTexts().live;
  if (!room.isLocked) return null;
  return (
    <span className="badge attention">
      <Icon name="lock" />
      <span>{texts.locked}</span>
    </span>
  );
}
