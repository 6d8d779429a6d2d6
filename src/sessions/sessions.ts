/** The sessions of the sites: found, scheduled, changed and taken off, with their people. */
import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import type { Clock } from '../clock.ts';
import { type Database, type Executor, UniqueViolation } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import type { Attendee, NewAttendee } from './attendee.ts';
import { openAttendees } from './attendees.ts';
import { isAudioOnly, newAccessCodes } from './audio-only.ts';
import type { BaseDocument } from './documents/base-document.ts';
import {
  documentOf,
  kindOf,
  type NewDocument,
  readDocument,
  type SessionDocument,
  writtenDocument,
} from './documents/session-document.ts';
import { openMembers } from './members.ts';
import { nameKey } from './name-key.ts';
import { CONF_IDS, EVENT_IDS, keyOfToken, newLinkToken, publicTokenOf, registerTokenOf } from './numbers.ts';
import { openOccurrences } from './occurrences.ts';
import { sessionOf } from './rows.ts';
import { lastEnd, takesPlaceAs } from './series.ts';
import { type ListStatus, type Session, SessionNotFound, type SessionWithDocument } from './session.ts';
import type { RecordSessionEvent } from './session-events.ts';
import { openSessionKeys } from './session-keys.ts';
import { type StoredSession, sessionStatements } from './session-statements.ts';

export { MEMBER } from './members.ts';

/** What a schedule says. The host's key, the guest's token and all numbers are the store's to make. */
export interface Schedule {
  readonly host: Account;
  readonly sessionType: number;
  readonly confName: string;
  readonly startAt: number;
  readonly duration: number;
  readonly timeZoneID: number;
  readonly listStatus: ListStatus;
  readonly document: NewDocument;
}

export interface NewSession extends Schedule {
  readonly creator: Account;
  readonly service: ServiceType;
}

/** Everything is optional: what is absent stays. */
export type SessionChange = Partial<Schedule> & {
  /** The people as they are to be afterwards; without it they stay. */
  readonly attendees?: readonly NewAttendee[] | undefined;
};

/** A session that does not run has no start. */
export interface LiveFlags {
  readonly startedAt: number | null;
  readonly hostJoined: boolean;
  readonly participantsJoined: boolean;
}

/** Whom a link of a session was given to. */
export type LinkHolder = 'host' | 'attendee' | 'stranger';

const DRAWS = 8;

export type Sessions = ReturnType<typeof openSessions>;

/** @param record tells whoever wants to know of what happened, in the transaction that does it */
export function openSessions(database: Database, clock: Clock, random: Random, record: RecordSessionEvent) {
  const statements = sessionStatements(database);
  const keys = openSessionKeys(database, random);

  async function find(site: Site, sessionKey: number, on?: Executor): Promise<Session | undefined> {
    const row = await statements.byKey.first({ site: site.id, key: sessionKey }, on);
    return row && sessionOf(row);
  }

  async function withDocument(session: Session, on?: Executor): Promise<SessionWithDocument> {
    const row = await statements.document.first({ id: session.id }, on);
    if (!row) throw new SessionNotFound(session.sessionKey);
    return { ...session, document: readDocument(row.document, session.service) };
  }

  /** The session as it is, kept so until the write ends. */
  async function held(site: Site, sessionKey: number, tx: Executor): Promise<SessionWithDocument> {
    const row = await statements.toChange.first({ site: site.id, key: sessionKey }, tx);
    if (!row) throw new SessionNotFound(sessionKey);
    return { ...sessionOf(row), document: readDocument(row.document, row.service) };
  }

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

  const members = openMembers(statements);
  const occurrences = openOccurrences({ clock, database, statements });
  const attendees = openAttendees({
    clock,
    random,
    record,
    statements,
    members,
    write: writeDrawn,
    held,
  });

  return {
    find,
    withDocument,
    attendeesOf: attendees.of,
    attendee: attendees.byID,
    addAttendees: attendees.add,
    registerAttendees: attendees.register,
    removeAttendees: attendees.remove,
    workOutFor: occurrences.workOutFor,

    /** @throws SessionNotFound when there is no such session */
    async required(site: Site, sessionKey: number): Promise<Session> {
      const session = await find(site, sessionKey);
      if (!session) throw new SessionNotFound(sessionKey);
      return session;
    },

    async findById(id: number, on?: Executor): Promise<Session | undefined> {
      const row = await statements.byId.first({ id }, on);
      return row && sessionOf(row);
    },

    async findByConfID(site: Site, confID: number): Promise<Session | undefined> {
      const key = CONF_IDS.keyOf(confID);
      return key === undefined ? undefined : find(site, key);
    },

    async findByEventID(site: Site, eventID: number): Promise<Session | undefined> {
      const key = EVENT_IDS.keyOf(eventID);
      return key === undefined ? undefined : find(site, key);
    },

    /** The session of a link, and whose link it is. */
    async findByToken(site: Site, token: string): Promise<{ session: Session; of: LinkHolder } | undefined> {
      const key = keyOfToken(token);
      const session = key === undefined ? undefined : await find(site, key);
      if (!session) return undefined;
      if (isSame(session.hostToken, token)) return { session, of: 'host' };
      if (isSame(session.attendeeToken, token)) return { session, of: 'attendee' };
      return isSame(publicTokenOf(session.attendeeToken), token) ? { session, of: 'stranger' } : undefined;
    },

    /** The session that a link to register leads to. */
    async findByRegisterToken(site: Site, token: string): Promise<Session | undefined> {
      const key = keyOfToken(token);
      const session = key === undefined ? undefined : await find(site, key);
      return session && isSame(registerTokenOf(session.attendeeToken), token) ? session : undefined;
    },

    /** The bits of `MEMBER` that an account has in a session. */
    async membership(session: Session, account: Account, on?: Executor): Promise<number> {
      const row = await statements.member.first({ account: account.id, session: session.id }, on);
      return row?.kinds ?? 0;
    },

    /**
     * Schedules a session; resolves when it is on disk.
     * @throws TooManyAttendees when the session would have more people than it may
     */
    async create(
      site: Site,
      given: NewSession,
      invited: readonly NewAttendee[],
    ): Promise<SessionWithDocument> {
      const document = documentFor(site, given, {
        ...given.document,
        hostKey: String(random.digits(6)),
        guestToken: random.bytes(16).toString('hex'),
      });
      return writeDrawn(async (tx) => {
        const session_key = await keys.draw(tx);
        const row = await statements.insert.first(
          {
            ...stored(given, document),
            site: site.id,
            creator: given.creator.id,
            session_key,
            host_token: newLinkToken(session_key, random),
            attendee_token: newLinkToken(session_key, random),
            service: given.service,
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
        await statements.count.run(
          { site: site.id, service: session.service, type: session.sessionType, change: 1 },
          tx,
        );
        await record(tx, site, { kind: 'session.scheduled', sessionKey: session_key, attendees: people });
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
        return after;
      });
    },

    /**
     * Takes a session off; its key is never given again.
     * @param sendEmail tells everybody or nobody; without it those who were told before
     * @throws SessionNotFound when there is no such session
     * @throws what `check` throws
     */
    async remove(
      site: Site,
      sessionKey: number,
      check: (current: SessionWithDocument) => void,
      sendEmail?: boolean,
    ): Promise<SessionWithDocument> {
      return database.write(async (tx) => {
        const session = await held(site, sessionKey, tx);
        check(session);
        const people = await attendees.of(session, tx);
        await takeOff(site, session, tx);
        await record(tx, site, {
          kind: 'session.cancelled',
          sessionKey,
          session,
          attendees: people,
          sendEmail,
        });
        return session;
      });
    },

    /**
     * The session as it is, kept so until the write ends.
     * @throws SessionNotFound when there is no such session
     */
    held,

    /** Takes a session off that has ended, telling nobody (autoDeleteAfterMeetingEnd). */
    async removeEnded(site: Site, session: SessionWithDocument, tx: Executor): Promise<void> {
      await takeOff(site, session, tx);
      await record(tx, site, { kind: 'session.deleted', sessionKey: session.sessionKey });
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

type Scheduled = Omit<Schedule, 'document' | 'host'> & { readonly host: { readonly id: number } };

function withChange(before: SessionWithDocument, change: SessionChange): Scheduled {
  return {
    host: change.host ?? { id: before.host },
    sessionType: change.sessionType ?? before.sessionType,
    confName: change.confName ?? before.confName,
    startAt: change.startAt ?? before.startAt,
    duration: change.duration ?? before.duration,
    timeZoneID: change.timeZoneID ?? before.timeZoneID,
    listStatus: change.listStatus ?? before.listStatus,
  };
}

function stored(given: Scheduled, document: SessionDocument): StoredSession {
  const recurring = document.repeat.repeatType !== 'NO_REPEAT';
  return {
    host: given.host.id,
    session_type: given.sessionType,
    name: given.confName,
    name_key: nameKey(given.confName),
    start_at: given.startAt,
    end_at: lastEnd(given, document),
    duration: given.duration,
    time_zone_id: given.timeZoneID,
    recurring: recurring ? 1 : 0,
    list_status: given.listStatus,
    password_required: document.password ? 1 : 0,
    registration: document.attendeeOptions.registration ? 1 : 0,
    document: writtenDocument(document),
  };
}

/** Compared in constant time: a link's token is all that its holder knows. */
function isSame(token: string, given: string): boolean {
  return token.length === given.length && timingSafeEqual(Buffer.from(token), Buffer.from(given));
}
