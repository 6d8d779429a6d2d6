/** The meeting that the token of a link leads to. */

import { checkMayLook, type Meeting, meetingOfSession } from '../../browser/meetings/place.ts';
import type { Parameters } from '../../browser/parameters.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { CalendarReader } from '../../links.ts';
import type { LinkHolder } from '../../sessions/sessions.ts';

/** A letter for the service (m, t, e) and the token; r for a registration. */
const TOKEN = /^[a-z]?([0-9a-f]{32})$/i;
const NUMBER = /^\d{1,15}$/;

/** What the link lets its bearer see. */
export interface Linked {
  readonly meeting: Meeting;
  readonly reader: CalendarReader;
  /** The link is one that strangers may have: it tells no password and no agenda. */
  readonly forStrangers: boolean;
}

export async function linkedMeeting(call: PageCall, parameters: Parameters): Promise<Linked | undefined> {
  const { site, context } = call;
  const { sessions, accounts } = context;
  const registers = tokenIn(parameters.get('RGID'));
  if (registers !== undefined) {
    const found = await sessions.findByRegisterToken(site, registers);
    if (!found) return undefined;
    const meeting = await meetingOfSession(call, await sessions.withDocument(found));
    return { meeting, reader: 'attendee', forStrangers: true };
  }
  const token = tokenIn(parameters.get('MTID'));
  if (token !== undefined) {
    const found = await sessions.findByToken(site, token);
    if (!found) return undefined;
    const meeting = await meetingOfSession(call, await sessions.withDocument(found.session));
    const forStrangers = found.of === 'stranger';
    return { meeting, reader: readerOf(parameters, found.of), forStrangers };
  }
  const [ED = '', UID = ''] = [parameters.get('ED'), parameters.get('UID')];
  if (!NUMBER.test(ED) || !NUMBER.test(UID)) return undefined;
  await checkMayLook(call);
  const session = await sessions.findByEventID(site, Number(ED));
  const host = session && (await accounts.findById(session.host));
  if (!session || host?.userId !== Number(UID)) return undefined;
  const meeting = await meetingOfSession(call, await sessions.withDocument(session));
  return { meeting, reader: 'attendee', forStrangers: true };
}

function tokenIn(given: string | undefined): string | undefined {
  return TOKEN.exec(given ?? '')?.[1]?.toLowerCase();
}

/** The host's link may ask for the attendees' file, but not the other way round. */
function readerOf(parameters: Parameters, of: LinkHolder): CalendarReader {
  return of === 'host' && parameters.get('ICS')?.toUpperCase() !== 'MIFA' ? 'host' : 'attendee';
}
