/** What the frame of the console stands on. */
import { changeSiteStatus } from './change-site-status.ts';
import { createSite } from './create-site.ts';
import { listSites } from './list-sites.ts';
import { me } from './me.ts';

export const FRAME = [me, listSites, createSite, changeSiteStatus];
