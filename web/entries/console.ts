/** The entry of what administrators work with. */
import { takeOver } from '../take-over.tsx';
import type { ViewModule } from '../view.ts';

await takeOver(import.meta.glob<ViewModule>('../pages/console/*.tsx'));
