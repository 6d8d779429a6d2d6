/** The entry of what people see on their way to a session and around it. */
import { takeOver } from '../take-over.tsx';
import type { ViewModule } from '../view.ts';

await takeOver(import.meta.glob<ViewModule>('../pages/visitors/*.tsx'));
