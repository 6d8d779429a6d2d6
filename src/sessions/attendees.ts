/** The people of the sessions: invited, registered and taken off. */
import { type Act, isAnothers, type RecordAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import {
  type Attendee,
  type AttendeeDetails,
  AttendeeNotFound,
  isPanelist,
  type JoinStatus,
  type NewAttendee,
  TooManyAttendees,
} from './attendee.ts';
import { withCheckedAnswers } from './enrollment/enrollment-answers.ts';
import { storedScore } from './enrollment/enrollment-counts.ts';
import { registrationFormOf } from './enrollment/registration-form.ts';
import type { openMembers } from './members.ts';
import { attendeeNamed, byEmail, bySession, type NamedAttendee } from './named-attendee.ts';
import {
  type AnsweredByMail,
  checkParticipantLimit,
  type Registrar,
  registrationOf,
} from './registration.ts';
import { canBeHost } from './scheduling.ts';
import { AlternateHostNotFound, type Session, type SessionWithDocument } from './session.ts';
import { peopleFacts } from './session-audit.ts';
import type { RecordSessionEvent, SessionEvent } from './session-events.ts';
import { attendeeOf } from './session-rows.ts';
import type { SessionStatements, StoredAttendee } from './session-statements.ts';

/** Whether somebody is sent mail about a session: by their own wish, or else the session's. */
export function isTold({ document }: SessionWithDocument, { details }: Attendee): boolean {
  return details.emailInvitations ?? document.attendeeOptions.emailInvitations;
}

/** Somebody for a session. */
export interface Invitation {
  readonly sessionKey: number;
  readonly attendee: NewAttendee;
  /** Whether they are told by mail this time; without it as they are told otherwise. */
  readonly sendEmail?: boolean | undefined;
}

/** Somebody who registers for a session. */
export interface Registration extends Invitation {
  /** What they say is the password of registering. */
  readonly password?: string | undefined;
}

/** What is decided on somebody who is there. */
export interface Decision {
  readonly sessionKey: number;
  readonly email: string;
  readonly joinStatus: JoinStatus;
}

/**
 * Judges whoever changes the people of a session, by what is read inside the write that holds it.
 * @throws a refusal when they may not
 */
export type JudgeOfPeople = (session: SessionWithDocument, tx: Executor) => void | Promise<void>;

/** The same of whoever registers people; tells how they stand to the session. */
export type JudgeOfRegistration = (session: SessionWithDocument, tx: Executor) => Promise<Registrar>;

/** Where addresses are kept in small letters (documented of trainings and events). */
const IN_SMALL_LETTERS: ReadonlySet<ServiceType> = new Set(['TrainingCenter', 'EventCenter']);

interface Parts {
  readonly clock: Clock;
  readonly random: Random;
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

export function openAttendees({
  clock,
  random,
  record,
  recordAudit,
  statements,
  members,
  write,
  held,
}: Parts) {
  async function of(session: Pick<Session, 'id'>, on?: Executor): Promise<Attendee[]> {
    return (await statements.attendees.all({ session: session.id }, on)).map(attendeeOf);
  }

  /**
   * Adds somebody, or changes who is there; who registers for the first time is noted with the time.
   * @param taken the register numbers of the session: everybody has one, which tells them apart when they join
   */
  async function put(
    site: Site,
    session: Pick<Session, 'id' | 'service'>,
    attendee: NewAttendee,
    before: Attendee | undefined,
    taken: Set<number>,
    tx: Executor,
  ): Promise<void> {
    const registerID = before?.registerID ?? newRegisterID(taken);
    taken.add(registerID);
    const registers = attendee.registers ?? attendee.joinStatus === 'REGISTER';
    const row = {
      ...(await storedAttendee(site, session, attendee, before, tx)),
      register_id: registerID,
      registered_at: before?.registeredAt ?? (registers ? clock.now() : null),
    };
    if (before) await statements.updateAttendee.run({ ...row, id: before.id }, tx);
    else {
      const attendee_id = random.digits(9);
      await statements.addAttendee.run({ ...row, session: session.id, attendee_id }, tx);
    }
  }

  function newRegisterID(taken: ReadonlySet<number>): number {
    for (;;) {
      const drawn = random.digits(6);
      if (!taken.has(drawn)) return drawn;
    }
  }

  /**
   * People belong to the account of their e-mail address, where the site has one that counts; those who do stay so.
   * @throws AlternateHostNotFound when somebody becomes an alternate host without an account that may host (040007,
   *   Zimbra's client)
   */
  async function storedAttendee(
    site: Site,
    { service }: Pick<Session, 'service'>,
    attendee: NewAttendee,
    before: Attendee | undefined,
    tx: Executor,
  ): Promise<Omit<StoredAttendee, 'register_id' | 'registered_at'>> {
    const email_key = attendee.email.toLowerCase();
    const account = await statements.accountByEmail.first({ site: site.id, key: email_key }, tx);
    const becomesHost = attendee.role === 'HOST' && before?.role !== 'HOST';
    if (becomesHost && !(account && canBeHost(account))) throw new AlternateHostNotFound(attendee.email);
    const details: AttendeeDetails = { ...gathered(before?.details), ...attendee.details };
    const { leadSourceID, leadScore } = details.enrollFields ?? {};
    return {
      account: before?.account ?? account?.id ?? null,
      email: IN_SMALL_LETTERS.has(service) ? email_key : attendee.email,
      email_key,
      name: attendee.name,
      role: attendee.role,
      join_status: attendee.joinStatus ?? before?.joinStatus ?? 'INVITE',
      lead_source: leadSourceID ?? null,
      lead_score: leadScore === undefined ? null : storedScore(Number(leadScore)),
      document: JSON.stringify(details),
    };
  }

  /** Makes the people of a session those that are given; somebody who stays keeps their numbers. */
  async function replace(
    site: Site,
    session: SessionWithDocument,
    people: readonly NewAttendee[],
    tx: Executor,
  ): Promise<{ readonly after: Attendee[]; readonly added: Attendee[]; readonly removed: Attendee[] }> {
    checkNumber(site, people.length);
    const before = byEmail(await of(session, tx));
    const wanted = byEmail(people);
    const taken = registerIDs(before.values());
    const removed = [...before].filter(([key]) => !wanted.has(key)).map(([, one]) => one);
    for (const { id } of removed) await statements.dropAttendee.run({ id }, tx);
    for (const [key, one] of wanted) await put(site, session, one, before.get(key), taken, tx);
    const after = await of(session, tx);
    return { after, added: after.filter(({ email }) => !before.has(email.toLowerCase())), removed };
  }

  /** Somebody who is added or changed. */
  interface Entry<Judged> {
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

  interface Rules<Judged> {
    /** Whether it is done by somebody who manages the session: then it may be worth an entry in the audit. */
    readonly isManaging: (judged: Judged) => boolean;
    readonly judge: (session: SessionWithDocument, tx: Executor) => Judged | Promise<Judged>;
    readonly check?: (
      session: SessionWithDocument,
      after: readonly Attendee[],
      before: readonly Attendee[],
    ) => void;
  }

  /**
   * What a stranger is told who registered with the address of somebody else who is there: what anybody is told, and
   * where a session accepts by itself a number that lets them in, as a stranger.
   */
  async function passFor(
    site: Site,
    session: SessionWithDocument,
    newcomer: NewAttendee,
    there: Attendee,
    taken: Set<number>,
    tx: Executor,
  ): Promise<Attendee> {
    const unknown = { id: 0, session: session.id, attendeeID: 0, account: null, registeredAt: clock.now() };
    const { joinStatus } = newcomer;
    if (joinStatus !== 'ACCEPT') {
      return { ...newcomer, ...unknown, joinStatus: joinStatus ?? 'REGISTER', registerID: null };
    }
    const pass = newRegisterID(taken);
    taken.add(pass);
    const guestPasses = [...(there.details.guestPasses ?? []), pass].slice(-MOST_PASSES);
    await put(site, session, { ...there, details: { ...there.details, guestPasses } }, there, taken, tx);
    return { ...newcomer, ...unknown, joinStatus: 'ACCEPT', registerID: pass };
  }

  /** Adds people to one session; gives its people by their e-mail. */
  async function addTo<Judged>(
    site: Site,
    sessionKey: number,
    entries: readonly Entry<Judged>[],
    { judge, check, isManaging }: Rules<Judged>,
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
    if (isManaging(judged)) await recordPeople(site, session, before, people, [...wanted.keys()], tx);
    for (const [key, { told }] of answered) people.set(key, told);
    return people;
  }

  /** What is decided on those who registered is an act of anybody's; who is invited, one of those who are not the host. */
  async function recordPeople(
    site: Site,
    session: SessionWithDocument,
    before: ReadonlyMap<string, Attendee>,
    after: ReadonlyMap<string, Attendee>,
    keys: readonly string[],
    tx: Executor,
  ): Promise<void> {
    const of = { site, name: session.confName, id: session.sessionKey };
    const others: Attendee[] = [];
    for (const key of keys) {
      const [was, is] = [before.get(key), after.get(key)];
      if (!is) continue;
      const act = DECIDED[is.joinStatus];
      if (!act || !was || was.joinStatus === is.joinStatus) others.push(is);
      else {
        const facts = ({ email, joinStatus }: Attendee) => ({ session: session.confName, email, joinStatus });
        const names = { name: is.email, id: session.sessionKey };
        await recordAudit(tx, { ...of, act, ...names, before: facts(was), after: facts(is) });
      }
    }
    if (others.length === 0 || !isAnothers(session.host)) return;
    const were = others.flatMap(({ email }) => before.get(email.toLowerCase()) ?? []);
    await recordAudit(tx, {
      ...of,
      act: 'session.peopleAdded',
      before: { people: were.map(attendeeFacts) },
      after: { people: others.map(attendeeFacts) },
    });
  }

  async function addAll<Judged>(
    site: Site,
    entries: readonly Entry<Judged>[],
    rules: Rules<Judged>,
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
  }

  /**
   * The same for several: all or none.
   * @param sendEmail tells all of them or none; without it as they are told otherwise
   */
  async function decideOnAll(
    site: Site,
    decisions: readonly Decision[],
    judge: JudgeOfPeople,
    sendEmail?: boolean,
  ): Promise<void> {
    const by: Registrar = { account: undefined, manages: true };
    const entries = decisions.map(
      ({ sessionKey, email, joinStatus }): Entry<void> => ({
        sessionKey,
        email,
        sendEmail,
        decide(session, before) {
          if (!before) throw new AttendeeNotFound(email);
          const decided = registrationOf(session, { ...before, joinStatus }, before, by, {
            now: clock.now(),
          });
          // Whoever is to wait again waits, also where a session accepts by itself.
          return 'answeredByMail' in decided ? decided : { ...decided, joinStatus };
        },
      }),
    );
    const rules = { judge, check: checkParticipantLimit, isManaging: () => true };
    await addAll(site, entries, rules);
  }

  return {
    of,
    replace,

    /**
     * The people of a new session.
     * @throws TooManyAttendees when the session would have more people than it may
     * @throws AlternateHostNotFound
     */
    async put(
      site: Site,
      session: SessionWithDocument,
      people: readonly NewAttendee[],
      tx: Executor,
    ): Promise<Attendee[]> {
      checkNumber(site, people.length);
      const taken = new Set<number>();
      for (const one of byEmail(people).values()) await put(site, session, one, undefined, taken, tx);
      return people.length === 0 ? [] : of(session, tx);
    },

    /**
     * Adds people, or changes those that are there by their e-mail: all or none, answered in the order given.
     * @throws SessionNotFound when there is no such session
     * @throws TooManyAttendees when the session would have more people than it may
     * @throws AlternateHostNotFound, and what `judge` throws
     */
    add: (site: Site, invitations: readonly Invitation[], judge: JudgeOfPeople) =>
      addAll(
        site,
        invitations.map(({ sessionKey, attendee, sendEmail }) => ({
          sessionKey,
          email: attendee.email,
          sendEmail,
          decide: () => attendee,
        })),
        { judge, isManaging: () => true },
      ),

    /**
     * Registers people, or accepts or rejects them: all or none, answered in the order given.
     * @throws SessionNotFound, TooManyAttendees, AlternateHostNotFound, and what `judge`, `registrationOf` and
     *   `checkParticipantLimit` throw.
     */
    register: (site: Site, registrations: readonly Registration[], judge: JudgeOfRegistration) =>
      addAll(
        site,
        registrations.map(({ sessionKey, attendee, password, sendEmail }) => ({
          sessionKey,
          email: attendee.email,
          sendEmail,
          decide: (session, before, by: Registrar) =>
            registrationOf(session, answering(site, session, attendee), before, by, {
              now: clock.now(),
              password,
            }),
        })),
        { judge, check: checkParticipantLimit, isManaging: ({ manages }) => manages },
      ),

    /**
     * Accepts or rejects somebody who is there, and changes nothing else of them.
     * @throws SessionNotFound, AttendeeNotFound, RegistrationFull, and what `judge` throws.
     */
    decideOn: (site: Site, decision: Decision, judge: JudgeOfPeople) => decideOnAll(site, [decision], judge),
    decideOnAll,

    /**
     * Makes somebody who is there what is given, their address too; they keep their numbers.
     * @throws SessionNotFound, AttendeeNotFound, AlternateHostNotFound, and what `judge` throws.
     */
    async changeOne(
      site: Site,
      named: NamedAttendee,
      attendee: NewAttendee,
      judge: JudgeOfPeople,
      sendEmail?: boolean,
    ): Promise<Attendee> {
      const { sessionKey } = named;
      return write(async (tx) => {
        const session = await held(site, sessionKey, tx);
        await judge(session, tx);
        const people = await of(session, tx);
        const before = attendeeNamed(people, named);
        const isSameAddress = before.email.toLowerCase() === attendee.email.toLowerCase();
        // Another address is another person: whose account it was says nothing of them.
        const from = isSameAddress ? before : { ...before, account: null };
        await put(site, session, attendee, from, registerIDs(people), tx);
        const after = await of(session, tx);
        await members.replace(session, after, tx);
        await statements.touch.run({ id: session.id }, tx);
        const changed = attendeeNamed(after, { sessionKey, attendeeID: before.attendeeID });
        if (!isSameAddress) {
          const removed = [before];
          await record(tx, site, {
            kind: 'attendee.removed',
            sessionKey,
            session,
            attendees: removed,
            sendEmail,
          });
          const attendees = [changed];
          await record(tx, site, { kind: 'attendee.invited', sessionKey, attendees, sendEmail });
        }
        if (isAnothers(session.host)) {
          await recordAudit(tx, {
            site,
            act: 'session.peopleAdded',
            name: session.confName,
            id: sessionKey,
            before: { people: [attendeeFacts(before)] },
            after: { people: [attendeeFacts(changed)] },
          });
        }
        return changed;
      });
    },

    /**
     * Has people written to who are invited or accepted: the audience, the panel, or both.
     * @returns those who are written to
     * @throws SessionNotFound when there is no such session, and what `judge` throws
     */
    async inviteByMail(
      site: Site,
      sessionKey: number,
      { attendees, panelists }: { readonly attendees: boolean; readonly panelists: boolean },
      judge: JudgeOfPeople,
    ): Promise<readonly Attendee[]> {
      return write(async (tx) => {
        const session = await held(site, sessionKey, tx);
        await judge(session, tx);
        const written = (await of(session, tx))
          .filter(({ joinStatus }) => joinStatus === 'INVITE' || joinStatus === 'ACCEPT')
          .filter((one) => (isPanelist(one) ? panelists : attendees));
        if (written.length > 0) {
          await record(tx, site, { kind: 'attendee.invitedByMail', sessionKey, attendees: written });
        }
        return written;
      });
    },

    /**
     * The attendee of that number, and the key of its session.
     * @throws AttendeeNotFound when there is no such attendee
     */
    async byID(site: Site, attendeeID: number): Promise<{ attendee: Attendee; sessionKey: number }> {
      const row = await statements.attendeeByID.first({ site: site.id, attendeeID });
      if (!row) throw new AttendeeNotFound(String(attendeeID));
      return { attendee: attendeeOf(row), sessionKey: row.session_key };
    },

    /**
     * Takes people off their sessions, all or none.
     * @param sendEmail tells all of them or none; without it those who were told before
     * @throws SessionNotFound when there is no such session
     * @throws AttendeeNotFound when there is no such attendee, and what `judge` throws
     */
    async remove(
      site: Site,
      named: readonly NamedAttendee[],
      judge: JudgeOfPeople,
      sendEmail?: boolean,
    ): Promise<void> {
      await write(async (tx) => {
        for (const [sessionKey, ones] of bySession(named)) {
          const session = await held(site, sessionKey, tx);
          await judge(session, tx);
          const people = await of(session, tx);
          const removed = new Set(ones.map((one) => attendeeNamed(people, one)));
          for (const { id } of removed) await statements.dropAttendee.run({ id }, tx);
          const left = people.filter((one) => !removed.has(one));
          await members.replace(session, left, tx);
          await statements.touch.run({ id: session.id }, tx);
          const attendees = [...removed];
          await record(tx, site, {
            kind: 'attendee.removed',
            sessionKey,
            session,
            attendees,
            sendEmail,
          });
          if (isAnothers(session.host)) {
            const named = { name: session.confName, id: sessionKey };
            const before = { people: peopleFacts(attendees) };
            await recordAudit(tx, { site, act: 'session.peopleRemoved', ...named, before });
          }
        }
      });
    },
  };
}

/**
 * Whoever registers, with what they answered to the form of the session; who only accepts and rejects is asked nothing.
 * @throws RuleBroken for what is not as the form asks it
 */
function answering(site: Site, session: SessionWithDocument, attendee: NewAttendee): NewAttendee {
  const registers = (attendee.joinStatus ?? 'REGISTER') === 'REGISTER';
  const form = registers ? registrationFormOf(session.document) : undefined;
  return form ? withCheckedAnswers(site, form, attendee) : attendee;
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

/** What it comes to when somebody who is there becomes one of these. */
const DECIDED: Partial<Record<JoinStatus, Act['act']>> = {
  ACCEPT: 'registration.accepted',
  REJECT: 'registration.rejected',
};

/** What the audit tells of somebody who is invited. */
function attendeeFacts({ email, name, role, joinStatus }: Attendee): object {
  return { email, name, role, joinStatus };
}

/** Whoever is registered again and again by strangers keeps the latest. */
const MOST_PASSES = 20;

function checkNumber(site: Site, number: number): void {
  const limit = site.settings.scheduling.inviteLimit;
  if (number > limit) throw new TooManyAttendees(limit);
}

function registerIDs(people: Iterable<Attendee>): Set<number> {
  return new Set(
    [...people].flatMap(({ registerID, details }) => [registerID ?? [], details.guestPasses ?? []].flat()),
  );
}

/** Somebody who was invited comes in by their number: that is what they asked for. */
function asRegistered(attendee: Attendee): Attendee {
  return attendee.joinStatus === 'INVITE' ? { ...attendee, joinStatus: 'ACCEPT' } : attendee;
}

/** What an invitation does not say, and so does not undo. */
function gathered(details: AttendeeDetails | undefined): Partial<AttendeeDetails> {
  const { enrollFields, answers, ipAddress, feedback, guestPasses } = details ?? {};
  return { enrollFields, answers, ipAddress, feedback, guestPasses };
}
