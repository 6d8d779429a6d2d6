/**
 * Keeps the plan of a session's mail in step with the session, and writes what is due: who gets it is asked then. What
 * is written and that it was is one transaction, so that several processes, and one that is killed, write nothing twice.
 */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Happened, Listener } from '../events.ts';
import type { History } from '../history/history.ts';
import { type Attendee, isPanelist } from '../sessions/attendee.ts';
import { isTold } from '../sessions/attendees.ts';
import { durationAt } from '../sessions/series.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import type { Letter } from './letter.ts';
import type { NewMail } from './message.ts';
import {
  type FollowUp,
  followUpsAfter,
  isFollowUp,
  isPlannedFor,
  isStillPlanned,
  type Planned,
  type PlannedKind,
  remindersAfter,
} from './plan.ts';
import { type PlannedRow, plannedStatements } from './planned-statements.ts';

export interface PlannerParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly history: Pick<History, 'usagesOf' | 'attendancesOf'>;
  readonly site: (id: number) => Promise<Site | undefined>;
  readonly session: (site: Site, sessionKey: number) => Promise<SessionWithDocument | undefined>;
  /** The session that something has happened to, as it is now: read once for all who listen. */
  readonly sessionOf: (happened: Happened) => Promise<SessionWithDocument | undefined>;
  readonly attendees: (session: SessionWithDocument) => Promise<readonly Attendee[]>;
  /** Nothing when there is nobody to write in the name of. */
  readonly letter: (site: Site, session: SessionWithDocument) => Promise<Letter | undefined>;
  /** Whom the host's own reminder goes to: they are not written to twice. */
  readonly reminded: (letter: Letter) => readonly string[];
  readonly record: (tx: Executor, mail: NewMail) => Promise<void>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type Planner = ReturnType<typeof openPlanner>;

const MINUTE = 60_000;
const BATCH = 100;

/** What could not be written, or comes too early while the session runs, is looked at again after that. */
const AGAIN_AFTER = 10 * MINUTE;

/** What was written is remembered for so long: nothing is planned that is further behind. */
const KEPT = 60 * 24 * 60 * MINUTE;
const FORGET_EVERY = 6 * 60 * MINUTE;

export function openPlanner(parts: PlannerParts) {
  const { database, clock, history } = parts;
  const statements = plannedStatements(database);
  let forgotAt = 0;

  const planOf = (site: Site, sessionKey: number, { kind, startAt, dueAt }: Planned) => ({
    site: site.id,
    session_key: sessionKey,
    kind,
    start_at: startAt,
    due_at: dueAt,
  });

  async function plan(tx: Executor, site: Site, sessionKey: number, all: readonly Planned[]): Promise<void> {
    for (const one of all) await statements.plan.run(planOf(site, sessionKey, one), tx);
  }

  /** The session as it is now, or nothing of it. */
  async function keepInStep(tx: Executor, site: Site, session: SessionWithDocument): Promise<void> {
    const { sessionKey } = session;
    for (const row of await statements.open.all({ sessionKey }, tx)) {
      const planned = plannedIn(row);
      if (!isStillPlanned(session, planned)) await statements.drop.run({ id: row.id }, tx);
      else if (isFollowUp(planned.kind)) {
        const now = followUpsAfter(session, clock.now()).filter(({ kind }) => kind === planned.kind);
        await plan(tx, site, sessionKey, now);
      }
    }
    if (site.settings.defaults.emailReminders) {
      await plan(tx, site, sessionKey, remindersAfter(session, clock.now()));
    }
  }

  async function writeDue(row: PlannedRow): Promise<void> {
    const site = await parts.site(row.site);
    const session = site && (await parts.session(site, row.session_key));
    const planned = plannedIn(row);
    // It was moved or taken off, and its plan has not followed yet: that is planned anew then.
    if (!session || !isStillPlanned(session, planned))
      return void (await statements.drop.run({ id: row.id }));
    if (isFollowUp(planned.kind) && session.inProgress) return postpone(row);
    const letter = await parts.letter(site, session);
    const mails = letter ? await mailsOf(letter, planned) : [];
    await database.write(async (tx) => {
      if ((await statements.take.run({ id: row.id, due_at: row.due_at }, tx)) === 0) return;
      for (const mail of mails) await parts.record(tx, mail);
      if (session.recurring && planned.kind === 'reminder') {
        await plan(tx, site, session.sessionKey, remindersAfter(session, clock.now()));
      }
    });
  }

  async function postpone({ id, due_at }: PlannedRow): Promise<void> {
    await statements.postpone.run({ id, due_at, to: clock.now() + AGAIN_AFTER });
  }

  async function mailsOf(letter: Letter, { kind, startAt }: Planned): Promise<NewMail[]> {
    const { session } = letter.about;
    const people = (await parts.attendees(session)).filter((one) => takesPart(session, one));
    if (isFollowUp(kind)) {
      return followUps(letter, kind, people, await attended(letter.about.site, session));
    }
    const endAt = startAt + durationAt(session, startAt) * MINUTE;
    if (endAt <= clock.now()) return [];
    const told =
      kind === 'reminder' ? withoutReminded(letter, people).filter((one) => isTold(session, one)) : people;
    const details = { at: startAt, ...(kind !== 'reminder' && { name: kind }) };
    return letter
      .toAttendees(told, 'attendeeReminder', undefined, details)
      .map((mail) => ({ ...mail, occurrence: { startAt, endAt } }));
  }

  function withoutReminded(letter: Letter, people: readonly Attendee[]): Attendee[] {
    const already = new Set(parts.reminded(letter).map((address) => address.toLowerCase()));
    return people.filter(({ email }) => !already.has(email.toLowerCase()));
  }

  /** Whoever was in a run that went on after the start. */
  async function attended(site: Site, { sessionKey, startAt }: SessionWithDocument): Promise<Attended> {
    const usages = await history.usagesOf(site, sessionKey);
    const held = usages.filter(({ endedAt }) => endedAt === null || endedAt > startAt);
    const stays = (await Promise.all(held.map((usage) => history.attendancesOf(usage)))).flat();
    const rows = new Set(stays.map(({ attendee }) => attendee));
    const accounts = new Set(stays.map(({ account }) => account));
    const emails = new Set(stays.map(({ email }) => email.toLowerCase()));
    return ({ id, account, email }) =>
      rows.has(id) || (account !== null && accounts.has(account)) || emails.has(email.toLowerCase());
  }

  async function sweep(): Promise<void> {
    for (;;) {
      const rows = await statements.due.all({ now: clock.now(), most: BATCH });
      for (const row of rows) {
        try {
          await writeDue(row);
        } catch (error) {
          parts.report(error);
          await postpone(row);
        }
      }
      if (rows.length < BATCH) break;
    }
    if (clock.now() - forgotAt < FORGET_EVERY) return;
    forgotAt = clock.now();
    await statements.sweep.run({ before: forgotAt - KEPT });
  }

  return {
    /** Keeps the plan in step with what happens. */
    async listener(happened: Happened): ReturnType<Listener> {
      const { site, at, event } = happened;
      switch (event.kind) {
        case 'session.scheduled':
        case 'session.changed': {
          const session = await parts.sessionOf(happened);
          return session && isPlannedFor(session) ? (tx) => keepInStep(tx, site, session) : undefined;
        }
        case 'session.ended': {
          const session = event.isPersonalRoom ? undefined : await parts.sessionOf(happened);
          const after = session ? followUpsAfter(session, event.endedAt) : [];
          return after.length === 0 ? undefined : (tx) => plan(tx, site, event.sessionKey, after);
        }
        case 'session.deleted': {
          const { session, attendees = [], sessionKey } = event;
          const mails = session ? await lastMails(site, session, attendees, at) : [];
          return async (tx) => {
            await statements.dropAll.run({ sessionKey }, tx);
            for (const mail of mails) await parts.record(tx, mail);
          };
        }
        case 'session.cancelled':
          return async (tx) => void (await statements.dropAll.run({ sessionKey: event.sessionKey }, tx));
      }
      return undefined;
    },

    /** Writes what is due. */
    sweep,
  };

  /** Of a session that is gone with its end: what its people are told later is written down now. */
  async function lastMails(
    site: Site,
    session: SessionWithDocument,
    attendees: readonly Attendee[],
    endedAt: number,
  ): Promise<NewMail[]> {
    const after = followUpsAfter(session, endedAt);
    const letter = after.length === 0 ? undefined : await parts.letter(site, session);
    if (!letter) return [];
    const wasThere = await attended(site, session);
    const people = attendees.filter((one) => takesPart(session, one));
    return after.flatMap(({ kind, dueAt }) =>
      isFollowUp(kind) ? followUps(letter, kind, people, wasThere).map((mail) => ({ ...mail, dueAt })) : [],
    );
  }
}

/** Whether somebody was there. */
type Attended = (attendee: Attendee) => boolean;

function followUps(
  letter: Letter,
  kind: FollowUp,
  people: readonly Attendee[],
  wasThere: Attended,
): NewMail[] {
  const { startAt } = letter.about.session;
  const guests = people.filter((one) => one.role === 'ATTENDEE' && !isPanelist(one));
  return kind === 'thanksForAttending'
    ? letter.toAttendees(guests.filter(wasThere), 'thanks', undefined, { at: startAt })
    : letter.toAttendees(
        guests.filter((one) => isExpected(letter.about.session, one) && !wasThere(one)),
        'missed',
        undefined,
        { at: startAt },
      );
}

/** Who registered was let in; where one has to register, an invitation alone is no way in. */
function takesPart({ document }: SessionWithDocument, attendee: Attendee): boolean {
  if (attendee.joinStatus === 'ACCEPT') return true;
  const isStaff = isPanelist(attendee) || attendee.role === 'PRESENTER' || attendee.role === 'HOST';
  return attendee.joinStatus === 'INVITE' && (isStaff || !document.attendeeOptions.registration);
}

/** Whoever enrolled; where nobody can, whoever was invited. */
function isExpected({ registration }: SessionWithDocument, { joinStatus }: Attendee): boolean {
  return joinStatus === 'ACCEPT' || !registration;
}

function plannedIn({ kind, start_at, due_at }: PlannedRow): Planned {
  return { kind: kind as PlannedKind, startAt: start_at, dueAt: due_at };
}
