/** Whether the scripts of the list ask: they say so. Everybody else is shown a page, programs too. */
import type { PageCall } from '../../browser/site-page.ts';

export function wantsJson({ request }: PageCall): boolean {
  return /^application\/json\b/i.test(request.headers.accept ?? '');
}
