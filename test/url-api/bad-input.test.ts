import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Fields, type Visit, Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { PAGES } from './tried-commands.ts';

const SCRIPT = `"'><script>alert(1)</script><!--</title>&amp;`;

/** What stands beside the parameter that is tried. */
const SURROUNDINGS: readonly Fields[] = [
  {},
  { AT: 'LI', WID: 'hostid', PW: 'x', ST: 'FAIL' },
  { BU: 'https://x.example/' },
];

forProtocol('The URL API, given nonsense,', (open) => {
  const shared = sharedSite(open);

  /** Shows nothing but a page of ours, and knows no fault. */
  function assertCalm({ status, headers, text }: Visit): void {
    assert.ok([200, 302, 400, 403, 404, 413, 414, 431].includes(status), String(status));
    assert.doesNotMatch(text, /<script>alert|\bat .*\.ts:\d|node:internal|node_modules/);
    if (text !== '') assert.match(String(headers['content-type']), /^(text\/html|application\/json)/);
    assert.ok(!shared().log.some((line) => line.includes('"fault"')), shared().log.at(-1));
  }

  for (const [what, fields, results] of [
    ['no command', {}, 'AT=&ST=FAIL&RS=UnknownATCommand'],
    ['an empty command', { AT: '' }, 'AT=&ST=FAIL&RS=UnknownATCommand'],
    ['an unknown command', { AT: 'ZZ' }, 'AT=ZZ&ST=FAIL&RS=UnknownATCommand'],
    ['a command of another page', { AT: 'sm' }, 'AT=SM&ST=FAIL&RS=UnknownATCommand'],
    ['a command that is none', { AT: '<b>' }, 'AT=&ST=FAIL&RS=UnknownATCommand'],
    ['a long command', { AT: 'A'.repeat(100) }, 'AT=&ST=FAIL&RS=UnknownATCommand'],
  ] as const) {
    test(`answers ${what}`, async () => {
      const visitor = new Visitor(shared().url);
      assert.equal((await visitor.get('/acme/p.php', fields)).results, `siteurl=acme&${results}`);
      const { text } = await visitor.get(`/acme/?${results}`);
      assert.match(text, /role="alert">The address asks for something that this page does not do/);
    });
  }

  for (const name of [
    'AT',
    'WID',
    'PW',
    'TK',
    'MU',
    'BU',
    'NEW',
    'AGAIN',
    'ST',
    'RS',
    'CSRF',
    'siteurl',
    'site',
  ]) {
    test(`shows markup in ${name} as text, if at all`, async () => {
      for (const path of ['/acme/p.php', '/acme/password.php', '/acme/', '/']) {
        for (const others of SURROUNDINGS) {
          const fields = { ...others, [name]: SCRIPT };
          assertCalm(await new Visitor(shared().url).get(path, fields));
          if (others.AT === undefined) assertCalm(await new Visitor(shared().url).post(path, fields));
        }
      }
    });
  }

  test('shows markup in an address of another host as text', async () => {
    const BU = `https://x.example/${SCRIPT}?${SCRIPT}#${SCRIPT}`;
    const visit = await new Visitor(shared().url).get('/acme/p.php', { AT: 'LO', BU });
    assert.equal(visit.status, 200);
    assertCalm(visit);
  });

  test('gives back in the form what came, as text', async () => {
    const fields = { WID: SCRIPT, MU: SCRIPT, BU: SCRIPT };
    const { text } = await new Visitor(shared().url).get('/acme/password.php', fields);
    const shown =
      'value="&quot;&#x27;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&lt;/title&gt;&amp;amp;"';
    assert.equal(text.split(shown).length - 1, 3);
  });

  test('reads a query of 100 kB', async () => {
    const long = 'x'.repeat(100_000);
    for (const name of ['AT', 'WID', 'PW', 'TK', 'MU', 'BU', 'X']) {
      const fields = { AT: 'LI', WID: 'hostid', TK: 'none', [name]: long };
      const visit = await new Visitor(shared().url).get('/acme/p.php', fields);
      assert.equal(visit.status, 200, name);
      assert.ok((visit.location ?? '').length < 8_000, `${name}: no proxy would carry the answer`);
      assertCalm(visit);
    }
  });

  test('reads 20,000 parameters', async () => {
    const query = Array.from({ length: 20_000 }, (_, i) => `p${i}`).join('&');
    const visitor = new Visitor(shared().url);
    const { webExID } = await shared().person();
    await visitor.get(`/acme/p.php?${query}&AT=LI&WID=${webExID}&PW=${encodeURIComponent(PASSWORD)}`);
    assert.notEqual(visitor.cookie, undefined);
  });

  for (const given of ['%00', 'hostid%00', '%ff%fe', '%C3%28', '%ED%A0%80', '%', '%zz', '%u0041', 'h%F6st']) {
    test(`takes ${given} for a name or a password that nobody has`, async () => {
      const { webExID } = await shared().person();
      for (const query of [`WID=${given}&PW=x`, `WID=hostid&TK=${given}`, `WID=${webExID}&PW=${given}`]) {
        const visit = await new Visitor(shared().url).get(`/acme/p.php?AT=LI&${query}`);
        assert.match(visit.results, /ST=FAIL&RS=(BadWebExIDorPassword|InvalidTicket)$/);
        assertCalm(visit);
        assertCalm(await new Visitor(shared().url).post('/acme/password.php', `NEW=1&AGAIN=1&${query}`));
      }
    });
  }

  for (const path of [
    '/%00/p.php',
    '/acme%00/p.php',
    '/%ff/p.php',
    '/%/p.php',
    '/acme/%00',
    '/acme/image/%00',
    '/acme/image/',
    `/acme/image/${'0'.repeat(32)}`,
    `/acme/image/${'a'.repeat(5_000)}`,
    '/acme/image/..%2f..%2fetc%2fpasswd',
    '/../../etc/passwd',
    '/acme/../acme-ci/p.php/x',
    '/acme/p.php/',
    '/acme/p.phpx',
    '/__proto__/p.php',
    '/constructor/',
    '/a.b/p.php',
    '/\u212a/p.php',
    `/${'a'.repeat(64)}/p.php`,
    `/${'a'.repeat(10_000)}`,
    '//acme/p.php',
    '/acme//p.php',
    '/;/p.php',
    '/acme;x=1/p.php',
  ]) {
    test(`has nothing at ${path.slice(0, 40)}`, async () => {
      const visit = await new Visitor(shared().url).get(encodeURI(path).replaceAll('%25', '%'));
      assert.ok([400, 404, 414].includes(visit.status), String(visit.status));
      assert.match(visit.text, /<h1>/);
      assertCalm(visit);
    });
  }

  test('a word of JavaScript is no reason', async () => {
    for (const RS of ['constructor', '__proto__', 'toString', '']) {
      const visit = await new Visitor(shared().url).get('/acme/', { ST: 'FAIL', RS });
      assert.equal(visit.status, 200);
      assert.match(visit.text, /role="alert">This did not work\./);
    }
  });

  test('a closed site and an unknown one look the same', async () => {
    const { sites } = shared().context;
    await sites.create({ siteID: 77_002, siteName: 'initech', type: 5 });
    await shared().person({ siteName: 'initech', webExId: 'peter' });
    await sites.change('initech', { status: 'CLOSED' });
    const visitor = new Visitor(shared().url);
    const fields = { AT: 'LI', WID: 'peter', PW: PASSWORD };
    const stable = ({ status, text, location, headers }: Visit) => [
      status,
      location,
      text.replaceAll(String(headers['x-request-id']), ''),
    ];
    const pages = PAGES.map((page) => `/${page}`);
    for (const page of ['', ...pages, '/k2/p.php', `/image/${'0'.repeat(32)}`]) {
      const closed = await visitor.get(`/initech${page}`, fields);
      assert.equal(closed.status, 404);
      assert.deepEqual(stable(closed), stable(await visitor.get(`/unknown${page}`, fields)));
    }
    const posted = await visitor.post('/initech/p.php', fields);
    assert.deepEqual(stable(posted), stable(await visitor.post('/unknown/p.php', fields)));
    visitor.host = 'initech.example.net';
    const atHost = await visitor.get('/p.php', fields);
    visitor.host = 'unknown.example.net';
    assert.deepEqual(stable(atHost), stable(await visitor.get('/p.php', fields)));
  });

  test('of a parameter that is given twice the first counts, and the form before the query', async () => {
    const visitor = new Visitor(shared().url);
    const told = (WID: string) => `siteurl=acme&AT=LI&WID=${WID}&ST=FAIL&RS=InvalidTicket`;
    const twice = await visitor.get('/acme/p.php?AT=LI&WID=one&wid=two&WID=three&TK=x&MU=GoBack');
    assert.equal(twice.results, told('one'));
    const both = await visitor.post('/acme/p.php?AT=LO&WID=query&TK=x', 'AT=LI&wid=form&WID=again&MU=GoBack');
    assert.equal(both.results, told('form'));
    const empty = await visitor.get('/acme/p.php?AT=LI&WID=&WID=two&TK=x&MU=GoBack');
    assert.equal(empty.results, 'siteurl=acme&AT=LI&ST=FAIL&RS=BadWebExIDorPassword');
  });

  test('no parameters whatever give a fault', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'LI',
        'LO',
        'hostid',
        PASSWORD,
        'GoBack',
        '/acme/',
        'https://x.example/',
        '\u0000',
        SCRIPT,
      ),
    );
    const name = fc.oneof(
      fc.constantFrom('AT', 'WID', 'PW', 'TK', 'MU', 'BU', 'NEW', 'AGAIN', 'ST', 'RS'),
      fc.string({ maxLength: 10 }),
    );
    const path = fc.constantFrom(
      '/acme/p.php',
      '/acme/password.php',
      '/acme/',
      '/acme/k2/p.php',
      '/',
      '/acme',
    );
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.dictionary(name, value, { maxKeys: 6 }),
        fc.boolean(),
        async (to, fields, isForm) => {
          const visitor = new Visitor(shared().url);
          assertCalm(await (isForm ? visitor.post(to, fields) : visitor.get(to, fields)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('no bytes whatever in a form give a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (bytes) => {
        assertCalm(await new Visitor(shared().url).post('/acme/p.php?AT=LI', bytes));
      }),
      { numRuns: 100 },
    );
  });
});
