/** A meeting that runs now, for those who host it. */
import type { Running } from '../../live/live.ts';
import { managedMeeting, type NamedMeeting } from '../named-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { RestFailure } from '../rest-refusals.ts';

export interface RunningMeeting extends NamedMeeting {
  readonly running: Running;
}

/** @throws RestFailure (404, and 400 for one that does not run now), NotPermitted */
export async function runningMeeting(
  call: RestCall,
  meetingId: string,
  hostEmail?: string,
): Promise<RunningMeeting> {
  const meeting = await managedMeeting(call, meetingId, { hostEmail });
  const { named, session } = meeting;
  const running = await call.app.live.running(call.site, session.sessionKey);
  const isThat =
    named.of !== 'instance' || Math.floor((running?.startedAt ?? 0) / 1000) * 1000 === named.startedAt;
  if (!running || !isThat) throw new RestFailure(400, 'Meeting is not in progress');
  return { ...meeting, running };
}
