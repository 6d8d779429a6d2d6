/** The player over the whole screen, its controls with it. */
import { type RefObject, useEffect, useState } from 'react';

/** Telephones of one maker have the picture alone over the screen. */
type WithOwnWay = HTMLVideoElement & { webkitEnterFullscreen?(): void };

interface TurnableScreen {
  lock?(orientation: 'landscape'): Promise<void>;
}

export interface FullScreen {
  readonly isFull: boolean;
  toggle(): void;
}

export function useFullScreen(
  frame: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
): FullScreen {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement === frame.current);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [frame]);
  return { isFull, toggle: () => void toggle(frame.current, video.current).catch(() => {}) };
}

async function toggle(frame: HTMLElement | null, video: WithOwnWay | null): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  if (!frame?.requestFullscreen) return video?.webkitEnterFullscreen?.();
  await frame.requestFullscreen();
  if (video && video.videoWidth > video.videoHeight) {
    // Telephones turn the picture; a desk refuses.
    await (screen.orientation as TurnableScreen | undefined)?.lock?.('landscape');
  }
}
