/** The calendar files that the site serves by a link. */

import type { CalendarReader, CancelledSession } from '../links.ts';
import type { Attendee } from '../sessions/attendee.ts';
import type { Site } from '../sites/site.ts';
import { zoneOf } from '../time/time-zones.ts';
import { type CalendarFile, calendarFile, uidOf } from './calendar-file.ts';
import { oneLine } from './plain.ts';
import {
  type About,
  hostPerson,
  namesIn,
  personOf,
  sessionBlocks,
  sessionEvents,
  zoneFor,
} from './session-mail.ts';
import { textsIn } from './texts.ts';

/** The host's file lists everybody; an attendee's, whose link may be anybody's, nobody. */
export function sessionCalendar(
  about: About,
  reader: CalendarReader,
  languageID: number,
  attendees: readonly Attendee[],
): CalendarFile {
  const texts = textsIn(languageID);
  const kind = reader === 'host' ? 'scheduled' : 'invitation';
  const reading = { texts, zone: zoneFor(undefined, about.session) };
  const blocks = (one: About, at?: number) => sessionBlocks(one, kind, reading, namesIn(texts, one), { at });
  const people = reader === 'host' ? [hostPerson(about.host), ...attendees.map(personOf)] : [];
  const method = reader === 'host' ? 'REQUEST' : 'PUBLISH';
  return calendarFile(method, sessionEvents(about, { blocks, people, rich: true }), about.now);
}

/** Takes a session out of the calendar that is there no more: all that is known of it stands in its link. */
export function cancellation(
  site: Site,
  session: Omit<CancelledSession, 'userId' | 'languageID'>,
  now: number,
): CalendarFile {
  const { eventID, sequence, confName, startAt, duration, timeZoneID } = session;
  const event = {
    uid: uidOf(site, eventID),
    sequence,
    zone: zoneOf(timeZoneID),
    startAt,
    duration,
    summary: oneLine(confName),
  };
  return calendarFile('CANCEL', [event], now);
}
