/** The room on the whole screen. */
import { useSyncExternalStore } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { MenuItem } from './menu.tsx';

export async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // The browser does not want it now; the room goes on as it is.
  }
}

/** Not shown where the browser cannot: phones of one maker. */
export function FullScreenItem() {
  const texts = useTexts().inRoom;
  const isFull = useSyncExternalStore(
    (listener) => {
      document.addEventListener('fullscreenchange', listener);
      return () => document.removeEventListener('fullscreenchange', listener);
    },
    () => document.fullscreenElement !== null,
    () => false,
  );
  if (!document.fullscreenEnabled) return null;
  return (
    <MenuItem icon="fullScreen" onChoose={() => void toggleFullScreen()}>
      {isFull ? texts.leaveFullScreen : texts.fullScreen}
    </MenuItem>
  );
}
