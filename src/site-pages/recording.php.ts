/**
 * recording.php: what the page of a room posts to record it. JSON says what is done (`{ MK, DO }`); the parts are posted
 * as they are (`application/octet-stream`, with MK, SEGMENT and PART in the query) by the browser that records. Another
 * site's page can send neither here, nor has it the cookie of the stay.
 */
import type { FastifyReply } from 'fastify';
import { type OwnStay, ownStay } from '../browser/meetings/own-stay.ts';
import { meetingInside } from '../browser/meetings/visited-meeting.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { key, whole } from '../browser/parameters/parameter.ts';
import { Refused } from '../browser/reasons.ts';
import type { PageCall } from '../browser/site-page.ts';
import { mayRecord } from '../policies/recording.ts';
import { recordingOfRoom, recordingOfSession } from '../recordings/begun-recording.ts';
import type { PartResult } from '../recordings/part-taker.ts';
import { SERVER, type Unkept } from '../recordings/room-recording.ts';
import { RuleBroken } from '../refusal.ts';

export const PART = {
  MK: key('the meeting'),
  SEGMENT: whole('what the recorder wrote without a break, counted from 0', 'InvalidDataFormat'),
  PART: whole('which piece of it, counted from 0', 'InvalidDataFormat'),
};

/** SEGMENT and DONE are of the browser that records: it begins to write anew, and has brought everything. */
const DEEDS = ['BEGIN', 'SEGMENT', 'PAUSE', 'RESUME', 'STOP', 'DONE'] as const;

interface Posted {
  readonly sessionKey: number;
  readonly deed: (typeof DEEDS)[number];
  /** Of a new segment. */
  readonly type: string;
}

/** What the answer says of a part that is not kept. */
const STATUS: Readonly<Record<Unkept, number>> = {
  over: 410,
  order: 409,
  other: 409,
  empty: 400,
  kind: 415,
  large: 413,
  quota: 507,
  full: 507,
};

export async function recordingPhp(call: PageCall): Promise<FastifyReply> {
  const { request } = call;
  const type = /^[^;\s]*/.exec(request.headers['content-type'] ?? '')?.[0]?.toLowerCase();
  if (request.method !== 'POST') throw new Refused('InvalidDataFormat');
  if (type === 'application/octet-stream') return part(call);
  if (type === 'application/json') return deed(call, postedIn(request.body));
  throw new Refused('InvalidDataFormat');
}

async function deed(call: PageCall, posted: Posted): Promise<FastifyReply> {
  const { context, site, reply } = call;
  const { sessionKey } = posted;
  const own = await ownStay(call, sessionKey);
  // Nobody else is to learn whether there is such a room.
  if (own?.stay.state !== 'IN') return answer(reply, 403, { why: 'notAllowed' });
  const { stay } = own;
  const meeting = await meetingInside(call, sessionKey);
  const { roomRecordings: recordings, live } = context;
  const may = mayRecord(site, meeting.session, stay);
  // Whoever records goes on when their right has ended, until they or somebody else stops it.
  const records = (await recordingOf(call, own, sessionKey)) !== undefined;
  const isOfRecorder = posted.deed === 'SEGMENT' || posted.deed === 'DONE';
  if (isOfRecorder && !records) return answer(reply, 410, { why: 'over' });
  if (!isOfRecorder && !may && !(records && posted.deed === 'STOP')) {
    return answer(reply, 403, { why: 'notAllowed' });
  }
  switch (posted.deed) {
    case 'BEGIN': {
      const { host, confName: name, session } = meeting;
      const about = session ? recordingOfSession(session, host) : recordingOfRoom(host);
      const begun = await live.changeRun(site, sessionKey, (tx, run) =>
        recordings.begin(tx, site, {
          ...about,
          site: site.id,
          run,
          sessionKey,
          host: host.id,
          name,
          recorder: context.serverRecorder ? SERVER : stay.id,
        }),
      );
      if (begun === 'begun') {
        await context.serverRecorder?.record(site, sessionKey);
        return reply.code(204).send();
      }
      return begun === 'quota' ? answer(reply, 507, { why: 'quota' }) : answer(reply, 409, { why: 'runs' });
    }
    case 'SEGMENT': {
      const segment = await live.changeRun(site, sessionKey, (tx, run) =>
        recordings.segment(tx, run, stay.id, posted.type),
      );
      return segment === undefined ? answer(reply, 410, { why: 'over' }) : answer(reply, 200, { segment });
    }
    case 'PAUSE':
      await live.changeRun(site, sessionKey, (tx, run) => recordings.pause(tx, run));
      break;
    case 'RESUME':
      await live.changeRun(site, sessionKey, (tx, run) => recordings.resume(tx, run));
      break;
    case 'STOP':
      await live.changeRun(site, sessionKey, (tx, run) => recordings.stop(tx, run));
      break;
    case 'DONE':
      await live.changeRun(site, sessionKey, (tx, run) => recordings.over(tx, run, { recorder: stay.id }));
      break;
  }
  return reply.code(204).send();
}

/** One part, streamed to where recordings lie. */
async function part(call: PageCall): Promise<FastifyReply> {
  const { context, site, request, reply } = call;
  const { MK, SEGMENT: segment, PART: number } = parametersOf(request, PART);
  if (MK === undefined || segment === undefined || number === undefined) {
    return refused(call, 400, { why: 'order' });
  }
  const own = await ownStay(call, MK);
  const recording = own && (await recordingOf(call, own, MK));
  if (!recording) return refused(call, own ? 410 : 403, { why: own ? 'over' : 'notAllowed' });
  const taken: PartResult = await context.roomRecordings.take(
    site,
    recording,
    { segment, part: number },
    // What is not read to its end is answered all the same.
    request.raw.iterator({ destroyOnReturn: false }),
  );
  if (taken.kept) return reply.code(204).send();
  const { why, next } = taken;
  return refused(call, STATUS[why], { why, ...(next !== undefined && { next }) });
}

/** That which the browser of the stay makes, of the run that it is in. */
async function recordingOf({ context, site }: PageCall, { stay }: OwnStay, sessionKey: number) {
  if (stay.state !== 'IN') return undefined;
  const running = await context.live.running(site, sessionKey);
  const recording = running && (await context.roomRecordings.ofRun(running.run));
  return recording?.recorder === stay.id ? recording : undefined;
}

/** The rest of the part is not waited for. */
function refused(call: PageCall, status: number, why: object): FastifyReply {
  call.request.raw.resume();
  return answer(call.reply.header('Connection', 'close'), status, why);
}

function answer(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply.code(status).header('Cache-Control', 'no-store').send(body);
}

/** @throws RuleBroken when it is no JSON object with a key and a deed */
function postedIn(body: unknown): Posted {
  let posted: unknown;
  try {
    posted = JSON.parse(String(body));
  } catch {
    throw new RuleBroken('body', 'must be JSON');
  }
  if (typeof posted !== 'object' || posted === null) throw new RuleBroken('body', 'must be an object');
  const { MK, DO, TYPE = '' } = posted as Readonly<Record<string, unknown>>;
  if (!Number.isSafeInteger(MK)) throw new RuleBroken('MK', 'must be a whole number');
  const deed = DEEDS.find((one) => one === DO);
  if (!deed) throw new RuleBroken('DO', `must be one of ${DEEDS.join(', ')}`);
  if (typeof TYPE !== 'string') throw new RuleBroken('TYPE', 'must be a text');
  return { sessionKey: Number(MK), deed, type: TYPE };
}
