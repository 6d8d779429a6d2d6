/** Adds people to sessions, or changes who is there, in one write: judged, told to them, and noted in the audit. */
import type { RecordAudit } from '../audit/audit.ts';
import type { Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { Attendee, NewAttendee } from './attendee.ts';
import { recordPeople } from './attendee-audit.ts';
import { type AttendeeRows, checkNumber, registerIDs } from './attendee-rows.ts';
import type { openMembers } from './members.ts';
import { byEmail, bySession } from './named-attendee.ts';
import type { AnsweredByMail } from './registration.ts';
import type { SessionWithDocument } from './session.ts';
import type { RecordSessionEvent, SessionEvent } from './session-events.ts';
import type { SessionStatements } from './session-statements.ts';

export interface AddingParts {
  readonly rows: AttendeeRows;
  readonly record: RecordSessionEvent;
  readonly recordAudit: RecordAudit;
  readonly statements: SessionStatements;
  readonly members: ReturnType<typeof openMembers>;
  /** One transaction, done again when a number that it drew is taken. */
  readonly write: <T>(work: (tx: Executor) => Promise<T>) => Promise<T>;
  /**
   * The session as it is, kept so until the write ends.
   * @throws SessionNotFound when there is no such session
   */
  readonly held: (site: Site, sessionKey: number, tx: Executor) => Promise<SessionWithDocument>;
}

/** Somebody who is added or changed. */
export interface AddedEntry<Judged> {
  readonly sessionKey: number;
  readonly email: string;
  /** Whether they are told this time; without it as `isTold` says. */
  readonly sendEmail?: boolean | undefined;
  /** What becomes of them, who are `before` in the session. */
  readonly decide: (
    session: SessionWithDocument,
    before: Attendee | undefined,
    judged: Judged,
  ) => NewAttendee | AnsweredByMail;
}

export interface AddingRules<Judged> {
  /** Whether it is done by somebody who manages the session: then it may be worth an entry in the audit. */
  readonly isManaging: (judged: Judged) => boolean;
  readonly judge: (session: SessionWithDocument, tx: Executor) => Judged | Promise<Judged>;
  readonly check?: (
    session: SessionWithDocument,
    after: readonly Attendee[],
    before: readonly Attendee[],
  ) => void;
}

export function openAdding({ rows, record, recordAudit, statements, members, write, held }: AddingParts) {
  const { of, put, passFor } = rows;

  /** Adds people to one session; gives its people by their e-mail. */
  async function addTo<Judged>(
    site: Site,
    sessionKey: number,
    entries: readonly AddedEntry<Judged>[],
    { judge, check, isManaging }: AddingRules<Judged>,
    tx: Executor,
  ): Promise<Map<string, Attendee>> {
    const session = await held(site, sessionKey, tx);
    const judged = await judge(session, tx);
    const before = byEmail(await of(session, tx));
    const taken = registerIDs(before.values());
    const answered = new Map<string, { readonly there: Attendee; readonly told: Attendee }>();
    // The last one of an address counts.
    const wanted = new Map(entries.map((one) => [one.email.toLowerCase(), one]));
    for (const [key, { decide }] of wanted) {
      const there = before.get(key);
      const decided = decide(session, there, judged);
      if (!('answeredByMail' in decided)) await put(site, session, decided, there, taken, tx);
      else if (there) {
        const told = await passFor(site, session, decided.answeredByMail, there, taken, tx);
        answered.set(key, { there, told });
      }
    }
    const after = await of(session, tx);
    // Whoever is answered by mail counts as a new one: otherwise a full session would tell who is there.
    const asIfNew = [...after, ...[...answered.values()].map(({ told }) => told)];
    checkNumber(site, asIfNew.length);
    check?.(session, asIfNew, [...before.values()]);
    await members.replace(session, after, tx);
    await statements.touch.run({ id: session.id }, tx);
    const people = byEmail(after);
    for (const key of answered.keys()) people.delete(key);
    if (answered.size > 0) {
      const attendees = [...answered.values()].map(({ there }) => asRegistered(there));
      await record(tx, site, { kind: 'attendee.answered', sessionKey, attendees });
    }
    for (const { kind, sendEmail, attendees } of newsOf(wanted, people)) {
      await record(tx, site, { kind, sessionKey, attendees, sendEmail });
    }
    if (isManaging(judged))
      await recordPeople(recordAudit, site, session, before, people, [...wanted.keys()], tx);
    for (const [key, { told }] of answered) people.set(key, told);
    return people;
  }

  /** All or none; gives the people in the order of the entries. */
  return async function addAll<Judged>(
    site: Site,
    entries: readonly AddedEntry<Judged>[],
    rules: AddingRules<Judged>,
  ): Promise<Attendee[]> {
    return write(async (tx) => {
      const people = new Map<number, Map<string, Attendee>>();
      for (const [sessionKey, ones] of bySession(entries)) {
        people.set(sessionKey, await addTo(site, sessionKey, ones, rules, tx));
      }
      return entries.flatMap(
        ({ sessionKey, email }) => people.get(sessionKey)?.get(email.toLowerCase()) ?? [],
      );
    });
  };
}

type News = Extract<SessionEvent, { readonly kind: 'attendee.invited' | 'attendee.registered' }>;

/** What is told of those who were added: an event for those who are invited and for those who registered. */
function newsOf(
  entries: ReadonlyMap<string, { readonly sendEmail?: boolean | undefined }>,
  people: ReadonlyMap<string, Attendee>,
): Pick<News, 'kind' | 'sendEmail' | 'attendees'>[] {
  const added = [...entries].flatMap(([key, { sendEmail }]) => {
    const attendee = people.get(key);
    return attendee ? [{ attendee, sendEmail }] : [];
  });
  return (['attendee.invited', 'attendee.registered'] as const).flatMap((kind) =>
    [undefined, true, false].flatMap((sendEmail) => {
      const attendees = added
        .filter((one) => one.sendEmail === sendEmail)
        .map(({ attendee }) => attendee)
        .filter(({ joinStatus }) => (joinStatus === 'INVITE') === (kind === 'attendee.invited'));
      return attendees.length === 0 ? [] : [{ kind, sendEmail, attendees }];
    }),
  );
}

/** Somebody who was invited comes in by their number: that is what they asked for. */
function asRegistered(attendee: Attendee): Attendee {
  return attendee.joinStatus === 'INVITE' ? { ...attendee, joinStatus: 'ACCEPT' } : attendee;
}
