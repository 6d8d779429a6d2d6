/** The sessions of the sites: found, scheduled, changed and taken off, with their people. */
import { isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { type Database, type Executor, UniqueViolation } from '../database/database.ts';
import { openLabs } from '../labs/labs.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import type { Attendee, NewAttendee } from './attendee.ts';
import { openAttendees } from './attendees.ts';
import { isAudioOnly, newAccessCodes } from './audio-only.ts';
import { reserveComputers } from './computers.ts';
import type { BaseDocument } from './documents/base-document.ts';
import { documentOf, kindOf, type SessionDocument } from './documents/session-document.ts';
import { openEnrollmentCounts } from './enrollment/enrollment-counts.ts';
import { openMembers } from './members.ts';
import { newLinkToken } from './numbers.ts';
import { openOccurrences } from './occurrences.ts';
import { takesPlaceAs } from './series.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from './session.ts';
import { changeAct, sessionFacts } from './session-audit.ts';
import type { RecordSessionEvent } from './session-events.ts';
import { openSessionFinder } from './session-finder.ts';
import { openSessionKeys } from './session-keys.ts';
import { type NewSession, type SessionChange, stored, withChange } from './session-row.ts';
import { sessionOf } from './session-rows.ts';
import { sessionStatements } from './session-statements.ts';

export { MEMBER } from './members.ts';

export type { NewSession, Schedule, SessionChange } from './session-row.ts';

/** A session that does not run has no start. */
export interface LiveFlags {
  readonly startedAt: number | null;
  readonly hostJoined: boolean;
  readonly participantsJoined: boolean;
}

const DRAWS = 8;

export type Sessions = ReturnType<typeof openSessions>;

/** @param record tells whoever wants to know of what happened, in the transaction that does it */
export function openSessions(database: Database, clock: Clock, random: Random, record: RecordSessionEvent) {
  const statements = sessionStatements(database);
  const recordAudit = openAudit(database, clock);
  const keys = openSessionKeys(database, random);
  const finder = openSessionFinder(statements);
  const { held } = finder;

  /** The document of a session of that type; the codes that an audio-only one is called by are drawn once. */
  function documentFor(
    site: Site,
    { service, sessionType }: Pick<Session, 'service' | 'sessionType'>,
    content: BaseDocument,
  ): SessionDocument {
    const audioOnly = isAudioOnly(site, { sessionType });
    const accessCodes = content.accessCodes ?? (audioOnly ? newAccessCodes(random) : undefined);
    return documentOf(kindOf(service, audioOnly), { ...content, accessCodes });
  }

  /** Numbers that we draw ourselves are drawn again when they are taken. */
  async function writeDrawn<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
    for (let draw = 1; ; draw++) {
      try {
        return await database.write(work);
      } catch (error) {
        if (!(error instanceof UniqueViolation && draw < DRAWS)) throw error;
      }
    }
  }

  /** Its key is never given again. */
  async function takeOff(site: Site, session: Session, tx: Executor): Promise<void> {
    await statements.remove.run({ id: session.id }, tx);
    await keys.use(tx, session.sessionKey);
    await statements.count.run(
      { site: site.id, service: session.service, type: session.sessionType, change: -1 },
      tx,
    );
  }

  const labs = openLabs(database, clock);
  const members = openMembers(statements);
  const occurrences = openOccurrences({ clock, database, statements });
  const attendees = openAttendees({
    clock,
    random,
    record,
    recordAudit,
    statements,
    members,
    write: writeDrawn,
    held,
  });

  return {
    ...finder,
    attendeesOf: attendees.of,
    attendee: attendees.byID,
    addAttendees: attendees.add,
    registerAttendees: attendees.register,
    decideOnAttendee: attendees.decideOn,
    decideOnAttendees: attendees.decideOnAll,
    changeAttendee: attendees.changeOne,
    removeAttendees: attendees.remove,
    inviteByMail: attendees.inviteByMail,
    workOutFor: occurrences.workOutFor,
    enrollmentCounts: openEnrollmentCounts(database),

    /**
     * Schedules a session; resolves when it is on disk.
     * @throws TooManyAttendees when the session would have more people than it may
     * @throws LabNotFound, LabFull when it cannot have the computers that it wants
     */
    async create(
      site: Site,
      wished: NewSession,
      invited: readonly NewAttendee[],
    ): Promise<SessionWithDocument> {
      const document = documentFor(site, wished, {
        ...wished.document,
        hostKey: String(random.digits(6)),
        guestToken: random.bytes(16).toString('hex'),
      });
      return writeDrawn(async (tx) => {
        const session_key = await keys.draw(tx);
        const row = await statements.insert.first(
          {
            ...stored(wished, document),
            site: site.id,
            creator: wished.creator.id,
            session_key,
            host_token: newLinkToken(session_key, random),
            attendee_token: newLinkToken(session_key, random),
            service: wished.service,
            series: null,
            original_start_at: null,
            now: clock.now(),
          },
          tx,
        );
        if (!row) throw new SessionNotFound(session_key);
        const session = { ...sessionOf(row), document };
        const people = await attendees.put(site, session, invited, tx);
        await members.put(session, people, tx);
        await occurrences.put(session, tx);
        await reserveComputers(labs, clock, site, session, tx, true);
        await statements.count.run(
          { site: site.id, service: session.service, type: session.sessionType, change: 1 },
          tx,
        );
        await record(tx, site, {
          kind: 'session.scheduled',
          sessionKey: session_key,
          session,
          attendees: people,
        });
        if (isAnothers(session.host)) {
          const named = { name: session.confName, id: session_key };
          await recordAudit(tx, { site, act: 'session.scheduled', ...named, after: sessionFacts(session) });
        }
        return session;
      });
    },

    /**
     * Changes a session whole; `decide` sees it as it is inside the transaction, so that two changes at
     * once follow each other.
     * @throws SessionNotFound when there is no such session
     * @throws TooManyAttendees when the session would have more people than it may
     * @throws what `decide` throws
     */
    async change(
      site: Site,
      sessionKey: number,
      decide: (
        current: SessionWithDocument,
        attendees: readonly Attendee[],
        tx: Executor,
      ) => SessionChange | Promise<SessionChange>,
    ): Promise<SessionWithDocument> {
      return writeDrawn(async (tx) => {
        const before = await held(site, sessionKey, tx);
        const peopleBefore = await attendees.of(before, tx);
        const change = await decide(before, peopleBefore, tx);
        const document = documentFor(
          site,
          { service: before.service, sessionType: withChange(before, change).sessionType },
          {
            ...before.document,
            ...change.document,
          },
        );
        await statements.update.run(
          { ...stored(withChange(before, change), document), id: before.id, told: 1 },
          tx,
        );
        const row = await statements.byId.first({ id: before.id }, tx);
        if (!row) throw new SessionNotFound(sessionKey);
        const after = { ...sessionOf(row), document };
        const people = change.attendees
          ? await attendees.replace(site, after, change.attendees, tx)
          : { after: peopleBefore, added: [], removed: [] };
        const isMoved = !takesPlaceAs(before, after);
        // A list of an account is along the starts of its sessions.
        if (isMoved || change.attendees || after.host !== before.host) {
          await members.replace(after, people.after, tx);
        }
        if (isMoved) await occurrences.replace(after, tx);
        await reserveComputers(labs, clock, site, after, tx);
        if (after.sessionType !== before.sessionType) {
          const counts = [
            { site: site.id, service: after.service, type: before.sessionType, change: -1 },
            { site: site.id, service: after.service, type: after.sessionType, change: 1 },
          ];
          // In one order, so that two writes never wait for each other.
          for (const count of counts.sort((a, b) => a.type - b.type)) await statements.count.run(count, tx);
        }
        await record(tx, site, {
          kind: 'session.changed',
          sessionKey,
          before,
          attendees: people.after,
          added: people.added.map(({ id }) => id),
          removed: people.removed,
        });
        if (isAnothers(before.host)) {
          await recordAudit(tx, {
            site,
            act: changeAct(before, after),
            name: after.confName,
            id: sessionKey,
            before: sessionFacts(before, peopleBefore),
            after: sessionFacts(after, people.after),
          });
        }
        return after;
      });
    },

    /**
     * Takes a session off; its key is never given again.
     * @param judge sees it as it is inside the write
     * @param sendEmail tells everybody or nobody; without it those who were told before
     * @throws SessionNotFound when there is none of that key, and what `judge` throws
     */
    async remove(
      site: Site,
      sessionKey: number,
      judge: (current: SessionWithDocument, tx: Executor) => void | Promise<void>,
      sendEmail?: boolean,
    ): Promise<SessionWithDocument> {
      return database.write(async (tx) => {
        const session = await held(site, sessionKey, tx);
        await judge(session, tx);
        const people = await attendees.of(session, tx);
        await takeOff(site, session, tx);
        await record(tx, site, {
          kind: 'session.cancelled',
          sessionKey,
          session,
          attendees: people,
          sendEmail,
        });
        if (isAnothers(session.host)) {
          const named = { name: session.confName, id: sessionKey };
          const before = sessionFacts(session, people);
          await recordAudit(tx, { site, act: 'session.deleted', ...named, before });
        }
        return session;
      });
    },

    /** Takes a session off that has ended, telling nobody (autoDeleteAfterMeetingEnd). */
    async removeEnded(site: Site, session: SessionWithDocument, tx: Executor): Promise<void> {
      const { sessionKey } = session;
      const people = await attendees.of(session, tx);
      await takeOff(site, session, tx);
      await record(tx, site, { kind: 'session.deleted', sessionKey, session, attendees: people });
    },

    /**
     * What the live room says: whether it runs, since when, and who is in it.
     * @param tx the transaction that it belongs to; without it, one of its own
     */
    async setLive(session: Pick<Session, 'id'>, live: LiveFlags, tx?: Executor): Promise<void> {
      await statements.setLive.run(
        {
          id: session.id,
          running: live.startedAt === null ? 0 : 1,
          startedAt: live.startedAt,
          host: live.hostJoined ? 1 : 0,
          participants: live.participantsJoined ? 1 : 0,
        },
        tx,
      );
    },
  };
}
