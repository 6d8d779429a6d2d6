/**
 * signal.php: what the page of a room posts as JSON: a signal to somebody's browser, what this one sends from now on,
 * and that it is still there, which keeps the stay alive.
 * Another site's page cannot send JSON here, nor has it the cookie of the stay.
 */
import type { FastifyReply } from 'fastify';
import { ownStay } from '../browser/meetings/own-stay.ts';
import { meetingInside } from '../browser/meetings/visited-meeting.ts';
import type { PageCall } from '../browser/site-page.ts';
import { SENDS, type Sends } from '../live/live.ts';
import { signalIn } from '../media/signal.ts';
import { allowed, mediaRights } from '../policies/media.ts';
import { RuleBroken } from '../refusal.ts';
import { type JsonOfRoom, jsonOfRoom } from './room/json-of-room.ts';
import type { SignalPace } from './signal-pace.ts';

interface Posted {
  readonly sessionKey: number;
  /** Whose browser it is for: their publicId, or everybody. */
  readonly to?: string | undefined;
  readonly signal?: unknown;
  readonly sends?: unknown;
  /** Whether it says that it is still there: an answer to a sign of life of its stream. */
  readonly here?: unknown;
  /** The number of a page that is being left. */
  readonly going?: unknown;
}

/** How fast somebody may signal, and how fast react. */
interface Paces {
  readonly signals: SignalPace;
  readonly reactions: SignalPace;
}

export function signalPhp(paces: Paces): (call: PageCall) => Promise<FastifyReply> {
  return async (call) => {
    const { request, reply, context, site } = call;
    const posted = postedIn(jsonOfRoom(request));
    const own = await ownStay(call, posted.sessionKey);
    // A page that is on its way out still posts; and nobody else is to learn whether there is such a room.
    if (own?.stay.state !== 'IN') return reply.code(204).send();
    if (!paces.signals.lets(own.stay.id)) return tooFast(reply);
    if (posted.here !== undefined) {
      if (posted.here !== true) throw new RuleBroken('here', 'can only be true');
      await context.live.renew(site, own.token);
    }
    if (posted.going !== undefined) {
      if (!Number.isSafeInteger(posted.going)) throw new RuleBroken('going', 'must be a whole number');
      await context.live.presence.going(site, own.token, Number(posted.going));
    }
    let said: Sends | undefined;
    if (posted.sends !== undefined) {
      const { session } = await meetingInside(call, posted.sessionKey);
      const change = sendsIn(posted.sends);
      said = await context.live.says(site, own.token, (others, stay, rules) => {
        const rights = mediaRights(site, session, stay, rules);
        const pictures = others.filter(({ camera }) => camera).length;
        return allowed(change, { ...rights, camera: rights.camera && pictures < context.media.can.pictures });
      });
      if (said && SENDS.every((word) => (change[word] ?? said?.[word]) === said?.[word])) said = undefined;
    }
    if (posted.signal !== undefined) {
      const signal = signalIn(posted.signal);
      if (signal.kind === 'reaction' && !paces.reactions.lets(own.stay.id)) return tooFast(reply);
      // Somebody who has just gone, or is in another breakout room, is no error.
      await context.live.inName(site, own.token, (tx, from, { people }) => {
        const others = people.filter(
          ({ publicId, breakout }) =>
            publicId !== from.publicId && (posted.to ?? publicId) === publicId && breakout === from.breakout,
        );
        return context.signals.send(tx, from, others, signal);
      });
    }
    // A device whose picture nobody is shown goes off.
    return said ? reply.send({ sends: said }) : reply.code(204).send();
  };
}

function tooFast(reply: FastifyReply): FastifyReply {
  return reply.code(429).header('Retry-After', '1').send();
}

/** @throws RuleBroken when the reader is no text */
function postedIn({ sessionKey, posted: { to, signal, sends, here, going } }: JsonOfRoom): Posted {
  if (to !== undefined && typeof to !== 'string') throw new RuleBroken('to', 'must be a text');
  return { sessionKey, to, signal, sends, here, going };
}

/** @throws RuleBroken when something else than yes or no is said, or of something else */
function sendsIn(sends: unknown): Partial<Sends> {
  if (typeof sends !== 'object' || sends === null) throw new RuleBroken('sends', 'must be an object');
  const known: readonly string[] = SENDS;
  for (const [word, value] of Object.entries(sends)) {
    if (!known.includes(word) || typeof value !== 'boolean')
      throw new RuleBroken('sends', 'is of something unknown');
  }
  return sends;
}
