/** The dateScope of lists of sessions: bounds in a zone. */
import type { SessionWindow } from '../../../sessions/lists/session-search.ts';
import type { Zone } from '../../../time/time-zones.ts';
import { long, optional, text } from '../../../xml/schema.ts';
import { instantAsked } from '../when.ts';

export const dateScopeFields = {
  startDateStart: optional(text({ sample: '05/01/2027 00:00:00' })),
  startDateEnd: optional(text({ sample: '05/31/2027 23:59:59' })),
  endDateStart: optional(text()),
  endDateEnd: optional(text()),
  timeZoneID: optional(long()),
};

interface DateScope {
  readonly startDateStart?: string | undefined;
  readonly startDateEnd?: string | undefined;
  readonly endDateStart?: string | undefined;
  readonly endDateEnd?: string | undefined;
}

/**
 * Nothing when the scope has no bound.
 * @throws RuleBroken when the date is invalid
 */
export function windowAsked(scope: DateScope | undefined, zone: Zone): SessionWindow | undefined {
  if (!scope) return undefined;
  const window = {
    startFrom: instantAsked('startDateStart', scope.startDateStart, zone),
    startTo: instantAsked('startDateEnd', scope.startDateEnd, zone),
    endFrom: instantAsked('endDateStart', scope.endDateStart, zone),
    endTo: instantAsked('endDateEnd', scope.endDateEnd, zone),
  };
  return Object.values(window).every((bound) => bound === undefined) ? undefined : window;
}
