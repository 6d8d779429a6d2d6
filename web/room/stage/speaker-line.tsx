import { useTexts } from '../../texts/texts.ts';
import { useChoices } from '../choices.ts';
import type { RoomView } from '../frame/room-view.ts';
import { useActiveSpeaker, useIsSpeaking } from '../media/use-speaking.ts';

/** Who speaks, in words: for whoever does not see a ring. */
export function SpeakerLine({ room }: RoomView) {
  const { tellsSpeaker } = useChoices();
  return tellsSpeaker ? <Line people={room.people} /> : null;
}

function Line({ people }: { readonly people: RoomView['room']['people'] }) {
  const texts = useTexts().inRoom;
  const active = useActiveSpeaker();
  const isSpeaking = useIsSpeaking(active ?? '');
  const speaker = isSpeaking ? people.find(({ id }) => id === active) : undefined;
  return (
    <p className="speaker-line" role="status">
      {speaker && <span>{speaker.isYou ? texts.youSpeak : texts.speaks(speaker.name)}</span>}
    </p>
  );
}
