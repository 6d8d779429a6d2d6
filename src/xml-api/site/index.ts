/** The site service. */
import { getSite } from './get-site.ts';
import { getWebACDQueues } from './get-web-acd-queues.ts';
import { lstTimeZone } from './lst-time-zone.ts';
import { setSite } from './set-site.ts';

export const siteOperations = [getSite, setSite, lstTimeZone, getWebACDQueues];
