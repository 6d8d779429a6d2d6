import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forSqlite } from '../../support/databases.ts';
import { startSite } from '../../support/site.ts';
import { ConsoleClient } from '../console-client.ts';

/** The audit in the console: who did what from where, read and saved, and changed by nobody. */

forSqlite('the audit of the console', (open) => {
  test('tells who did what by which face, and from where', async () => {
    await using site = await startSite(await open());
    const { webExID } = await site.person({ webExId: 'Target' });
    await site.ok(
      'user.SetUser',
      `<webExId>${webExID}</webExId><title>Dr</title><password>N3w-P@ssword</password>`,
    );
    const { sites } = site.context;
    const acme = await sites.required('acme');
    await sites.change('acme', { settings: { lockoutTries: 9 } });
    const admin = await ConsoleClient.as(site, 'admin');
    const answer = (await admin.get('audit', { query: { name: 'target', actor: 'ADMIN' } })).json;
    assert.equal(answer.entries.length, 1);
    const [entry] = answer.entries;
    assert.equal(entry.act, 'account.passwordChanged');
    assert.equal(entry.after.title, 'Dr');
    assert.equal(entry.after.password, '(secret)');
    assert.doesNotMatch(JSON.stringify(answer), /N3w-P|argon2/);
    assert.deepEqual(
      { ...entry.actor, requestId: typeof entry.actor.requestId },
      {
        kind: 'account',
        name: 'admin',
        site: 'acme',
        face: 'xml',
        address: '127.0.0.1',
        requestId: 'string',
      },
    );
    const changed = (await admin.get('audit', { query: { act: 'site.changed' } })).json.entries;
    assert.deepEqual(changed[0].before, { settings: { lockoutTries: acme.settings.lockoutTries } });
    assert.equal(changed[0].actor.kind, 'system');
  });

  test('is of one site: another one is told nothing of it', async () => {
    await using site = await startSite(await open());
    await site.person({ webExId: 'Target' });
    const elsewhere = await ConsoleClient.as(site, 'admin', 'acme-basic');
    const { entries } = (await elsewhere.get('audit', { query: { name: 'Target' } })).json;
    assert.deepEqual(entries, []);
  });

  test('goes on page by page, with its filters', async () => {
    await using site = await startSite(await open());
    for (let n = 0; n < 55; n++) {
      await site.context.labs.create(await site.context.sites.required('acme'), { labName: `Lab ${n}` });
    }
    const admin = await ConsoleClient.as(site, 'admin');
    const query = { noun: 'lab' };
    const first = (await admin.get('audit', { query })).json;
    const second = (await admin.get('audit', { query: { ...query, after: first.next } })).json;
    assert.equal(first.entries.length, 50);
    assert.equal(second.entries.length, 5);
    assert.equal(second.next, null);
    assert.equal(second.entries[4].name, 'Lab 0');
  });

  test('is saved as lines of JSON, and as a table that no spreadsheet calculates', async () => {
    await using site = await startSite(await open());
    const labName = '=HYPERLINK("http://evil.example")';
    await site.context.labs.create(await site.context.sites.required('acme'), { labName });
    const admin = await ConsoleClient.as(site, 'admin');
    const query = { noun: 'lab' };
    const lines = await admin.get('audit/export', { query: { ...query, as: 'ndjson' } });
    const [entry] = lines.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(entry.name, labName);
    assert.equal(entry.act, 'lab.created');
    const table = await admin.get('audit/export', { query: { ...query, as: 'csv' } });
    assert.match(table.text, /^"time","act"/);
    assert.match(table.text, /,"'=HYPERLINK\(""http:\/\/evil\.example""\)",/);
    assert.match(table.headers.get('Content-Disposition') ?? '', /audit-acme\.csv/);
  });

  test('has no address at which anything of it is changed', async () => {
    await using site = await startSite(await open());
    const admin = await ConsoleClient.as(site, 'admin');
    const before = (await admin.get('audit')).text;
    const [entry] = JSON.parse(before).entries;
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['audit', `audit/${entry.id}`]) {
        assert.equal((await admin.call(method, path, { body: {} })).status, 404, `${method} ${path}`);
      }
    }
    assert.equal((await admin.get('audit')).text, before);
  });
});
