import type { Visit } from '../browser/visitor.ts';
import { BACK } from '../url-api/portal.ts';
import { type PageRow, SUCCESS } from './row.ts';

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

/** What a page of our own came to: SUCCESS, the status of an error, where it leads, or the page that is shown instead. */
export function outcomeOfPage({ status, target, text }: Visit, { shows }: PageRow): string {
  const shown = target ? `to ${pageOf(target)}` : kindOf(text);
  if (status >= 400) return String(status);
  if (shown === shows) return SUCCESS;
  return target ? shown : `page: ${shown}`;
}

/** The console's page is an app, and names no kind. */
function kindOf(text: string): string {
  if (text.includes('"homeConsole":')) return 'the console';
  return /"page":"([a-z-]+)"/.exec(text)?.[1] ?? '';
}

function pageOf({ pathname }: URL): string {
  return pathname.split('/').at(-1) || 'the home page';
}
