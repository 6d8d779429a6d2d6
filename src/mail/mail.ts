/** Mail: what is told to whom, the outbox that it waits in, and who sends it. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Links } from '../links.ts';
import type { Random } from '../random.ts';
import type { Settings } from '../settings.ts';
import type { Sites } from '../sites/sites.ts';
import { type Notices, openNotices, type SessionReader } from './notices.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { openSender, type Sender } from './sender.ts';
import { messageOf } from './sketch.ts';
import { openSmtp } from './transport.ts';

export interface Mailing {
  readonly notices: Notices;
  readonly outbox: Outbox;
  readonly sender: Sender;
}

export interface MailingParts {
  readonly settings: Pick<Settings, 'smtpUrl' | 'mailFrom'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly sites: Pick<Sites, 'byId'>;
  readonly accounts: Accounts;
  readonly sessions: () => SessionReader;
  readonly links: Links;
  readonly report: (error: unknown) => void;
}

/** Nothing is sent before `sender.start()`. */
export function openMailing(parts: MailingParts): Mailing {
  const { settings, database, clock, random, sites, accounts, sessions, links, report } = parts;
  const transport = settings.smtpUrl === '' ? undefined : openSmtp(settings.smtpUrl);
  const wake = () => sender.wake();
  const outbox = openOutbox(database, clock, random, {
    keeps: transport === undefined,
    wake,
    render: (sketch) => messageOf(sketch, links),
  });
  const notices = openNotices({
    outbox,
    accounts,
    sessions,
    links,
    clock,
    from: () => settings.mailFrom || `messenger@${hostOf(links.publicUrl())}`,
  });
  const sender: Sender = openSender({
    database,
    outbox,
    transport,
    clock,
    random,
    site: (id) => sites.byId(id),
    async settled(tx, site, { kind, sessionKey, message, occurrence }) {
      if (kind !== 'reminder' || sessionKey === null || occurrence === undefined) return;
      await notices.reminded(tx, site, sessionKey, message.to, occurrence.startAt);
    },
    report,
  });
  return { notices, outbox, sender };
}

/** A name that can stand in an address. */
function hostOf(url: string): string {
  const hostname = URL.canParse(url) ? new URL(url).hostname : '';
  return /^[a-z][a-z0-9.-]*$/i.test(hostname) ? hostname : 'localhost';
}
