/** The ids of an installation. What they are like is in `rest-ids.ts`, which the request log knows, too. */
import type { Context } from '../context.ts';
import { openRestIds, type RestIds } from '../rest-ids.ts';

export type { IdKind, MeetingId, RestIds, SparkKind } from '../rest-ids.ts';

const known = new WeakMap<Context, RestIds>();

export function idsOf(context: Context): RestIds {
  const before = known.get(context);
  if (before) return before;
  const ids = openRestIds(context.idKey);
  known.set(context, ids);
  return ids;
}
