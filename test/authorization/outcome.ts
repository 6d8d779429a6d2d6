import type { Visit } from '../browser/visitor.ts';
import { BACK } from '../url-api/portal.ts';
import { SUCCESS } from './row.ts';

/** What a call of the URL API came to: SUCCESS, the word of a refusal, or the page that is shown in its place. */
export function outcomeOf({ location, scripted, text }: Visit): string {
  const address = location ?? scripted;
  if (address?.startsWith(BACK)) {
    const results = new URL(address).searchParams;
    return results.get('ST') === SUCCESS ? SUCCESS : (results.get('RS') ?? 'no result');
  }
  if (address !== undefined) return new URL(address).pathname.endsWith('/room.php') ? SUCCESS : address;
  const listed = /<Status>(\w+)<\/Status>(?:<Reason>(\w+)<\/Reason>)?/.exec(text);
  if (listed) return listed[2] ?? SUCCESS;
  return `page: ${/"page":"([a-z-]+)"/.exec(text)?.[1]}`;
}
