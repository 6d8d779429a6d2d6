/**
 * schedule.php: hosts schedule sessions there, change them and take them off. DO=CHECK says in JSON what the form means
 * as it stands; a link with DO=CANCEL asks whether to take the session off. Who has been signed out meanwhile is shown what they typed, to be sent again.
 */
import type { FastifyReply } from 'fastify';
import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { sessionAddress } from '../../browser/meetings/about-session.ts';
import { isOwnForm } from '../../browser/own-form.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { word } from '../../browser/parameters/parameter.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { hostFor, mayScheduleForOthers, mayStartSessions } from '../../policies/host.ts';
import { judgeOfChange, judgeOfDeletion, mayManage } from '../../policies/session.ts';
import { relationOf } from '../../sessions/relation.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { schedule } from '../../sessions/schedule.ts';
import { sessionService } from '../../sessions/services.ts';
import { SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import { serviceOf } from './desk.ts';
import { plannedTimes, schedulePage } from './form-page.ts';
import { type Before, givenOf } from './given-of.ts';
import { changeOccurrence, occurrencePage } from './occurrence.ts';
import { problemOf } from './refused.ts';
import { asGiven, SCHEDULE_FIELDS, type ScheduleFields } from './schedule-fields.ts';
import { ChangedMeanwhile, judgeOfVersion } from './version.ts';
import { wishIn } from './wish-in.ts';

const SCHEDULE = {
  ...SCHEDULE_FIELDS,
  DO: word('what is done', ['SAVE', 'CHECK', 'CANCEL', 'MOVE', 'DROP']),
};

/** What leads to it fills in no fields. */
type Fields = ScheduleFields & { readonly DO: string | undefined };

export async function schedulePhp(call: PageCall): Promise<FastifyReply> {
  const { request, folder, context } = call;
  const fields: Fields = parametersOf(call.request, SCHEDULE);
  const browserSession = await browserSessionOf(call);
  const isPosted = request.method === 'POST';
  if (isPosted && !isOwnForm(call))
    return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  if (!browserSession) return signedOut(call, fields, isPosted);
  const account = await context.accounts.withProfile(browserSession.account);
  const before = fields.MK === undefined ? undefined : await theirs(call, account, fields.MK);
  if (fields.MK !== undefined && !before) return isPosted ? gone(call, account, fields) : notFound(call);
  if (!before && !mayStartSessions(account) && !mayScheduleForOthers(call.site, account)) {
    return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
  }
  if (before && fields.OCC !== undefined) {
    return isPosted
      ? changeOccurrence(call, account, before, fields)
      : occurrencePage(call, before, fields.OCC);
  }
  if (!isPosted) return schedulePage(call, { account, before, asksToCancel: fields.DO === 'CANCEL' });
  if (fields.DO === 'CHECK') return checked(call, before, fields);
  if (fields.DO === 'CANCEL') return before ? cancelled(call, account, before) : notFound(call);
  return saved(call, account, before, fields);

  function notFound(here: PageCall): Promise<FastifyReply> {
    return show(here, { page: 'error', status: 404, problem: 'NotFound' });
  }

  function gone(here: PageCall, by: AccountWithProfile, typed: Fields): Promise<FastifyReply> {
    const { MK: _key, V: _version, DO: _deed, ...given } = typed;
    return schedulePage(here, {
      account: by,
      given: asGiven({ ...given, MK: undefined, V: undefined }),
      gone: true,
    });
  }

  function signedOut(here: PageCall, typed: Fields, wasPosted: boolean): Promise<FastifyReply> {
    const query = typed.MK === undefined ? {} : wayBack(typed.MK, typed);
    const MU = folder.address('schedule.php', query);
    if (!wasPosted || typed.DO === 'CANCEL' || typed.OCC !== undefined) return signInPage(here, { MU });
    if (typed.DO === 'CHECK') return here.reply.code(401).send({ problems: [] }) as never;
    const { DO: _deed, ...given } = typed;
    const signIn = folder.address('signin.php', { MU: folder.address('') });
    return schedulePage(here, { account: undefined, given: asGiven(given), signedOut: signIn });
  }
}

/** What leads to the same question after the sign-in: nothing is taken off by it. */
function wayBack(MK: number, { OCC, DO }: Fields): Record<string, string> {
  return { MK: String(MK), ...(OCC && { OCC }), ...(DO === 'CANCEL' && { DO }) };
}

/** A session that they manage, whole. Whatever else there is does not exist for them. */
async function theirs(call: PageCall, account: Account, sessionKey: number): Promise<Before | undefined> {
  const { sessions } = call.context;
  const found = await sessions.find(call.site, sessionKey);
  if (!found || !mayManage(await relationOf(sessions, found, account))) return undefined;
  return { session: await sessions.withDocument(found), people: await sessions.attendeesOf(found) };
}

/** What the form means as it stands. */
async function checked(call: PageCall, before: Before | undefined, fields: Fields): Promise<FastifyReply> {
  const service = before ? sessionService(before.session.service) : serviceOf(fields.SERVICE);
  const { wish, problems } = wishIn(call.site, service.serviceType, fields, before);
  const when = await plannedTimes(call, wish.timing ?? {}, before?.session);
  return call.reply.header('Cache-Control', 'no-store').send({ problems, when });
}

async function cancelled(call: PageCall, account: Account, { session }: Before): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const { sessions } = context;
  await sessions.remove(site, session.sessionKey, judgeOfDeletion(sessions, account));
  return redirect(call, folder.page('meetings.php', { WAS: 'CANCELLED' }));
}

async function saved(
  call: PageCall,
  account: AccountWithProfile,
  before: Before | undefined,
  fields: Fields,
): Promise<FastifyReply> {
  const { DO: _deed, ...typed } = fields;
  const given = asGiven(typed);
  const service = before ? sessionService(before.session.service) : serviceOf(fields.SERVICE);
  const { wish, problems } = wishIn(call.site, service.serviceType, fields, before);
  const when = await plannedTimes(call, wish.timing ?? {}, before?.session);
  const isPast = when !== undefined && !before && when.startAt < call.context.clock.now() - LATE;
  if (isPast && !wish.timing?.repeat?.repeatType?.startsWith('CONSTANT'))
    problems.push({ field: 'DATE', word: 'past' });
  if (problems.length > 0) return schedulePage(call, { account, before, given, problems, when });
  try {
    const session = before ? await changed() : await created();
    return redirect(
      call,
      new URL(sessionAddress(call, session, before ? 'CHANGED' : 'SCHEDULED'), folderOf(call)),
    );
  } catch (error) {
    if (error instanceof ChangedMeanwhile) {
      const now = await theirs(call, account, fields.MK ?? 0);
      const version = String(now?.session.version ?? '');
      return schedulePage(call, {
        account,
        before: now,
        given: { ...given, V: version },
        when,
        changedMeanwhile: now && changesSince(now, given),
      });
    }
    if (error instanceof SessionNotFound) return schedulePage(call, { account, given, when, gone: true });
    const problem = problemOf(error);
    if (!problem) throw error;
    return schedulePage(call, { account, before, given, problems: [problem], when });
  }

  async function created(): Promise<SessionWithDocument> {
    const { site, context } = call;
    const host = await hostFor(context.accounts, site, account, fields.HOST?.trim());
    return schedule(context, site, { host, creator: account, service, wish });
  }

  function changed(): Promise<SessionWithDocument> {
    const { site, context } = call;
    const judge = judgeOfVersion(judgeOfChange(site, account), fields.V);
    const sessionKey = fields.MK ?? 0;
    return reschedule(context, site, { sessionKey, caller: account, judge, wish });
  }
}

/** Who fills in a form takes their time: what began some minutes ago is not meant to be past. */
const LATE = 15 * 60_000;

function folderOf({ folder }: PageCall): URL {
  return folder.home;
}

/** The names of the fields that are otherwise now than in the form, for whoever has to look at them. */
function changesSince(now: Before, typed: Readonly<Record<string, string>>): string {
  const present = givenOf(now);
  const names = new Set([...Object.keys(present), ...Object.keys(typed)]);
  return [...names]
    .filter((name) => !['V', 'MK', 'HOST'].includes(name) && present[name] !== typed[name])
    .join(' ');
}
