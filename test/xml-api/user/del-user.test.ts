import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { CI_ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';

const all = (...webExIds: string[]) => webExIds.map((id) => `<webExId>${id}</webExId>`).join('');

forProtocol('DelUser, ActivateUser and InactivateUser', (open) => {
  const site = sharedSite(open);
  const active = async (webExId: string) =>
    (await site().ok('user.GetUser', `<webExId>${webExId}</webExId>`)).value('active');

  describe('DelUser', () => {
    test('deactivates each account, and answers a row for each', async () => {
      const one = await site().person();
      const two = await site().person();
      const answer = await site().ok('user.DelUser', all(one.webExID, 'nobody', two.webExID));
      assert.deepEqual(answer.texts('user/webExId'), [one.webExID, 'nobody', two.webExID]);
      assert.deepEqual(answer.texts('user/status'), ['SUCCESS', 'FAILURE', 'SUCCESS']);
      assert.equal(await active(one.webExID), 'DEACTIVATED');
      await site().refused('030903', 'user.GetLoginTicket', '', one);
    });

    test('spares the one who asks', async () => {
      const admin = await site().person({ privileges: { siteAdmin: true } });
      const answer = await site().ok('user.DelUser', all(admin.webExID.toUpperCase()), admin);
      assert.deepEqual(answer.texts('user/status'), ['FAILURE']);
      await site().ok('user.GetLoginTicket', '', admin);
    });

    test('takes 50, and not 51', async () => {
      const names = Array.from({ length: 50 }, (_, n) => `nobody${n}`);
      const answer = await site().ok('user.DelUser', all(...names));
      assert.equal(answer.all('user').length, 50);
      const { webExID } = await site().person();
      await site().refused('000908', 'user.DelUser', all(webExID, ...names));
      assert.equal(await active(webExID), 'ACTIVATED');
    });

    test('needs one', async () => {
      await site().refused('000901', 'user.DelUser');
    });

    test('keeps the names of the account', async () => {
      const { webExID } = await site().person();
      await site().ok('user.DelUser', all(webExID));
      const again = `<firstName>A</firstName><lastName>B</lastName><webExId>${webExID}</webExId><email>new@acme.com</email><password>P@ssword123</password>`;
      await site().refused('030004', 'user.CreateUser', again);
    });

    test('does not reach accounts of other sites', async () => {
      await site().person({ siteName: 'acme-basic', webExId: 'far-away' });
      const answer = await site().ok('user.DelUser', all('far-away'));
      assert.deepEqual(answer.texts('user/status'), ['FAILURE']);
      const basic = { siteName: 'acme-basic', webExID: 'far-away', password: HOST.password };
      await site().ok('user.GetLoginTicket', '', basic);
    });
  });

  describe('ActivateUser and InactivateUser', () => {
    test('by the webExID, and by the number of the account', async () => {
      const { webExID } = await site().person({ active: 'REQUEST_TO_ACTIVATE' });
      const userID = (await site().ok('user.GetUser', all(webExID))).value('userId');
      await site().ok('user.ActivateUser', `<webexID>${webExID}</webexID>`);
      assert.equal(await active(webExID), 'ACTIVATED');
      await site().ok('user.InactivateUser', `<userID>${userID}</userID>`);
      assert.equal(await active(webExID), 'DEACTIVATED');
      await site().ok('user.ActivateUser', `<userID>${userID}</userID>`);
      assert.equal(await active(webExID), 'ACTIVATED');
    });

    test('need to be told whom', async () => {
      for (const type of ['user.ActivateUser', 'user.InactivateUser']) {
        const answer = await site().refused('000901', type);
        assert.match(answer.reason ?? '', /webexID: or userID/);
        await site().refused('030001', type, '<webexID>nobody</webexID>');
        await site().refused('030001', type, '<userID>1</userID>');
        await site().refused('030001', type, '<userID>9007199254740991</userID>');
      }
    });

    test('not the one who asks', async () => {
      await site().refused('000001', 'user.InactivateUser', '<webexID>admin</webexID>');
      assert.equal(await active('admin'), 'ACTIVATED');
    });

    test('not an account of another site by its number', async () => {
      const { sites, accounts } = site().context;
      const basic = await sites.required('acme-basic');
      const { userId } = await accounts.required(basic, 'hostid');
      await site().refused('030001', 'user.InactivateUser', `<userID>${userId}</userID>`);
      assert.equal((await accounts.required(basic, 'hostid')).active, 'ACTIVATED');
    });
  });

  test('all three are for site administrators, and 030098 on a CI site', async () => {
    const reader = await site().person({ privileges: { roSiteAdmin: true } });
    for (const [type, content] of [
      ['user.DelUser', all('guest')],
      ['user.ActivateUser', '<webexID>guest</webexID>'],
      ['user.InactivateUser', '<webexID>guest</webexID>'],
    ] as const) {
      for (const caller of [HOST, GUEST, reader]) await site().refused('000001', type, content, caller);
      await site().refused('030098', type, content, CI_ADMIN);
    }
    assert.equal(await active('guest'), 'ACTIVATED');
  });
});
