/**
 * The outbox: mail is written down in the transaction of what it tells of, and sent when that is on disk. A row
 * is claimed by one process at a time, so that each mail is sent once.
 */
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor, MailState } from '../database/database.ts';
import type { Random } from '../random.ts';
import { isAddress } from '../text-rules.ts';
import { type MailRow, mailStatements } from './mail-statements.ts';
import type { Mailbox, MailContent, Message, NewMail } from './message.ts';
import { oneLine } from './plain.ts';
import type { Sketch } from './sketch.ts';
import { phoneIn } from './sms.ts';
import type { MailKind } from './texts.ts';

/** What is kept beside the columns. */
interface Kept {
  /** The middle of the Message-ID: the same however often it is tried. */
  readonly token: string;
  readonly occurrence?: NewMail['occurrence'];
}

type MailDocument = Kept & MailContent;

/** A mail of the outbox, in words. */
export interface Mail extends Kept {
  readonly message: Message;
  readonly id: number;
  readonly site: number;
  readonly sessionKey: number | null;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly state: MailState;
  readonly dueAt: number;
  readonly attempts: number;
  /** Until then nobody touches it: a process has it in hand, or it waits for its next attempt. */
  readonly claimedUntil: number;
  readonly sentAt: number | null;
  readonly problem: string | null;
  readonly createdAt: number;
}

export interface OutboxPage {
  readonly mails: readonly Mail[];
  /** For the next page; nothing on the last. */
  readonly next: { readonly createdAt: number; readonly id: number } | undefined;
}

/** How a mail went. */
export interface DeliveryOutcome {
  readonly state: MailState;
  readonly problem?: string | undefined;
  /** When to try again, of one that is still WAITING. */
  readonly notBefore?: number | undefined;
}

export interface OutboxParts {
  readonly keeps: (recipient: string) => boolean;
  readonly wake: () => void;
  readonly render: (sketch: Sketch) => Message;
  /** Resolves when the mail about everything that has happened is in the outbox. */
  readonly complete: () => Promise<unknown>;
}

export type Outbox = ReturnType<typeof openOutbox>;

const NOT_AN_ADDRESS = 'This is not an address that mail can be sent to.';

/**
 * @param keeps nothing can be sent to such a recipient: mail is kept, to be read
 * @param wake called when mail that is due is on disk
 * @param render puts a sketch into words
 * @param complete is awaited before anybody looks at the mail
 */
export function openOutbox(
  database: Database,
  clock: Clock,
  random: Random,
  { keeps, wake, render, complete }: OutboxParts,
) {
  const {
    insert,
    cancel,
    cancelAll,
    claim,
    finish,
    finishWaiting,
    release,
    retry,
    handOver,
    soonest,
    byId,
    page,
  } = mailStatements(database);
  const recordAudit = openAudit(database, clock);

  /** Somebody does something with a mail: that is written down where it comes to something. */
  async function act(
    site: { readonly id: number },
    id: number,
    deed: 'mail.sentAgain' | 'mail.released',
    after: MailState,
    work: (tx: Executor) => number | Promise<number>,
  ): Promise<boolean> {
    return database.write(async (tx) => {
      const before = await byId.first({ site: site.id, id }, tx);
      if (!before || (await work(tx)) === 0) return false;
      const { recipient: name, state, problem } = before;
      const difference = { before: { state, problem }, after: { state: after, problem: null } };
      await recordAudit(tx, { site, act: deed, name, id, ...difference });
      return true;
    });
  }

  return {
    /** Writes a mail down inside the caller's transaction. */
    async record(tx: Executor, mail: NewMail): Promise<void> {
      const now = clock.now();
      const { occurrence } = mail;
      const dueAt = mail.dueAt ?? now;
      const { address } = 'sketch' in mail ? mail.sketch.to : mail.message.to;
      const sendable = isAddress(address) || phoneIn(address) === address;
      const isKept = keeps(address);
      const later = dueAt > now;
      const document: MailDocument = {
        ...storable(mail),
        token: random.bytes(12).toString('hex'),
        occurrence,
      };
      await insert.run(
        {
          site: mail.site,
          session_key: mail.sessionKey ?? null,
          kind: mail.kind,
          recipient: oneLine(address).slice(0, 254),
          state: sendable ? (isKept && !later ? 'KEPT' : 'WAITING') : 'FAILED',
          due_at: dueAt,
          problem: sendable ? null : NOT_AN_ADDRESS,
          now,
          document: JSON.stringify(document),
        },
        tx,
      );
      if (sendable && !isKept) database.afterCommit(tx, wake);
    },

    /** Drops the reminders of a session that have not gone out: those of its people too, where it was moved. */
    async cancelReminders(tx: Executor, sessionKey: number, isMoved: boolean): Promise<void> {
      await cancel.run({ sessionKey, kind: 'reminder' }, tx);
      if (isMoved) await cancel.run({ sessionKey, kind: 'attendeeReminder' }, tx);
    },

    /** Drops everything of a session that has not gone out: it is off. */
    async cancelAll(tx: Executor, sessionKey: number): Promise<void> {
      await cancelAll.run({ sessionKey }, tx);
    },

    /** The mails of a site, the newest first; `after` is the `next` of the page before. */
    async list(
      site: { readonly id: number },
      { after, most = 50 }: { readonly after?: OutboxPage['next']; readonly most?: number } = {},
    ): Promise<OutboxPage> {
      await complete();
      const from = after ?? { createdAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };
      const rows = await page.all({ site: site.id, createdAt: from.createdAt, id: from.id, most: most + 1 });
      const mails = rows.slice(0, most).map((row) => mailOf(row, render));
      const last = mails[mails.length - 1];
      const next = rows.length > most && last ? { createdAt: last.createdAt, id: last.id } : undefined;
      return { mails, next };
    },

    async find(site: { readonly id: number }, id: number): Promise<Mail | undefined> {
      const row = await byId.first({ site: site.id, id });
      return row && mailOf(row, render);
    },

    /** Takes mail that is due in hand until then; nobody else gets it before. */
    async claim(until: number, most: number): Promise<Mail[]> {
      const rows = await claim.all({ now: clock.now(), until, most });
      return rows.map((row) => mailOf(row, render)).sort((a, b) => a.dueAt - b.dueAt || a.id - b.id);
    },

    /** Says how a claimed mail went; false when somebody else had it in hand in the meantime. */
    async finish(tx: Executor, mail: Mail, { state, problem, notBefore }: DeliveryOutcome): Promise<boolean> {
      const change = {
        id: mail.id,
        claim: mail.claimedUntil,
        state,
        notBefore: notBefore ?? 0,
        problem: problem ?? null,
      };
      const changed =
        state === 'SENT'
          ? await finish.run({ ...change, sentAt: clock.now() }, tx)
          : await finishWaiting.run(change, tx);
      return changed === 1;
    },

    /** Gives a claimed mail back as if it had not been touched. */
    async giveBack(mail: Mail): Promise<void> {
      await release.run({ id: mail.id, claim: mail.claimedUntil });
    },

    /** Sends a mail of the site again: one that was given up, kept, released or sent. False when there is no such mail. */
    async retry(site: { readonly id: number }, id: number): Promise<boolean> {
      return act(site, id, 'mail.sentAgain', 'WAITING', (tx) => {
        database.afterCommit(tx, wake);
        return retry.run({ site: site.id, id, now: clock.now() }, tx);
      });
    },

    /**
     * Takes a mail of the site out of the hands of whoever sends: somebody brings it themselves, with a server for mail or
     * without. False when there is no such mail, or it has gone out, is off, or was released already.
     */
    async release(site: { readonly id: number }, id: number): Promise<boolean> {
      return act(site, id, 'mail.released', 'RELEASED', (tx) =>
        handOver.run({ site: site.id, id, now: clock.now() }, tx),
      );
    },

    /** When the next mail is due, or was. */
    async soonest(): Promise<number | undefined> {
      await complete();
      return (await soonest.first({}))?.due_at;
    },
  };
}

/** Names and addresses in one line each: PostgreSQL keeps no NUL in a document. */
function storable(content: MailContent): MailContent {
  if ('sketch' in content) {
    const { sketch } = content;
    return { sketch: { ...sketch, to: { ...sketch.to, ...inOneLine(sketch.to) } } };
  }
  const { from, to, replyTo, ...rest } = content.message;
  const message = {
    ...rest,
    from: inOneLine(from),
    to: inOneLine(to),
    replyTo: replyTo && inOneLine(replyTo),
  };
  return { message };
}

function inOneLine({ name, address }: Mailbox): Mailbox {
  return { name: oneLine(name), address: oneLine(address) };
}

export function mailOf(row: MailRow, render: OutboxParts['render']): Mail {
  const document = JSON.parse(row.document) as MailDocument;
  return {
    message: 'sketch' in document ? render(document.sketch) : document.message,
    token: document.token,
    occurrence: document.occurrence,
    id: row.id,
    site: row.site,
    sessionKey: row.session_key,
    kind: row.kind as MailKind,
    recipient: row.recipient,
    state: row.state,
    dueAt: row.due_at,
    attempts: row.attempts,
    claimedUntil: row.claimed_until,
    sentAt: row.sent_at,
    problem: row.problem,
    createdAt: row.created_at,
  };
}
