import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { bodyContent, HOST, message, startSite } from '../support/site.ts';

/** One old client speaks HTTP/1.0 with bare line feeds. The setting `lenientHttp` lets it in. */

const BODY = message(bodyContent('user.GetUser', '<webExId>hostid</webExId>'), HOST);
const REQUEST =
  `POST /WBXService/XMLService HTTP/1.0\nHost: acme.example.com\nContent-Type: application/xml\n` +
  `Content-Length: ${BODY.length}\n\n${BODY}\n`;

forSqlite('lenientHttp', (open) => {
  test('lets HTTP/1.0 with bare line feeds in', async () => {
    await using site = await startSite(await open(), { settings: { lenientHttp: true } });
    const answer = await site.raw(REQUEST);
    assert.match(answer, /^HTTP\/1\.\d 200 OK\r\n/);
    assert.match(answer, /\r\nConnection: close\r\n/i);
    assert.match(answer, /<serv:result>SUCCESS<.*<use:webExId>hostid</s);
  });

  test('is off by default, and they are refused', async () => {
    await using site = await startSite(await open());
    const answer = await site.raw(REQUEST);
    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/);
    assert.doesNotMatch(answer, /hostid/);
  });

  test('changes nothing for others', async () => {
    await using site = await startSite(await open(), { settings: { lenientHttp: true } });
    assert.equal((await site.post(BODY)).result, 'SUCCESS');
  });
});
