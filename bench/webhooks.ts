/** What an event costs on a site with many webhooks and with few: processor time until it is written down what each is told. */
import type { Context } from '../src/context.ts';
import { filterOn } from '../src/webhooks/webhook.ts';
import { bigSite } from './big-site.ts';
import { type Contender, cpuOf, inTurn, numbered, type Rounds } from './measure.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';

const FEW = 10;
const MANY = 1_000;
/** Events of a measurement, and of one of them that many are told of. */
const EVENTS = 100;
const TOLD = 5;
const ROUNDS: Rounds = { warmUp: 2, counted: 7 };

export async function webhooks(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const contenders: Contender[] = [];
  for (const count of [FEW, MANY]) {
    for (const isTold of [false, true]) contenders.push(await eventsOf(started, count, isTold));
  }
  const measured = await inTurn(contenders, ROUNDS);
  const ratio = (words: string) => measured.ratio(`${MANY} ${words}`, `${FEW} ${words}`, 'cpu');
  const told = ratio('that ask for it');
  return [
    `An event, and what webhooks are told of it, in one process; ${ROUNDS.counted} rounds of ${EVENTS} events each (of ${TOLD} where all are told), in turn`,
    '',
    cpuTable(contenders, measured),
    '',
    aims([
      {
        what: `CPU of an event, ${MANY} that filter it out to ${FEW}`,
        found: ratio('that filter it out'),
        atMost: 1.2,
      },
      { what: `CPU of a message, ${MANY} that ask for it to ${FEW}`, found: (told * FEW) / MANY, atMost: 1 },
    ]),
  ].join('\n');
}

async function eventsOf(started: AsyncDisposableStack, count: number, isTold: boolean): Promise<Contender> {
  const folder = started.use(temporaryFolder()).path;
  const { context } = started.use(await bigSite(folder, { accounts: 1, sessions: 10 }));
  await made(context, count, isTold);
  const acme = await context.sites.required('acme');
  const found = await context.sessions.find(acme, 100_000_000);
  if (!found) throw new Error('there is no meeting');
  const session = await context.sessions.withDocument(found);
  const { sessionKey } = session;
  return {
    name: `${count} ${isTold ? 'that ask for it' : 'that filter it out'}`,
    measure: () =>
      cpuOf(numbered(isTold ? TOLD : EVENTS), async () => {
        const event = { kind: 'session.scheduled', sessionKey, session, attendees: [] } as const;
        await context.database.write((tx) => context.events.record(tx, acme, event));
        await context.events.drain();
      }),
  };
}

/** Of the host of the meeting. */
async function made({ accounts, clock, database, sites }: Context, count: number, isTold: boolean) {
  const acme = await sites.required('acme');
  const { id: account } = await accounts.required(acme, 'host1');
  const rows = numbered(count).map((at) => {
    const filter = isTold ? '' : `meetingNumber=${at}`;
    return {
      ...{ site: acme.id, account, integration: null, owned_by: 'creator' as const, name: `hook ${at}` },
      ...{ target_url: 'https://hooks.example.com/', target_host: 'hooks.example.com', secret: null },
      ...{ resource: 'meetings', event: 'created', filter, filter_on: filterOn(filter) },
      ...{ status: 'active' as const, created_at: clock.now(), only_of_site: null },
    };
  });
  const insert = database.builder.insertInto('webhook').values(rows).returning('id');
  await database.write(async (tx) => tx.all(insert.compile()));
}
