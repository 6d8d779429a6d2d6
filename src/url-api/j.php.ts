/**
 * j.php: the links of a session that stand in answers and mail. One address serves two kinds of readers: a
 * program gets the calendar file, a browser a page that leads to it and to the session.
 */
import type { FastifyReply } from 'fastify';
import type { Account } from '../accounts/account.ts';
import type { CalendarReader } from '../links.ts';
import type { CalendarFile } from '../mail/calendar.ts';
import { cancellation, sessionCalendar } from '../mail/session-calendar.ts';
import type { About } from '../mail/session-mail.ts';
import { zoneFor } from '../mail/session-mail.ts';
import { textsIn } from '../mail/texts.ts';
import { whenText } from '../mail/when.ts';
import { nextStart } from '../sessions/series.ts';
import type { Session } from '../sessions/session.ts';
import { cancelledSessionIn } from './cancelled-link.ts';
import { noSuchPage, unreadable } from './error-pages.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import type { PageCall } from './site-page.ts';

/** Whose calendar a file is for: MIFH and MIFA invite, CMC and MC cancel (recorded 2013 and 2016-07). */
const ICS: Readonly<Record<string, CalendarReader>> = { MIFH: 'host', MIFA: 'attendee' };
const CANCELLED = new Set(['CMC', 'MC']);

/** A letter for the service (m, t, e) and the token; r for a registration. */
const TOKEN = /^[a-z]?([0-9a-f]{32})$/i;
const NUMBER = /^\d{1,15}$/;

/** A session that a link leads to, and what the link lets its bearer see. */
interface Linked {
  readonly session: Session;
  readonly reader: CalendarReader;
  /** The link is made of numbers that others may know. */
  readonly guessable: boolean;
}

export async function jPhp(call: PageCall): Promise<FastifyReply> {
  const { request, reply, site, context } = call;
  const parameters = parametersOf(request);
  const ics = parameters.get('ICS')?.toUpperCase() ?? '';
  if (CANCELLED.has(ics)) {
    const session = cancelledSessionIn(parameters);
    if (!session) return unreadable(reply.code(400));
    return sendCalendar(reply, cancellation(site, session, context.clock.now()));
  }
  const linked = await linkedSession(call, parameters);
  const host = linked && (await context.accounts.findById(linked.session.host));
  if (!linked || !host) return noSuchPage(reply);
  if (Object.hasOwn(ICS, ics) || !wantsPage(call, parameters))
    return sendCalendar(reply, await calendarOf(call, linked, host));
  return sendSessionPage(call, linked, host);
}

/** The one place that tells browsers from programs: a browser says that it prefers a page. */
function wantsPage({ request }: PageCall, parameters: Parameters): boolean {
  return (
    parameters.get('RGID') !== undefined || (request.headers.accept ?? '').toLowerCase().includes('text/html')
  );
}

async function linkedSession(call: PageCall, parameters: Parameters): Promise<Linked | undefined> {
  const { site, context } = call;
  const { sessions } = context;
  const token = TOKEN.exec(parameters.get('MTID') ?? parameters.get('RGID') ?? '')?.[1]?.toLowerCase();
  if (token !== undefined) {
    const found = await sessions.findByToken(site, token);
    return found && { session: found.session, reader: readerOf(parameters, found.of), guessable: false };
  }
  const { ED = '', UID = '' } = { ED: parameters.get('ED'), UID: parameters.get('UID') };
  if (!NUMBER.test(ED) || !NUMBER.test(UID)) return undefined;
  const session = await sessions.findByEventID(site, Number(ED));
  const host = session && (await context.accounts.findById(session.host));
  if (!session || host?.userId !== Number(UID)) return undefined;
  return { session, reader: 'attendee', guessable: true };
}

/** The host's link may ask for the attendees' file, but not the other way round. */
function readerOf(parameters: Parameters, of: CalendarReader): CalendarReader {
  return parameters.get('ICS')?.toUpperCase() === 'MIFA' ? 'attendee' : of;
}

async function calendarOf(call: PageCall, linked: Linked, host: Account): Promise<CalendarFile> {
  const { context } = call;
  const { sessions, accounts } = context;
  const { reader, guessable } = linked;
  const session = await sessions.withDocument(linked.session);
  const { profile } = await accounts.withProfile(host);
  const attendees = reader === 'host' ? await sessions.attendeesOf(session) : [];
  const series = session.series === null ? undefined : await sessions.findById(session.series);
  const about: About = {
    site: call.site,
    session,
    host,
    links: context.links,
    now: context.clock.now(),
    series,
    withoutPassword: guessable,
  };
  return sessionCalendar(about, reader, profile.languageID, attendees);
}

function sendCalendar(reply: FastifyReply, { method, content }: CalendarFile): FastifyReply {
  return reply
    .headers({
      'Content-Type': `text/calendar; charset=utf-8; method=${method}`,
      'Content-Disposition': 'attachment; filename="meeting.ics"',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
    .send(Buffer.from(content));
}

async function sendSessionPage(call: PageCall, linked: Linked, host: Account): Promise<FastifyReply> {
  const { site, context, folder, reply, request } = call;
  const session = await context.sessions.withDocument(linked.session);
  const texts = textsIn(site.settings.languageID);
  const startAt = nextStart(session, context.clock.now()) ?? session.startAt;
  const constant = session.document.repeat.repeatType === 'CONSTANT';
  const when = constant
    ? texts.openAnyTime
    : whenText(texts, startAt, session.duration, zoneFor(undefined, session));
  const file = fileLink(request.url, linked.reader);
  const join = folder.write(new URL(context.links.join(site, session.sessionKey)));
  return sendPage(reply, {
    title: session.confName,
    siteName: site.siteName,
    content: html`<h1>${session.confName}</h1>
<p>${when}</p>
<p>${texts.labels.host}: ${`${host.firstName} ${host.lastName}`}</p>
<p><a class="button" href="${join}">${texts.join({
      topic: session.confName,
      host: '',
      noun: texts.nouns[session.service],
      person: '',
      siteName: site.siteName,
    })}</a></p>
<p><a href="${file}">${texts.addToCalendar}</a></p>`,
  });
}

/** The same address, asking for the file. */
function fileLink(url: string, reader: CalendarReader): string {
  const query = new URLSearchParams(url.split('?').slice(1).join('?'));
  const asked = new URLSearchParams();
  for (const [name, value] of query) {
    if (/^(MTID|ED|UID)$/i.test(name)) asked.set(name.toUpperCase(), value);
    if (/^RGID$/i.test(name)) asked.set('MTID', value);
  }
  asked.set('ICS', reader === 'host' ? 'MIFH' : 'MIFA');
  return `j.php?${asked}`;
}
