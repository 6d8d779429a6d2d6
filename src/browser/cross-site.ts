/**
 * Where a browser has been sent from. A page of another site can send a browser here, with the session of whoever is
 * signed in: what it makes the browser do must not be taken for what they want.
 */
import type { PageCall } from './site-page.ts';

/**
 * Whether a browser calls that another page has sent, without the administrator's trust in that page. Programs say
 * nothing of where they come from, and addresses that people type or keep come from nowhere.
 */
export function isSentByStrangers({ request, site }: PageCall): boolean {
  const { 'sec-fetch-site': fetchSite, origin, referer } = request.headers;
  const from = originOf(origin) ?? originOf(referer);
  const { backURLs } = site.settings.urlAPI;
  const isListed = backURLs.some(
    (listed) => listed.toLowerCase() === 'any' || (from !== undefined && originOf(listed) === from),
  );
  if (isListed) return false;
  // A page of ours bears its token; one that does not has been led through here by another.
  if (fetchSite !== undefined) return fetchSite !== 'none';
  return origin !== undefined && (from === undefined || from !== ownOrigin(request.headers.host, origin));
}

function originOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
}

/** By the scheme that the browser says: a proxy may have taken the TLS off. */
function ownOrigin(host: string | undefined, origin: string): string | undefined {
  return URL.canParse(origin) ? originOf(`${new URL(origin).protocol}//${host ?? ''}`) : undefined;
}
