import { useTexts } from '../../texts/texts.ts';
import { Icon } from '../frame/icon.tsx';
import type { RoomView } from '../frame/room-view.ts';

/** What is seen and heard here is recorded, or is for the moment not. */
export function RecordedMark({ room: { recording } }: RoomView) {
  const texts = useTexts().recording;
  if (!recording) return null;
  return (
    <span className={recording.isPaused ? 'badge attention' : 'badge recorded-mark'}>
      <Icon name="record" />
      <span>{recording.isPaused ? texts.markPaused : texts.mark}</span>
    </span>
  );
}
