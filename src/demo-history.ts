/** The demo's history: yesterday its host held a session of each service, with somebody in it. */
import type { Account } from './accounts/account.ts';
import type { Context } from './context.ts';
import { openHistory } from './history/history.ts';
import { openLive } from './live/live.ts';
import type { Random } from './random.ts';
import { localTimeAt } from './sessions/recurrence/clock-readings.ts';
import { schedule } from './sessions/schedule.ts';
import { SESSION_SERVICES } from './sessions/services.ts';
import { openSessions } from './sessions/sessions.ts';
import type { Site } from './sites/site.ts';
import { zoneOf } from './time/time-zones.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

const HELD = [
  { service: 'meeting', confName: 'Kick-off', sessionKey: 620117340 },
  { service: 'training', confName: 'Safety at work', sessionKey: 620117341 },
  { service: 'event', confName: 'Open day', sessionKey: 620117342 },
  { service: 'support', confName: 'Printer on fire', sessionKey: 620117343 },
  { service: 'sales', confName: 'First offer', sessionKey: 620117344 },
] as const;

/** Holds them as any session is held, with a clock of its own; nobody is told, and the schedule keeps none of them. */
export async function foundHistory(context: Context, site: Site): Promise<void> {
  const { database, sites, accounts } = context;
  const host = await accounts.withProfile(await accounts.required(site, 'hostid'));
  const subject = await foundSubject(context, host);
  let now = context.clock.now() - DAY;
  const clock = { now: () => now };
  const silent = async () => {};
  for (const { service, confName, sessionKey } of HELD) {
    const random = drawing(sessionKey, context.random);
    const sessions = openSessions(database, clock, random, silent);
    const live = openLive({
      ...{ database, clock, random, sites, accounts, sessions },
      history: openHistory(database),
      salesSubjects: context.salesSubjects,
      record: silent,
      report: (error) => context.log.fault('demo', error),
    });
    const session = await schedule({ ...context, clock, random, sessions }, site, {
      host,
      creator: host,
      service: SESSION_SERVICES[service],
      wish: {
        confName,
        subject: service === 'sales' ? subject : undefined,
        timing: { start: localTimeAt(now, zoneOf(host.timeZoneID)) },
        document: {
          password: 'demo1234',
          enableOptions: { autoDeleteAfterMeetingEnd: true },
        },
      },
    });
    const place = { kind: 'session', session } as const;
    const { firstName, lastName, email } = host;
    const from = { address: '192.0.2.10', agent: 'Firefox' };
    const coming = { name: `${firstName} ${lastName}`, email, account: host, isHost: true, ...from };
    const ben = { name: 'Ben Baker', email: 'ben@example.com', isHost: false, ...from };
    const tokens = [];
    for (const person of [coming, ben]) tokens.push((await live.enter(site, place, person)).token);
    // Late, and good all the same as long as nobody has swept.
    now += 45 * MINUTE;
    for (const token of tokens) await live.renew(site, token);
    await live.end(site, sessionKey);
    now += 15 * MINUTE;
  }
  await foundRecording(context, site, host.id, now);
}

/** It was made of the training, and somebody has looked at it since. */
async function foundRecording(
  { database, accessHistory }: Context,
  site: Site,
  host: number,
  now: number,
): Promise<void> {
  const recordID = 70_001;
  await database.write(async (tx) => {
    await accessHistory.made(tx, site, { recordID, host, recordName: 'Safety at work', createdAt: now });
    await accessHistory.accessed(tx, site, {
      recordID,
      accessedAt: now + 60 * MINUTE,
      name: 'Ben Baker',
      email: 'ben@example.com',
      registeredAt: now + 30 * MINUTE,
      downloaded: false,
      viewed: true,
      details: { registration: { firstName: 'Ben', lastName: 'Baker', company: 'Example Ltd' } },
    });
  });
}

/** A customer of the host, and what they may buy. */
async function foundSubject({ salesAccounts, opportunities }: Context, host: Account) {
  const name = 'Example Ltd';
  const [there] = await salesAccounts.of(host, { name });
  if (there) return { intAccountID: there.intAccountID };
  const intAccountID = await salesAccounts.create(host, { name });
  return { intAccountID, intOpptyID: await opportunities.create(host, { name: 'Renewal', intAccountID }) };
}

/** Gives that number first where nine digits are drawn. */
function drawing(first: number, random: Random): Random {
  const left = [first];
  return { ...random, digits: (count) => (count === 9 && left.shift()) || random.digits(count) };
}
