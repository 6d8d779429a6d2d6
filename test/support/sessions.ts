/** Sessions of any service, scheduled by the domain. */
import { schedule } from '../../src/sessions/schedule.ts';
import { SESSION_SERVICES } from '../../src/sessions/services.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import type { SessionWish } from '../../src/sessions/wish.ts';
import type { TestSite } from './site.ts';

export type ServiceName = keyof typeof SESSION_SERVICES;

export const SERVICE_NAMES = Object.keys(SESSION_SERVICES) as ServiceName[];

/** A session of the demo's host on acme, tomorrow where the wish does not say when. */
export async function scheduled(
  { context, clock }: TestSite,
  service: ServiceName,
  wish: SessionWish = {},
  webExID = 'hostid',
): Promise<SessionWithDocument> {
  const site = await context.sites.required('acme');
  const host = await context.accounts.withProfile(await context.accounts.required(site, webExID));
  const day = new Date(clock.now() + 86_400_000);
  const start = {
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    hour: 12,
    minute: 0,
    second: 0,
  };
  return schedule(context, site, {
    host,
    creator: host,
    service: SESSION_SERVICES[service],
    wish: { confName: `Some ${service}`, ...wish, timing: { start, ...wish.timing } },
  });
}
