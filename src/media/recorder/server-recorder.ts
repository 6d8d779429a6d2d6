/**
 * Records rooms by the server itself, where an engine carries their sound and picture over servers of its own. The rows
 * say what is recorded: this follows them, with a process of its own for each segment.
 */
import type { Database } from '../../database/database.ts';
import type { Live } from '../../live/live.ts';
import { SERVER } from '../../recordings/room-recording.ts';
import type { RoomRecordings } from '../../recordings/room-recordings.ts';
import type { Site } from '../../sites/site.ts';
import type { MediaRun, RecorderGrant } from '../engine.ts';
import { ENCODED_TYPE } from './ffmpeg.ts';
import type { RecordedPerson } from './recorder-messages.ts';
import { type RunningSegment, startSegment } from './running-segment.ts';

export interface ServerRecorderParts {
  readonly live: Live;
  readonly database: Database;
  readonly recordings: RoomRecordings;
  readonly grant: (run: MediaRun) => Promise<RecorderGrant>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type ServerRecorder = ReturnType<typeof openServerRecorder>;

/** Milliseconds after which a segment that broke off is begun anew, and how often in a row. */
const AGAIN_AFTER = 2_000;
const TRIES = 5;

export function openServerRecorder({ live, database, recordings, grant, report }: ServerRecorderParts) {
  const recorders = new Set<Recorder>();

  class Recorder {
    readonly #run: MediaRun;
    readonly #unwatch: () => void;
    #segment: RunningSegment | undefined;
    #work: Promise<void> = Promise.resolve();
    #failures = 0;
    #isOver = false;

    constructor(run: MediaRun) {
      this.#run = run;
      recorders.add(this);
      this.#unwatch = live.watch(run.site, run.sessionKey, () => void this.look());
    }

    /** One look after the other. */
    look(): Promise<void> {
      this.#work = this.#work.then(() => this.#follow()).catch((error: unknown) => this.#failed(error));
      return this.#work;
    }

    /** The server ends: what is there is all. */
    async close(): Promise<void> {
      this.#work = this.#work.then(() => this.#finish()).catch(report);
      await this.#work;
    }

    async #follow(): Promise<void> {
      if (this.#isOver) return;
      const { site, sessionKey, id } = this.#run;
      const recording = await recordings.ofRun(id);
      const state = await live.state(site, sessionKey);
      const goesOn = recording?.recorder === SERVER && !recording.isEnding && state?.run === id;
      if (!goesOn) return this.#finish();
      if (recording.isPaused) return this.#endSegment();
      this.#segment ??= await this.#begin();
      this.#segment?.show(
        state.people.map(({ publicId, sends }): RecordedPerson => ({ publicId, ...sends })),
      );
    }

    async #begin(): Promise<RunningSegment | undefined> {
      const { site, sessionKey, id } = this.#run;
      const { url, token } = await grant(this.#run);
      const number = await live.changeRun(site, sessionKey, (tx) =>
        recordings.segment(tx, id, SERVER, ENCODED_TYPE),
      );
      if (number === undefined) return undefined;
      const segment = startSegment({
        url,
        token,
        keep: async (part, bytes) => {
          const recording = await recordings.ofRun(id);
          if (!recording) return 'over';
          const result = await recordings.take(site, recording, { segment: number, part }, once(bytes));
          if (result.kept) this.#failures = 0;
          return result.kept ? 'kept' : result.why;
        },
        report,
        brokeOff: () => {
          if (this.#segment !== segment) return;
          this.#segment = undefined;
          this.#failed(undefined);
        },
      });
      return segment;
    }

    #failed(error: unknown): void {
      if (error !== undefined) report(error);
      this.#failures += 1;
      if (this.#failures > TRIES) void this.close();
      else setTimeout(() => void this.look(), AGAIN_AFTER).unref();
    }

    async #endSegment(): Promise<void> {
      const segment = this.#segment;
      this.#segment = undefined;
      await segment?.end();
    }

    async #finish(): Promise<void> {
      if (this.#isOver) return;
      this.#isOver = true;
      this.#unwatch();
      recorders.delete(this);
      await this.#endSegment();
      const { site, sessionKey, id } = this.#run;
      const done = await live.changeRun(site, sessionKey, (tx) =>
        recordings.over(tx, id, { recorder: SERVER }),
      );
      if (done === undefined) await database.write((tx) => recordings.over(tx, id, { recorder: SERVER }));
    }
  }

  return {
    /** Records the run of a session, as the rows say that it is. */
    async record(site: Site, sessionKey: number): Promise<void> {
      const running = await live.running(site, sessionKey);
      if (running)
        new Recorder({ site, sessionKey, id: running.run, startedAt: running.startedAt, breakouts: 0 });
    },

    /** Ends what is recorded here, with all that is there. */
    async stop(): Promise<void> {
      await Promise.all([...recorders].map((recorder) => recorder.close()));
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
