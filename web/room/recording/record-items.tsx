import { useTexts } from '../../texts/texts.ts';
import { MenuItem } from '../frame/menu.tsx';
import type { RoomView } from '../frame/room-view.ts';
import { post, type RecordingDeed, recordableType } from './recorder-address.ts';

/** Begins to record; pauses, goes on and stops. */
export function RecordItems({ page, room: { recording }, toast }: RoomView) {
  const texts = useTexts().recording;
  const deed = async (DO: RecordingDeed) => {
    if (DO === 'BEGIN' && recordableType() === undefined) return toast(texts.unsupported);
    const answer = await post({ address: page.recorder, MK: page.media.MK }, { DO });
    if (!answer) toast(texts.noAnswer);
    else if (answer.status === 507) toast(texts.noRoom);
    else if (answer.status === 409) toast(texts.stillSaved);
    else if (!answer.ok) toast(texts.notAllowed);
  };
  if (!recording) {
    return (
      <MenuItem icon="record" onChoose={() => void deed('BEGIN')}>
        {texts.begin}
      </MenuItem>
    );
  }
  return (
    <>
      {recording.isPaused ? (
        <MenuItem icon="record" onChoose={() => void deed('RESUME')}>
          {texts.resume}
        </MenuItem>
      ) : (
        <MenuItem icon="pause" onChoose={() => void deed('PAUSE')}>
          {texts.pause}
        </MenuItem>
      )}
      <MenuItem icon="stop" onChoose={() => void deed('STOP')}>
        {texts.stop}
      </MenuItem>
    </>
  );
}
