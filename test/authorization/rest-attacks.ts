/** The requests of the matrix of REST in an attacker's hands: the same ones about things that are not there. */
import type { Context } from '../../src/context.ts';
import { idsOf } from '../../src/rest-api/ids.ts';
import { templateIdOf, templateNameOf } from '../../src/rest-api/meetings/template-id.ts';
import type { RestEndpoint } from '../../src/rest-api/rest-endpoint.ts';
import type { IdKind } from '../../src/rest-ids.ts';
import type { RestAnswer, RestClient, RestRequest } from '../rest-api/client.ts';

/** A request of a row, before its path is written. */
export interface Attack {
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Change = (text: string) => string;

/** Every text in it, changed. */
export function changed<T>(value: T, change: Change): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one) => changed(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, change)])) as T;
}

/** Every text in it. */
export function textsIn(value: unknown): readonly string[] {
  const found: string[] = [];
  changed(value, (text) => {
    found.push(text);
    return text;
  });
  return found;
}

const HEX_KINDS: readonly IdKind[] = ['meeting', 'recording', 'registrant', 'delivery', 'event'];
const SPARK_KINDS = ['person', 'webhook', 'organization', 'application'] as const;

/** No table ever has so many rows, and no site so high a number. */
const NOWHERE = 2 ** 47;

/**
 * Gives what turns ids, numbers, addresses and links of a site's things into those of nothing.
 * @param siteId whose id of nothing it is; `made-up`: it is no id at all, of the same form
 */
export function ofNothing(context: Context, ownSite: number, siteId: number | 'made-up'): Change {
  const ids = idsOf(context);
  const another = (hex: string, kind: IdKind) => {
    const number = ids.numberOf(kind, ownSite, hex);
    if (number === undefined) return undefined;
    return siteId === 'made-up' ? madeUp(hex) : ids.hex(kind, siteId, number + NOWHERE);
  };
  const ofHex = (text: string) => {
    for (const kind of HEX_KINDS) {
      const found = another(text, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const ofUuid = (text: string, kind: IdKind) =>
    another(text.replaceAll('-', ''), kind)?.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return (text) => {
    const [, meeting, rest = ''] = /^([0-9a-f]{32})((?:_.*)?)$/.exec(text) ?? [];
    if (meeting !== undefined) {
      const participant = /^_[0-9a-f-]{36}$/.test(rest) ? ofUuid(rest.slice(1), 'participant') : undefined;
      return `${ofHex(meeting) ?? meeting}${participant ? `_${participant}` : rest}`;
    }
    for (const kind of SPARK_KINDS) {
      const number = ids.numberOfSpark(kind, ownSite, text);
      if (number === undefined) continue;
      if (siteId !== 'made-up') return ids.spark(kind, siteId, number + NOWHERE);
      const told = Buffer.from(text, 'base64url').toString();
      return Buffer.from(told.slice(0, -12) + madeUp(told.slice(-12))).toString('base64url');
    }
    const template = templateNameOf(text);
    if (template.startsWith('Template ')) return templateIdOf(`Templbte${template.slice(8)}`);
    if (/@acme\.com$/.test(text)) return text.replace('@', '.nobody@');
    if (/^\d{9,12}$/.test(text)) return String(10 ** (text.length - 1) + 7);
    // Links: their last part is a secret.
    if (text.includes('://')) return text.replace(/[0-9a-f]{32}/g, madeUp);
    return text;
  };
}

function madeUp(hex: string): string {
  return hex.replace(/[0-9a-f]/g, (digit) => ((Number.parseInt(digit, 16) + 7) % 16).toString(16));
}

/** What somebody can tell answers apart by; what was sent is taken out of it, and what is of the call alone. */
export async function seenBy(
  client: Pick<RestClient, 'call'>,
  { method, path }: RestEndpoint,
  { params, ...request }: Attack,
): Promise<{ readonly answer: RestAnswer; readonly seen: string }> {
  const at = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const answer = await client.call(method, at, request as RestRequest);
  const own = ['date', 'x-request-id', 'trackingid', 'content-length', 'keep-alive', 'connection'];
  const headers = [...answer.headers].filter(([name]) => !own.includes(name));
  let seen = [answer.status, ...headers.map((one) => one.join(': ')), answer.text].join('\n');
  seen = seen.replaceAll(answer.headers.get('TrackingID') ?? '-', '');
  const sent = textsIn({ params, ...request }).filter((text) => text.length > 8);
  for (const text of sent.sort((a, b) => b.length - a.length)) {
    seen = seen.replaceAll(text, '#').replaceAll(encodeURIComponent(text), '#');
  }
  return { answer, seen };
}
