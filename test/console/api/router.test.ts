import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';
import { ConsoleClient } from '../console-client.ts';

forProtocol('The API of the console', (open) => {
  const shared = sharedSite(open);

  test('says who is signed in, and gives what their writes bear', async () => {
    const admin = await ConsoleClient.as(shared(), 'admin');
    const { status, json } = await admin.get('me');
    assert.equal(status, 200);
    assert.equal(json.name, 'Ada Admin');
    assert.equal(json.isOwner, true, "the demo's administrator of acme owns the installation");
    const headers = { 'X-Parlance-Form': json.form };
    const founded = await admin.post('sites', { siteName: 'by-token', type: '3' }, { headers });
    assert.equal(founded.json.siteName, 'by-token');
  });

  test('lets an owner work on another site from their own', async () => {
    const admin = await ConsoleClient.as(shared(), 'admin');
    const { json } = await admin.get('me', { at: 'acme-basic' });
    assert.deepEqual([json.home, json.siteName, json.mayWrite], ['acme', 'acme-basic', true]);
  });

  test('closes a site and opens it again, which stays there for its owner meanwhile', async () => {
    const admin = await ConsoleClient.as(shared(), 'admin');
    assert.equal((await admin.call('PATCH', 'sites/acme-w11', { body: { status: 'CLOSED' } })).status, 200);
    assert.equal((await admin.get('me', { at: 'acme-w11' })).json.siteStatus, 'CLOSED');
    assert.equal((await admin.call('PATCH', 'sites/acme-w11', { body: { status: 'ACTIVE' } })).status, 200);
    const own = await admin.call('PATCH', 'sites/acme', { body: { status: 'CLOSED' } });
    assert.deepEqual([own.status, own.json.error.reason], [409, 'OwnSite']);
  });

  describe('refuses', () => {
    const post =
      (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      async () =>
        (await ConsoleClient.as(shared(), 'admin')).post('sites', body, { headers });
    const get = (path: string) => async () => (await ConsoleClient.as(shared(), 'admin')).get(path);

    for (const [what, ask, status, error] of [
      ['what is no JSON', post('{'), 400, { reason: 'InvalidJson' }],
      ['what is no UTF-8', post('"\\ud800'), 400, { reason: 'InvalidJson' }],
      ['another kind of body', post('{}', { 'Content-Type': 'text/plain' }), 415, { reason: 'JsonRequired' }],
      ['a body that is too large', post(`"${'x'.repeat(300_000)}"`), 413, { reason: 'TooLarge' }],
      [
        'a value that breaks a rule, by its name',
        post({ siteName: 'x', type: '9' }),
        422,
        { reason: 'RuleBroken', element: 'type', message: 'must be one of 1, 2, 3, 4, 5' },
      ],
      [
        'a name that is taken',
        post({ siteName: 'acme', type: '3' }),
        409,
        { reason: 'SiteNameTaken', element: 'siteName' },
      ],
      [
        'a misspelt name',
        post({ sitename: 'x', type: '3' }),
        422,
        { element: 'sitename', message: 'is not known here; did you mean siteName?' },
      ],
      ['a misspelt parameter', get('me?cursr=1'), 422, { element: 'cursr', message: 'is not known here' }],
      ['an endpoint that is not there', get('nothing'), 404, { reason: 'NotFound' }],
    ] as const) {
      test(what, async () => {
        const answer = await ask();
        assert.equal(answer.status, status, answer.text);
        const told = answer.json.error;
        for (const [name, value] of Object.entries(error)) assert.equal(told[name], value);
        assert.equal(told.id, answer.headers.get('X-Request-ID'));
      });
    }
  });

  test('answers another method than it has with JSON', async () => {
    const { status, json } = await (await ConsoleClient.as(shared(), 'admin')).call('DELETE', 'me');
    assert.deepEqual([status, json.error.reason], [404, 'NotFound']);
  });
});
