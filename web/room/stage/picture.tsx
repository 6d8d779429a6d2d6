/** Something that moves: a camera's picture, or a screen. */
import { useEffect, useRef } from 'react';

interface PictureProps {
  readonly stream: MediaStream | undefined;
  readonly label: string;
  readonly mirrored?: boolean;
}

export function Picture({ stream, label, mirrored = false }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null;
  }, [stream]);
  return (
    <video
      ref={video}
      className={mirrored ? 'picture mirrored' : 'picture'}
      aria-label={label}
      autoPlay
      playsInline
      muted
    />
  );
}
