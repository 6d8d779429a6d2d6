/**
 * Calendar files (RFC 5545, 5546). Written by ourselves: a file costs microseconds in the transaction that
 * schedules a session, and no library that we know writes parameter values that cannot be broken out of.
 */
import { type LocalTime, toInstant } from '../time/site-time.ts';
import { offsetAt, type Zone } from '../time/time-zones.ts';
import { folded, line, mailtoLine, textLine } from './calendar/content-line.ts';
import { stamp, timeZoneLines } from './calendar/time-zone.ts';

/** REQUEST invites, CANCEL takes out of the calendar, PUBLISH is for whoever wants it. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

export interface CalendarFile {
  readonly method: CalendarMethod;
  readonly content: string;
}

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
  /** The host and alternate hosts. */
  readonly chair?: boolean;
  readonly accepted?: boolean;
}

export interface CalendarEvent {
  /** The same for all files about a session. */
  readonly uid: string;
  /** Raised by every change. */
  readonly sequence: number;
  readonly zone: Zone;
  /** Epoch milliseconds; of a series the first start. */
  readonly startAt: number;
  /** The first start of a series as its clocks would show it, also where they skip it. */
  readonly startLocal?: LocalTime | undefined;
  /** Minutes. */
  readonly duration: number;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly descriptionHtml?: string | undefined;
  readonly url?: string | undefined;
  readonly organizer?: CalendarPerson | undefined;
  readonly attendees?: readonly CalendarPerson[] | undefined;
  /** The value of RRULE. */
  readonly rrule?: string | undefined;
  /** The whole property RDATE. */
  readonly rdate?: string | undefined;
  /** The whole property EXDATE. */
  readonly exdate?: string | undefined;
  /** The last end of a series. */
  readonly endAt?: number | undefined;
  /** The start of the series that this one stands for. */
  readonly recurrenceID?: number | undefined;
  /** Minutes before the start at which the calendar reminds. */
  readonly alarm?: number | undefined;
}

/** @param events one, or a series and its exceptions; `now` is when the file is made */
export function calendarFile(
  method: CalendarMethod,
  events: readonly CalendarEvent[],
  now: number,
): CalendarFile {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parlance//Parlance//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...zonesOf(events),
    ...events.flatMap((event) => eventLines(method, event, now)),
    'END:VCALENDAR',
    '',
  ];
  return { method, content: lines.join('\r\n') };
}

/** The UID of a session: that of the series for one of its exceptions. */
export function uidOf(site: { readonly siteName: string }, eventID: number): string {
  return `${eventID}@${site.siteName}`;
}

/** A zone for each that a time is written in. */
function zonesOf(events: readonly CalendarEvent[]): string[] {
  const spans = new Map<string, { zone: Zone; from: number; until: number }>();
  for (const { zone, startAt, recurrenceID = startAt, endAt = startAt + DAY } of events) {
    if (zone.iana === 'UTC') continue;
    const span = spans.get(zone.iana) ?? { zone, from: startAt, until: endAt };
    spans.set(zone.iana, {
      zone,
      from: Math.min(span.from, startAt, recurrenceID),
      until: Math.max(span.until, endAt, recurrenceID),
    });
  }
  return [...spans.values()].flatMap(({ zone, from, until }) => timeZoneLines(zone, from, until));
}

function eventLines(method: CalendarMethod, event: CalendarEvent, now: number): string[] {
  const { zone, startAt, duration, summary, description, descriptionHtml, url, rrule, rdate, exdate } = event;
  const { startLocal, recurrenceID, organizer, attendees = [], alarm } = event;
  const lines = [
    'BEGIN:VEVENT',
    line('UID', event.uid),
    line('SEQUENCE', event.sequence),
    line('DTSTAMP', utc(now)),
    ...(startLocal === undefined
      ? [timeLine('DTSTART', startAt, zone), timeLine('DTEND', startAt + duration * MINUTE, zone)]
      : [localLine('DTSTART', startLocal, 0, zone), localLine('DTEND', startLocal, duration, zone)]),
  ];
  if (recurrenceID !== undefined) lines.push(timeLine('RECURRENCE-ID', recurrenceID, zone));
  if (rrule !== undefined) lines.push(line('RRULE', rrule));
  if (rdate !== undefined) lines.push(folded(rdate));
  if (exdate !== undefined) lines.push(folded(exdate));
  lines.push(textLine('SUMMARY', summary));
  if (description !== undefined) lines.push(textLine('DESCRIPTION', description));
  if (descriptionHtml !== undefined) {
    lines.push(textLine('X-ALT-DESC', descriptionHtml, { FMTTYPE: 'text/html' }));
  }
  // What is off is nowhere.
  if (url !== undefined && method !== 'CANCEL') lines.push(textLine('LOCATION', url), line('URL', url));
  if (organizer) lines.push(mailtoLine('ORGANIZER', organizer.email, { CN: organizer.name }));
  for (const attendee of attendees) lines.push(attendeeLine(attendee));
  lines.push(`STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`, 'TRANSP:OPAQUE');
  if (alarm !== undefined && method !== 'CANCEL') lines.push(...alarmLines(alarm, summary));
  lines.push('END:VEVENT');
  return lines;
}

function attendeeLine({ name, email, chair, accepted }: CalendarPerson): string {
  return mailtoLine('ATTENDEE', email, {
    CN: name,
    ROLE: chair ? 'CHAIR' : 'REQ-PARTICIPANT',
    PARTSTAT: accepted ? 'ACCEPTED' : 'NEEDS-ACTION',
    RSVP: accepted ? undefined : 'TRUE',
  });
}

function alarmLines(minutes: number, summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    textLine('DESCRIPTION', summary),
    `TRIGGER:${minutes === 0 ? 'PT0S' : `-PT${minutes}M`}`,
    'END:VALARM',
  ];
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** In the zone's time; in UTC where that is the second of two hours of the same name in autumn. */
function timeLine(name: string, at: number, zone: Zone): string {
  const clock = new Date(at + offsetAt(zone, at) * MINUTE);
  if (zone.iana === 'UTC' || toInstant(partsOf(clock), zone) !== at) return line(name, utc(at));
  return line(name, stamp(clock), { TZID: zone.iana });
}

/** A series keeps its time of day. */
function localLine(name: string, local: LocalTime, minutes: number, zone: Zone): string {
  const { year, month, day, hour, minute, second } = local;
  const clock = Date.UTC(year, month - 1, day, hour, minute, second) + minutes * MINUTE;
  if (zone.iana === 'UTC') return line(name, utc(clock));
  return line(name, stamp(new Date(clock)), { TZID: zone.iana });
}

function partsOf(clock: Date) {
  return {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    day: clock.getUTCDate(),
    hour: clock.getUTCHours(),
    minute: clock.getUTCMinutes(),
    second: clock.getUTCSeconds(),
  };
}

function utc(at: number): string {
  return `${stamp(new Date(at))}Z`;
}
