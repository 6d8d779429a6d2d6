/** Where the REST interface answers: `/v1/…`, and `/api/v1/…`, which links inside of its answers begin with. */

const BASES = ['/v1/', '/api/v1/'];

/** Whether the REST interface answers at this address. */
export function isRestService(url: string): boolean {
  return BASES.some((base) => url.startsWith(base));
}

/**
 * The parts of the path below the base, decoded.
 * @returns nothing where a part cannot be decoded
 */
export function partsOf(path: string): string[] | undefined {
  const base = path.startsWith('/v1/') ? '/v1/' : '/api/v1/';
  const below = path.slice(base.length).replace(/\/+$/, '');
  const parts = below.split('/');
  if (!below.includes('%')) return parts;
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
