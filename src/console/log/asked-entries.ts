/** What a list, a tail and an export are asked for: the filters of the query, and whose entries. */
import { AccessDenied } from '../../refusal.ts';
import { FACES, RESULTS } from '../../request-log/entry.ts';
import type { EntryFilter, LogScope } from '../../request-log/log-query.ts';
import { type CallShape, type MemberValues, oneOf, optional, text, whole } from '../api/call-shape.ts';
import type { ApiCall } from '../api/endpoint.ts';

/** Of a parameter that may be given several times, or once with commas. */
const MOST_WORDS = 20;

function words<T extends string>(of: CallShape<T>): CallShape<readonly T[]> {
  return {
    form: `${of.form}, or several with commas`,
    read: (value, name) =>
      String(value)
        .split(',')
        .slice(0, MOST_WORDS)
        .filter((word) => word.trim() !== '')
        .map((word) => of.read(word, name)),
  };
}

export const FILTER = {
  from: optional(whole()),
  to: optional(whole()),
  face: optional(words(oneOf(FACES))),
  result: optional(words(oneOf(RESULTS))),
  operation: optional(text()),
  caller: optional(text()),
  text: optional(text()),
  scope: optional(oneOf(['site', 'installation', 'all'])),
};

export interface AskedEntries {
  readonly scope: LogScope;
  readonly filter: EntryFilter;
}

/** @throws AccessDenied for entries of others than the site's, for everybody but owners */
export function askedEntries(call: ApiCall, query: MemberValues<typeof FILTER>): AskedEntries {
  const { from, to, face, result, operation, caller, text: words, scope = 'site' } = query;
  if (scope !== 'site' && !call.isOwner) {
    throw new AccessDenied('only an owner of the installation sees entries of no site, or of all');
  }
  return {
    scope: scope === 'all' ? 'all' : { site: scope === 'site' ? call.site.id : 0 },
    filter: {
      from,
      to,
      faces: face,
      results: result,
      // The operations of one message are one name, with commas in it.
      operations: operation === undefined || operation === '' ? undefined : [operation],
      callers: caller === undefined || caller === '' ? undefined : [caller],
      text: words === undefined || words === '' ? undefined : words,
    },
  };
}
