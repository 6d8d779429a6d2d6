/** Mail: what is told to whom, the outbox that it waits in, and who sends it. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Events } from '../events.ts';
import type { History } from '../history/history.ts';
import type { Links } from '../links.ts';
import type { Random } from '../random.ts';
import type { Settings } from '../settings.ts';
import type { Logos } from '../sites/brand/logos.ts';
import type { Site } from '../sites/site.ts';
import type { Sites } from '../sites/sites.ts';
import { type AccountNotices, openAccountNotices } from './account-notices.ts';
import { type MailLogos, openMailLogos } from './mail-logo.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { type OutboxSearch, openOutboxSearch } from './outbox-search.ts';
import { openPlanner, type Planner } from './planner.ts';
import { type MailNews, openSender, type Sender, type SendingAttempt } from './sender.ts';
import { openSessionNotices, remindedBySession, type SessionReader } from './session-notices.ts';
import { openSiteTexts, type SiteTexts } from './site-texts.ts';
import { messageOf, type Sketch } from './sketch.ts';
import { openSmsGateway } from './sms.ts';
import { openSmtp } from './transport.ts';

export interface Mailing {
  readonly notices: AccountNotices;
  readonly outbox: Outbox;
  /** What the outbox has, found and paged. */
  readonly search: OutboxSearch;
  /** Whether there is a server for mail. */
  readonly isSent: boolean;
  /** Mail that is due at a time. It is written when the outbox is looked at. */
  readonly planner: Planner;
  readonly sender: Sender;
  /** The words that sites have chosen. */
  readonly siteTexts: SiteTexts;
  /** The site's logo above a mail. */
  readonly logos: MailLogos;
  /** Hands the server a mail of a few words, beside the outbox; gives why it could not be sent. */
  test(site: Site, address: string): Promise<string | undefined>;
}

export interface MailingParts {
  readonly settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'smsGateway'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly sites: Pick<Sites, 'byId'>;
  readonly logos: Pick<Logos, 'of' | 'find'>;
  readonly accounts: Accounts;
  readonly sessions: SessionReader;
  readonly history: Pick<History, 'usagesOf' | 'attendancesOf'>;
  readonly events: Events;
  readonly links: Links;
  readonly report: (error: unknown) => void;
  readonly tell: (news: MailNews) => void;
  readonly attempted?: (attempt: SendingAttempt) => void;
}

/** Nothing is sent before `sender.start()`. */
export function openMailing(parts: MailingParts): Mailing {
  const { settings, database, clock, random, sites, accounts, sessions, events, links, report, tell } = parts;
  const transport = settings.smtpUrl === '' ? undefined : openSmtp(settings.smtpUrl);
  const texts = settings.smsGateway === '' ? undefined : openSmsGateway(settings.smsGateway);
  const carrier = (recipient: string) => (recipient.includes('@') ? transport : texts);
  const wake = () => sender.wake();
  const render = (sketch: Sketch) => messageOf(sketch, links);
  const complete = async () => {
    await events.drain();
    await planner.sweep();
  };
  const outbox = openOutbox(database, clock, random, {
    keeps: (recipient) => carrier(recipient) === undefined,
    wake,
    render,
    complete,
  });
  const mailLogos = openMailLogos(parts.logos);
  const siteTexts = openSiteTexts(database, clock);
  const from = senderAddress(settings.mailFrom, links);
  const notices = openSessionNotices({ outbox, accounts, sessions, clock, siteTexts, from });
  const planner = openPlanner({
    database,
    clock,
    history: parts.history,
    site: async (id) => sites.byId(id),
    session: notices.current,
    sessionOf: notices.sessionOf,
    attendees: sessions.attendeesOf,
    letter: (site, session) => notices.letterFor(site, session, clock.now()),
    reminded: (letter) => remindedBySession(letter.about).map(({ address }) => address),
    record: outbox.record,
    report,
  });
  events.listen(notices.listener);
  events.listen(planner.listener);
  const sender: Sender = openSender({
    database,
    outbox,
    carrier,
    close() {
      transport?.close();
      texts?.close();
    },
    clock,
    random,
    site: (id) => sites.byId(id),
    dressed: async (mail) => mailLogos.sent(await sites.byId(mail.site), mail.message),
    async settled(tx, site, { kind, sessionKey, message, occurrence }) {
      if (kind !== 'reminder' || sessionKey === null || occurrence === undefined) return;
      await notices.reminded(tx, site, sessionKey, message.to, occurrence.startAt);
    },
    report,
    tell,
    ...(parts.attempted && { attempted: parts.attempted }),
  });
  return {
    notices: openAccountNotices({ outbox, links, siteTexts, from, sendsTexts: texts !== undefined }),
    outbox,
    search: openOutboxSearch({ database, render, complete }),
    isSent: transport !== undefined,
    planner,
    sender,
    siteTexts,
    logos: mailLogos,

    async test({ siteName }, address) {
      if (!transport) return 'there is no server for it (--smtp-url)';
      const text = `This is a test. ${siteName} can send mail.`;
      const message = {
        from: { name: siteName, address: from() },
        to: { name: '', address },
        subject: `Test mail of ${siteName}`,
        text: `${text}\n`,
        html: `<p>${text}</p>`,
      };
      try {
        await transport.send({ message, token: random.bytes(12).toString('hex') });
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
      return undefined;
    },
  };
}

/** The address that mail comes from; the public URL is taken apart when it is another one. */
function senderAddress(mailFrom: string, links: Links): () => string {
  if (mailFrom !== '') return () => mailFrom;
  let known = { url: '', address: '' };
  return () => {
    const url = links.publicUrl();
    if (known.url !== url) known = { url, address: `messenger@${hostOf(url)}` };
    return known.address;
  };
}

/** A name that can stand in an address. */
function hostOf(url: string): string {
  const hostname = URL.canParse(url) ? new URL(url).hostname : '';
  return /^[a-z][a-z0-9.-]*$/i.test(hostname) ? hostname : 'localhost';
}
