/** A shared screen, or whoever speaks, in a small window above all others. */
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { roomAround } from '../breakouts.ts';
import { MenuItem } from '../frame/menu.tsx';
import type { RoomView } from '../frame/room-view.ts';
import { useActiveSpeaker } from '../media/use-speaking.ts';

/** The element that is taken out of the page, and what it would show now. */
let shown: { readonly video: HTMLVideoElement; readonly stream: MediaStream | undefined } | undefined;

export function PictureInPictureItem({ toast }: RoomView) {
  const texts = useTexts().inRoom;
  if (!document.pictureInPictureEnabled) return null;
  const open = async () => {
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else if (shown?.stream) await show(shown.video, shown.stream);
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

async function show(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.srcObject = stream;
  await video.play();
  await video.requestPictureInPicture();
}

/** Out of sight in the page, and silent; the window follows what it shows, and costs nothing while it is closed. */
export function PictureInPicture({ room, media }: RoomView) {
  const video = useRef<HTMLVideoElement>(null);
  const [isOpen, setOpen] = useState(false);
  const active = useActiveSpeaker();
  const others = roomAround(room).people.filter(({ isYou }) => !isYou);
  const sharing = others.find(({ sends }) => sends.screen);
  const seen = others.filter(({ sends }) => sends.camera);
  const speaker = seen.find(({ id }) => id === active) ?? seen[0];
  const stream = sharing
    ? media.streamsOf(sharing.id)?.screen
    : speaker && media.streamsOf(speaker.id)?.camera;
  useEffect(() => {
    const { current } = video;
    if (!current) return;
    shown = { video: current, stream };
    if (isOpen && current.srcObject !== (stream ?? null)) {
      current.srcObject = stream ?? null;
      if (stream) current.play().catch(() => {});
    }
    if (!isOpen) current.srcObject = null;
    return () => {
      shown = undefined;
    };
  }, [stream, isOpen]);
  useEffect(() => {
    const { current } = video;
    const opened = () => setOpen(true);
    const closed = () => setOpen(false);
    current?.addEventListener('enterpictureinpicture', opened);
    current?.addEventListener('leavepictureinpicture', closed);
    return () => {
      current?.removeEventListener('enterpictureinpicture', opened);
      current?.removeEventListener('leavepictureinpicture', closed);
    };
  }, []);
  return <video ref={video} className="unseen" aria-hidden="true" tabIndex={-1} muted playsInline />;
}
