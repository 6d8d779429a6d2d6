import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { startSite } from '../support/site.ts';
import { listening } from '../support/statements.ts';
import { meeting, visitorAs } from '../url-api/portal.ts';

forProtocol('The browser session', (open) => {
  test('is read once a request, however many ask for it', async () => {
    const { database, statements } = listening(await open());
    await using site = await startSite(database, { settings: { logLevel: 'silent' } });
    const { key } = await meeting(site);
    const visitor = await visitorAs(site, 'hostid');
    for (const page of [
      '/acme/',
      '/acme/signin.php',
      `/acme/m.php?AT=MD&MK=${key}`,
      `/acme/m.php?AT=JM&MK=${key}`,
      `/acme/registrants.php?MK=${key}`,
      '/acme/p.php?AT=ZZ',
    ]) {
      statements.length = 0;
      await visitor.get(page);
      const reads = statements.filter((sql) => /^select .*from "browser_session"/.test(sql));
      assert.equal(reads.length, 1, page);
    }
  });

  test('that is closed in a request is gone for the page that answers it', async () => {
    await using site = await startSite(await open(), { settings: { logLevel: 'silent' } });
    const visitor = await visitorAs(site, 'hostid');
    const { text } = await visitor.get('/acme/p.php', { AT: 'LO', BU: 'https://elsewhere.example/' });
    assert.match(text, /elsewhere\.example/);
    assert.doesNotMatch(text, /Sign out/);
  });
});
