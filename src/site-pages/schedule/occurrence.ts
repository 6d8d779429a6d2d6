/** One occurrence of a series: it is moved, or it does not take place. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { sessionAddress } from '../../browser/meetings/about-session.ts';
import { timetable } from '../../browser/meetings/timetable.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { FieldProblem } from '../../browser/pages/schedule-page.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { judgeOfChange } from '../../policies/session.ts';
import { type Occurrence, occurrenceAt } from '../../sessions/occurrence-list.ts';
import { localTimeAt } from '../../sessions/recurrence/clock-readings.ts';
import { NO_REPEAT } from '../../sessions/recurrence/repeat.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import type { LocalTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { dateIn, timeIn } from './date-fields.ts';
import { type Before, startGiven } from './given-of.ts';
import { problemOf } from './refused.ts';
import type { ScheduleFields } from './schedule-fields.ts';

type Fields = ScheduleFields & { readonly DO: string | undefined };

export async function occurrencePage(
  call: PageCall,
  { session }: Before,
  index: string,
  {
    given,
    problems = [],
  }: { given?: { DATE: string; TIME: string }; problems?: readonly FieldProblem[] } = {},
): Promise<FastifyReply> {
  const occurrence = session.recurring ? occurrenceAt(session, Number(index)) : undefined;
  if (!occurrence) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  const zone = zoneOf(session.timeZoneID);
  const start = localTimeAt(startOf(occurrence), zone);
  const when = await timetable(call, { start, zone, repeat: NO_REPEAT }, session.duration);
  if (!when) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  const MK = String(session.sessionKey);
  const form: Form = {
    action: call.folder.address('schedule.php'),
    fields: { MK, OCC: String(occurrence.index), ...ownFormField(call) },
  };
  return show(call, {
    page: 'occurrence',
    confName: session.confName,
    back: sessionAddress(call, session),
    series: call.folder.address('schedule.php', { MK }),
    problems,
    given: given ?? startGiven(start),
    when,
    move: form,
    drop: form,
  });
}

export async function changeOccurrence(
  call: PageCall,
  account: Account,
  before: Before,
  fields: Fields,
): Promise<FastifyReply> {
  const { site, context } = call;
  const { DATE = '', TIME = '', OCC = '', DO } = fields;
  const index = Number(OCC);
  const problems: FieldProblem[] = [];
  const start = DO === 'DROP' ? undefined : startIn(DATE, TIME, problems);
  const again = { given: { DATE, TIME }, problems };
  if (problems.length > 0) return occurrencePage(call, before, OCC, again);
  try {
    const session = await reschedule(context, site, {
      sessionKey: before.session.sessionKey,
      caller: account,
      judge: judgeOfChange(site, account),
      wish: { timing: { changes: [{ index, start }] } },
    });
    return redirect(
      call,
      new URL(sessionAddress(call, session, start ? 'MOVED' : 'DROPPED'), call.folder.home),
    );
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return occurrencePage(call, before, OCC, {
      ...(DO === 'MOVE' && { given: { DATE, TIME } }),
      problems: [asOccurrence(problem)],
    });
  }
}

/** What the rules of a series say of one of its days. */
function asOccurrence(problem: FieldProblem): FieldProblem {
  return problem.field === 'DATE'
    ? { field: 'DATE', word: 'takenDay' }
    : { word: problem.word === 'refused' ? 'lastOne' : problem.word };
}

function startOf({ from, at = from }: Occurrence): number {
  return at;
}

function startIn(date: string, time: string, problems: FieldProblem[]): LocalTime | undefined {
  const day = dateIn(date);
  const clock = timeIn(time);
  if (!day) problems.push({ field: 'DATE', word: date === '' ? 'required' : 'date' });
  if (!clock) problems.push({ field: 'TIME', word: time === '' ? 'required' : 'time' });
  return day && clock && { year: day.year, month: day.month, day: day.day, ...clock, second: 0 };
}
