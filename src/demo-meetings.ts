/** The demo's sample meetings: one tomorrow, one every week, on each site. */

import type { Context } from './context.ts';
import { localTimeAt } from './sessions/recurrence/clock-readings.ts';
import { schedule } from './sessions/schedule.ts';
import { SESSION_SERVICES } from './sessions/services.ts';
import type { Site } from './sites/site.ts';
import { zoneOf } from './time/time-zones.ts';

const DAY = 86_400_000;

/** Schedules the sample meetings of every one of those sites that has no session yet. */
export async function scheduleDemoMeetings(context: Context, siteNames: readonly string[]): Promise<void> {
  for (const siteName of siteNames) {
    const site = await context.sites.byName(siteName);
    if (site) await scheduleOn(site, context);
  }
}

async function scheduleOn(site: Site, context: Context): Promise<void> {
  const { accounts, sessionList } = context;
  const page = { startFrom: 1, maximumNum: 1, order: [] };
  if ((await sessionList.search(site, {}, page)).total > 0) return;
  const found = await accounts.findByEmail(site, 'hostid@acme.com');
  if (!found) return;
  const host = await accounts.withProfile(found);
  const tomorrow = localTimeAt(context.clock.now() + DAY, zoneOf(host.timeZoneID));
  const start = { ...tomorrow, hour: 10, minute: 0, second: 0 };
  for (const [confName, repeat] of [
    ['Product demo', undefined],
    ['Weekly team meeting', { repeatType: 'WEEKLY' }],
  ] as const) {
    const wish = { confName, timing: { start, repeat }, document: { password: 'demo1234' } };
    await schedule(context, site, { host, creator: host, service: SESSION_SERVICES.meeting, wish });
  }
}
