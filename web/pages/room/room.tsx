import { useEffect, useEffectEvent } from 'react';
import type { RoomPage } from '../../../src/browser/pages/room-page.ts';
import { Elsewhere } from '../../room/elsewhere.tsx';
import { Frame } from '../../room/frame/frame.tsx';
import { useMedia } from '../../room/media/use-media.ts';
import { useRoom } from '../../room/use-room.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'room'> = {
  areas: ['chat', 'people', 'prejoin', 'room', 'way-in'],
  title: ({ session }) => session.confName,
  Content: Room,
};

/** The room, as long as this tab has it. */
function Room(page: RoomPage) {
  const live = useRoom(page);
  return live.isElsewhere ? <Elsewhere /> : <Present page={page} {...live} />;
}

interface PresentProps extends ReturnType<typeof useRoom> {
  readonly page: RoomPage;
}

/** Who is there, how they hear and see each other, and what is done in it. */
function Present({ page, room, isConnected, announcements, events }: PresentProps) {
  const media = useMedia(page, room, isConnected);
  const texts = useTexts().live;
  const take = useEffectEvent(media.take);
  useEffect(() => events.on('signal', (data) => take(data)), [events]);
  const beginAgain = useEffectEvent(media.beginAgain);
  useEffect(() => events.on('back', () => beginAgain()), [events]);
  return (
    <>
      <Frame page={page} room={room} media={media} isConnected={isConnected} events={events} />
      <div className="unseen" role="log" aria-live="polite" aria-label={texts.participants}>
        {announcements.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </>
  );
}
