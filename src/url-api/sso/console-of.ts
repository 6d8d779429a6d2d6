/** Where an administrator sees what came of a sign-in that they tried. */
import type { PageCall } from '../../browser/site-page.ts';
import type { SignOnKind } from '../../sign-in/sign-on-tests/sign-on-tests.ts';

/** @param home the name of the site at whose console they are: an owner may be at another site's */
export function consoleOf({ site, context }: PageCall, home: string, kind: SignOnKind): string {
  const at = home === site.siteName ? '' : `/at/${site.siteName}`;
  return `${context.links.site({ siteName: home })}/console${at}/site/${kind}`;
}
