import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { HOST, PASSWORD, startSite } from '../support/site.ts';

forProtocol('the log of a refused call', (open) => {
  for (const [what, caller, tried] of [
    ['a wrong password', { ...HOST, password: 'a guess' }, { site: 'acme', webExID: 'hostid' }],
    ['an unknown account', { ...HOST, webExID: 'nobody' }, { site: 'acme', webExID: 'nobody' }],
    ['an unknown site', { ...HOST, siteName: 'nowhere' }, { site: 'nowhere', webExID: 'hostid' }],
  ] as const) {
    test(`has the site and the webExID that were tried: ${what}`, async () => {
      await using site = await startSite(await open());
      const answer = await site.call('user.GetUser', '<webExId>hostid</webExId>', caller);
      assert.equal(answer.result, 'FAILURE');
      const line = JSON.parse(site.log.at(-1) ?? '{}');
      assert.deepEqual(line.tried, tried);
      assert.equal(line.caller, undefined);
      assert.ok(!site.log.join('').includes(PASSWORD));
      assert.ok(!site.log.join('').includes('a guess'));
    });
  }

  test('has the webExID that was tried in a browser, and no password', async () => {
    await using site = await startSite(await open());
    await fetch(`${site.url}/acme/p.php?AT=LI&WID=nobody&PW=a-guess`, { redirect: 'manual' });
    const line = JSON.parse(site.log.at(-1) ?? '{}');
    assert.deepEqual([line.msg, line.site, line.tried], ['page refused', 'acme', 'nobody']);
    assert.ok(!site.log.join('').includes('a-guess'));
  });

  test('names the account that wrong passwords have locked, once', async () => {
    await using site = await startSite(await open());
    await site.context.sites.change('acme', { settings: { lockoutTries: 2 } });
    for (let calls = 0; calls < 4; calls++) {
      await site.call('user.GetUser', '<webExId>hostid</webExId>', { ...HOST, password: `guess ${calls}` });
    }
    const told = site.log
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg.startsWith('account locked'));
    assert.deepEqual(
      told.map(({ level, site: name, webExID }) => ({ level, name, webExID })),
      [{ level: 40, name: 'acme', webExID: 'hostid' }],
    );
  });
});
