/** Dates and times of the REST interface: ISO 8601, with the offset of the zone that the caller asked for. */
import { GMT, localTimeOf, toInstant } from '../time/site-time.ts';
import { offsetAt, type Zone } from '../time/time-zones.ts';
import { InvalidElement } from '../xml/invalid-element.ts';

const MINUTE = 60_000;

/** `2026-11-28T10:00:00Z`, or `2026-11-28T11:00:00+01:00`. @param at epoch milliseconds */
export function isoTime(at: number, zone: Zone): string {
  if (zone.iana === 'UTC') return `${new Date(at).toISOString().slice(0, 19)}Z`;
  const offset = offsetAt(zone, at);
  const clock = new Date(at + offset * MINUTE).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** A date, and perhaps a time with a fraction and an offset; a blank for the T, and the basic form, are read too. */
const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * The instant of a text, in epoch milliseconds without fractions of a second.
 * @param zone on whose clocks a time without an offset is
 * @throws InvalidElement
 */
export function instantOf(text: string, element: string, zone: Zone): number {
  const [, year, month, day, hour, minute, second, offset] = ISO.exec(text.trim()) ?? [];
  const local = localTimeOf([year, month, day, hour, minute, second]);
  if (!local) throw notATime(element);
  return offset === undefined ? toInstant(local, zone) : toInstant(local, GMT) - minutesOf(offset) * MINUTE;
}

function minutesOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return offset.startsWith('-') ? -minutes : minutes;
}

function notATime(element: string): InvalidElement {
  return new InvalidElement(
    element,
    'not-a-text',
    'must be a date and a time of ISO 8601, such as 2026-11-28T10:00:00Z',
  );
}
