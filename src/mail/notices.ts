/** Tells people what has happened: writes the mail down in the transaction in which it happens. */
import type { Account, AccountWithProfile } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import type { Links } from '../links.ts';
import type { Attendee } from '../sessions/attendee.ts';
import type { SessionNotices } from '../sessions/notices.ts';
import { hasPersonalRoom } from '../sessions/personal-room.ts';
import { occurrences } from '../sessions/recurrence.ts';
import { seriesOf } from '../sessions/series.ts';
import type { Session, SessionWithDocument } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import { type Block, htmlText, plainText } from './body.ts';
import type { CalendarPerson } from './calendar.ts';
import { hostRecipient, Letter } from './letter.ts';
import type { Mailbox, NewMail } from './message.ts';
import type { Outbox } from './outbox.ts';
import { cut, oneLine } from './plain.ts';
import { minutesAhead, nameOf, personOf } from './session-mail.ts';
import { LONGEST_SUBJECT } from './sketch.ts';
import { type MailKind, type Names, textsIn } from './texts.ts';

/** What the notices need to know of sessions. */
export interface SessionReader {
  find(site: Site, sessionKey: number, on?: Executor): Promise<Session | undefined>;
  findById(id: number, on?: Executor): Promise<Session | undefined>;
  withDocument(session: Session, on?: Executor): Promise<SessionWithDocument>;
  attendeesOf(session: Session, on?: Executor): Promise<Attendee[]>;
}

export interface NoticesParts {
  readonly outbox: Outbox;
  readonly accounts: Accounts;
  /** Asked only when it is needed: the sessions need the notices first. */
  readonly sessions: () => SessionReader;
  readonly links: Links;
  readonly clock: Clock;
  /** The address that mail comes from. */
  readonly from: () => string;
}

export interface Notices extends SessionNotices {
  /** A reminder has gone out, or could not: the one for the next occurrence is written down. */
  reminded(tx: Executor, site: Site, sessionKey: number, to: Mailbox, startAt: number): Promise<void>;
  /** Somebody waits in the lobby of a personal room. */
  somebodyWaits(tx: Executor, site: Site, owner: AccountWithProfile, name: string): Promise<void>;
  /** A new account, to whom CreateUser's sendWelcome asks to write. The password is not in it. */
  welcome(tx: Executor, site: Site, account: AccountWithProfile): Promise<void>;
  /** A link to a new password, for somebody who has forgotten his. */
  passwordReset(tx: Executor, site: Site, account: AccountWithProfile, token: string): Promise<void>;
}

export function openNotices({ outbox, accounts, sessions, links, clock, from }: NoticesParts): Notices {
  async function hostOf(session: Session, tx: Executor): Promise<AccountWithProfile | undefined> {
    const host = await accounts.findById(session.host, tx);
    return host && accounts.withProfile(host, tx);
  }

  /** Nothing when the host's account is gone: there is nobody to write in the name of. */
  async function letterFor(
    tx: Executor,
    site: Site,
    session: SessionWithDocument,
  ): Promise<Letter | undefined> {
    const host = await hostOf(session, tx);
    if (!host) return undefined;
    const series = session.series === null ? undefined : await sessions().findById(session.series, tx);
    return new Letter({ site, session, host, now: clock.now(), series }, from());
  }

  async function send(tx: Executor, mails: Iterable<NewMail>): Promise<void> {
    for (const mail of mails) await outbox.record(tx, mail);
  }

  /** Everybody, for the host's own calendar. */
  async function listed(tx: Executor, session: Session): Promise<CalendarPerson[]> {
    return (await sessions().attendeesOf(session, tx)).filter(isComing).map(personOf);
  }

  /** Reminders of the first occurrence that they can still come before. */
  async function planReminders(
    tx: Executor,
    letter: Letter,
    { after = 0, only }: { readonly after?: number; readonly only?: Mailbox } = {},
  ): Promise<void> {
    const { site, session, host } = letter.about;
    const ahead = minutesAhead(session.document.remind);
    const { enableReminder, sendEmail = enableReminder, emails = [] } = session.document.remind;
    if (ahead === undefined || !sendEmail || !site.settings.defaults.emailReminders) return;
    const startAt = startToRemindOf(session, Math.max(clock.now() + ahead * MINUTE, after));
    if (startAt === undefined) return;
    const wanted = emails.filter((email) => email.trim() !== '');
    const everybody =
      wanted.length === 0
        ? [hostRecipient(host)]
        : wanted.map((email) => ({ ...hostRecipient(host), name: '', address: email.trim() }));
    const recipients = only ? everybody.filter(({ address }) => address === only.address) : everybody;
    const endAt = startAt + session.duration * MINUTE;
    for (const recipient of recipients) {
      const mail = letter.to(recipient, 'reminder', { at: startAt });
      await outbox.record(tx, { ...mail, dueAt: startAt - ahead * MINUTE, occurrence: { startAt, endAt } });
    }
  }

  const notices: Notices = {
    async scheduled(tx, site, session, invited) {
      const letter = await letterFor(tx, site, session);
      if (!letter) return;
      const people = invited.length === 0 ? [] : await listed(tx, session);
      await send(tx, [letter.toHost('scheduled', 'REQUEST', people), ...letter.invitations(invited)]);
      await planReminders(tx, letter);
    },

    async changed(tx, site, before, after, { invited, added, removed }) {
      const letter = await letterFor(tx, site, after);
      if (!letter) return;
      const isNew = new Set(added.map(({ id }) => id));
      await send(tx, letter.invitations(invited.filter(({ id }) => isNew.has(id))));
      await send(tx, letter.toAttendees(removed, 'removed', 'CANCEL'));
      if (!tellsTheSame(before, after)) {
        await send(
          tx,
          letter.toAttendees(
            invited.filter(({ id }) => !isNew.has(id)),
            'update',
            'REQUEST',
          ),
        );
        if (before.host === after.host) {
          await send(tx, [letter.toHost('changed', 'REQUEST', await listed(tx, after))]);
        } else {
          const former = await letterFor(tx, site, { ...before, sequence: after.sequence });
          if (former) await send(tx, [former.toHost('cancelled', 'CANCEL', [])]);
          await send(tx, [letter.toHost('scheduled', 'REQUEST', await listed(tx, after))]);
        }
      }
      await outbox.cancelReminders(tx, after.sessionKey);
      await planReminders(tx, letter);
    },

    async cancelled(tx, site, session, invited) {
      await outbox.cancelAll(tx, session.sessionKey);
      const letter = await letterFor(tx, site, { ...session, sequence: session.sequence + 1 });
      if (!letter) return;
      await send(tx, [
        letter.toHost('cancelled', 'CANCEL', invited.map(personOf)),
        ...letter.toAttendees(invited, 'cancelled', 'CANCEL'),
      ]);
    },

    async dropped(tx, session) {
      await outbox.cancelAll(tx, session.sessionKey);
    },

    async invited(tx, site, session, added) {
      const letter = added.length > 0 && (await letterFor(tx, site, session));
      if (letter) await send(tx, letter.invitations(added));
    },

    async uninvited(tx, site, session, removed) {
      const letter = removed.length > 0 && (await letterFor(tx, site, session));
      if (letter) await send(tx, letter.toAttendees(removed, 'removed', 'CANCEL'));
    },

    async registered(tx, site, session, attendee) {
      const letter = await letterFor(tx, site, session);
      if (!letter) return;
      switch (attendee.joinStatus) {
        case 'ACCEPT':
          return send(tx, letter.toAttendees([attendee], 'registrationAccepted', 'REQUEST'));
        case 'REJECT':
          return send(tx, letter.toAttendees([attendee], 'registrationRejected'));
        case 'INVITE':
          return send(tx, letter.invitations([attendee]));
        case 'REGISTER':
          return send(tx, [
            ...letter.toAttendees([attendee], 'registrationPending'),
            letter.to(hostRecipient(letter.about.host), 'registrationRequest', {
              person: attendee.name || attendee.email,
            }),
          ]);
      }
    },

    async reminded(tx, site, sessionKey, to, startAt) {
      const session = await sessions().find(site, sessionKey, tx);
      if (!session?.recurring) return;
      const letter = await letterFor(tx, site, await sessions().withDocument(session, tx));
      if (letter) await planReminders(tx, letter, { after: startAt + 1, only: to });
    },

    async somebodyWaits(tx, site, owner, name) {
      const { personalMeetingRoom, languageID } = owner.profile;
      if (!personalMeetingRoom.notificationModes.includes('EMAIL')) return;
      const texts = textsIn(languageID);
      const topic = oneLine(personalMeetingRoom.title ?? '') || nameOf(owner);
      const names = { topic, person: cut(oneLine(name), 100) };
      await outbox.record(
        tx,
        accountMail(site, owner, 'lobby', { ...namesOf(site, owner), ...names }, [
          { kind: 'link', label: texts.enterRoom, href: links.personalRoom(site, owner) },
        ]),
      );
    },

    async welcome(tx, site, account) {
      const { labels, signIn } = textsIn(account.profile.languageID);
      const rows: [string, string][] = [
        [labels.webExId, account.webExId],
        [labels.email, account.email],
      ];
      if (hasPersonalRoom(account)) {
        rows.push([labels.personalRoom, links.personalRoom(site, account)]);
      }
      await outbox.record(
        tx,
        accountMail(site, account, 'welcome', namesOf(site, account), [
          { kind: 'rows', rows },
          { kind: 'link', label: signIn, href: `${links.site(site)}/` },
        ]),
      );
    },

    async passwordReset(tx, site, account, token) {
      const { labels, newPassword, resetExpires } = textsIn(account.profile.languageID);
      await outbox.record(
        tx,
        accountMail(site, account, 'passwordReset', namesOf(site, account), [
          { kind: 'rows', rows: [[labels.webExId, account.webExId]] },
          { kind: 'link', label: newPassword, href: links.resetPassword(site, token) },
          { kind: 'paragraph', text: resetExpires },
        ]),
      );
    },
  };
  return notices;

  /** A mail about an account, from the site itself. */
  function accountMail(
    site: Site,
    account: AccountWithProfile,
    kind: MailKind,
    names: Names,
    blocks: readonly Block[],
  ): NewMail {
    const texts = textsIn(account.profile.languageID);
    const all: Block[] = [{ kind: 'paragraph', text: texts.opening[kind](names) }, ...blocks];
    return {
      site: site.id,
      kind,
      message: {
        from: { name: site.siteName, address: from() },
        to: { name: nameOf(account), address: account.email },
        subject: cut(oneLine(texts.subject[kind](names)), LONGEST_SUBJECT),
        text: plainText(all),
        html: htmlText(all, texts.locale),
      },
    };
  }
}

const MINUTE = 60_000;

function namesOf(site: Site, account: Account): Names {
  const name = nameOf(account);
  return { topic: '', host: name, noun: '', person: name, siteName: site.siteName };
}

/** Whoever registered and is not let in yet is not in the host's calendar. */
function isComing({ joinStatus }: Attendee): boolean {
  return joinStatus === 'INVITE' || joinStatus === 'ACCEPT';
}

/** The first start from then on. */
function startToRemindOf(session: SessionWithDocument, from: number): number | undefined {
  if (session.document.repeat.repeatType === 'CONSTANT') return undefined;
  if (!session.recurring) return session.startAt >= from ? session.startAt : undefined;
  return occurrences(seriesOf(session, session.document), { from, limit: 1 })[0];
}

/** Whether people would read the same in both: then a change is nobody's business. */
function tellsTheSame(before: SessionWithDocument, after: SessionWithDocument): boolean {
  return JSON.stringify(toldOf(before)) === JSON.stringify(toldOf(after));
}

function toldOf(session: SessionWithDocument): unknown {
  const { document } = session;
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
    [telephony, repeat, excluded, minutesAhead(remind)],
  ];
}
