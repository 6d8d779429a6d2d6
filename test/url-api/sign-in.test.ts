import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { type Visit, Visitor } from '../browser/visitor.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { ADMIN, PASSWORD, sharedSite, startSite, type TestSite } from '../support/site.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

async function ticketOf(site: TestSite, caller: { siteName: string; webExID: string; password: string }) {
  const answer = await site.ok('user.GetLoginTicket', '', caller);
  return answer.value('ticket') ?? '';
}

/** What the visitor's home page says of them. */
async function greeting(visitor: Visitor, siteName = 'acme'): Promise<string | undefined> {
  const { text } = await visitor.get(`/${siteName}/`);
  return /"visitor":\{"name":"[^"]*","webExId":"([^"]*)"/.exec(text)?.[1];
}

function assertFailed(visit: Visit, results: string): void {
  assert.equal(visit.status, 200);
  assert.equal(visit.results, results);
  assert.equal(visit.setCookie, undefined);
}

forProtocol('p.php?AT=LI', (open) => {
  const shared = sharedSite(open);

  test('signs in by webExID and password', async () => {
    const visitor = new Visitor(shared().url);
    const visit = await visitor.get('/acme/p.php', { AT: 'LI', WID: 'hostid', PW: PASSWORD });
    assert.equal(visit.status, 200);
    assert.equal(visit.location, `${shared().url}/acme/`);
    assert.equal(await greeting(visitor), 'hostid');
  });

  test('signs in by a form', async () => {
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: 'hostid', PW: PASSWORD });
    assert.equal(await greeting(visitor), 'hostid');
  });

  test('signs in by the e-mail address in the place of the webExID', async () => {
    const visitor = new Visitor(shared().url);
    const fields = { AT: 'LI', WID: 'HOSTID@ACME.COM', PW: PASSWORD, MU: 'GoBack' };
    const visit = await visitor.get('/acme/p.php', fields);
    assert.match(visit.results, /^siteurl=acme&AT=LI&WID=hostid&ST=SUCCESS&CSRF=/);
  });

  for (const [siteName, webExID] of [
    ['acme', 'guest'],
    ['acme-ci', 'hostid@acme.com'],
    ['acme-sso', 'hostid'],
    ['acme-w11', 'hostid'],
    ['acme-basic', 'admin'],
  ] as const) {
    test(`signs ${webExID} in to ${siteName} by a login ticket`, async () => {
      const site = shared();
      const visitor = new Visitor(site.url);
      const TK = await ticketOf(site, { siteName, webExID, password: PASSWORD });
      await visitor.get(`/${siteName}/p.php`, { AT: 'LI', WID: webExID, TK });
      assert.equal(await greeting(visitor, siteName), webExID);
    });
  }

  test('takes a login ticket once', async () => {
    const site = shared();
    const host = await site.person();
    const TK = await ticketOf(site, host);
    const fields = { AT: 'LI', WID: host.webExID, TK };
    assert.equal((await new Visitor(site.url).get('/acme/p.php', fields)).results, '');
    const again = await new Visitor(site.url).get('/acme/p.php', fields);
    assertFailed(again, `siteurl=acme&AT=LI&WID=${host.webExID}&ST=FAIL&RS=InvalidTicket`);
    assert.notEqual(await ticketOf(site, host), TK);
  });

  test('takes a login ticket once when it comes twice at the same time', async () => {
    const site = shared();
    const host = await site.person();
    const fields = { AT: 'LI', WID: host.webExID, TK: await ticketOf(site, host) };
    const visits = await Promise.all(
      Array.from({ length: 8 }, () => new Visitor(site.url).get('/acme/p.php', fields)),
    );
    assert.equal(visits.filter(({ results }) => results === '').length, 1);
    assert.equal(visits.filter(({ results }) => results.endsWith('RS=InvalidTicket')).length, 7);
  });

  test('does not use a ticket up when the link is only looked at', async () => {
    const site = shared();
    const host = await site.person();
    const fields = { AT: 'LI', WID: host.webExID, TK: await ticketOf(site, host) };
    const looked = await new Visitor(site.url).head('/acme/p.php', fields);
    assert.deepEqual([looked.status, looked.setCookie], [200, undefined]);
    const visitor = new Visitor(site.url);
    await visitor.get('/acme/p.php', fields);
    assert.equal(await greeting(visitor), host.webExID);
  });

  test("does not take another account's ticket", async () => {
    const site = shared();
    const TK = await ticketOf(site, await site.person());
    const visit = await new Visitor(site.url).get('/acme/p.php', { AT: 'LI', WID: 'admin', TK });
    assertFailed(visit, 'siteurl=acme&AT=LI&WID=admin&ST=FAIL&RS=InvalidTicket');
  });

  test("does not take another site's ticket", async () => {
    const site = shared();
    const TK = await ticketOf(site, { siteName: 'acme-basic', webExID: 'hostid', password: PASSWORD });
    const visit = await new Visitor(site.url).get('/acme/p.php', { AT: 'LI', WID: 'hostid', TK });
    assertFailed(visit, 'siteurl=acme&AT=LI&WID=hostid&ST=FAIL&RS=InvalidTicket');
    const there = await new Visitor(site.url).get('/acme-basic/p.php', { AT: 'LI', WID: 'hostid', TK });
    assert.equal(there.results, '');
  });

  test('does not tell by a ticket which accounts there are', async () => {
    const site = shared();
    const TK = '0123456789abcdef0123456789abcdef';
    const locked = await site.person({ locked: true });
    for (const WID of ['hostid', 'nobody', locked.webExID]) {
      const visit = await new Visitor(site.url).get('/acme/p.php', { AT: 'LI', WID, TK });
      assertFailed(visit, `siteurl=acme&AT=LI&WID=${WID}&ST=FAIL&RS=InvalidTicket`);
    }
  });

  test('lets a ticket expire after 90 minutes', async () => {
    const site = shared();
    const host = await site.person();
    const fields = { AT: 'LI', WID: host.webExID, TK: await ticketOf(site, host) };
    site.clock.advance({ minutes: 90 });
    const visit = await new Visitor(site.url).get('/acme/p.php', fields);
    assert.match(visit.results, /ST=FAIL&RS=InvalidTicket$/);
  });

  test('is not kept out by wrong passwords when the ticket is right', async () => {
    const site = shared();
    const host = await site.person();
    const TK = await ticketOf(site, host);
    const guess = { AT: 'LI', WID: host.webExID, PW: 'a guess' };
    for (let i = 0; i < 10; i++) await new Visitor(site.url).get('/acme/p.php', guess);
    const locked = await new Visitor(site.url).get('/acme/p.php', { ...guess, PW: PASSWORD });
    assertFailed(locked, `siteurl=acme&AT=LI&WID=${host.webExID}&ST=FAIL&RS=AccountLocked`);
    const visitor = new Visitor(site.url);
    await visitor.get('/acme/p.php', { AT: 'LI', WID: host.webExID, TK });
    assert.equal(await greeting(visitor), host.webExID);
  });

  for (const [what, fields, results] of [
    ['a wrong password', { WID: 'hostid', PW: 'wrong' }, 'WID=hostid&ST=FAIL&RS=BadWebExIDorPassword'],
    ['an unknown webExID', { WID: 'nobody', PW: 'wrong' }, 'WID=nobody&ST=FAIL&RS=BadWebExIDorPassword'],
    ['no webExID', { PW: PASSWORD }, 'ST=FAIL&RS=BadWebExIDorPassword'],
    ['neither password nor ticket', { WID: 'hostid' }, 'WID=hostid&ST=FAIL&RS=BadWebExIDorPassword'],
    ['empty values', { WID: '', PW: '', TK: '' }, 'ST=FAIL&RS=BadWebExIDorPassword'],
  ] as const) {
    test(`refuses ${what}`, async () => {
      const visit = await new Visitor(shared().url).post('/acme/p.php', { AT: 'LI', ...fields });
      assertFailed(visit, `siteurl=acme&AT=LI&${results}`);
    });
  }

  for (const [what, person] of [
    ['deactivated', { active: 'DEACTIVATED' }],
    ['not activated yet', { active: 'REQUEST_TO_ACTIVATE' }],
    ['expired', { expiresAt: 0 }],
  ] as const) {
    test(`refuses an account that is ${what}`, async () => {
      const site = shared();
      const { webExID } = await site.person(person);
      const visit = await new Visitor(site.url).get('/acme/p.php', { AT: 'LI', WID: webExID, PW: PASSWORD });
      assertFailed(visit, `siteurl=acme&AT=LI&WID=${webExID}&ST=FAIL&RS=AccessDenied`);
    });
  }

  test('is refused on a living session, whoever it is for', async () => {
    const site = shared();
    const visitor = new Visitor(site.url);
    await visitor.get('/acme/p.php', { AT: 'LI', WID: 'hostid', PW: PASSWORD });
    const again = await visitor.get('/acme/p.php', { AT: 'LI', WID: 'admin', PW: PASSWORD });
    assertFailed(again, 'siteurl=acme&AT=LI&WID=admin&ST=FAIL&RS=AlreadyLogon');
    assert.equal(await greeting(visitor), 'hostid');
    await visitor.get('/acme/p.php', { AT: 'LO' });
    await visitor.get('/acme/p.php', { AT: 'LI', WID: 'admin', PW: PASSWORD });
    assert.equal(await greeting(visitor), 'admin');
  });

  test('counts the visit', async () => {
    const site = shared();
    const host = await site.person();
    const visits = async () =>
      (await site.ok('user.GetUser', `<webExId>${host.webExID}</webExId>`, host)).value('visitCount');
    assert.equal(await visits(), '0');
    await new Visitor(site.url).get('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    assert.equal(await visits(), '1');
  });

  test('knows its parameters in lower case', async () => {
    const visitor = new Visitor(shared().url);
    const visit = await visitor.get('/acme/p.php', { at: 'li', wid: 'hostid', pw: PASSWORD, mu: 'goback' });
    assert.match(visit.results, new RegExp(`^siteurl=acme&AT=LI&WID=hostid&ST=SUCCESS&CSRF=${UUID}$`));
  });

  test('reads the query of a form too, and believes the form', async () => {
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php?AT=LI&WID=admin', { WID: 'hostid', PW: PASSWORD });
    assert.equal(await greeting(visitor), 'hostid');
  });

  test('ignores what it does not know', async () => {
    const visitor = new Visitor(shared().url);
    const extras = { SDW: '1', SiteID: '5', SiteName: 'other', EM: 'x@y.z', FN: 'F', LN: 'L', Rnd: '0.4' };
    await visitor.get('/acme/p.php', { ...extras, AT: 'LI', WID: 'hostid', PW: PASSWORD });
    assert.equal(await greeting(visitor), 'hostid');
  });

  for (const path of ['/ACME/p.php', '/acme/k2/p.php', '/Acme/K2/P.PHP']) {
    test(`is found at ${path}`, async () => {
      const visitor = new Visitor(shared().url);
      const visit = await visitor.get(path, { AT: 'LI', WID: 'hostid', PW: PASSWORD });
      assert.equal(visit.status, 200);
      const folder = path.split('/')[1];
      assert.match(visit.setCookie ?? '', new RegExp(`; Path=/${folder};`), 'the cookie is sent there again');
      assert.equal(visit.target?.pathname, `/${folder}/`);
    });
  }

  test('is found at a host that names the site', async () => {
    const { url } = shared();
    const visitor = new Visitor(url);
    visitor.host = `acme.localhost:${new URL(url).port}`;
    const visit = await visitor.get('/p.php', { AT: 'LI', WID: 'hostid', PW: PASSWORD, MU: 'GoBack' });
    assert.match(visit.results, /^siteurl=acme&AT=LI&WID=hostid&ST=SUCCESS&/);
    assert.equal(visit.target?.host, visitor.host);
    assert.match(visit.setCookie ?? '', /; Path=\/;/);
    assert.equal(visit.target?.pathname, '/');
    assert.match((await visitor.get('/')).text, /"webExId":"hostid"/);
    assert.match((await visitor.get('/acme/')).text, /"webExId":"hostid"/);
  });

  test('keeps the browser at the name of the host that it came by', async () => {
    const { url } = shared();
    const visitor = new Visitor(url);
    visitor.host = `localhost:${new URL(url).port}`;
    const visit = await visitor.get('/acme/p.php', { AT: 'LI', WID: 'hostid', PW: PASSWORD });
    assert.equal(visit.target?.href, `http://${visitor.host}/acme/`);
  });

  test('fails in a form of the site once, which an address tells that keeps nothing of it', async () => {
    const visitor = new Visitor(shared().url);
    const form = pageOf(await visitor.get('/acme/signin.php', { MU: '/acme/m.php?AT=MD&MK=1' }))?.content;
    assert.ok(form?.page === 'sign-in' && form.form);
    const fields = { ...form.form.fields, WID: 'hostid', PW: 'wrong' };
    const failed = await visitor.post('/acme/p.php', fields);
    assert.equal(failed.status, 302);
    assert.equal(failed.target?.pathname, '/acme/signin.php');
    assert.equal(failed.target?.search, `?${new URLSearchParams({ MU: '/acme/m.php?AT=MD&MK=1' })}`);
    const address = `${failed.target?.pathname}${failed.target?.search}`;
    const shown = pageOf(await visitor.get(address))?.content;
    assert.ok(shown?.page === 'sign-in');
    assert.deepEqual([shown.problem, shown.WID], ['BadWebExIDorPassword', 'hostid']);
    const reloaded = pageOf(await visitor.get(address))?.content;
    assert.ok(reloaded?.page === 'sign-in');
    assert.equal(reloaded.problem, undefined);
  });
});

forProtocol('A browser session', (open) => {
  const shared = sharedSite(open);

  async function signedIn(host: { webExID: string; password: string }): Promise<Visitor> {
    const visitor = new Visitor(shared().url);
    await visitor.get('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: host.password });
    assert.equal(await greeting(visitor), host.webExID);
    return visitor;
  }

  test('has a cookie that no script can read and no other site sends', async () => {
    const visitor = new Visitor(shared().url);
    const visit = await visitor.get('/acme/p.php', { AT: 'LI', WID: 'hostid', PW: PASSWORD });
    assert.match(visit.setCookie ?? '', /^ticket=[\w-]{43}; Path=\/acme; HttpOnly; SameSite=Lax$/);
  });

  test('is not the session of another site', async () => {
    const visitor = await signedIn(await shared().person());
    assert.equal(await greeting(visitor, 'acme-basic'), undefined);
  });

  test('is not kept as its cookie', async () => {
    const { database } = shared().context;
    const visitor = await signedIn(await shared().person());
    const rows = await database.all(database.builder.selectFrom('browser_session').selectAll().compile());
    const cookie = Buffer.from(visitor.cookie ?? '');
    const kept = rows.flatMap((row) => Object.values(row));
    assert.ok(!kept.some((value) => value instanceof Uint8Array && cookie.equals(value)));
    assert.ok(!kept.includes(visitor.cookie ?? ''));
  });

  test('ends with the sign-out, in the server too', async () => {
    const visitor = await signedIn(await shared().person());
    const { cookie } = visitor;
    const visit = await visitor.get('/acme/p.php', { AT: 'LO' });
    assert.equal(visit.results, 'siteurl=acme&AT=LO&ST=SUCCESS');
    assert.match(
      visit.setCookie ?? '',
      /^ticket=; Path=\/acme; HttpOnly; SameSite=Lax; Expires=Thu, 01 Jan 1970/,
    );
    visitor.cookie = cookie;
    assert.equal(await greeting(visitor), undefined);
  });

  test('lives while it is used, and ends after 30 minutes without use', async () => {
    const { clock } = shared();
    const visitor = await signedIn(await shared().person());
    for (let i = 0; i < 5; i++) {
      clock.advance({ minutes: 29 });
      assert.notEqual(await greeting(visitor), undefined);
    }
    clock.advance({ minutes: 30 });
    assert.equal(await greeting(visitor), undefined);
  });

  for (const [what, end] of [
    [
      'a new password',
      (site, webExID) =>
        site.ok('user.SetUser', `<webExId>${webExID}</webExId><password>N3w-Password!</password>`),
    ],
    ['a deactivation', (site, webExID) => site.ok('user.DelUser', `<webExId>${webExID}</webExId>`)],
    [
      'a lock',
      (site, webExID) =>
        site.ok(
          'user.SetUser',
          `<webExId>${webExID}</webExId><security><lockAccount>true</lockAccount></security>`,
        ),
    ],
    [
      "the account's last day",
      async (site, webExID) => {
        const { accounts, sites } = site.context;
        const expiresAt = site.clock.now() + 60_000;
        await accounts.change(await sites.required('acme'), webExID, () => ({ expiresAt }));
        site.clock.advance({ minutes: 1 });
      },
    ],
  ] as const satisfies readonly (readonly [
    string,
    (site: TestSite, webExID: string) => Promise<unknown>,
  ])[]) {
    test(`ends with ${what}`, async () => {
      const host = await shared().person();
      const visitor = await signedIn(host);
      await end(shared(), host.webExID);
      assert.equal(await greeting(visitor), undefined);
    });
  }

  test("ends with the site's new security policy, and with its closing", async () => {
    const site = shared();
    const { sites } = site.context;
    await sites.create({ siteID: 77_001, siteName: 'globex', type: 5 });
    const host = await site.person({ siteName: 'globex' });
    const visitor = new Visitor(site.url);
    const enter = () => visitor.get('/globex/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    await enter();
    assert.equal(await greeting(visitor, 'globex'), host.webExID);
    await sites.change('globex', { newSecurityPolicy: true });
    assert.equal(await greeting(visitor, 'globex'), undefined);
    await enter();
    await sites.change('globex', { status: 'CLOSED' });
    assert.equal((await visitor.get('/globex/')).status, 404);
  });

  test('is found among cookies that other programs of the host have left', async () => {
    const visitor = await signedIn(await shared().person());
    visitor.cookie = `stale; other=1; ticket=${visitor.cookie}; ticket_timeStamp=3`;
    assert.notEqual(await greeting(visitor), undefined);
  });

  for (const cookie of ['', 'x', '%00', '=', '"', 'a'.repeat(4_000), '\u00ff']) {
    test(`does not come from the cookie ${JSON.stringify(cookie.slice(0, 8))}`, async () => {
      const visitor = new Visitor(shared().url);
      visitor.cookie = cookie;
      const visit = await visitor.get('/acme/');
      assert.equal(visit.status, 200);
      assert.doesNotMatch(visit.text, /"webExId":/);
    });
  }
});

forProtocol('p.php?AT=LO', (open) => {
  const shared = sharedSite(open);

  test('succeeds without a session, and with a dead one', async () => {
    const visitor = new Visitor(shared().url);
    assert.equal((await visitor.get('/acme/p.php', { AT: 'LO' })).results, 'siteurl=acme&AT=LO&ST=SUCCESS');
    visitor.cookie = 'dead';
    const visit = await visitor.post('/acme/p.php', { AT: 'LO' });
    assert.equal(visit.results, 'siteurl=acme&AT=LO&ST=SUCCESS');
    assert.equal(visitor.cookie, undefined);
  });

  test('comes back to a BU of the site', async () => {
    const visit = await new Visitor(shared().url).get('/acme/p.php', { AT: 'LO', BU: 'p.php?AT=LI&x=1' });
    assert.equal(visit.location, `${shared().url}/acme/p.php?AT=LI&x=1&AT=LO&ST=SUCCESS`);
  });
});

forProtocol('The links of the XML API', (open) => {
  const shared = sharedSite(open);

  test('sign in and out', async () => {
    const site = shared();
    const visitor = new Visitor(site.url);
    const follow = (link: string | undefined) => visitor.get((link ?? '').slice(site.url.length));
    const asked = await site.ok('user.GetloginurlUser', '<webExID>hostid</webExID>', ADMIN);
    const visit = await follow(asked.value('userLoginURL'));
    assert.match(visit.results, new RegExp(`^siteurl=acme&AT=LI&WID=hostid&ST=SUCCESS&CSRF=${UUID}$`));
    assert.equal(await greeting(visitor), 'hostid');
    const out = await site.ok('user.GetlogouturlUser', '<webExID>hostid</webExID>', ADMIN);
    assert.equal((await follow(out.value('userLogoutURL'))).results, 'siteurl=acme&AT=LO&ST=SUCCESS');
    assert.equal(await greeting(visitor), undefined);
  });

  test('come back to a backURL of the site, as Moodle puts it in', async () => {
    const site = shared();
    const asked = await site.ok('user.GetloginurlUser', '<webExID>hostid</webExID>', ADMIN);
    const back = encodeURIComponent(`${site.url}/acme/done.php?id=7`);
    const link = asked.value('userLoginURL')?.replace('&MU=GoBack', '').replace('&BU=', `&BU=${back}`) ?? '';
    const visit = await new Visitor(site.url).get(link.slice(site.url.length));
    assert.match(visit.location ?? '', /\/acme\/done\.php\?id=7&AT=LI&WID=hostid&ST=SUCCESS&CSRF=/);
  });
});

forSqlite('Behind a proxy', (open) => {
  test('the cookie is for TLS alone and the links lead to the public address', async () => {
    await using site = await startSite(await open(), {
      settings: { publicUrl: 'https://meet.example.com/webex' },
    });
    const visitor = new Visitor(site.url);
    visitor.host = 'meet.example.com';
    const fields = { AT: 'LI', WID: 'hostid', PW: PASSWORD, MU: 'GoBack' };
    const visit = await visitor.get('/acme/p.php', fields);
    assert.match(
      visit.setCookie ?? '',
      /^ticket=[\w-]{43}; Path=\/webex\/acme; HttpOnly; SameSite=Lax; Secure$/,
    );
    assert.match(visit.location ?? '', /^https:\/\/meet\.example\.com\/webex\/acme\/\?siteurl=acme&/);
  });

  test('a proxy that hides the name of the host does no harm', async () => {
    await using site = await startSite(await open(), {
      settings: { publicUrl: 'https://meet.example.com/webex' },
    });
    const visit = await new Visitor(site.url).get('/acme/p.php', { AT: 'LO' });
    assert.equal(visit.location, '/webex/acme/?siteurl=acme&AT=LO&ST=SUCCESS');
  });
});
