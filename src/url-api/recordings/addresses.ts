/**
 * The addresses of the flows, under the public address: programs read them out of pages and call them as they stand. The
 * first segment of some bore the release of the service (`mw3300`): any digits are taken.
 */
import type { PageCall } from '../../browser/site-page.ts';
import type { Recording } from '../../recordings/recording.ts';
import { plainAddress } from './step-page.ts';

export const SHARED = 'mw3300/mywebex/nbrshared.do';
export const PREPARE = 'mw3300/mywebex/nbrPrepare.do';
export const PASSWORD_CHECK = 'svc3300/svccomponents/servicerecordings/recordingpasswordcheck.do';
export const RECORD_ACTION = 'ec3300/eventcenter/recording/recordAction.do';
export const VIEW_RECORD = 'ec3300/eventcenter/enroll/viewrecord.do';
export const SERVLET = 'nbr/MultiThreadDownloadServlet';

type Query = Readonly<Record<string, string | number>>;

/** The whole address of a page of the site's folder. */
export function publicAddress({ context, site }: PageCall, page: string, query: Query = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return plainAddress(`${context.links.site(site)}/${page}?${pairs.join('&')}`);
}

/** The page that prepares a download, by a ticket that shows that nothing stands in between (seen 2021-23). */
export function sharedAddress(call: PageCall, { id }: Pick<Recording, 'id'>, recordKey: string): string {
  const siteurl = call.site.siteName;
  const query = { siteurl, action: 'publishfile', recordID: id, serviceRecordID: id, recordKey };
  return publicAddress(call, SHARED, query);
}

/** Without the ticket at its end: a script adds it (seen 2013-23). */
export function servletAddress(call: PageCall, { id, confID }: Recording): string {
  const query = { siteid: call.site.siteID, recordid: id, confid: confID ?? 0, language: 1, userid: 0 };
  return publicAddress(call, SERVLET, { ...query, serviceRecordID: id, ticket: '' });
}

/** Where programs find a recording by the id in the page of `ldr.php`. */
export function playbackAddress({ context, site }: PageCall, { streamToken }: Recording): string {
  return plainAddress(
    `${context.links.publicUrl()}/recordingservice/sites/${site.siteName}/recording/playback/${streamToken}`,
  );
}
