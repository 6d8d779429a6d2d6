/** The meeting that the token of a link leads to. */

import {
  checkMayLook,
  isKnown,
  meetingOfSession,
  type VisitedMeeting,
} from '../../browser/meetings/visited-meeting.ts';
import { type Asked, digits, key, text, word } from '../../browser/parameters/parameter.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { CalendarReader } from '../../links.ts';
import type { LinkHolder } from '../../sessions/session-finder.ts';

/** A letter for the service (m, t, e) and the token; r for a registration. */
const TOKEN = /^[a-z]?([0-9a-f]{32})$/i;

export const LINK = {
  MTID: text('the token of the link'),
  RGID: text('the token of a registration link'),
  RID: digits('the registration id of whoever joins by the link'),
  ED: key("the number of the session's event, with UID"),
  UID: key("the number of the host's account"),
  ICS: word('which calendar file', ['MIFH', 'MIFA', 'CMC', 'MC']),
};

/** What the link lets its bearer see. */
export interface Linked {
  readonly meeting: VisitedMeeting;
  readonly reader: CalendarReader;
  /** The link is one that strangers may have: it tells no password and no agenda. */
  readonly forStrangers: boolean;
  /** It is the link of those who present. */
  readonly isSpeaker?: boolean;
}

export async function linkedMeeting(
  call: PageCall,
  { MTID, RGID, ED, UID, ICS }: Partial<Asked<typeof LINK>>,
): Promise<Linked | undefined> {
  const { site, context } = call;
  const { sessions, accounts } = context;
  const registers = tokenIn(RGID);
  if (registers !== undefined) {
    const found = await sessions.findByRegisterToken(site, registers);
    if (!found) return undefined;
    const meeting = await meetingOfSession(call, await sessions.withDocument(found));
    return { meeting, reader: 'attendee', forStrangers: true };
  }
  const token = tokenIn(MTID);
  if (token !== undefined) {
    const found = await sessions.findByToken(site, token);
    if (!found) return undefined;
    const meeting = await meetingOfSession(call, await sessions.withDocument(found.session));
    return {
      meeting,
      reader: readerOf(ICS, found.of),
      forStrangers: found.of === 'stranger',
      isSpeaker: found.of === 'panelist',
    };
  }
  if (ED === undefined || UID === undefined) return undefined;
  await checkMayLook(call);
  const session = await sessions.findByEventID(site, ED);
  const host = session && (await accounts.findById(session.host));
  if (!session || host?.userId !== UID) return undefined;
  const meeting = await meetingOfSession(call, await sessions.withDocument(session));
  // Both are numbers, which may be guessed.
  if (!(await isKnown(call, meeting))) return undefined;
  return { meeting, reader: 'attendee', forStrangers: true };
}

function tokenIn(text: string | undefined): string | undefined {
  return TOKEN.exec(text ?? '')?.[1]?.toLowerCase();
}

/** The host's link may ask for the attendees' file, but not the other way round. */
function readerOf(ICS: string | undefined, of: LinkHolder): CalendarReader {
  return of === 'host' && ICS !== 'MIFA' ? 'host' : 'attendee';
}
