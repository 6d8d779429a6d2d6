/** One occurrence of a series: it has times, a title, an agenda and a password of its own, or does not take place. */
import { isDeepStrictEqual } from 'node:util';
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { sessionAddress } from '../../browser/meetings/about-session.ts';
import { timetable } from '../../browser/meetings/timetable.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { FieldProblem, GivenFields } from '../../browser/pages/schedule-page.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { judgeOfChange } from '../../policies/session.ts';
import { asOccurrence } from '../../sessions/as-occurrence.ts';
import { type Occurrence, occurrenceAt } from '../../sessions/occurrence-list.ts';
import { localTimeAt } from '../../sessions/recurrence/clock-readings.ts';
import { NO_REPEAT } from '../../sessions/recurrence/repeat.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { zoneOfSession } from '../../sessions/series.ts';
import type { OwnWish } from '../../sessions/series-exceptions.ts';
import type { LocalTime } from '../../time/site-time.ts';
import { dateIn, numberIn, timeIn } from './date-fields.ts';
import { passwordRules } from './desk.ts';
import { type Before, startGiven } from './given-of.ts';
import { problemOf } from './refused.ts';
import type { ScheduleFields } from './schedule-fields.ts';
import { nameIn, wordsIn } from './wish-in.ts';

type Fields = ScheduleFields & { readonly DO: string | undefined };

export async function occurrencePage(
  call: PageCall,
  { session }: Before,
  index: string,
  { given, problems = [] }: { given?: GivenFields; problems?: readonly FieldProblem[] } = {},
): Promise<FastifyReply> {
  const occurrence = session.recurring ? occurrenceAt(session, Number(index)) : undefined;
  if (!occurrence) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  const zone = zoneOfSession(session);
  const start = localTimeAt(startOf(occurrence), zone);
  const when = await timetable(call, { start, zone, repeat: NO_REPEAT }, occurrence.duration);
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
    given: given ?? { ...ownGiven(session, occurrence), ...startGiven(start) },
    password: passwordRules(call.site),
    when,
    // What stands in the fields is told apart from the series as it was when they were filled in.
    move: { ...form, fields: { ...form.fields, V: String(session.version) } },
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
  const { NAME, DATE = '', TIME = '', MINUTES, PW, AGENDA, OCC = '', DO } = fields;
  const index = Number(OCC);
  const problems: FieldProblem[] = [];
  const there = occurrenceAt(before.session, index);
  const wished = DO === 'DROP' ? undefined : startIn(DATE, TIME, problems);
  const isAsItIs = wished && there && isSameStart(wished, before.session, there);
  const start = isAsItIs && there.at !== undefined ? 'as it is' : wished;
  const own = DO === 'DROP' ? undefined : ownIn(fields, problems);
  const given = { NAME, DATE, TIME, MINUTES, PW, AGENDA };
  if (DO !== 'DROP' && fields.V !== undefined && Number(fields.V) !== before.session.version) {
    problems.push({ word: 'changedMeanwhile' });
  }
  if (problems.length > 0) return occurrencePage(call, before, OCC, { given, problems });
  try {
    const session = await reschedule(context, site, {
      sessionKey: before.session.sessionKey,
      caller: account,
      judge: judgeOfChange(site, account),
      wish: { timing: { zone: zoneOfSession(before.session), changes: [{ index, start, own }] } },
    });
    const deed = start === undefined ? 'DROPPED' : isAsItIs ? 'CHANGED' : 'MOVED';
    return redirect(call, new URL(sessionAddress(call, session, deed), call.folder.home));
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return occurrencePage(call, before, OCC, {
      ...(DO === 'MOVE' && { given }),
      problems: [ofOneDay(problem)],
    });
  }
}

function isSameStart(wished: LocalTime, session: Before['session'], occurrence: Occurrence): boolean {
  const start = localTimeAt(startOf(occurrence), zoneOfSession(session));
  return isDeepStrictEqual(startGiven(wished), startGiven(start));
}

function ownGiven(session: Before['session'], occurrence: Occurrence): GivenFields {
  const { confName, document } = asOccurrence(session, occurrence.at);
  return {
    NAME: confName,
    MINUTES: String(occurrence.duration),
    PW: document.password || undefined,
    AGENDA: document.agenda,
  };
}

/** What is left empty is empty; nothing where the form has asked for a start alone. */
function ownIn(fields: Fields, problems: FieldProblem[]): OwnWish | undefined {
  const { NAME, MINUTES, PW, AGENDA } = fields;
  if ([NAME, MINUTES, PW, AGENDA].every((field) => field === undefined)) return undefined;
  const duration = numberIn(MINUTES ?? '', 1, 99_999);
  if (duration === undefined) problems.push({ field: 'MINUTES', word: 'minutes' });
  return { confName: nameIn(fields, problems), duration, ...wordsIn(fields, problems) };
}

/** What the rules of a series say of one of its days. */
function ofOneDay(problem: FieldProblem): FieldProblem {
  return problem.field === 'DATE'
    ? { field: 'DATE', word: 'takenDay' }
    : problem.field !== undefined
      ? problem
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
