import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { call, envelope, post, replyOf, SITE_ID } from './soap.ts';

const ADMIN = { siteId: SITE_ID, username: 'admin', password: PASSWORD };

forSqlite('A fault of the NBR services', (open) => {
  const shared = sharedSite(open);

  for (const path of [
    '/nbr/services/nothing-here',
    '/nbr/services/NBRStorageService/more',
    '/nbr/services/..%2f..%2fpackage.json',
    '/nbr/services/%',
    '/NBR/SERVICES/x?y=z',
    '/nbr/services',
    '/nbr/services/?wsdl',
    '/nbr/services/nbrXmlService',
    '/nbr/services/nbrXmlService?method=',
    '/nbr/services/nbrXmlService?method=nothing',
    '/nbr/services/nbrXmlService?method=__proto__',
  ]) {
    test(`is what GET ${path} is answered`, async () => {
      const reply = await replyOf(await fetch(shared().url + path));
      assert.notEqual(reply.faultstring, '');
      assert.match(reply.contentType, /^text\/xml/);
    });
  }

  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    test(`is what ${method} is answered`, async () => {
      const reply = await replyOf(await fetch(`${shared().url}/nbr/services/NBRStorageService`, { method }));
      assert.match(reply.faultstring, /POST or GET/);
    });
  }

  const bomb =
    '<!DOCTYPE e [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
    '<Envelope><Body><getStorageAccessTicket><siteId>&b;</siteId></getStorageAccessTicket></Body></Envelope>';
  const file =
    '<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/passwd">]><Envelope><Body><a>&x;</a></Body></Envelope>';
  const bodies: readonly [string, string, RegExp][] = [
    ['nothing', '', /empty/],
    ['rubbish', 'rubbish', /root element/],
    ['another root', '<message/>', /not Envelope/],
    ['no body', '<Envelope/>', /one Body/],
    ['two bodies', '<Envelope><Body><a/></Body><Body><b/></Body></Envelope>', /one Body/],
    ['an empty body', '<Envelope><Body/></Envelope>', /empty/],
    ['an unknown operation', envelope('dropEverything', ADMIN), /no operation "dropEverything"/],
    ['a bomb of entities', bomb, /DOCTYPE/],
    ['a file of the server', file, /DOCTYPE/],
    ['a deep document', `${'<a>'.repeat(100_000)}`, /deep/],
    ['very many elements', `<Envelope><Body><x>${'<a/>'.repeat(30_000)}</x></Body></Envelope>`, /elements/],
    [
      'a reference to nothing',
      '<Envelope><Body><getStorageAccessTicket><siteId href="#no"/></getStorageAccessTicket></Body></Envelope>',
      /refers to/,
    ],
    [
      'a parameter twice',
      envelope('getStorageAccessTicket', { ...ADMIN, SITEID: 7 }),
      /^siteId: may be given once/,
    ],
    [
      'no number',
      envelope('getStorageAccessTicket', { ...ADMIN, siteId: '12x' }),
      /^siteId: is not a whole number/,
    ],
    [
      'a number beyond all',
      envelope('getStorageAccessTicket', { ...ADMIN, siteId: '9'.repeat(16) }),
      /^siteId: is not/,
    ],
    [
      'a missing parameter',
      envelope('getStorageAccessTicket', { siteId: 1, username: 'admin' }),
      /^password: is required/,
    ],
  ];
  for (const [what, body, faultstring] of bodies) {
    test(`is what ${what} is answered`, async () => {
      const reply = await post(shared(), body);
      assert.match(reply.faultstring, faultstring);
      assert.doesNotMatch(reply.text, /root:|node_modules|at file/);
    });
  }

  test('is what a packed body is answered', async () => {
    const reply = await post(shared(), envelope('getStorageAccessTicket', ADMIN), '/nbr/services/', {
      'Content-Encoding': 'gzip',
    });
    assert.match(reply.faultstring, /Content-Encoding/);
  });

  test('is what a call is answered that has no end, without it being held', async () => {
    const reply = await post(shared(), Buffer.alloc(40 * 1024 * 1024, 'x'));
    assert.match(reply.faultstring, /larger than/);
  });

  test('keeps nobody from calling who hangs up', async () => {
    const { port } = new URL(shared().url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /nbr/services/ HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n<Envelope>');
    await new Promise((resolve) => socket.once('ready', resolve));
    socket.destroy();
    assert.match((await call(shared(), 'getStorageAccessTicket', ADMIN)).returned.text, /^N/);
    assert.ok(!shared().log.some((line) => line.includes('"fault"')));
  });
});
