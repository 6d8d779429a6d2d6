/** A run from its first moment to its last, and everything that is written with it in one transaction. */
import type { Accounts } from '../accounts/accounts.ts';
import { isAnothers, type RecordAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Executor, UsageEnd } from '../database/database.ts';
import type { History } from '../history/history.ts';
import type { SalesSubjects } from '../sales/subject-names.ts';
import { asRun } from '../sessions/as-occurrence.ts';
import { subjectOf } from '../sessions/sales-subject.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from '../sessions/session.ts';
import type { Participant, RecordSessionEvent, RunEvent } from '../sessions/session-events.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Site } from '../sites/site.ts';
import { emptiest, isSpread } from './breakout-seats.ts';
import type { CoHosts } from './co-hosts.ts';
import { expectedOf, NOBODY } from './expected.ts';
import type { HostPart } from './host-part.ts';
import { LEASE, type LiveStatements, type RunRow, type StayRow } from './live-statements.ts';
import {
  isOpenBeforeHost,
  keyOf,
  type Place,
  type Terms,
  termsOfRoom,
  termsOfSession,
  usageOfRoom,
  usageOfSession,
} from './place.ts';
import { storedRules } from './rules.ts';
import { attendanceOf, SessionNotRunning, stayOf } from './stay.ts';

interface Parts {
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly history: History;
  readonly salesSubjects: SalesSubjects;
  readonly record: RecordSessionEvent;
  readonly recordAudit: RecordAudit;
  readonly statements: LiveStatements;
  readonly hostPart: HostPart;
  readonly coHosts: CoHosts;
  /** Tells those who watch, once the transaction is on disk. */
  readonly changed: (tx: Executor, sessionKey: number) => void;
}

interface End {
  readonly at: number;
  readonly reason: UsageEnd;
}

export type Runs = ReturnType<typeof openRuns>;

export function isLocked({ locked, lock_at }: Pick<RunRow, 'locked' | 'lock_at'>, now: number): boolean {
  return locked === 1 || (lock_at !== null && lock_at <= now);
}

/** Whoever changes a run holds its row first and the session's after it, so that two writes never wait for each other. */
export function openRuns(parts: Parts) {
  const { clock, accounts, sessions, history, salesSubjects, record, recordAudit } = parts;
  const { statements, hostPart, coHosts, changed } = parts;

  /** The run of a key, kept as it is until the write ends, without those who were lost; nothing when it is over. */
  async function held(tx: Executor, site: Site, sessionKey: number): Promise<RunRow | undefined> {
    const run = await statements.runToChange.first({ site: site.id, key: sessionKey }, tx);
    if (!run) return undefined;
    const lost = await statements.expired.all({ run: run.id, now: clock.now() }, tx);
    if (lost.length === 0) return run;
    let last = run.started_at;
    for (const stay of lost) {
      // Nobody knows more than that they were there when they last said so.
      const at = Math.max(stay.joined_at, stay.lease_until - LEASE);
      await statements.endStay.run({ id: stay.id, state: 'LEFT', at }, tx);
      if (stay.state !== 'IN') continue;
      await statements.setAway.run({ id: stay.id }, tx);
      await history.leave(tx, stay.id, at, 'LOST');
      await recordLeft(tx, site, run, stay, { at, reason: 'LOST' });
      last = Math.max(last, at);
    }
    return (await goesOn(tx, site, run, { at: last, reason: 'LOST' })) ? run : undefined;
  }

  /** After somebody has gone: a run with nobody in it ends, whoever waits at its door. */
  async function goesOn(tx: Executor, site: Site, run: RunRow, over: End): Promise<boolean> {
    if ((await peopleIn(tx, run)) === 0) {
      await end(tx, site, run, over);
      return false;
    }
    await hostPart.succeed(tx, run);
    await statements.touch.run({ id: run.id }, tx);
    changed(tx, run.session_key);
    return true;
  }

  async function peopleIn(tx: Executor, run: RunRow): Promise<number> {
    return (await statements.peopleIn.first({ run: run.id, now: clock.now() }, tx))?.people ?? 0;
  }

  async function end(tx: Executor, site: Site, run: RunRow, { at, reason }: End): Promise<void> {
    const isThere = run.session !== null && (await sessions.find(site, run.session_key, tx));
    const session = isThere ? await sessions.held(site, run.session_key, tx) : undefined;
    const expected = session ? expectedOf(await sessions.attendeesOf(session, tx)) : NOBODY;
    const { peak } = run;
    await statements.endStays.run({ run: run.id, at }, tx);
    await history.end(tx, run.id, { at, reason, peak, expected });
    await statements.dropRun.run({ id: run.id }, tx);
    await record(tx, site, { kind: 'session.ended', ...runOf(run), endedAt: at, reason, peak });
    changed(tx, run.session_key);
    if (!session) return;
    await sessions.setLive(session, { startedAt: null, hostJoined: false, participantsJoined: false }, tx);
    const { autoDeleteAfterMeetingEnd } = session.document.enableOptions;
    if (autoDeleteAfterMeetingEnd && !session.recurring) await sessions.removeEnded(site, session, tx);
  }

  /** Whose it is, and what it is called. */
  async function ownerOf(tx: Executor, site: Site, run: RunRow): Promise<{ host: number; name: string }> {
    const { session_key: key } = run;
    const session = run.session === null ? undefined : await sessions.find(site, key, tx);
    if (session) return { host: session.host, name: session.confName };
    const owner = await accounts.findByAccessCode(site, String(key));
    return { host: owner?.id ?? 0, name: owner?.webExId ?? String(key) };
  }

  /** Somebody ends it for all. Where it is another's, that is written down. */
  async function endForAll(tx: Executor, site: Site, run: RunRow): Promise<void> {
    const { host, name } = await ownerOf(tx, site, run);
    await end(tx, site, run, { at: clock.now(), reason: 'ENDED' });
    if (!isAnothers(host)) return;
    const after = { people: run.peak, startedAt: new Date(run.started_at).toISOString() };
    await recordAudit(tx, { site, act: 'session.ended', name, id: run.session_key, after });
  }

  async function beginSession(
    tx: Executor,
    site: Site,
    run: RunRow,
    session: SessionWithDocument,
  ): Promise<Terms> {
    const host = await accounts.findById(session.host, tx);
    if (!host) throw new SessionNotFound(session.sessionKey);
    const subject = subjectOf(session.document);
    const names = await salesSubjects.names([subject], tx);
    const usage = usageOfSession(site, asRun(session, run.started_at), host, {
      account: names.accounts.get(subject.intAccountID),
      opportunity: names.opportunities.get(subject.intOpptyID),
    });
    await history.begin(tx, { ...usage, id: run.id, site: site.id, startedAt: run.started_at });
    return termsOfSession(site, session, run.started_at);
  }

  /**
   * Begins the run of a place; nothing when somebody else has begun it in the meantime.
   * @throws SessionNotFound when there is no such session
   * @throws SessionNotRunning when the person may not begin it
   */
  async function begin(tx: Executor, site: Site, place: Place, isHost: boolean): Promise<RunRow | undefined> {
    const sessionKey = keyOf(site, place);
    const now = clock.now();
    const run = await statements.beginRun.first(
      { site: site.id, session_key: sessionKey, started_at: now },
      tx,
    );
    if (!run) return undefined;
    let session: Session | undefined;
    let terms: Terms;
    if (place.kind === 'session') {
      const current = await sessions.held(site, sessionKey, tx);
      if (!isHost && !isOpenBeforeHost(site, current, now)) throw new SessionNotRunning(sessionKey);
      terms = await beginSession(tx, site, run, current);
      session = current;
    } else {
      if (!isHost) throw new SessionNotRunning(sessionKey);
      const usage = usageOfRoom(site, place.owner, sessionKey);
      await history.begin(tx, { ...usage, id: run.id, site: site.id, startedAt: now });
      terms = termsOfRoom(site, place.owner, now);
    }
    const kept = {
      session: session?.id ?? null,
      capacity: terms.capacity,
      admission: terms.admission ? 1 : 0,
      rules: storedRules(terms.rules),
    } as const;
    const firstPresents = terms.firstPresents ? 1 : 0;
    const { lockAt, coHosts: who } = terms;
    await statements.setTerms.run({ ...kept, id: run.id, lockAt, firstPresents, coHosts: who }, tx);
    const given = { lock_at: lockAt, first_presents: firstPresents, co_hosts: who } as const;
    const begun: RunRow = { ...run, ...kept, ...given };
    await record(tx, site, { kind: 'session.started', ...runOf(begun) });
    const [host, name] = session
      ? [session.host, session.confName]
      : place.kind === 'room'
        ? [place.owner.id, place.owner.webExId]
        : [0, ''];
    if (isHost && isAnothers(host)) {
      await recordAudit(tx, { site, act: 'session.started', name, id: sessionKey });
    }
    return begun;
  }

  /** Somebody is in: the run and its session say so. */
  async function noteJoined(tx: Executor, run: RunRow, isHost: boolean): Promise<void> {
    const host = isHost ? 1 : run.host_joined;
    const participants = isHost ? run.participants_joined : 1;
    const peak = Math.max(run.peak, await peopleIn(tx, run));
    await statements.joined.run({ id: run.id, host, participants, peak }, tx);
    changed(tx, run.session_key);
    if (run.session === null) return;
    if (host === run.host_joined && participants === run.participants_joined) return;
    await sessions.setLive(
      { id: run.session },
      { startedAt: run.started_at, hostJoined: host === 1, participantsJoined: participants === 1 },
      tx,
    );
  }

  async function recordLeft(
    tx: Executor,
    site: Pick<Site, 'id'>,
    { id, session_key: sessionKey }: RunRow,
    stay: StayRow,
    { at, reason }: { readonly at: number; readonly reason: 'LEFT' | 'EXPELLED' | 'LOST' },
  ): Promise<void> {
    const participant = participantOf(stay);
    await record(tx, site, { kind: 'participant.left', sessionKey, run: id, participant, at, reason });
  }

  async function recordJoined(tx: Executor, run: RunRow, stay: StayRow, at: number): Promise<void> {
    const { site, session_key: sessionKey, id } = run;
    const participant = participantOf(stay);
    await record(tx, { id: site }, { kind: 'participant.joined', sessionKey, run: id, participant, at });
  }

  /** A newcomer goes into a breakout room, where people do so by themselves. */
  async function seatInBreakout(tx: Executor, run: RunRow, stay: StayRow): Promise<void> {
    if (run.breakouts === 0 || !isSpread(stayOf(stay))) return;
    const people = (await statements.present.all({ run: run.id }, tx)).filter(({ id }) => id !== stay.id);
    const breakout = emptiest(people.map(stayOf), { rooms: run.breakouts, size: run.breakout_size });
    await statements.setBreakout.run({ id: stay.id, breakout }, tx);
  }

  return {
    recordLeft,
    held,
    begin,
    end,
    endForAll,
    goesOn,
    peopleIn,

    /** Somebody comes in, from outside or from the door. */
    async letIn(tx: Executor, run: RunRow, stay: StayRow): Promise<void> {
      await history.join(tx, attendanceOf(stay));
      await recordJoined(tx, run, stay, stay.joined_at);
      await hostPart.seat(tx, run, stay, true);
      await seatInBreakout(tx, run, await coHosts.welcome(tx, run, stay));
      await noteJoined(tx, run, stay.is_host === 1);
    },

    /** Somebody is back who was lost. */
    async letInBack(tx: Executor, run: RunRow, stay: StayRow): Promise<void> {
      await history.comeBack(tx, stay.id);
      await recordJoined(tx, run, stay, clock.now());
      await hostPart.back(tx, run, stay);
      // Their breakout room has closed meanwhile.
      if (stay.breakout > run.breakouts) await statements.setBreakout.run({ id: stay.id, breakout: 0 }, tx);
      await noteJoined(tx, run, stay.is_host === 1);
    },

    /** Somebody who is in comes again. */
    async letInAgain(tx: Executor, run: RunRow, stay: StayRow): Promise<void> {
      await history.rejoin(tx, attendanceOf(stay));
      await hostPart.seat(tx, run, stay, false);
      await coHosts.welcome(tx, run, stay);
      await noteJoined(tx, run, stay.is_host === 1);
    },

    async lock(tx: Executor, run: RunRow, locked: boolean): Promise<void> {
      await statements.lock.run({ id: run.id, locked: locked ? 1 : 0 }, tx);
      changed(tx, run.session_key);
    },

    async setRules(tx: Executor, run: RunRow, rules: string): Promise<void> {
      await statements.setRules.run({ id: run.id, rules }, tx);
      changed(tx, run.session_key);
    },

    /** Somebody is at the door, or no longer. */
    async touch(tx: Executor, run: RunRow): Promise<void> {
      await statements.touch.run({ id: run.id }, tx);
      changed(tx, run.session_key);
    },
  };
}

function runOf(run: RunRow): Omit<Extract<RunEvent, { readonly kind: 'session.started' }>, 'kind'> {
  const { id, session_key: sessionKey, session, started_at: startedAt } = run;
  return { sessionKey, run: id, isPersonalRoom: session === null, startedAt };
}

function participantOf({ id, name, email, account, attendee, is_host }: StayRow): Participant {
  return { id, name, email, account, attendee, isHost: is_host === 1 };
}
