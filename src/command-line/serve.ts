/** Runs the site until it is told to end. */
import { builtPages } from '../browser/pages/built-pages.ts';
import type { Context } from '../context.ts';
import { DEMO_CI_SITE, DEMO_SITES, demoTable, foundDemo } from '../demo.ts';
import { demoIdentity, IDENTITY_PATH, trustDemoIdentity } from '../demo-identity/identity.ts';
import { scheduleDemoMeetings } from '../demo-meetings.ts';
import { keepDemoRecordings } from '../demo-recording/demo-recording.ts';
import { foundSamples, holdOfficeHours } from '../demo-samples.ts';
import { type Installation, requestLogFile } from '../installation.ts';
import { type Log, openLog } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { type Server, startServer } from '../server.ts';
import type { Settings } from '../settings.ts';
import { giveOrder } from './give-order.ts';
import { openUnlessServed } from './open-unless-served.ts';
import { settleMemory } from './settle-memory.ts';
import { WHO_SERVES } from './socket.ts';
import { takeOrders } from './take-orders.ts';

/** A request that is still running then is cut off. */
const PATIENCE = 8_000;

/** @param demo founds the demo sites; on loopback alone, because everybody knows their passwords */
export async function serve(settings: Settings, demo: boolean): Promise<void> {
  const log = openLog(settings.logLevel);
  const { database, secret } = await openAlone(settings, log);
  const parts = {
    settings,
    database,
    secret,
    log,
    requestLogFile: requestLogFile(settings),
    ...(demo && { beside: DEMO_PROVIDER }),
  };
  const server = await startServer(parts).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  // On PostgreSQL commands reach the database by themselves.
  const endOrders =
    database.dialect === 'sqlite' ? await takeOrders(server.context, log, server.url) : async () => {};
  endOnSignal(server, log, endOrders);
  if (demo) {
    await foundWholeDemo(server).catch(async (error: unknown) => {
      // A server that goes on listening would keep a process alive that has failed.
      await endOrders();
      await server.close();
      await database.close();
      throw error;
    });
    console.log(demoTable(server.url));
  }
  settleMemory();
  const { publicUrl } = settings;
  console.log(`Parlance is ready at ${publicUrl ? `${publicUrl} (listening on ${server.url})` : server.url}`);
  if ((await server.context.sites.names()).length === 0) console.log(NO_SITE);
  if (settings.smtpUrl === '' && !demo) console.log(NO_MAIL);
  // In the background where they are not yet: the first visitor need not wait, and is told when they cannot be built.
  builtPages().catch(() => {});
  for (const problem of (await server.context.liveKit?.problems()) ?? []) console.log(problem);
}

const NO_MAIL =
  'No mail is sent: it is kept in the outbox until there is a server for it (--smtp-url smtp://…)';

const NO_SITE =
  'There is no site yet. Found one: parlance site add <name> --type 3 (see parlance site add --help)';

/** @throws ServedAlready */
async function openAlone(settings: Settings, log: Log): Promise<Installation> {
  let holder = '';
  const whoServes = () =>
    giveOrder(settings.data, { command: WHO_SERVES, args: [], flags: {}, input: '' }, (line) => {
      holder = line;
    });
  const installation = await openUnlessServed(settings, log, whoServes);
  if (!installation) throw new ServedAlready(settings.data, holder);
  return installation;
}

/** Two processes on one folder would each believe what they remember. */
class ServedAlready extends Refusal {
  constructor(folder: string, holder: string) {
    super(
      `the folder ${folder} is served already (${holder}); several processes need PostgreSQL (--database)`,
    );
  }
}

const DEMO_PROVIDER = {
  path: IDENTITY_PATH,
  open: (context: Context) => demoIdentity(context, DEMO_CI_SITE),
};

async function foundWholeDemo({ context }: Server): Promise<void> {
  // Whoever tries an integration gets their browser back without a question: the demo is on loopback alone.
  await foundDemo(context, { urlAPI: { backURLs: ['any'] }, requestLog: { bodies: true } });
  await trustDemoIdentity(context, DEMO_CI_SITE);
  await scheduleDemoMeetings(
    context,
    DEMO_SITES.map(({ siteName }) => siteName),
  );
  await foundSamples(context);
  await keepDemoRecordings(
    context,
    DEMO_SITES.map(({ siteName }) => siteName),
  );
  await holdOfficeHours(context);
}

function endOnSignal(server: Server, log: Log, endOrders: () => Promise<void>): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    const cutOff = setTimeout(() => process.exit(0), PATIENCE);
    cutOff.unref();
    await endOrders();
    await server.close();
    await server.context.database.close();
    log.logger.flush();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
