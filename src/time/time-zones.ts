// The 62 time zones of the interface (timeZoneID 0 to 61): their labels, and their offsets at any instant.
import { Temporal } from 'temporal-polyfill';

/** Something with wall clocks: all that the arithmetic needs to know. */
export type Zone = {
  readonly iana: string;
};

export type TimeZone = Zone & {
  readonly id: number;
  /** Minutes east of Greenwich, without daylight saving, as the published table has it; today's law may differ. */
  readonly standardOffset: number;
  /** `Pacific` in `Pacific (San Francisco)`. */
  readonly region: string;
  /** `San Francisco` in `Pacific (San Francisco)`. */
  readonly city: string;
  /** What stands behind the offset in a label: `Pacific (San Francisco)`. */
  readonly name: string;
  /** lstTimeZone's shortName: the city (a 2019 site: `Marshall Islands`). */
  readonly shortName: string;
  /** Further spellings of the name, read and never written. */
  readonly otherNames: readonly string[];
  /** A deprecated zone is still listed, and keeps the time of this one. */
  readonly replacedBy?: number;
};

// Names and offsets: the 5.9 reference table; id 4 as the seeds have it. Where a place has left the offset
// that its label states, the label wins if the facts allow a choice, because clients compute with the label.
export const TIME_ZONES: readonly TimeZone[] = [
  // Eniwetok itself moved to +12:00 in 1993; a site of 2019 called this id Dateline (Marshall Islands).
  zone(0, '-12:00', 'Dateline', 'Eniwetok', 'Etc/GMT+12', ['Dateline (Marshall Islands)']),
  // Pacific/Apia moved to +13:00 in 2011, and a site of 2019 still answered -660 here.
  zone(1, '-11:00', 'Samoa', 'Samoa', 'Pacific/Pago_Pago'),
  zone(2, '-10:00', 'Hawaii', 'Honolulu', 'Pacific/Honolulu'),
  zone(3, '-09:00', 'Alaska', 'Anchorage', 'America/Anchorage', ['Alaska (Ancorage)']),
  zone(4, '-08:00', 'Pacific', 'San Francisco', 'America/Los_Angeles', ['Pacific (San Jose)']),
  zone(5, '-07:00', 'Mountain', 'Arizona', 'America/Phoenix'),
  zone(6, '-07:00', 'Mountain', 'Denver', 'America/Denver'),
  zone(7, '-06:00', 'Central', 'Chicago', 'America/Chicago'),
  zone(8, '-06:00', 'Mexico', 'Mexico City, Tegucigalpa', 'America/Mexico_City'),
  zone(9, '-06:00', 'Central', 'Regina', 'America/Regina'),
  zone(10, '-05:00', 'S. America Pacific', 'Bogota', 'America/Bogota'),
  zone(11, '-05:00', 'Eastern', 'New York', 'America/New_York'),
  zone(12, '-05:00', 'Eastern', 'Indiana', 'America/Indiana/Indianapolis'),
  zone(13, '-04:00', 'Atlantic', 'Halifax', 'America/Halifax'),
  zone(14, '-04:00', 'S. America Western', 'Caracas', 'America/Caracas'),
  zone(15, '-03:30', 'Newfoundland', 'Newfoundland', 'America/St_Johns'),
  // By place: America/Fortaleza, the other guess, never had the daylight saving that Brasilia had until 2019.
  zone(16, '-03:00', 'S. America Eastern', 'Brasilia', 'America/Sao_Paulo'),
  zone(17, '-03:00', 'S. America Eastern', 'Buenos Aires', 'America/Argentina/Buenos_Aires'),
  zone(18, '-02:00', 'Mid-Atlantic', 'Mid-Atlantic', 'America/Noronha'),
  zone(19, '-01:00', 'Azores', 'Azores', 'Atlantic/Azores'),
  // Clients use 20 as UTC, all year round, which Africa/Casablanca was not from 2012 until September 2026.
  zone(20, '+00:00', 'Greenwich', 'Casablanca', 'UTC'),
  zone(21, '+00:00', 'GMT', 'London', 'Europe/London'),
  zone(22, '+01:00', 'Europe', 'Amsterdam', 'Europe/Amsterdam'),
  zone(23, '+01:00', 'Europe', 'Paris', 'Europe/Paris'),
  { ...zone(24, '+01:00', 'Europe', 'Prague', 'Europe/Paris'), replacedBy: 23 },
  zone(25, '+01:00', 'Europe', 'Berlin', 'Europe/Berlin'),
  zone(26, '+02:00', 'Greece', 'Athens', 'Europe/Athens'),
  { ...zone(27, '+02:00', 'Eastern Europe', 'Bucharest', 'Europe/Athens'), replacedBy: 26 },
  zone(28, '+02:00', 'Egypt', 'Cairo', 'Africa/Cairo'),
  zone(29, '+02:00', 'South Africa', 'Pretoria', 'Africa/Johannesburg'),
  zone(30, '+02:00', 'Northern Europe', 'Helsinki', 'Europe/Helsinki'),
  zone(31, '+02:00', 'Israel', 'Tel Aviv', 'Asia/Jerusalem'),
  zone(32, '+03:00', 'Saudi Arabia', 'Baghdad', 'Asia/Baghdad'),
  zone(33, '+03:00', 'Russian', 'Moscow', 'Europe/Moscow'),
  zone(34, '+03:00', 'Nairobi', 'Nairobi', 'Africa/Nairobi'),
  zone(35, '+03:30', 'Iran', 'Tehran', 'Asia/Tehran'),
  zone(36, '+04:00', 'Arabian', 'Abu Dhabi, Muscat', 'Asia/Muscat'),
  zone(37, '+04:00', 'Baku', 'Baku', 'Asia/Baku'),
  zone(38, '+04:30', 'Afghanistan', 'Kabul', 'Asia/Kabul'),
  zone(39, '+05:00', 'West Asia', 'Ekaterinburg', 'Asia/Yekaterinburg'),
  zone(40, '+05:00', 'West Asia', 'Islamabad', 'Asia/Karachi'),
  zone(41, '+05:30', 'India', 'Bombay', 'Asia/Kolkata'),
  // Asia/Colombo went back to +05:30 in 2006; the client that maps the zones takes Chagos, by the label.
  zone(42, '+06:00', 'Columbo', 'Columbo', 'Indian/Chagos'),
  zone(43, '+06:00', 'Central Asia', 'Almaty', 'Asia/Almaty'),
  zone(44, '+07:00', 'Bangkok', 'Bangkok', 'Asia/Bangkok'),
  zone(45, '+08:00', 'China', 'Beijing', 'Asia/Shanghai'),
  zone(46, '+08:00', 'Australia Western', 'Perth', 'Australia/Perth'),
  zone(47, '+08:00', 'Singapore', 'Singapore', 'Asia/Singapore'),
  // The city decides; Asia/Taipei has had the same time since 1980.
  zone(48, '+08:00', 'Taipei', 'Hong Kong', 'Asia/Hong_Kong'),
  zone(49, '+09:00', 'Tokyo', 'Tokyo', 'Asia/Tokyo'),
  zone(50, '+09:00', 'Korea', 'Seoul', 'Asia/Seoul'),
  zone(51, '+09:00', 'Yakutsk', 'Yakutsk', 'Asia/Yakutsk'),
  zone(52, '+09:30', 'Australia Central', 'Adelaide', 'Australia/Adelaide'),
  zone(53, '+09:30', 'Australia Central', 'Darwin', 'Australia/Darwin'),
  zone(54, '+10:00', 'Australia Eastern', 'Brisbane', 'Australia/Brisbane'),
  zone(55, '+10:00', 'Australia Eastern', 'Sydney', 'Australia/Sydney'),
  zone(56, '+10:00', 'West Pacific', 'Guam', 'Pacific/Guam'),
  zone(57, '+10:00', 'Tasmania', 'Hobart', 'Australia/Hobart'),
  zone(58, '+10:00', 'Vladivostok', 'Vladivostok', 'Asia/Vladivostok'),
  zone(59, '+11:00', 'Central Pacific', 'Solomon Is', 'Pacific/Guadalcanal'),
  zone(60, '+12:00', 'New Zealand', 'Wellington', 'Pacific/Auckland'),
  zone(61, '+12:00', 'Fiji', 'Fiji', 'Pacific/Fiji'),
];

const BY_NAME = new Map(
  TIME_ZONES.flatMap((each) =>
    [each.name, ...each.otherNames].map((name) => [comparable(name), each] as const),
  ),
);

/** The zone of a timeZoneID; none for -1, the schema's "not given". */
export function timeZone(id: number): TimeZone | undefined {
  return TIME_ZONES[id];
}

/** The zone of a number that was checked before it was stored. */
export function zoneOf(id: number): TimeZone {
  const zone = TIME_ZONES[id];
  if (!zone) throw new RangeError(`there is no time zone ${id}`);
  return zone;
}

/**
 * The zone of a label such as `GMT-08:00, Pacific (San Jose)`, in any spelling of the table, the seeds or the
 * 5.5 enumeration, whatever the case and the spacing. The name alone decides: the offset in front may be the
 * standard one, the daylight-saving one, the enumeration's odd one (`GMT+09:30, Yakutsk`), or missing.
 */
export function timeZoneByLabel(text: string): TimeZone | undefined {
  return BY_NAME.get(comparable(text).replace(/^(?:gmt|utc)(?:[+-]\d{1,2}(?::?\d{2})?)?,/, ''));
}

/** The label in standard time, as getMeeting and getUser write it: `GMT-08:00, Pacific (San Francisco)`. */
export function label(zone: TimeZone): string {
  return `${gmt(zone.standardOffset)}, ${zone.name}`;
}

/** The label with the offset of the date, as lstsummaryMeeting and lstTimeZone write it: `GMT-07:00, Pacific (…)`. */
export function labelAt(zone: TimeZone, epochMs: number): string {
  return `${gmt(offsetAt(zone, epochMs))}, ${zone.name}`;
}

/** getUser's timeZoneWithDST: `Berlin (Europe Summer Time, GMT+02:00)`. Only Europe says summer (recorded 2016-07). */
export function nameWithDst(zone: TimeZone, epochMs: number): string {
  const season = isDaylightSaving(zone, epochMs) ? (saysSummer(zone) ? 'Summer' : 'Daylight') : 'Standard';
  return `${zone.city} (${zone.region} ${season} Time, ${gmt(offsetAt(zone, epochMs))})`;
}

/** `GMT+02:00`, with daylight saving. */
export function gmtName(zone: TimeZone, epochMs: number): string {
  return gmt(offsetAt(zone, epochMs));
}

/** Minutes east of Greenwich at an instant (whole milliseconds since 1970), with daylight saving. */
export function offsetAt(zone: Zone, epochMs: number): number {
  return spanAt(zone, epochMs).offset;
}

/** The next instant at which the zone's offset changes, or none if no change is known. */
export function nextChange(zone: Zone, epochMs: number): number | undefined {
  const { until } = spanAt(zone, epochMs);
  return until === Number.POSITIVE_INFINITY ? undefined : until;
}

/**
 * Whether the clocks are put forward for a season: the offset is greater than the one before and the one after,
 * and stays for less than 300 days. So a lasting change of law (Moscow 2011, Caracas 2016) is none, Ramadan in
 * Casablanca is none, and Dublin's summer is one though its law calls the winter the exception. The longest real
 * season lasted 294 days (the United States in 1974), Casablanca's shortest time between two Ramadans 315.
 */
export function isDaylightSaving(zone: Zone, epochMs: number): boolean {
  const span = spanAt(zone, epochMs);
  if (!(span.until - span.from < LONGEST_SEASON)) return false;
  return span.offset > spanAt(zone, span.from - 1).offset && span.offset > spanAt(zone, span.until).offset;
}

const LONGEST_SEASON = 300 * 86_400_000;

/** The time from one change of offset (included) to the next (excluded). */
type Span = { readonly from: number; readonly until: number; readonly offset: number };

/** The spans that were asked for so far, in order, and the latest answer. */
type Known = { readonly spans: Span[]; latest: Span | undefined };

const knownZones = new Map<string, Known>();

// Finding a span costs up to a few milliseconds, and a zone has at most two a year: each is found once and kept.
function spanAt(zone: Zone, epochMs: number): Span {
  const known = knownOf(zone.iana);
  if (known.latest !== undefined && holds(known.latest, epochMs)) return known.latest;
  const place = known.spans.findIndex((span) => epochMs < span.until);
  const candidate = known.spans[place];
  if (candidate !== undefined && holds(candidate, epochMs)) {
    known.latest = candidate;
    return candidate;
  }
  const found = findSpan(zone.iana, epochMs);
  known.spans.splice(place === -1 ? known.spans.length : place, 0, found);
  known.latest = found;
  return found;
}

function knownOf(iana: string): Known {
  let known = knownZones.get(iana);
  if (known === undefined) {
    known = { spans: [], latest: undefined };
    knownZones.set(iana, known);
  }
  return known;
}

function holds(span: Span, epochMs: number): boolean {
  return epochMs >= span.from && epochMs < span.until;
}

function findSpan(iana: string, epochMs: number): Span {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(iana);
  // "previous" excludes the instant that it is asked about, and a span includes its own beginning.
  const from = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const until = at.getTimeZoneTransition('next');
  return {
    from: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: until?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: at.offsetNanoseconds / 60e9,
  };
}

function zone(
  id: number,
  standardOffset: string,
  region: string,
  city: string,
  iana: string,
  otherNames: readonly string[] = [],
): TimeZone {
  const name = `${region} (${city})`;
  return {
    id,
    iana,
    standardOffset: minutes(standardOffset),
    region,
    city,
    name,
    shortName: city,
    otherNames,
  };
}

/** `-03:30` as -210. */
function minutes(offset: string): number {
  const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return offset.startsWith('-') ? -size : size;
}

/** -210 as `GMT-03:30`. */
function gmt(offset: number): string {
  const size = Math.abs(offset);
  const hours = String(Math.trunc(size / 60)).padStart(2, '0');
  return `GMT${offset < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

function saysSummer(zone: Zone): boolean {
  return zone.iana.startsWith('Europe/') || zone.iana === 'Atlantic/Azores';
}

function comparable(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
