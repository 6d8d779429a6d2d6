import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, type Person, sharedSite } from '../support/site.ts';

const NEW = 'An0ther-Password';

forProtocol('A password that must be changed', (open) => {
  const shared = sharedSite(open);

  /** The sign-in of somebody of whom the form is asked for. */
  async function forced(person: Person = {}, site = shared()) {
    const profile = { security: { forceChangePassword: true } };
    const host = await site.person({ profile, ...person });
    return { ...host, path: `/${host.siteName}/password.php`, form: formOf(host.webExID) };
  }

  const formOf = (WID: string) => ({ WID, PW: PASSWORD, NPW: NEW, NPW2: NEW });

  async function canSignIn(WID: string, PW: string, siteName = 'acme'): Promise<boolean> {
    const visitor = new Visitor(shared().url);
    await visitor.post(`/${siteName}/p.php`, { AT: 'LI', WID, PW });
    return visitor.cookie !== undefined;
  }

  for (const [what, security] of [
    ['forceChangePassword', { forceChangePassword: true }],
    ['resetPassword', { resetPassword: true }],
  ] as const) {
    test(`is asked for by ${what}, and is then as good as any`, async () => {
      const { webExID, path, form } = await forced({ profile: { security } });
      const visitor = new Visitor(shared().url);
      const asked = await visitor.post('/acme/p.php', {
        AT: 'LI',
        WID: webExID,
        PW: PASSWORD,
        MU: 'm.php?MK=1',
      });
      assert.equal(asked.status, 200);
      assert.equal(asked.setCookie, undefined);
      assert.match(asked.text, /<h1>Choose a new password<\/h1>/);
      assert.match(asked.text, new RegExp(`name="WID" value="${webExID}"`));
      assert.match(asked.text, /name="MU" value="m\.php\?MK=1"/);
      assert.ok(!asked.text.includes(PASSWORD));
      const changed = await visitor.post(path, { ...form, MU: 'm.php?MK=1', BU: '' });
      assert.equal(changed.location, `${shared().url}/acme/m.php?MK=1`);
      assert.match((await visitor.get('/acme/')).text, new RegExp(`"webExId":"${webExID}"`));
      assert.equal(await canSignIn(webExID, NEW), true);
      assert.equal(await canSignIn(webExID, PASSWORD), false);
    });
  }

  test('is asked for when the password is older than the site allows', async () => {
    const { sites } = shared().context;
    await sites.create({ siteID: 77_003, siteName: 'umbrella', type: 5, settings: { passwordLifeDays: 30 } });
    const { webExID, path, form } = await forced({ siteName: 'umbrella', profile: {} });
    assert.equal(await canSignIn(webExID, PASSWORD, 'umbrella'), true);
    shared().clock.advance({ days: 30 });
    assert.equal(await canSignIn(webExID, PASSWORD, 'umbrella'), false);
    const visitor = new Visitor(shared().url);
    assert.match((await visitor.get(path, { WID: webExID })).text, /Your password must be changed/);
    await visitor.post(path, form);
    assert.notEqual(visitor.cookie, undefined);
    assert.equal(await canSignIn(webExID, NEW, 'umbrella'), true);
  });

  test('comes back to BU when it was asked for on the way there', async () => {
    const { webExID, path, form } = await forced();
    const visit = await new Visitor(shared().url).post(path, { ...form, MU: 'GoBack', BU: '/acme/x.php' });
    assert.match(visit.location ?? '', new RegExp(`/acme/x\\.php\\?AT=LI&WID=${webExID}&ST=SUCCESS&CSRF=`));
  });

  for (const [what, change, problem] of [
    ['is not the same twice', { NPW2: 'x' }, /The new password is not the same twice\./],
    ['is the old one', { NPW: PASSWORD, NPW2: PASSWORD }, /The new password must differ from the old one\./],
    ['is too short', { NPW: 'abc', NPW2: 'abc' }, /The new password must be at least 4 characters long\./],
    ['is empty', { NPW: '', NPW2: '' }, /The new password (must be at least|is not the same)/],
    [
      'is too long',
      { NPW: 'aB1-'.repeat(16), NPW2: 'aB1-'.repeat(16) },
      /must be at most 60 characters long/,
    ],
    ['comes with a wrong old one', { PW: 'wrong' }, /The user name or the old password is wrong/],
    ['comes with an unknown name', { WID: 'nobody' }, /The user name or the old password is wrong/],
  ] as const) {
    test(`is not taken when it ${what}`, async () => {
      const { webExID, path, form } = await forced();
      const visit = await new Visitor(shared().url).post(path, { ...form, ...change });
      assert.equal(visit.status, 200);
      assert.equal(visit.setCookie, undefined);
      assert.match(visit.text, problem);
      const asked = await new Visitor(shared().url).post('/acme/p.php', {
        AT: 'LI',
        WID: webExID,
        PW: PASSWORD,
      });
      assert.match(asked.text, /Choose a new password/, 'the old one is what it was');
    });
  }

  test('is held against the rules of the site, and its earlier passwords', async () => {
    const { sites } = shared().context;
    await sites.create({
      siteID: 77_004,
      siteName: 'hooli',
      type: 5,
      settings: { accountPasswordCriteria: { ...NO_RULES, minNumeric: 2, disallowReused: 3 } },
    });
    const { webExID, path } = await forced({ siteName: 'hooli' });
    const change = async (PW: string, wanted: string) => {
      const form = { WID: webExID, PW, NPW: wanted, NPW2: wanted };
      const { text } = await new Visitor(shared().url).post(path, form);
      return /role="alert">(.*?)</.exec(text)?.[1];
    };
    assert.equal(await change(PASSWORD, 'no digits'), 'The new password must have at least 2 digits.');
    assert.equal(await change(PASSWORD, 'second 22'), undefined);
    assert.equal(
      await change('second 22', PASSWORD),
      'The new password must differ from the last 3 passwords.',
    );
    assert.equal(await change('second 22', 'third 33'), undefined);
    assert.equal(await change('third 33', 'fourth 44'), undefined);
    assert.equal(
      await change('fourth 44', 'second 22'),
      'The new password must differ from the last 3 passwords.',
    );
    assert.equal(await change('fourth 44', PASSWORD), undefined, 'the fourth back');
  });

  test('ends every other session of the account', async () => {
    const site = shared();
    const host = await site.person();
    const before = new Visitor(site.url);
    await before.post('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    assert.match((await before.get('/acme/')).text, /"webExId":/);
    await new Visitor(site.url).post('/acme/password.php', formOf(host.webExID));
    assert.doesNotMatch((await before.get('/acme/')).text, /"webExId":/);
  });

  test('comes from a page of the site, where the site asks that of a sign-in', async () => {
    const { sites } = shared().context;
    const settings = { urlAPI: { requireCSRF: true } };
    await sites.create({ siteID: 77_005, siteName: 'pied-piper', type: 5, settings });
    const { webExID, path, form } = await forced({ siteName: 'pied-piper' });
    const stranger = new Visitor(shared().url);
    const posted = await stranger.post(path, { ...form, MU: '/pied-piper/' });
    assert.match(posted.text, /role="alert">[^<]/);
    assert.equal(stranger.cookie, undefined);
    assert.equal(await canSignIn(webExID, NEW, 'pied-piper'), false);
    const visitor = new Visitor(shared().url);
    const asked = await visitor.get(path, { WID: webExID });
    const FORM = /name="FORM" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    await visitor.post(path, { ...form, FORM });
    assert.ok(visitor.cookie);
  });

  test('is not changed more often than the site allows, unless it must be', async () => {
    const { sites } = shared().context;
    await sites.create({
      siteID: 77_006,
      siteName: 'slow',
      type: 5,
      settings: {
        passwordLifeDays: 30,
        security: { passwordChangeIntervalOpt: true, passwordChangeInterval: 24 },
      },
    });
    const { webExID, path, form } = await forced({ siteName: 'slow' });
    const tell = async (fields: Record<string, string>) => {
      const { text } = await new Visitor(shared().url).post(path, fields);
      return /role="alert">(.*?)</.exec(text)?.[1];
    };
    assert.equal(await tell(form), undefined);
    const back = { WID: webExID, PW: NEW, NPW: 'Third-One-3', NPW2: 'Third-One-3' };
    assert.equal(await tell(back), 'The new password may be changed once in 24 hours.');
    shared().clock.advance({ days: 30 });
    assert.equal(await tell(back), undefined, 'an expired one');
  });

  test('is not changed on a CI site, whose identity service keeps it', async () => {
    const { webExID, form } = await forced({ siteName: 'acme-ci' });
    const visitor = new Visitor(shared().url);
    const visit = await visitor.post('/acme-ci/password.php', form);
    assert.equal(visit.status, 403);
    assert.equal(visitor.cookie, undefined);
    const caller = { siteName: 'acme-ci', webExID, password: PASSWORD };
    await shared().ok('user.GetLoginTicket', '', caller);
  });

  test('guesses at the old one lock the account as anywhere', async () => {
    const { webExID, path, form } = await forced();
    for (let i = 0; i < 10; i++) await new Visitor(shared().url).post(path, { ...form, PW: 'a guess' });
    const visit = await new Visitor(shared().url).post(path, form);
    assert.match(visit.text, /or the account may not be used/);
    assert.equal(visit.setCookie, undefined);
    assert.equal(await canSignIn(webExID, NEW), false);
  });

  test('is not changed by looking at the form', async () => {
    const { webExID, path, form } = await forced();
    assert.match((await new Visitor(shared().url).get(path, form)).text, /Choose a new password/);
    assert.equal((await new Visitor(shared().url).head(path, form)).status, 200);
    assert.equal(await canSignIn(webExID, NEW), false);
  });
});

const NO_RULES = {
  minLength: 4,
  mixedCase: false,
  minNumeric: 0,
  minAlpha: 0,
  minSpecial: 0,
  disallow3XRepeatedChar: false,
  disallowWebTextDynamically: false,
  disallowList: [],
  disallowReused: 0,
};
