/** What each setting of a site means: the manual's table is made from this. */
import { allSettings } from '../../src/sites/settings/index.ts';

/** By the path that names it on the command line. */
export const SITE_SETTING_MEANINGS: Readonly<Record<string, string>> = Object.fromEntries(
  allSettings().map(({ path, meaning }) => [path, meaning]),
);
