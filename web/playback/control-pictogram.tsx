/** The pictures on what is loaded after the page: the controls of the player, and where files are brought. */
import { Lines } from './pictogram.tsx';

const PATHS = {
  play: 'M8 5.500v13l11-6.500z',
  pause: 'M8 5.500v13M16 5.500v13',
  back: 'M11.500 7L5 12l6.500 5zM19 7l-6.500 5 6.500 5z',
  ahead: 'M12.500 7l6.500 5-6.500 5zM5 7l6.500 5L5 17z',
  sound: 'M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  soundOff: 'M4 9.500h3.500L12 5.500v13l-4.500-4H4zM16 9.500l5 5M21 9.500l-5 5',
  words:
    'M4 5.500h16a1.500 1.500 0 0 1 1.500 1.500v10a1.500 1.500 0 0 1-1.500 1.500H4A1.500 1.500 0 0 1 2.500 17V7A1.500 1.500 0 0 1 4 5.500zM10.500 10.500a2.200 2.200 0 1 0 0 3M17.500 10.500a2.200 2.200 0 1 0 0 3',
  picture:
    'M4 5h16a1.500 1.500 0 0 1 1.500 1.500v11A1.500 1.500 0 0 1 20 19H4a1.500 1.500 0 0 1-1.500-1.500v-11A1.500 1.500 0 0 1 4 5zM12.500 11.500h6v4.500h-6z',
  whole: 'M4 9V4.500h4.500M20 9V4.500h-4.500M4 15v4.500h4.500M20 15v4.500h-4.500',
  unwhole: 'M8.500 4.500V9H4M15.500 4.500V9H20M8.500 19.500V15H4M15.500 19.500V15H20',
  upload: 'M12 16V5M7.500 9L12 4.500 16.500 9M4.500 19.500h15',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

const FILLED: ReadonlySet<string> = new Set(['play', 'back', 'ahead']);

export type ControlPictogramName = keyof typeof PATHS;

export function ControlPictogram({ name }: { readonly name: ControlPictogramName }) {
  return <Lines path={PATHS[name]} isFilled={FILLED.has(name)} />;
}
