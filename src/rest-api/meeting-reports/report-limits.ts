/** What reports of meetings have in common. */
import { toldSince } from '../../history/bounds.ts';
import type { RestCall } from '../rest-caller.ts';

/** Entries of a page at most. */
export const LARGEST_REPORT = 1_000;

/** Days that one list may span, and that it may reach back (rest-console.md, 1.8). */
export const REPORT_WINDOW = { span: 30, back: 90 };

/** Together with what a site tells of its history at all. */
export function toldOf({ app, site }: Pick<RestCall, 'app' | 'site'>) {
  return { since: toldSince(site, app.clock.now()) };
}
