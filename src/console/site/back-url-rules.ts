/** What a list of back URLs may hold: where a browser may be sent without a question. */
import { RuleBroken } from '../../refusal.ts';

const PATH = 'urlAPI.backURLs';

/** @throws RuleBroken when an entry is no origin */
export function checkBackUrls(list: unknown): void {
  if (!Array.isArray(list)) throw new RuleBroken(PATH, 'must be a list');
  const seen = new Set<string>();
  for (const entry of list as readonly unknown[]) {
    const origin = originOf(entry);
    if (seen.has(origin)) throw new RuleBroken(PATH, `has ${origin} twice`);
    seen.add(origin);
  }
}

function originOf(entry: unknown): string {
  const text = typeof entry === 'string' ? entry.trim() : '';
  if (text.toLowerCase() === 'any') return 'any';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const shown = text.slice(0, 80) || 'an empty entry';
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new RuleBroken(PATH, `${shown} must begin with https:// or http://, or be the word any`);
  }
  if (url.username !== '' || url.password !== '')
    throw new RuleBroken(PATH, `${shown} may not hold a name or password`);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new RuleBroken(PATH, `${shown} must end with the host: write ${url.origin}`);
  }
  return url.origin;
}
