/**
 * chat.php: what the page of a room posts to write to others (`{ MK, to, text }` as JSON; `to` is `all`, `hosts` or
 * somebody's publicId). Another site's page cannot send JSON here, nor has it the cookie of the stay.
 */
import type { FastifyReply } from 'fastify';
import { ownStay } from '../browser/meetings/own-stay.ts';
import { meetingInside } from '../browser/meetings/visited-meeting.ts';
import type { PageCall } from '../browser/site-page.ts';
import type { Addressed } from '../chat/chat.ts';
import { messageIn } from '../chat/chat-text.ts';
import type { Stay } from '../live/live.ts';
import { checkWrites } from '../policies/chat.ts';
import { chatRights } from '../policies/room.ts';
import { AccessDenied, RuleBroken } from '../refusal.ts';
import { jsonOfRoom } from './room/json-of-room.ts';
import type { SignalPace } from './signal-pace.ts';

export function chatPhp(pace: SignalPace): (call: PageCall) => Promise<FastifyReply> {
  return async (call) => {
    const { request, reply, context, site } = call;
    const { sessionKey, posted } = jsonOfRoom(request);
    const { to } = posted;
    if (typeof to !== 'string') throw new RuleBroken('to', 'must be a text');
    const text = messageIn(posted.text);
    const own = await ownStay(call, sessionKey);
    // Nobody else is to learn whether there is such a room.
    if (own?.stay.state !== 'IN') return refused(reply, 403, 'notAllowed');
    if (!pace.lets(own.stay.id)) return refused(reply.header('Retry-After', '1'), 429, 'tooFast');
    const { session } = await meetingInside(call, sessionKey);
    try {
      const isSaid = await context.live.inName(site, own.token, async (tx, writer, { people, rules }) => {
        const addressed = addressedIn(to, writer, people);
        if (!addressed) return false;
        checkWrites(chatRights(session, writer, rules), addressed);
        await context.chat.say(tx, writer, addressed, text);
        return true;
      });
      if (isSaid === false) return refused(reply, 410, 'gone');
      return isSaid ? reply.code(204).send() : refused(reply, 403, 'notAllowed');
    } catch (error) {
      if (error instanceof AccessDenied) return refused(reply, 403, 'notAllowed');
      throw error;
    }
  };
}

function refused(reply: FastifyReply, status: number, why: string): FastifyReply {
  return reply.code(status).send({ why });
}

/** Nothing when it is somebody who is not there, reads nothing, or is the writer. */
function addressedIn(to: string, writer: Stay, people: readonly Stay[]): Addressed | undefined {
  if (to === 'all') return { audience: 'ALL' };
  if (to === 'hosts') return { audience: 'HOSTS' };
  const person = people.find(({ publicId, via }) => publicId === to && via === 'WEB');
  return person && person.id !== writer.id ? { to: person } : undefined;
}
