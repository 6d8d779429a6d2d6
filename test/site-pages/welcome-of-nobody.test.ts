import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { startSite } from '../support/site.ts';

forSqlite('An address without a site', (open) => {
  test('asks for the name of one, and is the same for a name that leads nowhere and a closed site', async () => {
    await using parlance = await startSite(await open());
    await parlance.context.sites.change('acme-w11', { status: 'CLOSED' });
    const shown = async (address: string) => {
      const answer = await fetch(`${parlance.url}${address}`);
      return { status: answer.status, text: await answer.text() };
    };
    const nowhere = await shown('/no-such-site/');
    assert.equal(nowhere.status, 404);
    assert.match(nowhere.text, /There is no site at this address/);
    assert.match(nowhere.text, /<form class="fields" action="\/" method="get"/);
    assert.equal((await shown('/acme-w11/')).text, nowhere.text);
    assert.match((await shown('/acme/no-such-page.php')).text, /The address may be incomplete/);
  });
});
