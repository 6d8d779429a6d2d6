import { useEffect, useEffectEvent } from 'react';
import type { RoomPage } from '../../../src/browser/pages/room-page.ts';
import { Frame } from '../../room/frame/frame.tsx';
import { useMedia } from '../../room/media/use-media.ts';
import { useRoom } from '../../room/use-room.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'room'> = { title: ({ session }) => session.confName, Content: Room };

/** The room: who is there, how they hear and see each other, and what is done in it. */
function Room(page: RoomPage) {
  const { room, isConnected, announcements, events } = useRoom(page);
  const media = useMedia(page, room);
  const texts = useTexts().live;
  const take = useEffectEvent(media.take);
  useEffect(() => events.on('signal', (data) => take(data)), [events]);
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
