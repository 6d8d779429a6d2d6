/** Where the caller has found us: links in answers lead there, whatever name the installation has elsewhere. */
import type { IncomingHttpHeaders } from 'node:http';

const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

let latest: { readonly text: string; readonly url: URL } | undefined;

/** It is the same for every call, and reading it costs more than the rest here. */
function publishedAt(publicUrl: string): URL {
  if (latest?.text !== publicUrl) latest = { text: publicUrl, url: new URL(publicUrl) };
  return latest.url;
}

/**
 * Scheme and host, and the path in front of ours where the public address has one; no slash at the end. A proxy says the
 * scheme in X-Forwarded-Proto; what somebody writes there comes back to themselves alone.
 * @param publicUrl where the installation is published
 */
export function originOf({ host = '', ...headers }: IncomingHttpHeaders, publicUrl: string): string {
  const published = publishedAt(publicUrl);
  if (!HOST.test(host) || host.toLowerCase() === published.host) return publicUrl;
  const [forwarded = ''] = String(headers['x-forwarded-proto'] ?? '').split(',');
  const isNamed = /^https?$/i.test(forwarded.trim());
  const scheme = isNamed ? forwarded.trim().toLowerCase() : 'http';
  return `${scheme}://${host.toLowerCase()}${published.pathname.replace(/\/$/, '')}`;
}
