/**
 * j.php: the links of a session that stand in answers and mail. One address serves two kinds of readers: a
 * program gets the calendar file, a browser a page that leads to it and to the session.
 */
import type { FastifyReply } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { ask } from '../browser/ask.ts';
import { byNumber } from '../browser/meetings/by-number.ts';
import { ledBy } from '../browser/meetings/shown-beside.ts';
import { checkMayLook } from '../browser/meetings/visited-meeting.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { key, word } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import type { CalendarReader } from '../links.ts';
import type { CalendarFile } from '../mail/calendar-file.ts';
import { cancellation, sessionCalendar } from '../mail/session-calendar.ts';
import type { About } from '../mail/session-mail.ts';
import { asSeries } from '../sessions/as-occurrence.ts';
import type { Session } from '../sessions/session.ts';
import { CANCELLED_SESSION, cancelledSessionIn } from './cancelled-link.ts';
import { LINK, type Linked, linkedMeeting } from './meetings/linked.ts';
import { sessionPage } from './meetings/session-page.ts';

/** Whose calendar a file is for: MIFH and MIFA invite, CMC and MC cancel (recorded 2013 and 2016-07). */
const ICS: Readonly<Record<string, CalendarReader>> = { MIFH: 'host', MIFA: 'attendee' };
const CANCELLED = new Set(['CMC', 'MC']);

export const J_PHP = {
  ...LINK,
  ...CANCELLED_SESSION,
  S: key('the meeting to begin'),
  J: key('the meeting to join'),
  WAS: word('what has just been done with it, which the page says', [
    'SCHEDULED',
    'CHANGED',
    'MOVED',
    'DROPPED',
  ]),
};

export async function jPhp(call: PageCall): Promise<FastifyReply> {
  const { reply, site, context, folder } = call;
  const parameters = parametersOf(call.request, J_PHP);
  const { ICS: ics = '' } = parameters;
  if (CANCELLED.has(ics)) {
    const session = cancelledSessionIn(parameters);
    if (!session) return show(call, { page: 'error', status: 400, problem: 'InvalidDataFormat' });
    return sendCalendar(reply, cancellation(site, session, context.clock.now()));
  }
  // S starts and J joins by the number alone.
  for (const [name, AT] of [
    ['S', 'HM'],
    ['J', 'JM'],
  ] as const) {
    const MK = parameters[name];
    if (MK !== undefined) return redirect(call, folder.page('m.php', { AT, MK: String(MK) }));
  }
  const isLink = parameters.MTID !== undefined || parameters.RGID !== undefined;
  const found = await byNumber(call, {
    look: async () => (await linkedMeeting(call, parameters)) ?? joinedByEvent(call, parameters.ED, ics),
    // Nobody guesses the token of a link.
    isTold: (one) => {
      if (one === undefined) return false;
      if ('sessionKey' in one) return one.listStatus === 'PUBLIC';
      return isLink || one.meeting.session?.listStatus === 'PUBLIC';
    },
  });
  if (!found) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  if ('sessionKey' in found) {
    return redirect(call, folder.page('m.php', { AT: 'JM', MK: String(found.sessionKey) }));
  }
  const MK = String(found.meeting.sessionKey);
  if (parameters.RGID !== undefined) {
    const isListed = found.meeting.session?.listStatus === 'PUBLIC';
    const led = isListed ? {} : ledBy(call, found.meeting.sessionKey);
    return redirect(call, folder.page('m.php', { AT: 'GF', MK, ...led }));
  }
  if (Object.hasOwn(ICS, ics) || ask(call, { forPrograms: true }) === 'program')
    return sendCalendar(reply, await calendarOf(call, found));
  return sessionPage(call, found.meeting, {
    calendar: fileLink(call.request.url, found.reader),
    RID: parameters.RID,
    isSpeaker: found.isSpeaker ?? false,
    WAS: parameters.WAS,
  });
}

/**
 * The session of an old link that has the number of the event and a user who says nothing (Moodle's plugin sends guests
 * to `k2/j.php?ED=…&UID=1`): people join by it as they do by the session's own number, and learn no more.
 */
async function joinedByEvent(
  call: PageCall,
  eventID: number | undefined,
  ics: string,
): Promise<Session | undefined> {
  if (eventID === undefined || ics !== '' || ask(call, { forPrograms: true }) === 'program') return undefined;
  await checkMayLook(call);
  return call.context.sessions.findByEventID(call.site, eventID);
}

async function calendarOf(call: PageCall, { meeting, reader, forStrangers }: Linked): Promise<CalendarFile> {
  const { site, context } = call;
  const { sessions, links, clock } = context;
  const { session, host } = meeting;
  if (!session) throw new Error('the link of a calendar leads to a session');
  const attendees = reader === 'host' ? await sessions.attendeesOf(session) : [];
  const series = session.series === null ? undefined : await sessions.findById(session.series);
  const about: About = {
    site,
    session: asSeries(session),
    host,
    links,
    now: clock.now(),
    series,
    forStrangers,
  };
  return sessionCalendar(about, reader, host.profile.languageID, attendees);
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

/** The same address, asking for the file. */
function fileLink(url: string, reader: CalendarReader): string {
  const asked = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(url.split('?').slice(1).join('?'))) {
    if (/^(MTID|ED|UID)$/i.test(name)) asked.set(name.toUpperCase(), value);
  }
  asked.set('ICS', reader === 'host' ? 'MIFH' : 'MIFA');
  return `j.php?${asked}`;
}
