import ICAL from 'ical.js';

/** Calendar files as ical.js reads them. */

/** The events of a file, in the zones that the file itself brings. */
export function eventsIn(content: string): ICAL.Event[] {
  const root = new ICAL.Component(ICAL.parse(content));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return root.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

/** The first of them. */
export function eventIn(content: string): ICAL.Event {
  const [event] = eventsIn(content);
  if (!event) throw new Error('no event in the file');
  return event;
}

export function methodOf(content: string): string {
  return String(new ICAL.Component(ICAL.parse(content)).getFirstPropertyValue('method'));
}

/** The starts of the event, as instants. */
export function occurrencesIn(content: string, most: number): number[] {
  const event = eventIn(content);
  const iterator = event.iterator();
  const starts: number[] = [];
  for (let next = iterator.next(); next && starts.length < most; next = iterator.next()) {
    starts.push(next.toUnixTime() * 1000);
  }
  return starts;
}
