/** The time that a list is about: `from` and `to`, in any form of ISO 8601, with what is meant where one is left out. */
import type { Zone } from '../time/time-zones.ts';
import { optional, text } from '../xml/schema.ts';
import { instantOf } from './date-times.ts';
import { InvalidItem } from './rest-refusals.ts';

export const WINDOW = {
  from: optional(text({ max: 64, format: 'date-time' })),
  to: optional(text({ max: 64, format: 'date-time' })),
};

const DAY = 86_400_000;
const USUAL = 7 * DAY;

/** Epoch milliseconds; `to` is not in it any more. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

interface WindowQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Days that it may span, and that it may reach back. */
export interface WindowLimits {
  readonly span?: number;
  readonly back?: number;
}

/**
 * The seven days before now where nothing is said; the seven from `from` on, or before `to`, where one is
 * (rest-console.md, 1.4).
 * @param zone of times that say no offset
 * @throws InvalidItem, InvalidElement
 */
export function pastWindow(
  query: WindowQuery,
  { now, zone }: { readonly now: number; readonly zone: Zone },
  { span, back }: WindowLimits = {},
): TimeWindow {
  const given = { from: timeOf('from', query.from, zone), to: timeOf('to', query.to, zone) };
  // What is made in this very moment is made before the list is.
  const to = given.to ?? (given.from === undefined ? now + 1 : given.from + USUAL);
  const from = given.from ?? (given.to ?? now) - USUAL;
  if (from > to) throw new InvalidItem("'from' cannot be after 'to'.", 'from');
  if (span !== undefined && to - from > span * DAY) {
    throw new InvalidItem(`The interval between 'to' and 'from' cannot exceed ${span} days.`, 'from');
  }
  // Whoever reckons the days themselves is late by the time that the request takes.
  if (back !== undefined && from < now - back * DAY - 60_000) {
    throw new InvalidItem(`'from' cannot be earlier than ${back} days ago.`, 'from');
  }
  return { from, to };
}

function timeOf(element: string, written: string | undefined, zone: Zone): number | undefined {
  // A plus of a query that nobody has escaped arrives as a blank.
  return written === undefined
    ? undefined
    : instantOf(written.replace(/ (\d\d:?\d\d)$/, '+$1'), element, zone);
}
