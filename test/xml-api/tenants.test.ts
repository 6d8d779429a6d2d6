import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { forProtocol } from '../support/databases.ts';
import { bodyContent, message, PASSWORD, sharedSite } from '../support/site.ts';

/** Two sites with accounts of the same names: what one does is never seen or felt on the other. */

forProtocol('tenants', (open) => {
  const site = sharedSite(open);
  const ours = { siteName: 'acme', webExID: 'admin', password: PASSWORD };

  /** Everything that is kept of the other site. */
  async function theirs(): Promise<string> {
    const { database } = site().context;
    const rows = [];
    for (const table of ['account', 'login_ticket', 'session_ticket', 'browser_session'] as const) {
      const query = database.builder.selectFrom(table).selectAll();
      const all = await database.all<Record<string, unknown>>(query.compile());
      rows.push(...all.filter(({ site: of, account }) => of === otherId || ids.has(Number(account))));
      if (table === 'account') for (const row of all) if (row.site === otherId) ids.add(Number(row.id));
    }
    return JSON.stringify(rows);
  }
  let otherId: number;
  const ids = new Set<number>();

  test('an administrator of one site changes nothing on another, whatever they call', async () => {
    const { sites, accounts } = site().context;
    const other = await sites.required('acme-basic');
    otherId = other.id;
    const victim = await site().person({ siteName: 'acme-basic', webExId: 'unique-victim' });
    const { userId } = await accounts.required(other, victim.webExID);
    const before = await theirs();
    const aims =
      '<webExId>unique-victim</webExId><webExID>unique-victim</webExID><webexID>unique-victim</webexID>' +
      `<userID>${userId}</userID><title>stolen</title><password>Stolen-123</password><active>DEACTIVATED</active>`;
    for (const { service, name } of OPERATIONS) {
      const answer = await site().post(
        message(bodyContent(`java:com.webex.service.binding.${service.name}.${name}`, aims), ours),
      );
      assert.doesNotMatch(answer.text, /unique-victim@|person\d+@acme\.com/, name);
    }
    assert.equal(await theirs(), before);
  });

  test('a session ticket of one site is nobody on another, by name or by number', async () => {
    const ticket = (await site().ok('user.AuthenticateUser', '', ours)).value('sessionTicket') ?? '';
    for (const where of [{ siteName: 'acme-basic' }, { siteID: 5941234565 }]) {
      await site().refused('030047', 'user.GetUser', '<webExId>admin</webExId>', {
        ...where,
        sessionTicket: ticket,
      });
      await site().refused('030047', 'user.GetUser', '<webExId>admin</webExId>', {
        ...where,
        webExID: 'admin',
        sessionTicket: ticket,
      });
    }
  });

  test('a password of one site is none on another', async () => {
    const person = await site().person({ webExId: 'namesake' });
    await site().person({ siteName: 'acme-basic', webExId: 'namesake' });
    await site().ok('user.SetUser', '<webExId>namesake</webExId><password>0nly-here-1</password>');
    const changed = { ...person, password: '0nly-here-1' };
    await site().ok('user.GetLoginTicket', '', changed);
    await site().refused('030002', 'user.GetLoginTicket', '', { ...changed, siteName: 'acme-basic' });
    await site().ok('user.GetLoginTicket', '', { ...person, siteName: 'acme-basic' });
  });

  test('wrong passwords on one site lock nobody on another', async () => {
    const person = await site().person({ webExId: 'locked-namesake' });
    const elsewhere = await site().person({ siteName: 'acme-basic', webExId: 'locked-namesake' });
    for (let n = 0; n < 10; n++) {
      await site().call('user.GetLoginTicket', '', { ...person, password: `wrong${n}` });
    }
    await site().refused('030902', 'user.GetLoginTicket', '', person);
    await site().ok('user.GetLoginTicket', '', elsewhere);
  });

  test('what was answered on one site is not given on another', async () => {
    await site().ok('user.SetUser', '<webExId>hostid</webExId><title>Of acme</title>', ours);
    const get = (siteName: string) =>
      site().ok('user.GetUser', '<webExId>hostid</webExId>', { ...ours, siteName });
    for (let turn = 0; turn < 2; turn++) {
      assert.equal((await get('acme')).value('title'), 'Of acme');
      assert.equal((await get('acme-basic')).value('title'), undefined);
    }
  });
});
