/** e.php: the links that people are handed: SI and MTID join a meeting, MI tells of it. */
import type { FastifyReply } from 'fastify';
import { meetingOf, readKey } from '../browser/meetings/place.ts';
import { Refused } from '../browser/reasons.ts';
import { SessionNotFound } from '../sessions/session.ts';
import { type CommandCall, commandPage } from './command.ts';
import { join } from './meetings/entering.ts';
import { linkedMeeting } from './meetings/linked.ts';
import { sessionPage } from './meetings/session-page.ts';

/** What becomes of it is reported as that of JM. */
async function joined(call: CommandCall): Promise<FastifyReply> {
  const { parameters } = call;
  if (parameters.get('MTID') !== undefined) {
    const linked = await linkedMeeting(call, parameters);
    if (!linked) throw new SessionNotFound(0);
    return join(call, linked.meeting);
  }
  const key = readKey(parameters.get('MK'));
  if (key === undefined) throw new Refused('InvalidMeetingKey');
  return join(call, await meetingOf(call, key));
}

const joining = { needs: 'nobody', echo: 'JM', run: joined } as const;

export const ePhp = commandPage(
  {
    SI: joining,
    JM: joining,
    JE: joining,
    MI: {
      needs: 'nobody',
      async run(call) {
        const { context, site, parameters } = call;
        const eventID = readKey(parameters.get('EVENTID') ?? parameters.get('ED'));
        const found = eventID === undefined ? undefined : await context.sessions.findByEventID(site, eventID);
        if (!found) throw new SessionNotFound(0);
        return sessionPage(call, await meetingOf(call, found.sessionKey));
      },
    },
  },
  // A link with nothing but its token.
  { otherwise: (parameters) => (parameters.get('MTID') === undefined ? undefined : 'SI') },
);
