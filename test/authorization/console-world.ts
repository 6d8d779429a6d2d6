/** The world of the console's matrix: acme with somebody of each kind, each signed in, and what the database holds. */
import { ConsoleClient } from '../console/console-client.ts';
import type { TestSite } from '../support/site.ts';
import type { ConsoleCaller, ConsoleWorld } from './console-row.ts';
import { everythingKept } from './everything-kept.ts';

/** Signs of life, and what is counted: no right. */
const UNHELD = new Set(['browser_session', 'throttle', 'guess', 'login_ticket']);

export interface OpenConsoleWorld {
  readonly clients: Readonly<Record<ConsoleCaller, ConsoleClient>>;
  /** Another one for each call. */
  world(): ConsoleWorld;
  /** Everything that somebody could have changed. */
  kept(): Promise<string>;
}

export async function openConsoleWorld(site: TestSite): Promise<OpenConsoleWorld> {
  const { sites, accounts, owners, database } = site.context;
  const person = async (...[given]: Parameters<TestSite['person']>) => (await site.person(given)).webExID;
  const admin = await person({ privileges: { siteAdmin: true } });
  const reader = await person({ privileges: { roSiteAdmin: true, host: false } });
  const host = await person();
  const attendee = await person({ privileges: { host: false, attendeeOnly: true } });
  const owner = await person({ siteName: 'acme-basic', privileges: { host: false } });
  const foreigner = await person({ siteName: 'acme-basic', privileges: { siteAdmin: true } });
  await owners.add(await accounts.required(await sites.required('acme-basic'), owner));
  const kept = await everythingKept(database, UNHELD);
  let made = 0;
  return {
    clients: {
      admin: await ConsoleClient.as(site, admin),
      reader: await ConsoleClient.as(site, reader),
      host: await ConsoleClient.as(site, host),
      attendee: await ConsoleClient.as(site, attendee),
      stranger: await ConsoleClient.as(site),
      owner: await ConsoleClient.as(site, owner, 'acme-basic'),
      foreignAdmin: await ConsoleClient.as(site, foreigner, 'acme-basic'),
    },
    world() {
      made += 1;
      return { site, fresh: `fresh${made}`, admin, host, attendee };
    },
    kept,
  };
}
