/** Where a call of the URL API may send the browser: without asking only to the site itself. */
import type { Links } from '../links.ts';
import type { Site } from '../sites/site.ts';

export type Destination =
  | { readonly kind: 'site'; readonly url: URL }
  | { readonly kind: 'elsewhere'; readonly url: URL };

/**
 * Reads an address that came with a call. Nothing comes back for one that no browser may be sent to:
 * another scheme than http and https, credentials, backslashes, control characters.
 */
export function destination(given: string | undefined, site: Site, links: Links): Destination | undefined {
  if (given === undefined || /[\p{Cc}\\]/u.test(given)) return undefined;
  const base = `${links.site(site)}/`;
  const address = withScheme(given.trim());
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  const own = new URL(base);
  const inside = url.pathname.toLowerCase().startsWith(own.pathname.toLowerCase());
  return { kind: url.origin === own.origin && inside ? 'site' : 'elsewhere', url };
}

/** Testers leave the scheme out (`www.example.com`); a page or a path of ours needs none. */
function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[a-z0-9.-]+:\d/i.test(address)) return address;
  if (address.startsWith('/') || address.startsWith('?') || /^[a-z0-9]+\.php\b/i.test(address))
    return address;
  return `http://${address}`;
}

/** The address with the results of a call at the end of its query. */
export function withResults(url: URL, results: readonly (readonly [string, string])[]): string {
  const added = results.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const { hash } = url;
  const plain = url.href.slice(0, url.href.length - hash.length);
  if (added === '') return plain + hash;
  return `${plain}${url.search === '' ? (plain.endsWith('?') ? '' : '?') : '&'}${added}${hash}`;
}
