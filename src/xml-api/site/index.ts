/** The site service. */
import { lstTimeZone } from './lst-time-zone.ts';

export const siteOperations = [lstTimeZone];
