/** The token in the header Authorization (RFC 6750, section 2.1). */

const BEARER = /^bearer +([\w.~+/-]+=*) *$/i;

/** Nothing where there is none, or none that can be one. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
}
