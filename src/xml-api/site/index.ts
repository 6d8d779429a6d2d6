/** The site service. */
import { getSite } from './get-site.ts';
import { lstTimeZone } from './lst-time-zone.ts';
import { setSite } from './set-site.ts';

export const siteOperations = [getSite, setSite, lstTimeZone];
