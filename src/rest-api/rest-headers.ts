/** The headers of every answer of the REST interface. */

/**
 * Programs in browsers of other origins may call: a token is the only proof, and no cookie is looked at, so that a page
 * can do nothing that whoever has the token could not do anyway.
 */
export const ANSWER_HEADERS: readonly string[] = [
  'Cache-Control',
  'no-cache, no-store',
  'X-Content-Type-Options',
  'nosniff',
  'X-Frame-Options',
  'DENY',
  'Content-Security-Policy',
  "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy',
  'no-referrer',
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'Link, TrackingID, Retry-After, Warning',
];

/** What a browser is told that asks before it sends. */
export const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, TrackingID, timezone, password, siteUrl, email',
  'Access-Control-Max-Age': '3600',
};

const LONGEST_HINTS = 1_000;

/** What was let pass, in one header. */
export function hintsHeader(hints: readonly string[]): string {
  // A header takes printable ASCII.
  return hints
    .join('; ')
    .replace(/[^ -~]/g, '?')
    .slice(0, LONGEST_HINTS);
}
