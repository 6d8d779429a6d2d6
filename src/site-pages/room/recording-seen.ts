/** What somebody in a room sees of its being recorded. */
import type { VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import type { RoomState } from '../../browser/pages/room-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { Stay } from '../../live/live.ts';
import { mayRecord } from '../../policies/recording.ts';

/** @param run the number of the run that they are in */
export async function recordingSeen(
  { context, site }: PageCall,
  { session }: VisitedMeeting,
  run: number,
  own: Stay,
): Promise<Pick<RoomState, 'recording' | 'mayRecord'>> {
  const recording = await context.roomRecordings.ofRun(run);
  return {
    mayRecord: mayRecord(site, session, own),
    // What is being ended is no longer made: its last parts are on their way.
    recording:
      recording && !recording.isEnding
        ? {
            since: recording.startedAt,
            isPaused: recording.isPaused,
            byYou: recording.recorder === own.id,
          }
        : undefined,
  };
}
