/** The participants of one time that a meeting ran, or runs: of the one that an id means. */
import type { Usage } from '../../history/usage.ts';
import { instantOf } from '../date-times.ts';
import type { MeetingId } from '../ids.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { type HeldMeeting, heldMeeting } from './held-meeting.ts';
import { type ParticipantValue, presentAttendance, presentStay } from './present-participant.ts';

/** Somebody with the place that they have in a list. */
export interface ListedParticipant {
  readonly joinedAt: number;
  readonly number: number;
  readonly value: ParticipantValue;
}

interface ListQuery {
  readonly meetingId: string;
  readonly hostEmail?: string | undefined;
  readonly meetingStartTimeFrom?: string | undefined;
  readonly meetingStartTimeTo?: string | undefined;
  readonly joinTimeFrom?: string | undefined;
  readonly joinTimeTo?: string | undefined;
}

/**
 * In the order in which they came.
 * @throws RestFailure when there is no such meeting, or it never ran
 * @throws NotPermitted, InvalidItem, InvalidElement
 */
export async function participantsOf(call: RestCall, query: ListQuery): Promise<ListedParticipant[]> {
  const named = call.ids.meeting(call.site.id, query.meetingId);
  if (!named) throw new RestFailure(404, TEXTS.noData);
  const meeting = await heldMeeting(call, named.sessionKey, query.hostEmail);
  const usage = usageOf(call, meeting, named, query);
  if (!usage) return [];
  const all = await everybody(call, usage);
  const { from, to } = bounds(call, query.joinTimeFrom, query.joinTimeTo, 'joinTime');
  return all.filter(({ joinedAt }) => joinedAt >= from && joinedAt < to);
}

/** While it runs those who are there, afterwards all who were. */
export async function everybody(call: RestCall, usage: Usage): Promise<ListedParticipant[]> {
  const { app, site } = call;
  const state = usage.endedAt === null ? await app.live.state(site, usage.sessionKey) : undefined;
  const listed =
    state?.run === usage.id
      ? [...state.people, ...state.waiting].map((stay) => ({
          joinedAt: stay.joinedAt,
          number: stay.id,
          value: presentStay(call, usage, stay),
        }))
      : (await app.history.attendancesOf(usage)).map((attendance) => ({
          joinedAt: attendance.joinedAt,
          number: attendance.id,
          value: presentAttendance(call, usage, attendance),
        }));
  return listed.sort((one, other) => one.joinedAt - other.joinedAt || one.number - other.number);
}

/** The last one of a series or an occurrence, in the time that is asked for. */
function usageOf(
  call: RestCall,
  { usages }: HeldMeeting,
  named: MeetingId,
  query: ListQuery,
): Usage | undefined {
  if (named.of === 'instance') {
    const found = usages.find(({ startedAt }) => Math.floor(startedAt / 1000) * 1000 === named.startedAt);
    if (!found) throw new RestFailure(404, TEXTS.noData);
    return found;
  }
  const { from, to } = bounds(call, query.meetingStartTimeFrom, query.meetingStartTimeTo, 'meetingStartTime');
  return usages
    .filter(({ startedAt }) => startedAt >= from && startedAt < to)
    .filter(({ startAt }) => named.of === 'series' || startAt === named.startAt)
    .reduce<Usage | undefined>(
      (last, usage) => (last && last.startedAt > usage.startedAt ? last : usage),
      undefined,
    );
}

/** @throws InvalidItem when they are the wrong way round */
function bounds({ zone }: RestCall, from: string | undefined, to: string | undefined, element: string) {
  const window = {
    from: from === undefined ? Number.NEGATIVE_INFINITY : instantOf(from, `${element}From`, zone),
    to: to === undefined ? Number.POSITIVE_INFINITY : instantOf(to, `${element}To`, zone),
  };
  if (window.from > window.to) {
    throw new InvalidItem(`'${element}From' must not be after '${element}To'.`, `${element}From`);
  }
  return window;
}
