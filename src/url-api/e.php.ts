/** e.php: the links that people are handed: SI and MTID join a session, MI and SINF tell of it. */
import type { FastifyReply } from 'fastify';
import { byNumber } from '../browser/meetings/by-number.ts';
import { checkMayLook, meetingInside, meetingOf } from '../browser/meetings/visited-meeting.ts';
import { type Asked, key, required, text } from '../browser/parameters/parameter.ts';
import { Refused } from '../browser/reasons.ts';
import { SessionNotFound } from '../sessions/session.ts';
import { type CommandCall, commandPage, forAnybody } from './command.ts';
import { join, joinByNumber, startByTicket } from './meetings/entering.ts';
import { JOINING } from './meetings/joining.ts';
import { linkedMeeting } from './meetings/linked.ts';
import { sessionPageByNumber } from './meetings/session-page.ts';

const MTID = text('the token of the link; or MK');
const JT = text('the ticket of a join link that expires (REST); or MK');
const JOINED = { MK: key('the meeting'), MTID, JT, ...JOINING };

async function joined(call: CommandCall<Asked<typeof JOINED>>): Promise<FastifyReply> {
  const { MK, MTID: token, JT: ticket } = call.parameters;
  if (ticket !== undefined) return joinedByTicket(call, ticket);
  if (token !== undefined) {
    const linked = await linkedMeeting(call, { MTID: token });
    if (!linked) throw new SessionNotFound(0);
    return join(call, linked.meeting);
  }
  if (MK === undefined) throw new Refused('InvalidMeetingKey');
  return joinByNumber(call, MK);
}

/** What the ticket shows counts before what else is shown, and is carried on as if it had been typed. */
async function joinedByTicket(
  call: CommandCall<Asked<typeof JOINED>>,
  ticket: string,
): Promise<FastifyReply> {
  const { site, context, parameters } = call;
  const found = context.joinTickets.read(site, ticket);
  if (!found || found.isOver) throw new Refused('InvalidTicket');
  const { name, email, password, registrationID, starts } = found.shown;
  // Who bears a ticket guesses nothing.
  await checkMayLook(call);
  const meeting = await meetingInside(call, found.sessionKey);
  if (starts) return startByTicket(call, meeting, starts);
  const shown = { AN: name, AE: email, PW: password, RID: registrationID };
  const given = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
  return join({ ...call, parameters: { ...parameters, ...given } }, meeting);
}

/** What becomes of it is reported as that of JM. */
const joining = forAnybody({
  summary: 'the join link of GetjoinurlMeeting; reports as JM',
  echo: 'JM',
  parameters: JOINED,
  run: joined,
});

export const ePhp = commandPage(
  {
    SI: joining,
    JM: joining,
    JE: joining,
    SINF: forAnybody({
      summary: 'shows the session: the page of an event',
      parameters: { MK: required(key('the session')) },
      run: async (call) => sessionPageByNumber(call, await meetingOf(call, call.parameters.MK)),
    }),
    MI: forAnybody({
      summary: 'shows the meeting',
      parameters: { EventID: key("the number of the session's event; or ED"), ED: key('the same') },
      async run(call) {
        const { context, site, parameters } = call;
        const eventID = parameters.EventID ?? parameters.ED;
        if (eventID === undefined) throw new SessionNotFound(0);
        const found = await byNumber(call, {
          look: () => context.sessions.findByEventID(site, eventID),
          isTold: (session) => session?.listStatus === 'PUBLIC',
        });
        if (!found) throw new SessionNotFound(0);
        return sessionPageByNumber(call, await meetingOf(call, found.sessionKey));
      },
    }),
  },
  // A link with nothing but its token.
  { otherwise: { parameter: { MTID }, command: 'SI' } },
);
