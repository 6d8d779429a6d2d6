/**
 * `parlance/testing`: a whole site inside a test, on loopback, at a free port, in memory.
 *
 * ```ts
 * import { startParlance } from 'parlance/testing';
 *
 * await using parlance = await startParlance();
 * await myIntegration({ url: parlance.xmlService, siteName: 'acme', webExID: 'hostid', password: parlance.password });
 * ```
 */
import type { Privileges, Profile } from '../accounts/account-profile.ts';
import { openDatabase } from '../database/database.ts';
import { DEMO_PASSWORD, foundDemo } from '../demo.ts';
import { openLog } from '../log.ts';
import type { Partially } from '../merge.ts';
import { type Server, startServer } from '../server.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import type { SettingsChange } from '../sites/settings/change.ts';
import type { SiteType } from '../sites/site.ts';
import { TestClock } from './test-clock.ts';

export { TestClock };

/** What the site begins with, and again after `reset`. */
export interface Seed {
  /** The five sites of the demo, each with `admin`, `hostid` and `guest`; they are there unless this is false. */
  readonly demo?: boolean;
  readonly sites?: readonly SeedSite[];
}

export interface SeedSite {
  readonly siteName: string;
  /** 1 CI, 2 SSO, 3 Train Non-SSO, 4 W11 SSO, 5 Non-SSO. */
  readonly type: SiteType;
  /** Ten digits; made up without it. */
  readonly siteID?: number;
  readonly settings?: SettingsChange;
  readonly accounts?: readonly SeedAccount[];
}

export interface SeedAccount {
  readonly webExId: string;
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** The demo's without it. */
  readonly password?: string;
  readonly privileges?: Partial<Privileges>;
  readonly profile?: Partially<Profile>;
}

export interface TestingOptions {
  readonly seed?: Seed;
  /** When it is at the start; the clock stands still until the test turns it. */
  readonly now?: Date;
  readonly settings?: Partial<Settings>;
}

export interface ParlanceInATest extends AsyncDisposable {
  /** Without a slash at its end; the same after a reset. */
  readonly url: string;
  /** Where the XML API answers. */
  readonly xmlService: string;
  /** Of every account that names none of its own. */
  readonly password: string;
  readonly clock: TestClock;
  /** Every line of the log, as JSON; a failed request says there what was wrong. */
  readonly log: readonly string[];
  /** Forgets everything that happened: the seed is there, and the clock stands where it began. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Beside those of the demo. */
const FIRST_SITE_ID = 5_941_235_000;

const INSTALLATION_KEY = Buffer.from('the key of an installation in a test');

/** @throws SettingRefused, and what founding a site or an account is refused with, when the seed is not in order. */
export async function startParlance({
  seed = {},
  now,
  settings,
}: TestingOptions = {}): Promise<ParlanceInATest> {
  const start = now?.getTime();
  const clock = new TestClock(start);
  const log: string[] = [];
  let running = await begin({ port: 0, ...settings }, clock, log, seed);
  const { url } = running.server;
  const port = Number(new URL(url).port);
  const close = async () => running.end();

  return {
    url,
    xmlService: `${url}/WBXService/XMLService`,
    password: DEMO_PASSWORD,
    clock,
    log,
    async reset() {
      await running.end();
      log.length = 0;
      clock.turnTo(start);
      running = await begin({ ...settings, port }, clock, log, seed);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface Running {
  readonly server: Server;
  end(): Promise<void>;
}

async function begin(
  settings: Partial<Settings>,
  clock: TestClock,
  log: string[],
  seed: Seed,
): Promise<Running> {
  const database = await openDatabase('sqlite::memory:');
  try {
    const server = await startServer({
      settings: defaultSettings({ host: '127.0.0.1', logLevel: 'debug', ...settings }),
      database,
      secret: INSTALLATION_KEY,
      clock,
      log: openLog(settings.logLevel ?? 'debug', { write: (line) => void log.push(line) }),
    });
    await sow(server, seed);
    return {
      server,
      async end() {
        await server.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function sow({ context }: Server, { demo = true, sites = [] }: Seed): Promise<void> {
  if (demo) await foundDemo(context);
  for (const [at, { accounts = [], siteID = FIRST_SITE_ID + at, ...founded }] of sites.entries()) {
    const site = await context.sites.create({ ...founded, siteID });
    for (const { password = DEMO_PASSWORD, privileges, profile, ...person } of accounts) {
      await context.accounts.create(site, {
        firstName: person.webExId,
        lastName: '',
        ...person,
        passwordHash: await context.passwords.hash(password),
        profile: { ...profile, ...(privileges && { privileges }) },
      });
    }
  }
}
