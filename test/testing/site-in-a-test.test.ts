import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startParlance } from '../../src/testing/site-in-a-test.ts';
import { bodyContent, message } from '../support/site.ts';

/** What `parlance/testing` promises to other projects. */

async function call(url: string, type: string, content: string, caller: Readonly<Record<string, string>>) {
  const answer = await fetch(url, { method: 'POST', body: message(bodyContent(type, content), caller) });
  return answer.text();
}

describe('a site inside a test', () => {
  test('has the demo, and is gone with the test', async () => {
    let url: string;
    {
      await using parlance = await startParlance();
      url = parlance.url;
      const host = { siteName: 'acme', webExID: 'hostid', password: parlance.password };
      assert.match(
        await call(parlance.xmlService, 'user.GetUser', '<webExId>hostid</webExId>', host),
        /SUCCESS/,
      );
    }
    await assert.rejects(fetch(url));
  });

  test('has the sites and the people of its seed, and nobody else', async () => {
    const ada = {
      webExId: 'ada',
      email: 'ada@example.com',
      password: 'Secret-42',
      privileges: { siteAdmin: true },
    };
    await using parlance = await startParlance({
      seed: { demo: false, sites: [{ siteName: 'mine', type: 3, accounts: [ada] }] },
    });
    const caller = { siteName: 'mine', webExID: 'ada', password: 'Secret-42' };
    const listed = await call(parlance.xmlService, 'user.LstsummaryUser', '', caller);
    assert.match(listed, /<serv:total>1<\/serv:total>/);
    assert.match(
      await call(parlance.xmlService, 'user.LstsummaryUser', '', { ...caller, siteName: 'acme' }),
      /FAILURE/,
    );
  });

  test('forgets at a reset what happened, at the same address', async () => {
    await using parlance = await startParlance({ now: new Date('2026-11-28T05:00:00Z') });
    const { url, xmlService, clock, password } = parlance;
    const admin = { siteName: 'acme', webExID: 'admin', password };
    const newUser =
      '<firstName>Nina</firstName><lastName>New</lastName><webExId>nina</webExId><email>nina@acme.com</email>' +
      '<password>Secret-42</password>';
    assert.match(await call(xmlService, 'user.CreateUser', newUser, admin), /SUCCESS/);
    clock.advance({ days: 3 });
    await parlance.reset();
    assert.equal(parlance.url, url);
    assert.equal(new Date(clock.now()).toISOString(), '2026-11-28T05:00:00.000Z');
    assert.deepEqual(parlance.log, []);
    assert.match(await call(xmlService, 'user.GetUser', '<webExId>nina</webExId>', admin), /030001/);
    assert.match(await call(xmlService, 'user.GetUser', '<webExId>hostid</webExId>', admin), /SUCCESS/);
  });

  test('stands where its clock stands', async () => {
    await using parlance = await startParlance({ now: new Date('2026-11-28T05:00:00Z') });
    const host = { siteName: 'acme', webExID: 'hostid', password: parlance.password };
    const ticket = /<use:ticket>([^<]+)/.exec(
      await call(parlance.xmlService, 'user.GetLoginTicket', '', host),
    )?.[1];
    parlance.clock.advance({ hours: 2 });
    const opened = await fetch(`${parlance.url}/acme/p.php?AT=LI&WID=hostid&TK=${ticket}&BU=/acme/`, {
      redirect: 'manual',
    });
    assert.match(await opened.text(), /ST=FAIL/);
  });
});
