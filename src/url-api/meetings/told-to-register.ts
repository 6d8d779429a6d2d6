/** What is told of a session to whoever comes to register for it. */
import { byNumber } from '../../browser/meetings/by-number.ts';
import { numberAlone, sessionView } from '../../browser/meetings/session-view.ts';
import { isLedTo, type ShownBeside } from '../../browser/meetings/shown-beside.ts';
import { isKnown, meetingOf, type VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import type { SessionView } from '../../browser/pages/session-view-data.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import type { CommandCall } from '../command.ts';

type ToRegister = CommandCall<Omit<ShownBeside, 'registers'> & { readonly MK: number }>;

/**
 * Whether whoever calls may see more of it than its number: it is listed to them, or a link has led them here. A guess at
 * what is not listed learns what the form needs, and no title.
 */
async function isTold({ parameters, ...call }: ToRegister, meeting: VisitedMeeting): Promise<boolean> {
  return isLedTo(call, meeting.sessionKey, parameters.LED) || isKnown(call, meeting);
}

export async function viewFor(call: ToRegister, meeting: VisitedMeeting): Promise<SessionView> {
  return (await isTold(call, meeting)) ? sessionView(call, meeting, false) : numberAlone(meeting);
}

/**
 * What takes no registrations is there for those alone who may know of it.
 * @throws SessionNotFound
 */
export async function meetingToRegister(call: ToRegister): Promise<VisitedMeeting> {
  const { parameters } = call;
  const meeting = await meetingOf(call, parameters.MK, { ...parameters, registers: true });
  return byNumber(call, {
    look: async () => {
      if (meeting.session?.registration || (await isTold(call, meeting))) return meeting;
      throw new SessionNotFound(meeting.sessionKey);
    },
    isTold: (named) => named !== undefined,
  });
}
