/** Every area of the console, found by its folder. */
import type { ConsoleArea } from './console-area.ts';

const files = import.meta.glob<{ readonly area: ConsoleArea }>('./*/area.tsx', { eager: true });

export const AREAS: readonly ConsoleArea[] = Object.values(files).map(({ area }) => area);
