import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

const EVIL = '"><script>alert(1)</script>';

forProtocol('The pages of somebody’s own account', (open) => {
  const shared = sharedSite(open);

  async function signedIn(more: Parameters<ReturnType<typeof shared>['person']>[0] = {}) {
    const { webExID } = await shared().person(more);
    const visitor = new Visitor(shared().url);
    const signIn = () => visitor.post('/acme/p.php', { AT: 'LI', WID: webExID, PW: PASSWORD });
    await signIn();
    await visitor.get('/acme/');
    const form = () => ({ FORM: visitor.cookies.get('form') ?? '' });
    const account = async () => {
      const { accounts, sites } = shared().context;
      const site = await sites.byName('acme');
      assert.ok(site);
      return accounts.withProfile(await accounts.required(site, webExID));
    };
    return { visitor, webExID, form, account };
  }

  test('save names, telephone and zone, and show them as text', async () => {
    const { visitor, form, account } = await signedIn();
    const { EM } = { EM: (await account()).email };
    const sent = { FN: EVIL, LN: 'Müller', EM, PHONE: '+49 30 1', TimeZone: '23', COMPANY: EVIL };
    const answer = await visitor.post('/acme/profile.php', { ...form(), ...sent });
    assert.equal(answer.target?.pathname, '/acme/profile.php');
    const { firstName, lastName, timeZoneID, profile, emailConfirmed } = await account();
    assert.deepEqual(
      [firstName, lastName, timeZoneID, profile.phones.phone, profile.company, emailConfirmed],
      [EVIL, 'Müller', 23, '+49 30 1', EVIL, true],
    );
    const { text } = await visitor.get(answer.target?.pathname ?? '', { SAVED: '1' });
    assert.match(text, /Your profile is saved/);
    assert.doesNotMatch(text, /<script>alert/);
  });

  test('take a new address only when it is one, and have it confirmed by mail', async () => {
    const { visitor, form, account } = await signedIn();
    const before = await account();
    const wrong = await visitor.post('/acme/profile.php', { ...form(), FN: 'Kept', EM: 'no address' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /This is not an e-mail address\./);
    assert.match(wrong.text, /value="no address"/);
    assert.deepEqual(await account(), before);
    const other = await shared().person();
    const { accounts, sites } = shared().context;
    const site = await sites.byName('acme');
    assert.ok(site);
    const { email } = await accounts.required(site, other.webExID);
    const taken = await visitor.post('/acme/profile.php', { ...form(), EM: email });
    assert.match(taken.text, /There is an account with this e-mail address already/);
    await visitor.post('/acme/profile.php', { ...form(), EM: 'fresh@example.com' });
    const after = await account();
    assert.deepEqual([after.email, after.emailConfirmed], ['fresh@example.com', false]);
  });

  test('leave names alone where the site does', async () => {
    const { sites } = shared().context;
    await sites.change('acme', { settings: { security: { changeUserName: false } } });
    const { visitor, form, account } = await signedIn();
    try {
      const { firstName } = await account();
      assert.doesNotMatch((await visitor.get('/acme/profile.php')).text, /name="FN"/);
      await visitor.post('/acme/profile.php', { ...form(), FN: 'Other' });
      assert.equal((await account()).firstName, firstName);
    } finally {
      await sites.change('acme', { settings: { security: { changeUserName: true } } });
    }
  });

  test('show where one is signed in, and end it there', async () => {
    const { visitor, webExID, form } = await signedIn();
    const elsewhere = new Visitor(shared().url);
    elsewhere.from = {
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    };
    await elsewhere.post('/acme/p.php', { AT: 'LI', WID: webExID, PW: PASSWORD });
    const { text } = await visitor.get('/acme/devices.php');
    assert.match(text, /Firefox on Linux/);
    assert.match(text, /This device/);
    const [, ID = ''] = /name="ID" value="([^"]+)"/.exec(text) ?? [];
    assert.equal((await visitor.post('/acme/devices.php', { DO: 'END', ID })).status, 403);
    const ended = await visitor.post('/acme/devices.php', { ...form(), DO: 'END', ID });
    assert.equal(ended.target?.search, '?WAS=ENDED');
    assert.match((await elsewhere.get('/acme/devices.php')).text, /name="PW"/);
    assert.match((await visitor.get('/acme/devices.php')).text, /You are signed in nowhere else/);
    await elsewhere.post('/acme/p.php', { AT: 'LI', WID: webExID, PW: PASSWORD });
    assert.equal((await visitor.post('/acme/devices.php', { ...form(), DO: 'OTHERS' })).status, 302);
    assert.match((await elsewhere.get('/acme/devices.php')).text, /name="PW"/);
    assert.match(
      (await visitor.get('/acme/devices.php')).text,
      /All other devices|You are signed in nowhere else/,
    );
  });

  test('set up the personal room, and say what is wrong without losing what was typed', async () => {
    const { visitor, form, account } = await signedIn();
    const { personalUrl } = await account();
    const sent = {
      TITLE: EVIL,
      WELCOME: 'Come in.',
      ADDRESS: personalUrl,
      PIN: '4711',
      LOCK: '1',
      WAIT: '15',
    };
    await visitor.post('/acme/room-settings.php', { ...form(), ...sent, MAIL: '1' });
    const room = (await account()).profile.personalMeetingRoom;
    assert.deepEqual(
      [room.title, room.welcomeMessage, room.hostPIN, room.PMRAutoLock, room.PMRAutoLockWaitTime],
      [EVIL, 'Come in.', '4711', true, 15],
    );
    assert.deepEqual(room.notificationModes, ['EMAIL']);
    assert.doesNotMatch((await visitor.get('/acme/room-settings.php')).text, /<script>alert/);
    const other = await signedIn();
    for (const [wrong, said] of [
      [{ PIN: '12' }, /The host PIN is four digits/],
      [{ WAIT: '999' }, /0 to 240 minutes/],
      [{ ADDRESS: '../admin' }, /The address needs a letter/],
      [{ ADDRESS: (await other.account()).personalUrl }, /Somebody has this address already/],
    ] as const) {
      const { text, status } = await visitor.post('/acme/room-settings.php', {
        ...form(),
        ...sent,
        TITLE: 'Typed',
        ...wrong,
      });
      assert.equal(status, 400);
      assert.match(text, said);
      assert.match(text, /value="Typed"/);
    }
    await visitor.post('/acme/room-settings.php', { ...form(), ...sent, TITLE: '' });
    const { firstName, profile } = await account();
    assert.equal(profile.personalMeetingRoom.title, '');
    assert.match((await visitor.get(`/acme/meet/${personalUrl}`)).text, new RegExp(`${firstName}`));
  });
});
