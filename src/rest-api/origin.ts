/** Where the caller has found us: links in answers lead there, whatever name the installation has elsewhere. */
import type { IncomingHttpHeaders } from 'node:http';

const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Scheme and host, and the path in front of ours where the public address has one; no slash at the end. A proxy says the
 * scheme in X-Forwarded-Proto; what somebody writes there comes back to themselves alone.
 * @param publicUrl where the installation is published
 */
export function originOf({ host = '', ...headers }: IncomingHttpHeaders, publicUrl: string): string {
  const published = new URL(publicUrl);
  if (!HOST.test(host) || host.toLowerCase() === published.host) return publicUrl;
  const [forwarded = ''] = String(headers['x-forwarded-proto'] ?? '').split(',');
  const isNamed = /^https?$/i.test(forwarded.trim());
  const scheme = isNamed ? forwarded.trim().toLowerCase() : 'http';
  return `${scheme}://${host.toLowerCase()}${published.pathname.replace(/\/$/, '')}`;
}
