/** What mail and calendar files say of a session. */

import type { Links, SessionLink } from '../links.ts';
import { asOccurrence } from '../sessions/as-occurrence.ts';
import type { Attendee } from '../sessions/attendee.ts';
import { courseDates } from '../sessions/course-dates.ts';
import type { Remind } from '../sessions/documents/base-document.ts';
import { registerTokenOf } from '../sessions/numbers.ts';
import {
  isEndless,
  NO_REPEAT,
  type Series,
  seriesStart,
  toExDate,
  toRDate,
  toRRule,
} from '../sessions/recurrence.ts';
import { durationAt, nextStart, seriesOf, zoneOfSession } from '../sessions/series.ts';
import type { Session } from '../sessions/session.ts';
import {
  linkForAttendees,
  linkForHost,
  linkForPanelists,
  linkForStrangers,
} from '../sessions/session-links.ts';
import { toInstant } from '../time/site-time.ts';
import { labelAt, type TimeZone, timeZone } from '../time/time-zones.ts';
import { type CalendarEvent, type CalendarPerson, uidOf } from './calendar-file.ts';
import { type Block, htmlBlocks, plainText } from './mail-body.ts';
import { mailLook } from './mail-colours.ts';
import { oneLine } from './plain.ts';
import type { MailKind, Names, Texts } from './texts.ts';
import type { ToldHost, ToldSession, ToldSite } from './told.ts';
import { clockText, whenText } from './when-text.ts';

/** A session and all that mail tells of it. */
export interface About {
  readonly site: ToldSite;
  readonly session: ToldSession;
  readonly host: ToldHost;
  readonly links: Links;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The series that the session is an exception to. */
  readonly series?: Pick<Session, 'eventID'> | undefined;
  /** Whoever reads it was not invited: no password, agenda, code or e-mail address in it. */
  readonly forStrangers?: boolean;
}

/** In whose words and on whose clocks. */
export interface Reading {
  readonly texts: Texts;
  readonly zone: TimeZone;
}

/** The recipient's own zone, or else the session's. */
export function zoneFor(timeZoneID: number | undefined, session: ToldSession): TimeZone {
  return timeZone(timeZoneID ?? -1) ?? zoneOfSession(session);
}

export function nameOf({ firstName, lastName, webExId }: Omit<ToldHost, 'email'>): string {
  return oneLine(`${firstName} ${lastName}`) || oneLine(webExId);
}

export function namesIn(texts: Texts, { site, session, host }: About, person = ''): Names {
  return {
    topic: oneLine(session.confName),
    host: nameOf(host),
    noun: texts.nouns[session.service],
    registering: texts.registering(session.service),
    person: oneLine(person),
    siteName: site.displayName ?? site.siteName,
  };
}

/** `623 063 327`. */
export function spaced(sessionKey: number): string {
  return String(sessionKey).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ' ');
}

/** How much of a session a kind of mail tells: whoever is not (or not yet) let in learns no way in. */
export const WITHOUT_WAY_IN: ReadonlySet<MailKind> = new Set([
  'cancelled',
  'removed',
  'registrationPending',
  'registrationRejected',
  'thanks',
  'missed',
]);

/** Those who read it know what the session was about. */
const IN_SHORT: ReadonlySet<MailKind> = new Set(['thanks', 'missed']);

const TO_HOST: ReadonlySet<MailKind> = new Set(['scheduled', 'changed']);

export interface Particulars {
  /** The occurrence that the mail is about; without it the next one. */
  readonly at?: number | undefined;
  /** What somebody who has been let in joins by. */
  readonly registerID?: number | undefined;
  /** Whoever reads it has registered, and is not let in yet. */
  readonly isWaiting?: boolean | undefined;
  /** Whoever reads it presents, and comes in by the link of those who do. */
  readonly isSpeaker?: boolean | undefined;
  /** They are of the panel, which may have a password of its own. */
  readonly isPanelist?: boolean | undefined;
}

export function sessionBlocks(
  about: About,
  kind: MailKind,
  { texts, zone }: Reading,
  names: Names,
  particulars: Particulars = {},
): Block[] {
  const { at, registerID, isWaiting = false, isPanelist = false } = particulars;
  const wayIn = !isWaiting && !WITHOUT_WAY_IN.has(kind);
  const rows: [string, string][] = [
    [texts.labels.topic, names.topic],
    ...timeRows(about, { texts, zone }, at),
    [texts.labels.host, names.host],
    ...placeRows(about, kind, texts),
    ...(registerID === undefined
      ? []
      : [[texts.labels.registrationID, String(registerID)] as [string, string]]),
    ...(wayIn ? wayInRows(about, { kind, isPanelist }, texts) : []),
  ];
  return [
    { kind: 'paragraph', text: texts.opening[kind](names) },
    { kind: 'rows', rows },
    ...(wayIn ? [linkBlock(about, kind, texts, names, particulars)] : []),
    ...(TO_HOST.has(kind) ? [hostBlock(about, texts, names)] : []),
  ];
}

/** What the host can do with it besides: both is done on its page. */
function hostBlock({ site, session, links }: About, texts: Texts, names: Names): Block {
  return {
    kind: 'more',
    links: [
      { label: texts.edit, href: links.change(site, session.sessionKey) },
      { label: texts.cancel(names), href: links.cancel(site, session.sessionKey) },
    ],
  };
}

/** Whoever is invited to a session with registration registers first; the host decides on those who did. */
export function linkBlock(
  about: About,
  kind: MailKind,
  texts: Texts,
  names: Names,
  { registerID, isSpeaker = false }: Particulars,
): Extract<Block, { readonly kind: 'link' }> {
  const { site, session, links } = about;
  if (session.registration && kind === 'invitation') {
    return {
      kind: 'link',
      label: texts.register(names),
      href: links.register(site, registerTokenOf(session.attendeeToken)),
    };
  }
  if (kind === 'registrationRequest') {
    return { kind: 'link', label: texts.registrations, href: links.registrants(site, session.sessionKey) };
  }
  const RegID = registerID === undefined ? undefined : String(registerID);
  return {
    kind: 'link',
    label: TO_HOST.has(kind) ? texts.start(names) : texts.join(names),
    href: links.session(site, linkOf(about, kind, isSpeaker), RegID),
  };
}

function linkOf(about: About, kind: MailKind, isSpeaker: boolean): SessionLink {
  if (TO_HOST.has(kind)) return linkForHost(about.session);
  return isSpeaker ? linkForPanelists(about.session) : linkForReader(about);
}

/** Strangers have one that tells them no password. */
function linkForReader({ session, forStrangers }: About): SessionLink {
  return forStrangers ? linkForStrangers(session) : linkForAttendees(session);
}

/** Of the occurrence that a mail is about, or else of the next one. */
export function startOf({ session, now }: Pick<About, 'session' | 'now'>, at: number | undefined): number {
  return at ?? nextStart(session, now) ?? session.startAt;
}

function timeRows(
  { session, now }: About,
  { texts, zone }: Reading,
  at: number | undefined,
): [string, string][] {
  const { document } = session;
  if (document.repeat.repeatType === 'CONSTANT') return [[texts.labels.when, texts.openAnyTime]];
  const startAt = startOf({ session, now }, at);
  const duration = durationAt(session, startAt);
  const rows: [string, string][] = [[texts.labels.when, whenText(texts, startAt, duration, zone)]];
  const theirs = zoneFor(undefined, session);
  if (theirs.iana !== zone.iana) {
    rows.push([texts.labels.itsTime, whenText(texts, startAt, duration, theirs)]);
  }
  const dates = courseDates(session, document);
  if (dates.length > 1) {
    const all = dates.map((date) => clockText(texts, date, durationAt(session, date), zone));
    // Who is reminded of one of them knows the others.
    if (at === undefined) rows.push([texts.labels.dates, all.join('\n')]);
  } else if (session.recurring) {
    const own = zoneFor(undefined, session);
    const repeats = texts.repeats(document);
    // The days of a series are those of its own zone.
    const text = own.iana === zone.iana ? repeats : texts.inZone(repeats, labelAt(own, startAt));
    rows.push([texts.labels.repeats, text]);
  }
  return rows;
}

function placeRows({ session, forStrangers }: About, kind: MailKind, { labels }: Texts): [string, string][] {
  const { agenda, location, description, panelistsInfo } = session.document;
  const rows: [string, string | undefined][] = [[labels.location, location]];
  if (!IN_SHORT.has(kind)) {
    rows.push([labels.description, description], [labels.panelists, panelistsInfo]);
    if (!forStrangers) rows.push([labels.agenda, agenda]);
  }
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

/** The panel comes in by a password of its own, where there is one. */
function wayInRows(
  about: About,
  { kind, isPanelist }: { readonly kind: MailKind; readonly isPanelist: boolean },
  texts: Texts,
): [string, string][] {
  const { session, forStrangers } = about;
  const { labels, passwordFromHost } = texts;
  const { password, panelistPassword, audioPassword, attendeeOptions } = session.document;
  const rows: [string, string][] = [[labels.number[session.service], spaced(session.sessionKey)]];
  if (panelistPassword && isPanelist) {
    rows.push([labels.panelistPassword, panelistPassword]);
    return [...rows, ...phoneRows(about, kind, labels)];
  }
  if (password && (forStrangers || attendeeOptions.excludePassword)) {
    rows.push([labels.password, passwordFromHost]);
  } else if (password) {
    rows.push([labels.password, password]);
    if (audioPassword) rows.push([labels.audioPassword, audioPassword]);
  }
  // The host hands it on to those whom they ask by themselves.
  if (panelistPassword && TO_HOST.has(kind)) rows.push([labels.panelistPassword, panelistPassword]);
  return [...rows, ...phoneRows(about, kind, labels)];
}

/** The numbers of the host's own provider, or else those of the site. */
function phoneRows(about: About, kind: MailKind, labels: Texts['labels']): [string, string][] {
  const { telephony, accessCodes } = about.session.document;
  const site = about.site.settings.telephony;
  const rows: [string, string | undefined][] = [];
  const { forStrangers } = about;
  if (telephony.telephonySupport === 'OTHER' && !forStrangers) {
    rows.push([labels.phone, telephony.extTelephonyDescription]);
  }
  if (telephony.telephonySupport === 'CALLIN') {
    const own = forStrangers ? undefined : telephony.tspConference;
    const tollFree =
      own?.tollFreeCallInNumber ?? (telephony.tollFree === false ? undefined : site.tollFreeNumber);
    rows.push([site.tollFreeLabel, tollFree]);
    rows.push([site.tollLabel, own?.tollCallInNumber ?? site.tollNumber]);
    if (!forStrangers) {
      const ofHost = own?.subscriberAccessCode ?? accessCodes?.subscriberAccessCode;
      const ofAttendee = own?.participantAccessCode ?? accessCodes?.participantFullAccessCode;
      if (TO_HOST.has(kind)) rows.push([site.subscriberAccessCodeLabel, ofHost]);
      rows.push([site.participantAccessCodeLabel, ofAttendee]);
    }
    if (telephony.intlLocalCallIn) rows.push([labels.globalCallIn, site.globalCallInNumbersURL]);
    if (tollFree) rows.push([labels.tollFreeRestrictions, site.tollFreeRestrictionsURL]);
  }
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

/** As the occurrence has it that starts at an instant; without one as it is. */
export function aboutOccurrence<A extends About>(about: A, at: number | undefined): A {
  return at === undefined ? about : { ...about, session: asOccurrence(about.session, at) };
}

interface EventParts {
  /** What an entry says, if anything, `rich` as HTML too; `at` is the start of the occurrence that it is of. */
  readonly blocks: (about: About, at?: number) => readonly Block[] | undefined;
  readonly rich?: boolean;
  /** Those that it lists. */
  readonly people: readonly CalendarPerson[];
}

/** The session, and each occurrence that has something of its own in the place of the one that its rule has. */
export function sessionEvents(about: About, parts: EventParts): CalendarEvent[] {
  const { session } = about;
  const own = (session.document.exceptions ?? []).flatMap(({ from, to, own }) =>
    own && to !== undefined ? [{ from, to }] : [],
  );
  const replaced = new Set(own.map(({ from }) => from));
  const held = new Set(own.map(({ to }) => to));
  const repeating = seriesOf(session, session.document);
  const series = sessionEvent(about, parts, {
    ...repeating,
    exclusions: repeating.exclusions?.filter((start) => !replaced.has(start)),
    additions: repeating.additions?.filter((start) => !held.has(start)),
  });
  return [
    series,
    ...own.map(({ from, to }): CalendarEvent => {
      const one = aboutOccurrence(about, to);
      return {
        ...sessionEvent(one, parts, { ...repeating, repeat: NO_REPEAT, exclusions: [], additions: [] }, to),
        startAt: to,
        endAt: to + one.session.duration * 60_000,
        recurrenceID: from,
      };
    }),
  ];
}

function sessionEvent(
  about: About,
  { blocks: blocksOf, people, rich = false }: EventParts,
  repeating: Series,
  at?: number,
): CalendarEvent {
  const { site, session, host, links, series, forStrangers } = about;
  const blocks = blocksOf(about, at);
  const rrule = toRRule(repeating);
  const listed = people.length > 0;
  const startLocal = rrule === undefined ? undefined : seriesStart(repeating);
  return {
    uid: uidOf(site, series?.eventID ?? session.eventID),
    sequence: session.sequence,
    zone: repeating.zone,
    // The rule begins where it did, also when its first occurrence was moved.
    startAt: startLocal ? toInstant(startLocal, repeating.zone) : session.startAt,
    startLocal,
    duration: session.duration,
    summary: oneLine(session.confName),
    description: blocks && plainText(blocks),
    descriptionHtml: blocks && rich ? htmlBlocks(blocks, mailLook(site.accent)) : undefined,
    url: links.session(site, linkForReader(about)),
    organizer: forStrangers ? undefined : { name: nameOf(host), email: host.email },
    attendees: listed ? people : undefined,
    rrule,
    rdate: toRDate(repeating),
    exdate: rrule === undefined ? undefined : toExDate(repeating),
    endAt:
      rrule !== undefined && isEndless(session.document.repeat) ? Number.MAX_SAFE_INTEGER : session.endAt,
    recurrenceID: series ? (session.originalStartAt ?? undefined) : undefined,
    alarm: minutesAhead(session.document.remind),
  };
}

export function personOf(attendee: Attendee): CalendarPerson {
  const { email, role } = attendee;
  return { name: displayNameOf(attendee) || email, email, chair: role === 'HOST' };
}

/** What somebody registered as is their own text: the site sends it to nobody as a name. */
export function displayNameOf({ name, registeredAt }: Attendee): string {
  return registeredAt === null ? name : '';
}

export function hostPerson(host: ToldHost): CalendarPerson {
  return { name: nameOf(host), email: host.email, chair: true, accepted: true };
}

const USUAL_MINUTES_AHEAD = 15;

/** Minutes before the start at which a reminder is wanted; none when it is not. */
export function minutesAhead(remind: Remind): number | undefined {
  const { enableReminder, sendEmail, daysAhead, hoursAhead, minutesAhead } = remind;
  if (enableReminder === false || !(enableReminder || sendEmail)) return undefined;
  if (daysAhead === undefined && hoursAhead === undefined && minutesAhead === undefined) {
    return USUAL_MINUTES_AHEAD;
  }
  return ((daysAhead ?? 0) * 24 + (hoursAhead ?? 0)) * 60 + (minutesAhead ?? 0);
}
