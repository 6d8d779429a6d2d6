/** The people of the sessions: invited, registered and taken off. */
import { isAnothers } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { type AddedEntry, type AddingParts, openAdding } from './adding-attendees.ts';
import {
  type Attendee,
  AttendeeNotFound,
  isPanelist,
  type JoinStatus,
  type NewAttendee,
} from './attendee.ts';
import { attendeeFacts } from './attendee-audit.ts';
import { openAttendeeRows, registerIDs } from './attendee-rows.ts';
import { withCheckedAnswers } from './enrollment/enrollment-answers.ts';
import { registrationFormOf } from './enrollment/registration-form.ts';
import { attendeeNamed, bySession, type NamedAttendee } from './named-attendee.ts';
import { checkParticipantLimit, type Registrar, registrationOf } from './registration.ts';
import type { SessionWithDocument } from './session.ts';
import { peopleFacts } from './session-audit.ts';
import { attendeeOf } from './session-rows.ts';

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

interface Parts extends Omit<AddingParts, 'rows'> {
  readonly clock: Clock;
  readonly random: Random;
}

export function openAttendees({ clock, random, ...parts }: Parts) {
  const { record, recordAudit, statements, members, write, held } = parts;
  const rows = openAttendeeRows({ clock, random, statements });
  const { of, put, replace } = rows;
  const addAll = openAdding({ ...parts, rows });

  /**
   * Accepts or rejects people who are there, and changes nothing else of them: all or none.
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
      ({ sessionKey, email, joinStatus }): AddedEntry<void> => ({
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
    put: rows.putAll,

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
