/** A meeting that runs now, for those who host it: its co-hosts too, while they are in. */
import type { Outsider, Running } from '../../live/live.ts';
import { judgeFromOutside } from '../../policies/room.ts';
import { managedMeeting, type NamedMeeting } from '../named-meeting.ts';
import { relationToKey } from '../participants/held-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { RestFailure } from '../rest-refusals.ts';

export interface RunningMeeting extends NamedMeeting {
  readonly running: Running;
  /** Judges the caller inside each write: who hosts may change until then. */
  readonly by: Outsider;
}

/** @throws RestFailure (404, and 400 for one that does not run now), NotPermitted */
export async function runningMeeting(
  call: RestCall,
  meetingId: string,
  hostEmail?: string,
): Promise<RunningMeeting> {
  const meeting = await managedMeeting(call, meetingId, { hostEmail, alsoCoHosts: true });
  const { named, session } = meeting;
  const running = await call.app.live.running(call.site, session.sessionKey);
  const isThat =
    named.of !== 'instance' || Math.floor((running?.startedAt ?? 0) / 1000) * 1000 === named.startedAt;
  if (!running || !isThat) throw new RestFailure(400, 'Meeting is not in progress');
  const by = judgeFromOutside(call.account, (tx) => relationToKey(call, session.sessionKey, tx));
  return { ...meeting, running, by };
}
