/** The live state through the domain alone: a site with its hosts and sessions, and processes that serve it. */
import assert from 'node:assert/strict';
import type { Account, AccountWithProfile } from '../../src/accounts/account.ts';
import { openAccounts } from '../../src/accounts/accounts.ts';
import type { Database } from '../../src/database/database.ts';
import { openHistory } from '../../src/history/history.ts';
import { type Newcomer, openLive, type Place, type Stay } from '../../src/live/live.ts';
import { systemRandom } from '../../src/random.ts';
import { openSalesSubjects } from '../../src/sales/subject-names.ts';
import type { SessionDocument } from '../../src/sessions/documents/session-document.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import type { Session } from '../../src/sessions/session.ts';
import { openSessionKeys } from '../../src/sessions/session-keys.ts';
import { type NewSession, openSessions } from '../../src/sessions/sessions.ts';
import { openWaitingInvitations } from '../../src/sessions/waiting-invitations.ts';
import { openSites } from '../../src/sites/sites.ts';
import { keptSite } from '../sessions/kept.ts';

export type House = Awaited<ReturnType<typeof meetingHouse>>;

/** What is asked for beside the usual. */
export type Asked = Partial<Omit<NewSession, 'document'>> & {
  readonly document?: Partial<Omit<SessionDocument, 'enableOptions' | 'attendeeOptions'>> & {
    readonly enableOptions?: Partial<SessionDocument['enableOptions']>;
    readonly attendeeOptions?: Partial<SessionDocument['attendeeOptions']>;
  };
};

export async function meetingHouse(database: Database) {
  const kept = await keptSite(database);
  const { clock, site, accounts, sessions } = kept;
  const faults: unknown[] = [];
  let hosts = 0;

  /** Another process on the same database, or on another connection to it. */
  function process(on: Database = database) {
    const history = openHistory(on);
    const live = openLive({
      database: on,
      clock,
      random: systemRandom,
      sites: openSites(on, clock),
      accounts: openAccounts(
        on,
        clock,
        systemRandom,
        openSessionKeys(on, systemRandom),
        openWaitingInvitations(on),
        async () => {},
      ),
      sessions: openSessions(on, clock, systemRandom, async () => {}),
      history,
      salesSubjects: openSalesSubjects(on),
      record: async () => {},
      report: (error) => faults.push(error),
    });
    return { live, history };
  }

  const { live, history } = process();

  return {
    ...kept,
    database,
    /** What no caller could be told. */
    faults,
    live,
    history,
    process,

    /** A host with what they have scheduled. */
    async meeting({
      document,
      ...given
    }: Asked = {}): Promise<{ host: AccountWithProfile; session: Session }> {
      hosts += 1;
      const host = given.host
        ? await accounts.withProfile(given.host as Account)
        : await kept.host(`host${hosts}`);
      const usual = newDocument(site, host);
      const session = await kept.schedule(host, {
        ...given,
        document: {
          ...usual,
          ...document,
          enableOptions: { ...usual.enableOptions, ...document?.enableOptions },
          attendeeOptions: { ...usual.attendeeOptions, ...document?.attendeeOptions },
        },
      });
      return { host, session };
    },

    /** Somebody comes in through one of the processes. */
    async enter(session: Session, newcomer: Newcomer, by = live): Promise<{ stay: Stay; token: string }> {
      return by.enter(site, { kind: 'session', session }, newcomer);
    },

    /** The same session as its row is now; nothing when it is gone. */
    async now({ sessionKey }: Session): Promise<Session | undefined> {
      return sessions.find(site, sessionKey);
    },

    /** The only time that a session has run. */
    async usage({ sessionKey }: Pick<Session, 'sessionKey'>) {
      const usages = await history.usagesOf(site, sessionKey);
      const [usage] = usages;
      assert.ok(usage && usages.length === 1, `it has run ${usages.length} times`);
      return { ...usage, attendances: await history.attendancesOf(usage) };
    },
  };
}

export function hostOf(account: Account): Newcomer {
  const { firstName, lastName, email } = account;
  return {
    name: `${firstName} ${lastName}`,
    email,
    account,
    isHost: true,
    address: '192.0.2.1',
    agent: 'Browser',
  };
}

/** Somebody whom nobody knows. */
export function stranger(name: string): Newcomer {
  return { name, email: `${name.toLowerCase()}@elsewhere.com`, isHost: false };
}

export function place(session: Session): Place {
  return { kind: 'session', session };
}

export function names(stays: readonly Stay[] | undefined): string[] | undefined {
  return stays?.map(({ name }) => name);
}
