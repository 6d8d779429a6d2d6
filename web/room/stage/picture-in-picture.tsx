/** A shared screen, or whoever speaks, in a small window above all others. */
import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { MenuItem } from '../frame/menu.tsx';
import type { RoomView } from '../frame/room-view.ts';
import { useActiveSpeaker } from '../media/use-speaking.ts';

/** The one that is taken out of the page. */
const ID = 'picture-in-picture';

export function PictureInPictureItem({ toast }: RoomView) {
  const texts = useTexts().inRoom;
  if (!document.pictureInPictureEnabled) return null;
  const open = async () => {
    const video = document.getElementById(ID);
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else if (video instanceof HTMLVideoElement && video.srcObject) await video.requestPictureInPicture();
      else toast(texts.nothingToShow);
    } catch {
      toast(texts.nothingToShow);
    }
  };
  return (
    <MenuItem icon="picture" onChoose={() => void open()}>
      {texts.pictureInPicture}
    </MenuItem>
  );
}

/** Out of sight in the page; the window follows what it shows. */
export function PictureInPicture({ room, media }: RoomView) {
  const video = useRef<HTMLVideoElement>(null);
  const active = useActiveSpeaker();
  const others = room.people.filter(({ isYou }) => !isYou);
  const sharing = others.find(({ sends }) => sends.screen);
  const seen = others.filter(({ sends }) => sends.camera);
  const speaker = seen.find(({ id }) => id === active) ?? seen[0];
  const stream = sharing
    ? media.streamsOf(sharing.id)?.screen
    : speaker && media.streamsOf(speaker.id)?.camera;
  useEffect(() => {
    const { current } = video;
    if (!current || current.srcObject === (stream ?? null)) return;
    current.srcObject = stream ?? null;
    if (stream) current.play().catch(() => {});
  }, [stream]);
  return <video ref={video} id={ID} className="unseen" aria-hidden="true" tabIndex={-1} muted playsInline />;
}
