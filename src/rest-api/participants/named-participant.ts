/** The participant that an id names. */
import type { Usage } from '../../history/usage.ts';
import type { Stay } from '../../live/live.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { RestFailure } from '../rest-refusals.ts';
import { heldMeeting } from './held-meeting.ts';
import { participantOf } from './participant-ids.ts';
import { type ParticipantValue, presentAttendance, presentStay } from './present-participant.ts';

export interface NamedParticipant {
  readonly usage: Usage;
  readonly value: ParticipantValue;
  /** While they are in the meeting that runs, or at its door. */
  readonly stay: Stay | undefined;
}

/** @throws RestFailure (404), NotPermitted */
export async function namedParticipant(
  call: RestCall,
  id: string,
  hostEmail?: string,
): Promise<NamedParticipant> {
  const { app, ids, site } = call;
  const named = participantOf(ids, site.id, id);
  if (!named) throw new RestFailure(404, TEXTS.noData);
  const { usages } = await heldMeeting(call, named.sessionKey, hostEmail);
  const state = await app.live.state(site, named.sessionKey);
  const stay = state && [...state.people, ...state.waiting].find((one) => one.id === named.stay);
  const attendance = stay ? undefined : await app.history.attendance(named.stay);
  const usage = usages.find((one) => one.id === (stay?.run ?? attendance?.usage));
  if (usage && stay) return { usage, stay, value: presentStay(call, usage, stay) };
  if (!usage || !attendance) throw new RestFailure(404, TEXTS.noData);
  return { usage, stay: undefined, value: presentAttendance(call, usage, attendance) };
}
