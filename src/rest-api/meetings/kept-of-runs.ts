/** What is left of the times that meetings ran: recordings, what was said in them, and what was written. */
import type { Usage } from '../../history/usage.ts';
import type { RestCall } from '../rest-caller.ts';

export interface KeptOfRun {
  readonly hasRecording: boolean;
  readonly hasChat: boolean;
  readonly hasTranscription: boolean;
  /** A transcript is shown with the recording, as captions. */
  readonly hasClosedCaption: boolean;
}

const NOTHING: KeptOfRun = {
  hasRecording: false,
  hasChat: false,
  hasTranscription: false,
  hasClosedCaption: false,
};

/** Recordings of one page of runs that are looked at. */
const MOST = 1_000;

/** @returns by the number of the run; nothing is told of one that still runs */
export async function keptOfRuns(
  { app, site }: Pick<RestCall, 'app' | 'site'>,
  usages: readonly Pick<Usage, 'id' | 'endedAt'>[],
): Promise<(run: number) => KeptOfRun> {
  const runs = usages.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id);
  if (runs.length === 0) return () => NOTHING;
  const { recordings } = await app.recordingList.search(
    site,
    { runs, inBin: false, states: ['READY'] },
    { startFrom: 1, maximumNum: MOST },
  );
  const recorded = new Set(recordings.map(({ run }) => run));
  const said = new Set<number>();
  for (const run of runs) if ((await app.chat.lastOf(run)) > 0) said.add(run);
  const written = await app.transcriptPages.ofRuns(site, runs);
  return (run) => ({
    hasRecording: recorded.has(run),
    hasChat: said.has(run),
    hasTranscription: written.has(run),
    hasClosedCaption: written.has(run),
  });
}
