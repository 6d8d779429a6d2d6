/** The name of a site in this interface: `acme.meet.example.com`, as its addresses of SIP have it too. */
import type { Context } from '../context.ts';
import type { Site } from '../sites/site.ts';

type Named = Pick<Site, 'siteName'>;

const hosts = new Map<string, string>();

function hostOf(publicUrl: string): string {
  const known = hosts.get(publicUrl);
  if (known !== undefined) return known;
  const { hostname } = new URL(publicUrl);
  hosts.set(publicUrl, hostname);
  return hostname;
}

export function siteUrlOf({ links }: Pick<Context, 'links'>, { siteName }: Named): string {
  const host = hostOf(links.publicUrl());
  return host.startsWith(`${siteName}.`) ? host : `${siteName}.${host}`;
}

/** Whether a client means this site: it may come from a site of that name elsewhere (`acme.webex.com`). */
export function isSiteUrl({ siteName }: Named, siteUrl: string): boolean {
  const plain = siteUrl
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');
  return plain.split(/[./]/).includes(siteName);
}
