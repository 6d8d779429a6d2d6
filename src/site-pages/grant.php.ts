/**
 * grant.php: the page of a room has lost the engine, or came too late for what it was granted, and asks anew, as JSON
 * (`{ MK }`). It is answered with a `JoinGrant`; whoever is not in that room gets nothing, and does not learn of it.
 */
import type { FastifyReply } from 'fastify';
import { ownStay } from '../browser/meetings/own-stay.ts';
import { findMeeting } from '../browser/meetings/visited-meeting.ts';
import type { PageCall } from '../browser/site-page.ts';
import { jsonOfRoom } from './room/json-of-room.ts';
import { mediaGrant } from './room/media-grant.ts';
import type { SignalPace } from './signal-pace.ts';

export function grantPhp(pace: SignalPace): (call: PageCall) => Promise<FastifyReply> {
  return async (call) => {
    const { request, reply, context, site } = call;
    const { sessionKey } = jsonOfRoom(request);
    const own = await ownStay(call, sessionKey);
    if (own?.stay.state !== 'IN') return reply.code(204).send();
    if (!pace.lets(own.stay.id)) return reply.code(429).header('Retry-After', '1').send();
    const state = await context.live.state(site, sessionKey);
    const meeting = state && (await findMeeting(call, sessionKey));
    if (!meeting) return reply.code(204).send();
    return reply.send(await mediaGrant(call, meeting, state, own.stay));
  };
}
