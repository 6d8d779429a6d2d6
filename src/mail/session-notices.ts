/** Tells people what has happened to a session: writes the mail down when the event is handed on. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import type { Happened, Listener, SiteEvent } from '../events.ts';
import type { Attendee } from '../sessions/attendee.ts';
import { isTold } from '../sessions/attendees.ts';
import { changedOccurrence } from '../sessions/changed-occurrence.ts';
import type { BaseDocument } from '../sessions/documents/base-document.ts';
import type { AnyContent } from '../sessions/documents/session-document.ts';
import { occurrences } from '../sessions/recurrence.ts';
import { durationAt, seriesOf } from '../sessions/series.ts';
import type { Session, SessionWithDocument } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import type { CalendarPerson } from './calendar-file.ts';
import { hostRecipient, Letter, type LetterAbout } from './letter.ts';
import type { Mailbox, NewMail } from './message.ts';
import type { Outbox } from './outbox.ts';
import { minutesAhead, personOf } from './session-mail.ts';
import type { SiteTexts } from './site-texts.ts';
import type { Recipient } from './sketch.ts';

/** What the notices need to know of sessions. */
export interface SessionReader {
  find(site: Site, sessionKey: number, on?: Executor): Promise<Session | undefined>;
  findById(id: number, on?: Executor): Promise<Session | undefined>;
  withDocument(session: Session, on?: Executor): Promise<SessionWithDocument>;
  attendeesOf(session: Pick<Session, 'id'>, on?: Executor): Promise<Attendee[]>;
}

export interface SessionNoticesParts {
  readonly outbox: Outbox;
  readonly accounts: Accounts;
  readonly sessions: SessionReader;
  readonly clock: Clock;
  readonly siteTexts: Pick<SiteTexts, 'of'>;
  /** The address that mail comes from. */
  readonly from: () => string;
}

export interface SessionNotices {
  /** The session as it is now; nothing when it is gone. */
  current(site: Site, sessionKey: number): Promise<SessionWithDocument | undefined>;
  /** The one that something has happened to: it is read once for all who listen. */
  sessionOf(happened: Happened): Promise<SessionWithDocument | undefined>;
  /** Nothing when there is nobody to write in the name of. */
  letterFor(
    site: Site,
    session: SessionWithDocument,
    now: number,
    on?: Executor,
  ): Promise<Letter | undefined>;
  /** Writes down the mails about something that has happened to a session. */
  readonly listener: Listener;
  /** A reminder has gone out, or could not: the one for the next occurrence is written down. */
  reminded(tx: Executor, site: Site, sessionKey: number, to: Mailbox, startAt: number): Promise<void>;
}

/** What becomes of the outbox. */
interface Post {
  /** What has not gone out is dropped first: all of it, or the reminders alone. */
  readonly drop?: 'everything' | 'reminders';
  /** The session takes place at another time. */
  readonly isMoved?: boolean;
  readonly mails: readonly NewMail[];
}

export function openSessionNotices(parts: SessionNoticesParts): SessionNotices {
  const { outbox, accounts, sessions, clock, siteTexts, from } = parts;

  /** Nothing when the host's account is gone: there is nobody to write in the name of. */
  async function letterFor(
    site: Site,
    session: SessionWithDocument,
    now: number,
    on?: Executor,
  ): Promise<Letter | undefined> {
    const account = await accounts.findById(session.host, on);
    if (!account) return undefined;
    const host = await accounts.withProfile(account, on);
    const series = session.series === null ? undefined : await sessions.findById(session.series, on);
    return new Letter({ site, session, host, now, series, siteTexts: await siteTexts.of(site, on) }, from());
  }

  /** Reminders of the first occurrence that they can still come before. */
  function reminders(
    letter: Letter,
    { after = 0, only }: { readonly after?: number; readonly only?: Mailbox } = {},
  ): NewMail[] {
    const { site, session } = letter.about;
    const ahead = minutesAhead(session.document.remind);
    const { enableReminder, sendEmail = enableReminder } = session.document.remind;
    if (ahead === undefined || !sendEmail || !site.settings.defaults.emailReminders) return [];
    const startAt = startToRemindOf(session, Math.max(clock.now() + ahead * MINUTE, after));
    if (startAt === undefined) return [];
    const everybody = remindedBySession(letter.about);
    const recipients = only ? everybody.filter(({ address }) => address === only.address) : everybody;
    const endAt = startAt + durationAt(session, startAt) * MINUTE;
    return recipients.map((recipient) => ({
      ...letter.to(recipient, 'reminder', { at: startAt }),
      dueAt: startAt - ahead * MINUTE,
      occurrence: { startAt, endAt },
    }));
  }

  /** The session as it is now; nothing when it is gone. */
  async function current(site: Site, sessionKey: number): Promise<SessionWithDocument | undefined> {
    const session = await sessions.find(site, sessionKey);
    return session && sessions.withDocument(session);
  }

  const read = new WeakMap<Happened, Promise<SessionWithDocument | undefined>>();

  function sessionOf(happened: Happened): Promise<SessionWithDocument | undefined> {
    const { site, event } = happened;
    const found =
      read.get(happened) ??
      ('sessionKey' in event ? current(site, event.sessionKey) : Promise.resolve(undefined));
    read.set(happened, found);
    return found;
  }

  async function postOf(happened: Happened): Promise<Post | undefined> {
    const { site, at, event } = happened;
    switch (event.kind) {
      case 'session.scheduled':
      case 'attendee.invited':
      case 'attendee.registered':
      case 'attendee.answered':
      case 'attendee.invitedByMail': {
        const session = await sessionOf(happened);
        const letter = session && (await letterFor(site, session, at));
        return letter && { mails: newcomersMail(letter, event) };
      }
      case 'session.changed': {
        const session = (await sessionOf(happened)) ?? event.before;
        const letter = await letterFor(site, session, at);
        if (!letter) return undefined;
        const former =
          event.before.host === session.host
            ? undefined
            : await letterFor(site, { ...event.before, sequence: session.sequence }, at);
        return {
          drop: 'reminders',
          isMoved: event.before.startAt !== session.startAt,
          mails: [...changeMail(letter, former, event), ...reminders(letter)],
        };
      }
      case 'session.cancelled': {
        const session = { ...event.session, sequence: event.session.sequence + 1 };
        const letter = await letterFor(site, session, at);
        return { drop: 'everything', mails: letter ? cancelMail(letter, event) : [] };
      }
      case 'session.deleted':
        return { drop: 'everything', mails: [] };
      case 'attendee.removed': {
        const letter = await letterFor(site, event.session, at);
        const told = toldOf(event.session, event.attendees, event.sendEmail);
        return letter && { mails: letter.toAttendees(told, 'removed', 'CANCEL') };
      }
    }
    return undefined;
  }

  function newcomersMail(letter: Letter, { kind, attendees, sendEmail }: Newcomers): NewMail[] {
    const told = toldOf(letter.about.session, attendees, sendEmail);
    switch (kind) {
      case 'session.scheduled':
        return [
          letter.toHost('scheduled', 'REQUEST', told.length === 0 ? [] : coming(attendees)),
          ...newcomers(letter, told),
          ...reminders(letter),
        ];
      case 'attendee.invited':
        return letter.invitations(told);
      case 'attendee.registered':
        return told.flatMap((attendee) => registrationMail(letter, attendee));
      case 'attendee.answered':
        return attendees.flatMap((attendee) => registrationMail(letter, attendee));
      case 'attendee.invitedByMail':
        return letter.invitations(attendees);
    }
  }

  return {
    current,
    sessionOf,
    letterFor,

    async listener(happened) {
      const post = await postOf(happened);
      if (!post) return undefined;
      const { drop, mails, isMoved = false } = post;
      const { event } = happened;
      return async (tx) => {
        if ('sessionKey' in event) {
          if (drop === 'everything') await outbox.cancelAll(tx, event.sessionKey);
          if (drop === 'reminders') await outbox.cancelReminders(tx, event.sessionKey, isMoved);
        }
        for (const mail of mails) await outbox.record(tx, mail);
      };
    },

    async reminded(tx, site, sessionKey, to, startAt) {
      const session = await sessions.find(site, sessionKey, tx);
      if (!session?.recurring) return;
      const whole = await sessions.withDocument(session, tx);
      const letter = await letterFor(site, whole, clock.now(), tx);
      const mails = letter ? reminders(letter, { after: startAt + 1, only: to }) : [];
      for (const mail of mails) await outbox.record(tx, mail);
    },
  };
}

const MINUTE = 60_000;

/** Whom a session reminds: its host, or those whom its host names instead. */
export function remindedBySession({ session, host }: Pick<LetterAbout, 'session' | 'host'>): Recipient[] {
  const { emails = [] } = session.document.remind;
  const wanted = emails.map((email) => email.trim()).filter((email) => email !== '');
  if (wanted.length === 0) return [hostRecipient(host)];
  return wanted.map((address) => ({ ...hostRecipient(host), name: '', address }));
}

type EventOf<K extends SiteEvent['kind']> = Extract<SiteEvent, { readonly kind: K }>;
type Newcomers = Pick<
  EventOf<
    | 'session.scheduled'
    | 'attendee.invited'
    | 'attendee.registered'
    | 'attendee.answered'
    | 'attendee.invitedByMail'
  >,
  'kind' | 'attendees'
> & { readonly sendEmail?: boolean | undefined };

/** @param former of the host of before, when there is a new one */
function changeMail(
  letter: Letter,
  former: Letter | undefined,
  { before, attendees, added, removed }: EventOf<'session.changed'>,
): NewMail[] {
  const { session } = letter.about;
  const told = toldOf(session, attendees);
  const isNew = new Set(added);
  const mails = [
    ...newcomers(
      letter,
      told.filter(({ id }) => isNew.has(id)),
    ),
    ...letter.toAttendees(toldOf(before, removed), 'removed', 'CANCEL'),
  ];
  if (tellsTheSame(before, session)) return mails;
  const stay = told.filter(({ id, joinStatus }) => !isNew.has(id) && joinStatus !== 'REJECT');
  // Who reads of one day of a series reads what that day is like.
  const at = changedOccurrence(before, session)?.at;
  mails.push(...letter.toAttendees(stay, 'update', 'REQUEST', { at }));
  if (before.host === session.host) {
    mails.push(letter.toHost('changed', 'REQUEST', coming(attendees), at));
  } else {
    if (former) mails.push(former.toHost('cancelled', 'CANCEL', []));
    mails.push(letter.toHost('scheduled', 'REQUEST', coming(attendees)));
  }
  return mails;
}

function cancelMail(letter: Letter, { attendees, sendEmail }: EventOf<'session.cancelled'>): NewMail[] {
  const told = toldOf(letter.about.session, attendees, sendEmail);
  return [
    letter.toHost('cancelled', 'CANCEL', told.map(personOf)),
    ...letter.toAttendees(told, 'cancelled', 'CANCEL'),
  ];
}

/** Whom the host has put down as registered is told how that stands, the others are invited. */
function newcomers(letter: Letter, attendees: readonly Attendee[]): NewMail[] {
  return attendees.flatMap((attendee) =>
    attendee.registeredAt === null ? letter.invitations([attendee]) : registrationMail(letter, attendee),
  );
}

function registrationMail(letter: Letter, attendee: Attendee): NewMail[] {
  switch (attendee.joinStatus) {
    case 'ACCEPT':
      return letter.toAttendees([attendee], 'registrationAccepted', 'REQUEST');
    case 'REJECT':
      return letter.toAttendees([attendee], 'registrationRejected');
    case 'INVITE':
      return letter.invitations([attendee]);
    case 'REGISTER':
      return [
        ...letter.toAttendees([attendee], 'registrationPending'),
        letter.to(hostRecipient(letter.about.host), 'registrationRequest', {
          // What they registered as stands on the page with the registrations.
          person: attendee.email,
        }),
      ];
  }
}

/** Those who are sent mail. */
function toldOf(
  session: SessionWithDocument,
  attendees: readonly Attendee[],
  sendEmail?: boolean,
): readonly Attendee[] {
  return attendees.filter((one) => sendEmail ?? isTold(session, one));
}

/** For the host's own calendar. Whoever registered and is not let in yet is not in it. */
function coming(attendees: readonly Attendee[]): CalendarPerson[] {
  return attendees
    .filter(({ joinStatus }) => joinStatus === 'INVITE' || joinStatus === 'ACCEPT')
    .map(personOf);
}

/** The first start from then on. */
function startToRemindOf(session: SessionWithDocument, from: number): number | undefined {
  if (session.document.repeat.repeatType === 'CONSTANT') return undefined;
  if (!session.recurring) return session.startAt >= from ? session.startAt : undefined;
  return occurrences(seriesOf(session, session.document), { from, limit: 1 })[0];
}

/** Whether people would read the same in both: then a change is nobody's business. */
function tellsTheSame(before: SessionWithDocument, after: SessionWithDocument): boolean {
  return JSON.stringify(wordsOf(before)) === JSON.stringify(wordsOf(after));
}

function wordsOf(session: SessionWithDocument): unknown {
  const document: BaseDocument & Partial<AnyContent> = session.document;
  const { description, panelistsInfo, panelistPassword, trainingKind } = document;
  const { password, audioPassword, agenda, location, telephony, repeat, excluded, remind, startLocal } =
    document;
  return [
    session.host,
    session.confName,
    session.startAt,
    session.duration,
    session.timeZoneID,
    session.originalStartAt,
    [password, audioPassword, agenda, location, startLocal, document.attendeeOptions.excludePassword],
    [description, panelistsInfo, panelistPassword, trainingKind],
    [telephony, repeat, excluded, document.exceptions, minutesAhead(remind)],
  ];
}
