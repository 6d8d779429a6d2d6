import { SessionFull } from '../../live/live.ts';
import { judgeFromOutside } from '../../policies/room.ts';
import { AccessDenied } from '../../refusal.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, NotPermitted, RestFailure } from '../rest-refusals.ts';
import { relationToKey } from './held-meeting.ts';
import { type NamedParticipant, namedParticipant } from './named-participant.ts';
import { participantOf } from './participant-ids.ts';
import {
  admittedType,
  PARTICIPANTS_WRITE,
  participantChangeType,
  participantType,
} from './participant-type.ts';

export const updateParticipant = endpoint({
  method: 'PUT',
  path: 'meetingParticipants/:participantId',
  tag: 'Meeting Participants',
  summary: 'Mutes somebody, lets them in, or puts them out of a meeting that runs.',
  description:
    '`expel` true puts out whoever is in, and turns away whoever waits; the rest of the request counts for nothing then. ' +
    '`admit` true lets in whoever waits. `muted` true turns a microphone off; on it is turned by its owner alone. For ' +
    'those who host the meeting.',
  scopes: PARTICIPANTS_WRITE,
  body: participantChangeType,
  answer: participantType,
  refuses: [RestFailure, NotPermitted, AccessDenied, SessionFull],
  async run(call, { params: { participantId }, body }) {
    const participant = await namedParticipant(call, participantId);
    const { stay } = participant;
    if (!stay) throw notRunning();
    if (body.expel) return expel(call, participant);
    const { live } = call.app;
    const { sessionKey, publicId, sends } = stay;
    const by = judgeOf(call, sessionKey);
    if (body.admit && stay.state === 'WAITING') await live.admit(call.site, sessionKey, publicId, by);
    if (body.muted === true) await live.silence(call.site, sessionKey, publicId, ['microphone'], by);
    if (body.muted === false && !sends.microphone) {
      throw new RestFailure(409, 'A microphone is turned on by its owner alone.');
    }
    return (await namedParticipant(call, participantId)).value;
  },
});

async function expel(call: RestCall, { stay, value }: NamedParticipant) {
  if (!stay) throw notRunning();
  const { app, site } = call;
  const { sessionKey, publicId } = stay;
  const by = judgeOf(call, sessionKey);
  const isDone =
    stay.state === 'WAITING'
      ? await app.live.refuse(site, sessionKey, publicId, by)
      : await app.live.expel(site, sessionKey, publicId, by);
  if (!isDone) throw new NotPermitted('A host of the meeting cannot be expelled.');
  return { ...value, state: 'end' as const };
}

export const admitParticipants = endpoint({
  method: 'POST',
  path: 'meetingParticipants/admit',
  tag: 'Meeting Participants',
  summary: 'Lets in people who wait at the door of one meeting, 100 at most.',
  description: 'Whoever does not wait any more is passed over.',
  scopes: PARTICIPANTS_WRITE,
  body: admittedType,
  refuses: [RestFailure, NotPermitted, InvalidItem, AccessDenied, SessionFull],
  async run(call, { body: { items } }) {
    const { app, ids, site } = call;
    const keys = new Set(
      items.map(({ participantId }) => participantOf(ids, site.id, participantId)?.sessionKey),
    );
    if (keys.size > 1) throw new InvalidItem("'items' must be of one meeting.", 'items');
    for (const { participantId } of items) {
      const { stay } = await namedParticipant(call, participantId);
      if (!stay) throw notRunning();
      if (stay.state !== 'WAITING') continue;
      await app.live.admit(site, stay.sessionKey, stay.publicId, judgeOf(call, stay.sessionKey));
    }
  },
});

function judgeOf(call: RestCall, sessionKey: number) {
  return judgeFromOutside(call.account, (tx) => relationToKey(call, sessionKey, tx));
}

function notRunning(): RestFailure {
  return new RestFailure(400, 'Meeting is not in progress');
}
