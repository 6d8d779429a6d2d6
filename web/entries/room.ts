/** The entry of the room that people are in together. */
import { takeOver } from '../take-over.tsx';
import type { ViewModule } from '../view.ts';

await takeOver(import.meta.glob<ViewModule>('../pages/room/*.tsx'));
