import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { BACK, begin, call, listPortal, meeting, told, visitorAs } from './portal.ts';

const REGISTRATION = '<attendeeOptions><registration>true</registration></attendeeOptions>';

forProtocol('Whoever registers', (open) => {
  const shared = sharedSite(open);
  before(() => listPortal(shared()));

  test('and is not let in yet has no more right than a stranger', async () => {
    const site = shared();
    const { key, password } = await meeting(site, 'hostid', REGISTRATION);
    const curious = await site.person();
    const visitor = await visitorAs(site, curious.webExID);
    const { email } = await site.context.accounts.required(
      await site.context.sites.required('acme'),
      curious.webExID,
    );
    const fields = { AT: 'RM', MK: key, FN: 'Curt', LN: 'Curious', EM: email };
    assert.equal(told(await call(visitor, 'm.php', fields)), 'AT=RM&ST=SUCCESS');
    const info = await site.ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, curious);
    assert.doesNotMatch(info.text, new RegExp(password));
    assert.equal(
      told(await call(visitor, 'm.php', { AT: 'JM', MK: key })),
      'AT=JM&ST=FAIL&RS=InvalidRegistrationID',
    );
  });

  test('with the address of an invited person changes nothing of theirs and learns nothing: the address gets mail', async () => {
    const site = shared();
    const { sites, sessions } = site.context;
    const acme = await sites.required('acme');
    const sent = async () => {
      await site.context.events.drain();
      const query = site.context.database.builder.selectFrom('mail').selectAll().orderBy('id');
      return site.context.database.all<Record<string, unknown>>(query.compile());
    };
    for (const auto of [false, true]) {
      const standIn = await site.person({ email: `stand-in-${auto}@acme.com` });
      const { key } = await meeting(
        site,
        'hostid',
        `<participants><attendees><attendee><person><name>Ina Vited</name><email>ina@example.com</email></person></attendee>` +
          `<attendee><person><name>Stan</name><email>stand-in-${auto}@acme.com</email></person><role>HOST</role></attendee></attendees></participants>` +
          `<attendeeOptions><registration>true</registration><auto>${auto}</auto></attendeeOptions>`,
      );
      const all = async () => sessions.attendeesOf(await sessions.required(acme, Number(key)));
      const people = async () =>
        (await all()).map(({ details: { guestPasses: _, ...details }, ...one }) => ({ ...one, details }));
      // An address that is known is answered as a new one is.
      const answer = auto ? /^AT=RM&ST=SUCCESS&RID=\d{6}$/ : /^AT=RM&ST=SUCCESS$/;
      const before = await people();
      const { length } = await sent();
      for (const EM of ['INA@example.com', `stand-in-${auto}@acme.com`]) {
        const fields = { AT: 'RM', MK: key, FN: 'Mal', LN: 'Lory', EM };
        assert.match(told(await call(await visitorAs(site), 'm.php', fields)), answer);
        const page = await (await visitorAs(site)).post('/acme/m.php', { ...fields, ASKED: '1' });
        for (const { registerID } of before) assert.ok(!page.text.includes(String(registerID)));
        const asked = `<attendees><person><name>Mal</name><email>${EM}</email></person><sessionKey>${key}</sessionKey></attendees>`;
        await site.refused('060906', 'attendee.RegisterMeetingAttendee', asked, await site.person());
      }
      assert.deepEqual(await people(), before);
      const mails = (await sent()).slice(length).map((row) => JSON.stringify(row));
      assert.equal(mails.length, 4);
      for (const { registerID, email } of before) {
        const own = mails.filter((text) => text.includes(String(registerID)));
        assert.equal(own.length, 2);
        for (const text of own) assert.ok(text.toLowerCase().includes(email.toLowerCase()));
      }
      for (const text of mails) assert.doesNotMatch(text, /Mal|Lory/);
      await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, standIn);
      const fresh = { AT: 'RM', MK: key, FN: 'Mal', LN: 'Lory', EM: 'new@example.com' };
      assert.match(told(await call(await visitorAs(site), 'm.php', fresh)), answer);
      assert.match(told(await call(await visitorAs(site), 'm.php', fresh)), answer);
    }
  });

  test('by themselves, with a known address or a new one, comes in with the number that they get, as nobody else', async () => {
    const site = shared();
    const { sites, sessions } = site.context;
    const acme = await sites.required('acme');
    const { key, password } = await meeting(
      site,
      'hostid',
      '<participants><attendees><attendee><person><name>Ina Vited</name><email>ina@example.com</email></person></attendee></attendees></participants>' +
        '<attendeeOptions><registration>true</registration><auto>true</auto><participantLimit>2</participantLimit></attendeeOptions>',
    );
    await begin(site, key);
    const register = async (EM: string) =>
      told(await call(await visitorAs(site), 'm.php', { AT: 'RM', MK: key, FN: 'Mal', LN: 'Lory', EM }));
    const numbers: string[] = [];
    for (const EM of ['ina@example.com', 'new@example.com', 'ina@example.com', 'new@example.com']) {
      const RID = new URLSearchParams(await register(EM)).get('RID') ?? '';
      numbers.push(RID);
      const visitor = await visitorAs(site);
      const join = { AT: 'JM', MK: key, AN: 'Mal Lory', AE: EM, PW: password, RID };
      assert.equal((await call(visitor, 'm.php', join)).target?.pathname, '/acme/room.php');
    }
    assert.equal(new Set(numbers).size, 4);
    const [ina] = await sessions.attendeesOf(await sessions.required(acme, Number(key)));
    assert.deepEqual([ina?.name, ina?.joinStatus, ina?.registeredAt], ['Ina Vited', 'INVITE', null]);
    assert.ok(!numbers.includes(String(ina?.registerID)));
    // A full session says so whoever is asked about.
    assert.match(await register('third@example.com'), /RID=/);
    for (const EM of ['ina@example.com', 'fourth@example.com']) {
      assert.equal(await register(EM), 'AT=RM&ST=FAIL&RS=RegistrationFull');
    }
  });

  test('has a number that cannot be tried out', async () => {
    const site = shared();
    const { key, password } = await meeting(site, 'hostid', REGISTRATION);
    await begin(site, key);
    const stranger = await visitorAs(site);
    const join = { AT: 'JM', MK: key, AN: 'Gus', AE: 'gus@example.com', PW: password };
    const tries = [];
    for (let RID = 100_000; RID < 100_012; RID++) {
      tries.push(told(await call(stranger, 'm.php', { ...join, RID: String(RID) })));
    }
    assert.equal(tries[0], 'AT=JM&ST=FAIL&RS=InvalidRegistrationID');
    assert.equal(tries.at(-1), 'AT=JM&ST=FAIL&RS=TooManyGuesses');
  });

  test('and who was invited has a number that cannot be tried out where nobody has to register', async () => {
    const site = shared();
    const invited =
      '<participants><attendees><attendee><person><name>Ida</name><email>ida@example.com</email></person></attendee></attendees></participants>';
    const { key } = await meeting(site, 'hostid', invited, '');
    const acme = await site.context.sites.required('acme');
    const [ida] = await site.context.sessions.attendeesOf(
      await site.context.sessions.required(acme, Number(key)),
    );
    const stranger = await visitorAs(site);
    const join = (RID: number) => call(stranger, 'm.php', { AT: 'JM', MK: key, RID: String(RID) });
    for (let n = 0; n < 10; n++) assert.equal((await join(100_000 + n)).status, 200);
    for (const RID of [100_010, ida?.registerID ?? 0]) {
      assert.equal(told(await join(RID)), 'AT=JM&ST=FAIL&RS=TooManyGuesses');
    }
  });

  test('gives what the form of the site must have', async (t) => {
    const site = shared();
    const { sites } = site.context;
    const form = { standardFields: { company: { incl: true, req: true } } };
    await sites.change('acme', { settings: { eventEnrollment: form } });
    t.after(() => sites.change('acme', { settings: { eventEnrollment: { standardFields: {} } } }));
    const { key } = await meeting(site, 'hostid', REGISTRATION);
    const stranger = await visitorAs(site);
    const fields = { AT: 'RM', MK: key, FN: 'Rita', LN: 'R', EM: 'rita@example.com' };
    assert.equal(told(await call(stranger, 'm.php', fields)), 'AT=RM&ST=FAIL&RS=InvalidDataFormat');
    assert.equal(told(await call(stranger, 'm.php', { ...fields, CY: 'Acme' })), 'AT=RM&ST=SUCCESS');
  });
});

forProtocol('A site that is closed to strangers', (open) => {
  const shared = sharedSite(open);

  test('tells them of no session by its number, and asks who they are', async () => {
    const site = shared();
    const { key } = await meeting(site);
    const acme = await site.context.sites.change('acme', {
      settings: { security: { requireLoginBeforeSiteAccess: true } },
    });
    const { eventID, host } = await site.context.sessions.required(acme, Number(key));
    const owner = await site.context.accounts.findById(host);
    const stranger = await visitorAs(site);
    for (const page of [
      `m.php?AT=JM&MK=${key}`,
      `m.php?AT=GF&MK=${key}`,
      `e.php?AT=MI&EventID=${eventID}`,
      `j.php?ED=${eventID}&UID=${owner?.userId}`,
      `globalcallin.php?ED=${eventID}`,
      `meet/${owner?.personalUrl}`,
      `events.php?MK=${key}&FOR=start`,
    ]) {
      stranger.accept = 'text/html';
      const { text } = await stranger.get(`/acme/${page}`);
      assert.doesNotMatch(text, /A meeting|Holly/, page);
      assert.match(text, /name="WID"/, page);
      stranger.accept = undefined;
      assert.doesNotMatch((await stranger.get(`/acme/${page}`)).text, /A meeting|Holly/, page);
    }
    const host_ = await visitorAs(site, 'hostid');
    host_.accept = 'text/html';
    assert.match((await host_.get(`/acme/meet/${owner?.personalUrl}`)).text, /Holly/);
  });
});

forProtocol('Signing in by the page of the site', (open) => {
  const shared = sharedSite(open);

  test('in a second window of the same person goes on to where they were going', async () => {
    const site = shared();
    const visitor = await visitorAs(site, 'hostid');
    const MU = '/acme/forgot.php';
    const FORM = 'a-value-of-at-least-22-characters';
    visitor.cookies.set('form', FORM);
    const again = { AT: 'LI', WID: 'HOSTID@acme.com', PW: PASSWORD, FORM, MU };
    assert.equal((await visitor.post('/acme/p.php', again)).target?.pathname, MU);
    const other = await visitor.post('/acme/p.php', { ...again, WID: 'admin' });
    assert.match(other.results, /RS=AlreadyLogon/);
    const strange = await visitor.post('/acme/p.php', { ...again, FORM: 'another', BU: BACK });
    assert.doesNotMatch(strange.results, /SUCCESS/);
  });

  test('leads to rooms with the longest personal URL', async () => {
    const site = shared();
    const personalUrl = 'p'.repeat(128);
    await site.person({ personalUrl, firstName: 'Penelope' });
    const { status, text } = await (await visitorAs(site)).get(`/acme/meet/${personalUrl}`);
    assert.equal(status, 200);
    assert.match(text, /Penelope/);
  });
});
