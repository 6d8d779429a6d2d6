import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Visit, Visitor } from '../browser/visitor.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

/** What the tests of a suite write for the address of the server. */
const HERE = '{here}';

forSqlite('MU and BU', (open) => {
  const shared = sharedSite(open);
  const filled = (address: string) => address.replaceAll(HERE, shared().url);

  async function enter(fields: Record<string, string>): Promise<Visit> {
    const visit = await new Visitor(shared().url).post('/acme/p.php', {
      AT: 'LI',
      WID: 'hostid',
      PW: PASSWORD,
      ...fields,
    });
    // A token is new every time.
    return { ...visit, location: visit.location?.replace(/CSRF=[0-9a-f-]{36}/, 'CSRF=TOKEN') };
  }

  const RESULTS = 'AT=LI&WID=hostid&ST=SUCCESS&CSRF=TOKEN';

  for (const [what, way, expected] of [
    ['neither leads to the home page, without a word', {}, '/acme/'],
    ['MU=GoBack without BU leads to the home page', { MU: 'GoBack' }, `/acme/?siteurl=acme&${RESULTS}`],
    ['MU=GoBack leads to BU', { MU: 'GoBack', BU: `${HERE}/acme/x.php` }, `/acme/x.php?${RESULTS}`],
    ['BU alone is where it ends', { BU: `${HERE}/acme/x.php` }, `/acme/x.php?${RESULTS}`],
    ['MU comes before BU', { MU: `${HERE}/acme/m.php?AT=HM&MK=1`, BU: 'x.php' }, '/acme/m.php?AT=HM&MK=1'],
    ['results follow a query', { BU: `${HERE}/acme/x.php?a=1&b=%20` }, `/acme/x.php?a=1&b=%20&${RESULTS}`],
    ['results follow an empty query', { BU: `${HERE}/acme/x.php?` }, `/acme/x.php?${RESULTS}`],
    ['results stand before a fragment', { BU: `${HERE}/acme/x#top` }, `/acme/x?${RESULTS}#top`],
    ['BU may be relative', { BU: 'm.php?MK=1&AT=HM' }, `/acme/m.php?MK=1&AT=HM&${RESULTS}`],
    ['BU may be a path', { BU: '/acme/m.php' }, `/acme/m.php?${RESULTS}`],
    ['BU may begin with blanks', { BU: `  ${HERE}/acme/` }, `/acme/?${RESULTS}`],
    ['BU may leave out the scheme', { BU: `${HERE}/acme/`.replace('http://', '') }, '/acme/'],
    ['the folder may be spelled in capitals', { MU: `${HERE}/ACME/m.php` }, '/ACME/m.php'],
    [
      'a whole m.php address with its own BU is a MU',
      { MU: `${HERE}/acme/m.php?AT=HM&MK=1&BU=https%3A%2F%2Flms.example%2Fdone` },
      '/acme/m.php?AT=HM&MK=1&BU=https%3A%2F%2Flms.example%2Fdone',
    ],
  ] as const) {
    test(what, async () => {
      const fields = Object.fromEntries(Object.entries(way).map(([name, value]) => [name, filled(value)]));
      const { status, location } = await enter(fields);
      // By a redirect the browser remembers who has sent it to a page of the site.
      assert.equal(status, Object.values(way).some((address) => address !== 'GoBack') ? 302 : 200);
      if (what.includes('leave out')) assert.match(location ?? '', /\/acme\/\?AT=LI&WID=hostid&ST=SUCCESS&/);
      else assert.equal(location, shared().url + expected);
    });
  }

  test('a failure goes to BU, not to MU', async () => {
    const visit = await enter({ PW: 'wrong', MU: '/acme/m.php', BU: '/acme/x.php' });
    const results = 'AT=LI&WID=hostid&ST=FAIL&RS=BadWebExIDorPassword';
    assert.equal(visit.location, `${shared().url}/acme/x.php?${results}`);
  });

  test('results are escaped, not believed', async () => {
    const WID = 'a&ST=SUCCESS#é\r\nSet-Cookie: x=1';
    const visit = await enter({ WID, BU: '/acme/x.php' });
    const results = visit.target?.searchParams;
    assert.equal(results?.get('WID'), WID);
    assert.deepEqual(results?.getAll('ST'), ['FAIL']);
    assert.equal(visit.setCookie, undefined);
  });

  test('the body says the same as the Location, in the escapes that old clients undo', async () => {
    const visit = await enter({ MU: '/acme/m.php?AT=HM&MK=1&x=%C3%A9+1_2.3-4' });
    assert.equal(visit.scripted, visit.location);
    const written = /location\.href="(.*?)"/.exec(visit.text)?.[1] ?? '';
    assert.match(
      written,
      /^http\\x3a\\x2f\\x2f127\.0\.0\.1\\x3a\d+\\x2facme\\x2fm\.php\\x3fAT\\x3dHM\\x26MK\\x3d1/,
    );
    assert.ok(written.endsWith('\\x26x\\x3d\\x25C3\\x25A9\\x2b1_2.3-4'), written);
  });

  test('the token stands in the body as a client looks for it', async () => {
    const visit = await enter({ MU: 'GoBack' });
    assert.match(visit.text, /\\x26CSRF\\x3d[0-9a-f]{8}-[0-9a-f-]{27}"/);
  });

  test('the first script of the body is the redirect', async () => {
    const { text } = await enter({});
    assert.match(/<script[^>]*>(.*?)<\/script>/s.exec(text)?.[1] ?? '', /^location\.href="/);
  });

  for (const address of [
    'https://evil.example/',
    'http://evil.example/acme/',
    'HTTPS://EVIL.EXAMPLE',
    '//evil.example/acme/',
    '///evil.example/acme/',
    '/\\evil.example/acme/',
    '\\\\evil.example/acme/',
    'http:\\\\evil.example',
    'http:evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//{here}/acme/',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://127.0.0.1/acme/',
    'blob:{here}/acme/',
    'view-source:{here}/acme/',
    'https://user:password@evil.example/',
    'http://user@127.0.0.1/acme/',
    'http://127.0.0.1@evil.example/acme/',
    '{here}@evil.example/acme/',
    '{here}.evil.example/acme/',
    '{here}%2eevil.example/acme/',
    'acme.evil.com',
    'http://acme.evil.com/acme/',
    'http://acme.127.0.0.1/acme/',
    'http://127.0.0.1/acme/',
    'http://127.0.0.1:1/acme/',
    'http://127.0.0.1。evil.example/acme/',
    'http://evil。example/acme/',
    'http://ⓔⓥⓘⓛ.example/',
    'http://xn--e1afmkfd.example/',
    'http://еvil.example/',
    'http://[::1]/acme/',
    '{here}/',
    '{here}/acme',
    '{here}/acme-ci/p.php?AT=LO',
    '{here}/acme/../acme-ci/',
    '{here}/acme/%2e%2e/acme-ci/',
    '{here}/acme/.%2E/acme-ci/',
    '{here}/acme/..%2facme-ci/',
    '{here}/acme/..%5cacme-ci/',
    '{here}/acme/..;/acme-ci/',
    '{here}//acme/',
    '/acme-ci/',
    '../acme-ci/p.php',
    '/acme/../../acme-ci/p.php',
    '/WBXService/XMLService',
    '?/../../acme-ci/',
    '/acme/x\r\nSet-Cookie: ticket=evil',
    '/acme/x%0d%0aSet-Cookie:%20ticket=evil',
    '/acme/x\u0000',
    '/acme/\u2028',
    'http://',
    'http://%',
    'http://a b/',
    ':',
    '#',
    '*',
    `/acme/${'x'.repeat(9_000)}`,
    `https://evil.example/${'x'.repeat(9_000)}`,
  ]) {
    test(`does not leave the site's folder for ${JSON.stringify(address.slice(0, 60))}`, async () => {
      const given = filled(address);
      assertAtHome(await new Visitor(shared().url).post('/acme/p.php', { AT: 'LO', BU: given }));
      assertAtHome(await enter({ MU: given }));
      assertAtHome(await enter({ MU: 'GoBack', BU: given }));
      assertAtHome(await enter({ TK: 'wrong', BU: given }));
    });
  }

  function assertAtHome({ status, target, headers, setCookie, text, scripted }: Visit): void {
    assert.ok(status === 302 || status === 200);
    assert.doesNotMatch(setCookie ?? '', /evil/);
    assert.equal(headers.refresh, undefined);
    if (status === 200 && scripted === undefined) {
      assert.equal(target, undefined);
      assert.doesNotMatch(text, /location\.href|http-equiv|href="(?!https?:|\/(?!\/)|#)/i);
      return;
    }
    assert.equal(target?.origin, shared().url);
    assert.match(target?.pathname ?? '', /^\/acme\//i);
    assert.doesNotMatch(target?.pathname ?? '', /\/\.\.(\/|$)|%2f|%5c/i);
  }

  test('any other address is shown, and the person decides', async () => {
    const { status, location, text, scripted } = await enter({ BU: 'https://lms.example/back?id=1' });
    assert.equal(status, 200);
    assert.equal(location, undefined);
    assert.equal(scripted, undefined);
    assert.match(text, /<strong>https:\/\/lms\.example<\/strong>/);
    const link = /href="(https:[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    // The token is for nobody whom the administrator does not list.
    assert.equal(link, 'https://lms.example/back?id=1&AT=LI&WID=hostid&ST=SUCCESS');
    assert.doesNotMatch(text, /CSRF/);
  });

  test('an address of another host is shown as it is, without disguise', async () => {
    const { text } = await enter({ BU: 'http://ⓔⓥⓘⓛ.example/' });
    assert.match(text, /<strong>http:\/\/evil\.example<\/strong>/);
  });

  test("no address leads out of the site's folder", async () => {
    const piece = fc.constantFrom(
      ...[
        'http:',
        'https:',
        'javascript:',
        'data:',
        '/',
        '//',
        '\\',
        '@',
        ':',
        '?',
        '#',
        '.',
        '..',
        '%2e',
        '%2f',
      ],
      ...[
        '%5c',
        '%00',
        '%0d%0a',
        '\r\n',
        '\t',
        ' ',
        'acme',
        'ACME',
        'acme-ci',
        'evil.example',
        '[::1]',
        'k2',
      ],
      ...[
        'p.php',
        HERE,
        '127.0.0.1',
        '。',
        '\u00ad',
        '\u200b',
        '\ud800',
        '..;',
        '&',
        '=',
        ';',
        "'",
        '"',
        '<',
      ],
    );
    const address = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(address, fc.boolean(), async (given, isMU) => {
        const text = filled(given);
        const visit = isMU
          ? await enter({ MU: text })
          : await new Visitor(shared().url).get('/acme/p.php', { AT: 'LO', BU: text });
        assertAtHome(visit);
      }),
      { numRuns: 400 },
    );
  });
});

forSqlite('The Host header', (open) => {
  const shared = sharedSite(open);

  for (const host of [
    'evil.example',
    'acme.evil.example',
    'evil.example:80',
    '127.0.0.1',
    'a@b',
    'x"><b>',
    '%',
    '[',
  ]) {
    test(`${host} is never repeated in a redirect`, async () => {
      for (const BU of ['', '/acme/x.php', `http://${host}/acme/x.php`, `http://${host}/acme-ci/x.php`]) {
        const visitor = new Visitor(shared().url);
        visitor.host = host;
        const visit = await visitor.get('/acme/p.php', { AT: 'LO', BU }).catch(() => undefined);
        if (visit?.location === undefined) continue;
        const address = visit.location.replace(shared().url, '');
        assert.match(address, /^\/acme\//);
      }
    });
  }

  test('lets an address of the host that the browser came by be an address of the site', async () => {
    const visitor = new Visitor(shared().url);
    visitor.host = 'acme.example.net';
    for (const [BU, location] of [
      ['http://acme.example.net/acme/x.php', '/acme/x.php?AT=LO&ST=SUCCESS'],
      ['http://acme.example.net/x.php', '/x.php?AT=LO&ST=SUCCESS'],
      ['x.php', '/x.php?AT=LO&ST=SUCCESS'],
      ['http://acme.example.net/acme-ci/x.php', undefined],
      ['http://acme.example.net//evil.example/x.php', undefined],
      ['/acme-ci/x.php', undefined],
    ] as const) {
      assert.equal((await visitor.get('/p.php', { AT: 'LO', BU })).location, location, BU);
    }
  });
});
