/** The demo's history: yesterday its host held a session of each service, with somebody in it, and recorded two. */
import type { Account } from './accounts/account.ts';
import type { Context } from './context.ts';
import { keepDemoRecording } from './demo-recording/demo-recording.ts';
import { openHistory } from './history/history.ts';
import { openLive } from './live/live.ts';
import type { Random } from './random.ts';
import { localTimeAt } from './sessions/recurrence/clock-readings.ts';
import { schedule } from './sessions/schedule.ts';
import { SESSION_SERVICES } from './sessions/services.ts';
import type { Session } from './sessions/session.ts';
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

/** The numbers of its recordings, which samples speak of. */
const DEMO_RECORDINGS = {
  ofTraining: 712_004_581,
  ofEvent: 712_004_582,
  toDelete: 712_004_583,
  toRecover: 712_004_584,
  toErase: 712_004_585,
} as const;

/** Holds them as any session is held, with a clock of its own; nobody is told, and the schedule keeps none of them. */
export async function foundHistory(context: Context, site: Site): Promise<void> {
  const { database, sites, accounts } = context;
  const host = await accounts.withProfile(await accounts.required(site, 'hostid'));
  const subject = await foundSubject(context, host);
  let now = context.clock.now() - DAY;
  const clock = { now: () => now };
  const silent = async () => {};
  const held = new Map<string, Session>();
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
    held.set(service, session);
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
  await foundRecordings(context, site, host, held, now);
  await foundBin(context, site, now);
}

/** They were made of the training and of the event, and somebody has looked at the first since. */
async function foundRecordings(
  context: Context,
  site: Site,
  host: Account,
  sessions: ReadonlyMap<string, Session>,
  now: number,
): Promise<void> {
  const { database, accessHistory } = context;
  await keepDemoRecording(context, site, host, {
    recordID: DEMO_RECORDINGS.ofTraining,
    service: 'TrainingCenter',
    session: sessions.get('training'),
    createdAt: now,
  });
  await keepDemoRecording(context, site, host, {
    recordID: DEMO_RECORDINGS.ofEvent,
    name: 'Open day',
    service: 'EventCenter',
    session: sessions.get('event'),
    createdAt: now,
    document: { description: 'How we work', panelist: 'Carla Cook, Example Ltd' },
  });
  const by = { name: 'Ben Baker', email: 'ben@example.com', registeredAt: now + 30 * MINUTE };
  const details = { registration: { firstName: 'Ben', lastName: 'Baker', company: 'Example Ltd' } };
  const recordID = DEMO_RECORDINGS.ofTraining;
  await database.write(async (tx) => {
    const view = { recordID, accessedAt: now + 60 * MINUTE, ...by, downloaded: false, viewed: true, details };
    await accessHistory.accessed(tx, site, view);
    const fetched = { ...view, accessedAt: now + 75 * MINUTE, downloaded: true, viewed: false };
    await accessHistory.accessed(tx, site, fetched);
  });
}

/** Two lie in the bin of the administrator, and one is to be put there. */
async function foundBin(context: Context, site: Site, now: number): Promise<void> {
  const { accounts, recordings } = context;
  const admin = await accounts.required(site, 'admin');
  const keep = (recordID: number, name: string) =>
    keepDemoRecording(context, site, admin, { recordID, name, createdAt: now });
  await keep(DEMO_RECORDINGS.toDelete, 'First try (to be deleted)');
  for (const [recordID, name] of [
    [DEMO_RECORDINGS.toRecover, 'Deleted by mistake'],
    [DEMO_RECORDINGS.toErase, 'Last year (to be deleted)'],
  ] as const) {
    const { id, deletedAt } = await keep(recordID, name);
    if (deletedAt === null) await recordings.discard(site, id, () => {});
  }
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
