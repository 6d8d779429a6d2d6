import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { TEXTS } from '../../src/rest-api/rest-problems.ts';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { RestClient } from './client.ts';

const MEETING = { title: 'T', start: '2027-01-12T10:00:00Z', end: '2027-01-12T11:00:00Z' };

forSqlite('Requests of the REST interface', (open) => {
  const site = sharedSite(open);
  const host = () => RestClient.as(site(), 'hostid');

  suite('bodies', () => {
    const unreadable: Readonly<Record<string, string>> = {
      'no JSON': '{"title":',
      'a name twice': '{"title":"a","title":"b"}',
      'a number beyond 2^53': '{"title":"a","sessionTypeId":9007199254740993}',
      'too deep': `{"title":${'['.repeat(50)}${']'.repeat(50)}}`,
      'a list': '[]',
    };
    for (const [about, body] of Object.entries(unreadable)) {
      test(`${about}: 400`, async () => {
        const { json } = await (await host()).refused(400, 'POST', 'meetings', { body });
        assert.equal(json.message, TEXTS.malformed);
      });
    }

    test('too large: 413', async () => {
      const body = `{"title":"${'x'.repeat(1_100_000)}"}`;
      await (await host()).refused(413, 'POST', 'meetings', { body });
    });

    test('of another type, charset or coding: 415', async () => {
      const client = await host();
      const wrong: Readonly<Record<string, string>>[] = [
        { 'Content-Type': 'application/x-www-form-urlencoded' },
        { 'Content-Type': 'text/xml' },
        { 'Content-Type': 'application/json; charset=utf-16' },
        { 'Content-Encoding': 'br' },
      ];
      for (const headers of wrong) {
        await client.refused(415, 'POST', 'meetings', { body: MEETING, headers });
      }
    });

    test('packed for the way, as the XML API takes them', async () => {
      const client = await host();
      const plain = Buffer.from(JSON.stringify(MEETING));
      for (const [coding, body] of [
        ['gzip', gzipSync(plain)],
        ['deflate', deflateSync(plain)],
      ] as const) {
        const headers = { 'Content-Encoding': coding };
        assert.equal((await client.ok('POST', 'meetings', { body, headers })).json.title, 'T');
      }
      const headers = { 'Content-Encoding': 'gzip' };
      await client.refused(400, 'POST', 'meetings', { body: plain, headers });
      // A bomb: small on the way, and never unpacked whole.
      const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
      await client.refused(413, 'POST', 'meetings', { body: bomb, headers });
    });

    test('as known clients send them: with a charset on every verb, a GET too', async () => {
      const client = await host();
      const headers = { 'Content-Type': 'application/json;charset=utf-8' };
      const { json } = await client.ok('POST', 'meetings', { body: MEETING, headers });
      await client.get(`meetings/${json.id}`, { headers });
      assert.equal((await client.ok('DELETE', `meetings/${json.id}`, { headers })).status, 204);
    });

    test('a Content-Length that was counted in UTF-16 units: 400, and no hang', async () => {
      const { token } = await host();
      const body = JSON.stringify({ ...MEETING, title: 'Größe €' });
      const answer = await site().raw(
        `POST /v1/meetings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      assert.match(answer, /^HTTP\/1\.1 400 /);
    });
  });

  test('a zone that is none, and a parameter with a NUL: 400', async () => {
    const client = await host();
    await client.refused(400, 'GET', 'meetings', { headers: { timezone: 'Mars/Olympus' } });
    await client.refused(400, 'GET', `${site().url}/v1/meetings?siteUrl=%00`);
  });

  test('links lead to the host that was called', async () => {
    const client = await host();
    for (const title of ['a', 'b']) await client.ok('POST', 'meetings', { body: { ...MEETING, title } });
    const raw = await site().raw(
      'GET /v1/meetings?max=1&from=2027-01-01T00:00:00Z&to=2027-02-01T00:00:00Z HTTP/1.1\r\nHost: meet.inner:8443\r\n' +
        `X-Forwarded-Proto: https\r\nAuthorization: Bearer ${client.token}\r\nConnection: close\r\n\r\n`,
    );
    assert.match(raw, /Link: <https:\/\/meet\.inner:8443\/v1\/meetings\?max=1&[^>]*>; rel="next"/i);
  });

  test('an expired token: 401', async () => {
    const { sites, accounts, apiTokens } = site().context;
    const account = await accounts.required(await sites.required('acme'), 'hostid');
    const chosen = { name: 'short', scopes: ['meeting:schedules_read'], days: 0.5 };
    const { token } = await apiTokens.createPersonal(account, chosen);
    const client = new RestClient(site(), token);
    await client.get('meetings');
    site().clock.advance({ hours: 13 });
    await client.refused(401, 'GET', 'meetings');
  });

  test('too many calls: 429 with whole seconds', async () => {
    const { sites } = site().context;
    const { settings } = await sites.required('acme-w11');
    await sites.change('acme-w11', { settings: { throttling: { ...settings.throttling, meetingLists: 2 } } });
    const { webExID } = await site().person({ siteName: 'acme-w11' });
    const client = await RestClient.as(site(), webExID, { siteName: 'acme-w11' });
    for (let call = 0; call < 2; call++) await client.get('meetings');
    const { headers } = await client.refused(429, 'GET', 'meetings');
    assert.match(headers.get('Retry-After') ?? '', /^[1-9]\d?$/);
  });

  test('the request log has each call by its face, with its hints and without its secrets', async () => {
    const client = await host();
    const { headers } = await client.get('meetings', { query: { nothing: 'x', max: 1 } });
    assert.match(headers.get('X-Parlance-Hints') ?? '', /"nothing" is not a parameter/);
    const line = site().log.findLast((one) => one.includes('"REST call"')) ?? '';
    assert.ok(line.includes('GET /meetings'), line);
    assert.ok(!site().log.some((one) => one.includes(client.token ?? '?')), 'no line has the token');
  });
});
