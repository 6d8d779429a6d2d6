/** GET /meetings?meetingSeriesId=: the starts of one series within a window, and the times that it ran, by their instants. */
import { allOccurrences, type Occurrence } from '../../sessions/occurrence-list.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { LARGEST_PAGE, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import type { RestReply } from '../rest-reply.ts';
import { findMeeting } from './find-meeting.ts';
import { fits } from './fitting.ts';
import { keptOfRuns } from './kept-of-runs.ts';
import type { AskedList } from './list-meetings.ts';
import { type ListWindow, windowOf } from './list-window.ts';
import { instanceValue } from './present-instance.ts';
import { type MeetingValue, nextIndexOf, presentOccurrence } from './present-meeting.ts';
import { runsOfOccurrence } from './runs-of-occurrence.ts';
import { type EntryToThin, thinnedPage } from './thinned-page.ts';

/** When it begins, 0 for a start and 1 for a run, and its index or its row. */
type Place = readonly [at: number, kind: 0 | 1, id: number];
type Entry = EntryToThin<MeetingValue, Place>;

/** Runs that are read at once. */
const RUNS = 100;

export async function ofSeries(call: RestCall, query: AskedList, seriesId: string): Promise<RestReply> {
  const meeting = await findMeeting(call, seriesId);
  const { session } = meeting;
  const list = `meetings of ${session.sessionKey}`;
  const most = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
  const position = positionOf<[number, 0 | 1, number, number, number]>(call, list, query);
  // A page that is asked for later goes on in the window of the first.
  const window = position ? { from: position[3], to: position[4] } : windowOf(call, query, 'around');
  const after: Place | undefined = position && [position[0], position[1], position[2]];
  const asked = async (value: MeetingValue) => (fits(value, query) ? value : undefined);
  const nextIndex = nextIndexOf(session, undefined, call.app.clock.now());

  const startEntry = (one: Occurrence): Entry => ({
    place: [one.at ?? one.from, 0, one.index],
    async present() {
      const usages = await runsOfOccurrence(call, session, one);
      return asked(presentOccurrence(call, { ...meeting, usages, nextIndex }, one));
    },
  });
  const { meetingType: kind } = query;
  const starts =
    kind === undefined || kind === 'scheduledMeeting'
      ? startsWithin(session, window, after).map(startEntry)
      : [];
  const runs =
    kind === undefined || kind === 'meeting'
      ? runsWithin(call, session, { window, after, asked })
      : nothing();
  const { items, next } = await thinnedPage(merged(starts, runs), most);
  return page(call, list, items, next && [...next, window.from, window.to]);
}

/** They follow from the rule of the series: nothing is read for them. */
function startsWithin(session: SessionWithDocument, { from, to }: ListWindow, after: Place | undefined) {
  return allOccurrences(session).filter(({ at, index }) => {
    if (at === undefined || at < from || at >= to) return false;
    return after === undefined || isBefore(after, [at, 0, index]);
  });
}

async function* runsWithin(
  call: RestCall,
  session: SessionWithDocument,
  {
    window,
    after,
    asked,
  }: {
    readonly window: ListWindow;
    readonly after: Place | undefined;
    asked(value: MeetingValue): Promise<MeetingValue | undefined>;
  },
): AsyncGenerator<Entry> {
  // After a start come all runs of its instant.
  let last = after && { at: after[0], id: after[1] === 1 ? after[2] : 0 };
  for (;;) {
    const found = await call.app.history.runsOf(call.site, session.sessionKey, {
      ...window,
      after: last,
      most: RUNS,
    });
    const kept = await keptOfRuns(call, found);
    for (const usage of found) {
      yield {
        place: [usage.startedAt, 1, usage.id],
        present: () => asked(instanceValue(call, usage, session, kept(usage.id))),
      };
    }
    const end = found.at(-1);
    if (found.length < RUNS || !end) return;
    last = { at: end.startedAt, id: end.id };
  }
}

async function* nothing(): AsyncGenerator<Entry> {}

async function* merged(starts: readonly Entry[], runs: AsyncGenerator<Entry>): AsyncGenerator<Entry> {
  let run = await runs.next();
  for (const start of starts) {
    while (!run.done && isBefore(run.value.place, start.place)) {
      yield run.value;
      run = await runs.next();
    }
    yield start;
  }
  while (!run.done) {
    yield run.value;
    run = await runs.next();
  }
}

function isBefore(one: Place, other: Place): boolean {
  return one[0] - other[0] < 0 || (one[0] === other[0] && (one[1] - other[1] || one[2] - other[2]) < 0);
}
