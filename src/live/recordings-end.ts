/** What is recorded in a room ends with its run, and with the stay whose browser records. */
import type { Database } from '../database/database.ts';
import type { Events } from '../events.ts';
import { SERVER } from '../recordings/room-recording.ts';
import type { RoomRecordings } from '../recordings/room-recordings.ts';
import type { Live } from './live.ts';

interface Parts {
  readonly events: Pick<Events, 'listen'>;
  readonly database: Database;
  readonly live: Pick<Live, 'changeRun'>;
  readonly recordings: RoomRecordings;
}

/** To end what has ended already changes nothing: an event may come twice. */
export function endWithRuns({ events, database, live, recordings }: Parts): void {
  events.listen(async ({ site, event }) => {
    if (event.kind === 'session.ended') {
      await database.write(async (tx) => {
        // The server's own recorder brings the rest, whoever has gone.
        if (!(await recordings.over(tx, event.run, { but: SERVER }))) await recordings.stop(tx, event.run);
      });
    } else if (event.kind === 'participant.left') {
      const { run, sessionKey, participant, reason } = event;
      const recording = await recordings.ofRun(run);
      // Whoever was lost may come back into the same stay, with all that their browser has recorded meanwhile.
      const mayGoOn = reason === 'LOST' && !recording?.isPaused;
      if (recording?.recorder === participant.id && !mayGoOn) {
        await live.changeRun(site, sessionKey, (tx) =>
          recordings.over(tx, run, { recorder: participant.id }),
        );
      }
    }
    return undefined;
  });
}
