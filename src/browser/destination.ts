/** Where a call of the URL API may send the browser: without asking only to the site and to what its administrator lists. */
import type { Site } from '../sites/site.ts';
import type { SiteFolder } from './site-folder.ts';

export interface Destination {
  /** `listed`: another origin, which the administrator trusts. `elsewhere`: the person has to decide. */
  readonly kind: 'site' | 'listed' | 'elsewhere';
  readonly url: URL;
}

/** Browsers, proxies and servers carry an address of this many characters; hardly more. */
const LONGEST = 8_000;

/**
 * Reads an address that came with a call. Nothing comes back for one that no browser may be sent to:
 * another scheme than http and https, credentials, backslashes, control characters.
 */
export function destination(
  address: string | undefined,
  folder: SiteFolder,
  site: Site,
): Destination | undefined {
  if (address === undefined || address.length > LONGEST || /[\p{Cc}\\]/u.test(address)) return undefined;
  const url = folder.resolve(withScheme(address.trim()));
  if (!url || url.href.length > LONGEST) return undefined;
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  if (folder.has(url)) return { kind: 'site', url };
  return { kind: isListed(url, site.settings.urlAPI.backURLs) ? 'listed' : 'elsewhere', url };
}

/** By whole origins: a name that only begins or ends like a listed one is another. */
function isListed({ origin }: URL, backURLs: readonly string[]): boolean {
  return backURLs.some(
    (listed) => listed.toLowerCase() === 'any' || (URL.canParse(listed) && new URL(listed).origin === origin),
  );
}

/** Testers leave the scheme out (`www.example.com`); a page or a path of ours needs none. */
function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[a-z0-9.-]+:\d/i.test(address)) return address;
  if (address.startsWith('/') || address.startsWith('?') || /^[a-z0-9]+\.php\b/i.test(address))
    return address;
  return `http://${address}`;
}

/** The address with the results of a call at the end of its query. */
export function withResults(url: URL, results: readonly (readonly [string, string])[]): URL {
  const added = results.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const written = new URL(url);
  written.search = [url.search.slice(1), added].filter((part) => part !== '').join('&');
  return written;
}
