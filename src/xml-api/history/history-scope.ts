/** The scopes of history lists: bounds of the start and of the end of sessions. */
import type { Span } from '../../history/history-search.ts';
import type { Zone } from '../../time/time-zones.ts';
import { complex, long, optional, text } from '../../xml/schema.ts';
import { orderFields } from '../types/list.ts';
import { history } from '../types/namespaces.ts';
import { instantAsked } from '../types/when.ts';

const startFields = {
  sessionStartTimeStart: optional(text()),
  sessionStartTimeEnd: optional(text()),
};

/** The schema has the same elements under two names of types. */
export const startTimeScopeType = complex(history, 'startTimeScopeType', startFields);
export const startTimeValueType = complex(history, 'startTimeValueType', startFields);

export const endTimeScopeType = complex(history, 'endTimeScopeType', {
  sessionEndTimeStart: optional(text()),
  sessionEndTimeEnd: optional(text()),
});

/** Any number: one that no session has finds nothing. */
export const HISTORY_KEY = long({ min: 0, grouped: true });

/** Words as text: one that is unknown must not fail a list. */
export const orderEcHisType = complex(history, 'orderEcHisType', orderFields);
export const orderEcAttenHisType = complex(history, 'orderEcAttenHisType', orderFields);

/** @param name that the schema has for it; a type that several lists have stands above */
export function historyOrderType(name: string) {
  return complex(history, name, orderFields);
}

/** The bounds in milliseconds; nothing without any. @throws RuleBroken when a date is invalid */
export function spanAsked(
  elements: readonly [from: string, to: string],
  scope: Readonly<Record<string, string | undefined>> | undefined,
  zone: Zone,
): Span | undefined {
  const [from, to] = elements.map((element) => instantAsked(element, scope?.[element], zone));
  // Times are told in seconds: the last one counts whole.
  return from === undefined && to === undefined ? undefined : { from, to: to && to + 999 };
}
