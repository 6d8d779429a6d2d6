/** Sessions of every service that really take place at a site: people come and go, and the clock goes with them. */
import type { Account } from '../../src/accounts/account.ts';
import type { Context } from '../../src/context.ts';
import { LEASE, type Newcomer } from '../../src/live/live.ts';
import type { Attendee, NewAttendee } from '../../src/sessions/attendee.ts';
import { localTimeAt } from '../../src/sessions/recurrence/clock-readings.ts';
import { schedule } from '../../src/sessions/schedule.ts';
import { SESSION_SERVICES } from '../../src/sessions/services.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import type { DocumentWish } from '../../src/sessions/wish.ts';
import { zoneOf } from '../../src/time/time-zones.ts';
import type { TestClock } from '../support/site.ts';

/** Somebody who comes by the minute `from`, counted from the start, and leaves by `to`; without it at the end. */
export interface Visitor {
  /** A webExID, or a name and an address. */
  readonly who: string | { readonly name: string; readonly email: string };
  readonly from: number;
  readonly to?: number;
  readonly address?: string;
  readonly agent?: string;
}

export interface Held {
  readonly service?: keyof typeof SESSION_SERVICES;
  readonly siteName?: string;
  readonly host?: string;
  readonly confName?: string;
  /** From the host's coming to the end for all. */
  readonly minutes?: number;
  readonly invited?: readonly NewAttendee[];
  readonly document?: DocumentWish;
  /** The names of an account and an opportunity, which the host is to keep. */
  readonly subject?: { readonly account: string; readonly opportunity: string };
  readonly people?: readonly Visitor[];
}

interface At {
  readonly context: Context;
  readonly clock: TestClock;
}

/** Holds it now; afterwards the clock stands at its end. */
export async function held({ context, clock }: At, asked: Held = {}): Promise<SessionWithDocument> {
  const { siteName = 'acme', minutes = 60, people = [] } = asked;
  const { live, accounts, sessions } = context;
  const site = await context.sites.required(siteName);
  const host = await accounts.withProfile(await accounts.required(site, asked.host ?? 'hostid'));
  if (asked.subject) {
    const { account: name, opportunity } = asked.subject;
    const intAccountID = await context.salesAccounts.create(host, { name });
    await context.opportunities.create(host, { name: opportunity, intAccountID });
  }
  const session = await schedule(context, site, {
    host,
    creator: host,
    service: SESSION_SERVICES[asked.service ?? 'meeting'],
    wish: {
      confName: asked.confName ?? 'Planning',
      subject: asked.subject,
      timing: { start: localTimeAt(clock.now(), zoneOf(host.timeZoneID)) },
      document: { password: 'P@ss-word-1', ...asked.document },
      ...(asked.invited && { invited: asked.invited }),
    },
  });
  const place = { kind: 'session', session } as const;
  const invited = await sessions.attendeesOf(session);
  const began = clock.now();
  const tokens = new Map<Visitor, string>();
  const coming: Visitor = { who: host.webExId, from: 0, address: '192.0.2.1', agent: 'Browser' };
  const moments = [coming, ...people].flatMap((person) => [
    { at: person.from, person, comes: true },
    { at: person.to ?? minutes, person, comes: false },
  ]);
  for (const { at, person, comes } of moments.sort((one, other) => one.at - other.at)) {
    await goOn(began + at * 60_000);
    if (comes) tokens.set(person, (await live.enter(site, place, await newcomer(person))).token);
    else if (at < minutes) await leave(person);
  }
  await goOn(began + minutes * 60_000);
  await live.end(site, session.sessionKey);
  return session;

  /** Whoever is there says so in time. */
  async function goOn(until: number): Promise<void> {
    while (clock.now() < until) {
      clock.turnTo(Math.min(until, clock.now() + LEASE - 1_000));
      for (const token of tokens.values()) await live.renew(site, token);
    }
  }

  async function leave(person: Visitor): Promise<void> {
    const token = tokens.get(person);
    tokens.delete(person);
    if (token !== undefined) await live.leave(site, token);
  }

  async function newcomer({ who, address, agent }: Visitor): Promise<Newcomer> {
    const from = { address, agent };
    if (typeof who !== 'string') return { ...who, ...from, attendee: invitationOf(who.email), isHost: false };
    const account: Account = await accounts.required(site, who);
    const { firstName, lastName, email } = account;
    const isHost = account.id === host.id;
    return {
      name: `${firstName} ${lastName}`,
      email,
      ...from,
      account,
      attendee: invitationOf(email),
      isHost,
    };
  }

  function invitationOf(address: string): Attendee | undefined {
    return invited.find(({ email }) => email === address);
  }
}

/** Somebody to invite. */
export function guest(name: string, more: Partial<NewAttendee> = {}): NewAttendee {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
  return { name, email, role: 'ATTENDEE', details: { type: 'VISITOR', languageID: 1 }, ...more };
}
