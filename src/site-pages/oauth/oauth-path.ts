/** The addresses of OAuth 2 below `/v1/`. They are pages' and not the REST interface's: nobody has a token yet. */

export const OAUTH_PATHS = {
  authorize: '/v1/authorize',
  token: '/v1/access_token',
  revoke: '/v1/revoke',
} as const;

const ALL: ReadonlySet<string> = new Set(Object.values(OAUTH_PATHS));

/** @param url path and query, as they were sent */
export function isOAuth(url: string): boolean {
  const at = url.indexOf('?');
  return ALL.has((at < 0 ? url : url.slice(0, at)).toLowerCase());
}
