/** The one way to change a session, whoever asks for it and by which protocol. */
import type { Account, AccountWithProfile } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { sessionTracking } from '../accounts/tracking-values.ts';
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import { sessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { documentAfter } from './document-after.ts';
import { localTimeAt } from './recurrence/clock-readings.ts';
import { type Relation, relationOf } from './relation.ts';
import { type SubjectParts, subjectAfter, subjectOf } from './sales-subject.ts';
import { audioPasswordFor, type Checked, canBeHost, checkSchedule } from './scheduling.ts';
import { zoneOfSession } from './series.ts';
import type { OccurrenceChange, SeriesException } from './series-exceptions.ts';
import { type SessionService, sessionService } from './services.ts';
import {
  HostNotFound,
  type Session,
  SessionInProgress,
  SessionNotFound,
  type SessionWithDocument,
} from './session.ts';
import type { Sessions } from './sessions.ts';
import { timingAfter } from './timing.ts';
import { checkWish, peopleAfter, type SessionWish } from './wish.ts';

/** What changing needs of the application. */
export interface ChangingParts extends SubjectParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly random: Random;
}

/** From the host whom a session has, if their account is still there, to another one. */
export interface Handover {
  readonly from: AccountWithProfile | undefined;
  readonly to: AccountWithProfile;
}

/** Judges a change by what is read inside the write (`policies/session.ts`). */
export interface JudgeOfChange {
  /** @throws a refusal when the caller may not change the session. */
  changes(session: Session, relation: Relation): void;
  /** @throws a refusal when the caller may not give the session to that host. */
  gives(hosts: Handover, relation: Relation): void;
}

export interface ChangeOfSession {
  readonly sessionKey: number;
  readonly caller: Account;
  readonly judge: JudgeOfChange;
  /** Sessions of another service are not found; without it those of every service are. */
  readonly service?: SessionService;
  readonly wish: SessionWish;
}

/**
 * Everything is read, judged and decided inside the write, so that two changes at once follow each other and nothing
 * that was acknowledged is lost. Resolves when it is on disk.
 * @throws SessionNotFound when there is none of that key for the caller.
 * @throws SessionInProgress while it runs.
 * @throws HostNotFound and what the judge throws, when the wish names another host.
 * @throws RuleBroken, SessionTypeNotSupported, SessionPasswordRequired, AlternateHostNotFound, TooManyAttendees,
 *   LabNotFound, LabFull when the wish breaks that rule.
 */
export async function reschedule(
  parts: ChangingParts,
  site: Site,
  { sessionKey, caller, judge, service, wish }: ChangeOfSession,
): Promise<SessionWithDocument> {
  const { accounts, sessions, clock, random } = parts;
  checkWish(wish);
  return sessions.change(site, sessionKey, async (current, people, tx) => {
    if (service && !service.has(site, current)) throw new SessionNotFound(sessionKey);
    const relation = await relationOf(sessions, current, caller, tx);
    judge.changes(current, relation);
    if (current.inProgress) throw new SessionInProgress(sessionKey);
    const host = await hostAfter(accounts, site, current, { wish, judge, relation, tx });
    const timed = timingAfter(wish.timing ?? {}, timingOf(current), clock.now());
    const rules = service ?? sessionService(current.service);
    const wished = wish.sessionType;
    const keepsType = wished === undefined || wished === -1 || wished === current.sessionType;
    // Whether the host may still use a type that stays is not asked.
    const type =
      (keepsType ? sessionType(site, current.sessionType) : undefined) ??
      rules.typeFor(site, host, wished, wish.document);
    const confName = wish.confName ?? current.confName;
    const timing = {
      ...timed,
      exceptions: withAudioPasswords(site, current.document, timed.exceptions, random),
    };
    const document = rules.settled(documentAfter(current.document, wish, timing, host), wish.document);
    const tracking = sessionTracking(site, rules.serviceType, {
      wished: wish.document?.tracking,
      before: current.document.tracking,
      isNew: false,
    });
    const attendees = peopleAfter(people, wish);
    const subject = wish.subject
      ? await subjectAfter(parts, host, { wish: wish.subject, before: subjectOf(document) }, tx)
      : {};
    const checked = { site, host, type, confName, duration: timing.duration, document };
    checkSchedule(checked);
    checkOccurrences(checked, wish.timing?.changes ?? [], timing.exceptions);
    return {
      host,
      sessionType: type.meetingTypeID,
      confName,
      startAt: timing.startAt,
      duration: timing.duration,
      timeZoneID: timing.zone.id,
      listStatus: site.settings.security.allMeetingsUnlisted ? 'UNLISTED' : wish.listStatus,
      document: {
        ...document,
        ...subject,
        tracking,
        audioPassword: audioPasswordFor(site, document, random),
      },
      attendees,
    };
  });
}

interface Choice extends Pick<ChangeOfSession, 'wish' | 'judge'> {
  readonly relation: Relation;
  readonly tx: Executor;
}

/** The host stays, unless the wish names another one. */
async function hostAfter(
  accounts: Accounts,
  site: Site,
  current: Session,
  { wish, judge, relation, tx }: Choice,
): Promise<AccountWithProfile> {
  const owner = await accounts.findById(current.host, tx);
  const other = wish.host?.toLowerCase() === owner?.webExId.toLowerCase() ? undefined : wish.host;
  if (other === undefined) {
    if (!owner) throw new SessionNotFound(current.sessionKey);
    return accounts.withProfile(owner, tx);
  }
  const named = await accounts.find(site, other, tx);
  if (!named || !canBeHost(named)) throw new HostNotFound(other);
  const from = owner && (await accounts.withProfile(owner, tx));
  const to = await accounts.withProfile(named, tx);
  judge.gives({ from, to }, relation);
  return to;
}

function timingOf({ timeZoneID, startAt, duration, confName, document }: SessionWithDocument) {
  const zone = zoneOfSession({ timeZoneID, document });
  const startLocal = document.startLocal ?? localTimeAt(startAt, zone);
  const { repeat, exceptions = [], agenda, password } = document;
  const usual = { duration, confName, agenda, password };
  return { zone, startLocal, startAt, duration, repeat, exceptions, usual };
}

/** Each password of an occurrence has an audio password, as that of a session has. */
function withAudioPasswords(
  site: Site,
  document: SessionWithDocument['document'],
  exceptions: readonly SeriesException[],
  random: Random,
): readonly SeriesException[] {
  return exceptions.map((one) => {
    if (one.own?.password === undefined) return one;
    const { password, audioPassword } = one.own;
    const own = audioPasswordFor(site, { ...document, password, audioPassword }, random);
    return { ...one, own: { ...one.own, audioPassword: own } };
  });
}

/** Those that are changed keep the limits and rules that the session keeps. @throws RuleBroken, SessionPasswordRequired */
function checkOccurrences(
  checked: Checked,
  changes: readonly OccurrenceChange[],
  exceptions: readonly SeriesException[],
): void {
  for (const { index } of changes) {
    const own = exceptions.find((one) => one.index === index)?.own;
    if (!own) continue;
    const { confName = checked.confName, duration = checked.duration, password } = own;
    const document =
      password === undefined
        ? checked.document
        : { ...checked.document, password: password === '' ? undefined : password };
    checkSchedule({ ...checked, confName, duration, document });
  }
}
