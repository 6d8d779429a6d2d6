import type { Database } from '../../src/database/database.ts';
import { openEvents, type SiteEvent } from '../../src/events.ts';
import { openSites } from '../../src/sites/sites.ts';
import { TestClock } from '../support/site.ts';

/** The events of one process, with a site that they happen on. */
export async function openTestEvents(database: Database, clock = new TestClock()) {
  const sites = openSites(database, clock);
  const site = (await sites.byName('acme')) ?? (await sites.create({ siteName: 'acme', siteID: 1, type: 3 }));
  const faults: unknown[] = [];
  const events = openEvents({ database, clock, site: sites.byId, report: (error) => faults.push(error) });
  return { events, site, clock, faults, sites };
}

/** A session has started: it says its number, and is as good as any other event. */
export function startedEvent(run: number, sessionKey = 100_000_000 + run): SiteEvent {
  return { kind: 'session.started', sessionKey, run, isPersonalRoom: false, startedAt: 0 };
}

/** The number that `startedEvent` was given. */
export function runOf(event: SiteEvent): number {
  return 'run' in event ? event.run : 0;
}
