/** Sessions through the domain alone: a site, its hosts, and what they schedule. */

import assert from 'node:assert/strict';
import type { AccountWithProfile } from '../../src/accounts/account.ts';
import { openAccounts } from '../../src/accounts/accounts.ts';
import type { Database } from '../../src/database/database.ts';
import { type Random, systemRandom } from '../../src/random.ts';
import { openSessionList } from '../../src/sessions/lists/session-list.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import { openSessionKeys } from '../../src/sessions/session-keys.ts';
import { type NewSession, openSessions } from '../../src/sessions/sessions.ts';
import { openWaitingInvitations } from '../../src/sessions/waiting-invitations.ts';
import { openSites } from '../../src/sites/sites.ts';
import { TestClock } from '../support/site.ts';

export type Kept = Awaited<ReturnType<typeof keptSite>>;

/**
 * The same site for every process of a database.
 * @param random draws the numbers of accounts and sessions
 */
export async function keptSite(database: Database, random: Random = systemRandom) {
  const clock = new TestClock();
  const sites = openSites(database, clock);
  const accounts = openAccounts(
    database,
    clock,
    random,
    openSessionKeys(database, random),
    openWaitingInvitations(database),
    async () => {},
  );
  const sessions = openSessions(database, clock, random, async () => {});
  const found = await sites.byName('kept');
  const site = found ?? (await sites.create({ siteName: 'kept', siteID: 8_600_001, type: 3 }));
  return {
    clock,
    site,
    sites,
    accounts,
    sessions,
    sessionList: openSessionList(database),

    async host(webExId: string, on = site): Promise<AccountWithProfile> {
      const email = `${webExId}@acme.com`;
      const person = { webExId, email, firstName: 'Holly', lastName: 'Host', passwordHash: null };
      await accounts.create(on, person);
      const found = await accounts.find(on, webExId);
      assert.ok(found);
      return accounts.withProfile(found);
    },

    async schedule(host: AccountWithProfile, given: Partial<NewSession> = {}, on = site) {
      return sessions.create(
        on,
        {
          host,
          creator: host,
          service: 'MeetingCenter',
          sessionType: 3,
          confName: 'Meeting',
          startAt: clock.now() + 3_600_000,
          duration: 60,
          timeZoneID: 4,
          listStatus: 'PUBLIC',
          document: newDocument(on, host),
          ...given,
        },
        [],
      );
    },
  };
}
