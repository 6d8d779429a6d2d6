/** The people of a session as its rows: their numbers, their accounts, what is kept of them. */
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import { type Attendee, type AttendeeDetails, type NewAttendee, TooManyAttendees } from './attendee.ts';
import { storedScore } from './enrollment/enrollment-counts.ts';
import { byEmail } from './named-attendee.ts';
import { canBeHost } from './scheduling.ts';
import { AlternateHostNotFound, type Session, type SessionWithDocument } from './session.ts';
import { attendeeOf } from './session-rows.ts';
import type { SessionStatements, StoredAttendee } from './session-statements.ts';

/** Where addresses are kept in small letters (documented of trainings and events). */
const IN_SMALL_LETTERS: ReadonlySet<ServiceType> = new Set(['TrainingCenter', 'EventCenter']);

/** Whoever is registered again and again by strangers keeps the latest. */
const MOST_PASSES = 20;

interface Parts {
  readonly clock: Clock;
  readonly random: Random;
  readonly statements: SessionStatements;
}

export type AttendeeRows = ReturnType<typeof openAttendeeRows>;

/** Whoever writes holds the session (`held`) and is judged already. */
export function openAttendeeRows({ clock, random, statements }: Parts) {
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

  return {
    of,
    put,
    replace,
    passFor,

    /**
     * The people of a new session.
     * @throws TooManyAttendees when the session would have more people than it may
     * @throws AlternateHostNotFound
     */
    async putAll(
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
  };
}

/** @throws TooManyAttendees when the site allows fewer in a session */
export function checkNumber(site: Site, number: number): void {
  const limit = site.settings.scheduling.inviteLimit;
  if (number > limit) throw new TooManyAttendees(limit);
}

/** The numbers that people of a session come in by, those of strangers with their addresses too. */
export function registerIDs(people: Iterable<Attendee>): Set<number> {
  return new Set(
    [...people].flatMap(({ registerID, details }) => [registerID ?? [], details.guestPasses ?? []].flat()),
  );
}

/** What an invitation does not say, and so does not undo. */
function gathered(details: AttendeeDetails | undefined): Partial<AttendeeDetails> {
  const { enrollFields, answers, ipAddress, feedback, guestPasses } = details ?? {};
  return { enrollFields, answers, ipAddress, feedback, guestPasses };
}
