/** The demo's sample meetings: one tomorrow, one every week, on each site. */

import type { Context } from './context.ts';
import { localTimeAt } from './sessions/recurrence/clock.ts';
import { checkedRepeat } from './sessions/recurrence.ts';
import { scheduleSession } from './sessions/schedule-session.ts';
import { newDocument, typeFor, USUAL_DURATION } from './sessions/scheduling.ts';
import { NO_REPEAT } from './sessions/series.ts';
import type { Site } from './sites/site.ts';
import { toInstant } from './time/site-time.ts';
import { zoneOf } from './time/time-zones.ts';

const DAY = 86_400_000;

/** Schedules the sample meetings of every one of those sites that has no session yet. */
export async function scheduleDemoMeetings(context: Context, siteNames: readonly string[]): Promise<void> {
  for (const siteName of siteNames) {
    const site = await context.sites.byName(siteName);
    if (site) await scheduleOn(site, context);
  }
}

async function scheduleOn(
  site: Site,
  { accounts, sessions, sessionList, clock, random }: Context,
): Promise<void> {
  const page = { startFrom: 1, maximumNum: 1, order: [] };
  if ((await sessionList.search(site, {}, page)).total > 0) return;
  const found = await accounts.findByEmail(site, 'hostid@acme.com');
  if (!found) return;
  const host = await accounts.withProfile(found);
  const zone = zoneOf(host.timeZoneID);
  const startLocal = { ...localTimeAt(clock.now() + DAY, zone), hour: 10, minute: 0, second: 0 };
  const weekly = checkedRepeat({ repeatType: 'WEEKLY' }, startLocal);
  for (const [confName, repeat] of [
    ['Product demo', NO_REPEAT],
    ['Weekly team meeting', weekly],
  ] as const) {
    await scheduleSession({ sessions, random }, site, {
      host,
      creator: host,
      type: typeFor(site, host, 'MeetingCenter', undefined),
      confName,
      startAt: toInstant(startLocal, zone),
      duration: USUAL_DURATION,
      timeZoneID: host.timeZoneID,
      listStatus: 'PUBLIC',
      document: { ...newDocument(site, host), password: 'demo1234', repeat, startLocal },
    });
  }
}
