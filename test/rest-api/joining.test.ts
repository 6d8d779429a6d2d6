import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsOf } from '../../src/rest-api/ids.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite, TestClock } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';
import { RestClient } from './client.ts';

forProtocol('Joining in REST', (open) => {
  const clock = new TestClock(Date.UTC(2026, 2, 5, 9, 55));
  const site = sharedSite(open, { clock });

  async function aMeeting(more = '') {
    const { key } = await meeting(site(), 'hostid', more);
    const { sites, sessions } = site().context;
    const acme = await sites.required('acme');
    const session = await sessions.required(acme, Number(key));
    return { key, acme, session, meetingId: idsOf(site().context).series(acme.id, Number(key)) };
  }

  const join = async (client: RestClient, body: object) =>
    (await client.ok('POST', 'meetings/join', { body: { joinDirectly: false, ...body } })).json;

  test('leads in at once without a word, and names exactly one meeting', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, meetingId } = await aMeeting();
    const { status, headers } = await host.call('POST', 'meetings/join', { body: { meetingId } });
    assert.equal(status, 302);
    assert.match(headers.get('Location') ?? '', /\/acme\/e\.php\?AT=SI&JT=/);
    for (const body of [{}, { meetingId, meetingNumber: key }]) {
      await host.refused(400, 'POST', 'meetings/join', { body }, 'Exactly one of');
    }
    await host.refused(404, 'POST', 'meetings/join', { body: { meetingNumber: '1' } });
    await host.refused(404, 'POST', 'meetings/join', { body: { webLink: 'https://example.com/' } });
    await host.refused(400, 'POST', 'meetings/join', { body: { meetingId, expirationMinutes: 61 } });
    await host.refused(400, 'POST', 'meetings/join', { body: { meetingId, displayName: 'Ann' } }, "'email'");
  });

  test('a host starts, and a guest joins, by links that bear no secret and expire', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, meetingId } = await aMeeting();
    const asked = { meetingId, email: 'ann@example.com', displayName: 'Ann Lee', expirationMinutes: 5 };
    const links = await join(host, asked);
    assert.equal(Date.parse(links.expiration), clock.now() + 5 * 60_000);
    assert.doesNotMatch(`${links.joinLink}${links.startLink}`, /pass-w0rd|ann@|ann%40|Ann.Lee/i);

    const starting = new Visitor(site().url);
    const started = await starting.get(new URL(links.startLink).pathname + new URL(links.startLink).search);
    assert.equal(started.target?.pathname, '/acme/room.php');
    // They are in this one meeting, and signed in nowhere.
    const room = await starting.get(`/acme/room.php?MK=${key}`);
    assert.match(room.text, /Holly Host/);
    assert.match((await starting.get('/acme/meetings.php')).text, /Sign in/);

    const guest = new Visitor(site().url);
    const joined = await guest.get(new URL(links.joinLink).pathname + new URL(links.joinLink).search);
    assert.equal(joined.target?.pathname, '/acme/room.php');
    const { live, sites } = site().context;
    const state = await live.state(await sites.required('acme'), Number(key));
    assert.deepEqual(
      state?.people.map(({ name, role }) => `${name} ${role}`),
      ['Holly Host HOST', 'Ann Lee ATTENDEE'],
    );

    clock.advance({ minutes: 5 });
    for (const link of [links.joinLink, links.startLink]) {
      const late = await new Visitor(site().url).get(new URL(link).pathname + new URL(link).search);
      assert.equal(late.target, undefined);
      assert.match(late.text, /has expired/);
    }
  });

  test('a link to start ends with its account, and is of its site', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { meetingId } = await aMeeting();
    const { startLink } = await join(host, { meetingId });
    const { search } = new URL(startLink);
    const elsewhere = await new Visitor(site().url).get(`/acme-basic/e.php${search}`);
    assert.equal(elsewhere.target, undefined);
    const broken = await new Visitor(site().url).get(`/acme/e.php${search.slice(0, -4)}AAAA`);
    assert.equal(broken.target, undefined);
    const { webExID, password } = await site().person({ email: 'leaver@acme.com' });
    assert.ok(password);
    const own = await RestClient.as(site(), String(webExID));
    const { key } = await meeting(site(), String(webExID));
    const acme = await site().context.sites.required('acme');
    const theirs = await join(own, { meetingId: idsOf(site().context).series(acme.id, Number(key)) });
    const { accounts } = site().context;
    await accounts.change(acme, String(webExID), () => ({ active: 'DEACTIVATED' }));
    const late = await new Visitor(site().url).get(`/acme/e.php${new URL(theirs.startLink).search}`);
    assert.equal(late.target, undefined);
  });

  test('others show its password, and get no link to start', async () => {
    const { webExID } = await site().person({});
    const other = await RestClient.as(site(), String(webExID));
    const { key } = await aMeeting();
    const body = { meetingNumber: key, joinDirectly: false };
    await other.refused(400, 'POST', 'meetings/join', { body }, "'password' cannot be empty");
    await other.refused(400, 'POST', 'meetings/join', { body: { ...body, password: 'wrong' } }, "'password'");
    const links = await join(other, { ...body, password: 'pass-w0rd' });
    assert.equal(links.startLink, undefined);
    const joined = { ...body, password: 'pass-w0rd', hostEmail: 'hostid@acme.com' };
    await other.refused(403, 'POST', 'meetings/join', { body: joined });
    // Web links stay what they are.
    const web = await join(other, { ...body, password: 'pass-w0rd', createJoinLinkAsWebLink: true });
    assert.match(web.joinLink, /j\.php\?MTID=m[0-9a-f]{32}$/);
    assert.equal((await join(other, { webLink: web.joinLink, password: 'pass-w0rd' })).startLink, undefined);
    const admin = await RestClient.as(site(), 'admin');
    assert.equal((await join(admin, body)).startLink, undefined);
    assert.match((await join(admin, { ...body, hostEmail: 'hostid@acme.com' })).startLink, /JT=/);
  });

  test('is locked, recorded, paused and ended from outside', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, meetingId, acme } = await aMeeting(
      '<enableOptions><meetingRecord>true</meetingRecord></enableOptions>',
    );
    const query = { meetingId };
    await host.refused(400, 'GET', 'meetings/controls', { query }, 'not in progress');
    await begin(site(), key);
    const control = async (body: object) => (await host.ok('PUT', 'meetings/controls', { query, body })).json;
    const off = { locked: false, recordingStarted: false, recordingPaused: false };
    assert.deepEqual((await host.get('meetings/controls', { query })).json, off);
    assert.deepEqual(await control({ locked: true }), { ...off, locked: true });
    assert.equal((await site().context.live.state(acme, Number(key)))?.isLocked, true);
    await host.refused(400, 'PUT', 'meetings/controls', { query, body: { recordingPaused: true } });
    const on = { locked: false, recordingStarted: true, recordingPaused: false };
    assert.deepEqual(await control({ locked: false, recordingStarted: true }), on);
    assert.deepEqual(await control({ recordingPaused: true }), { ...on, recordingPaused: true });
    assert.deepEqual(await control({ recordingPaused: false }), on);
    assert.deepEqual(await control({ recordingStarted: false }), off);
    const running = await site().ok('ep.LstOpenSession', '', HOST);
    assert.ok(running.texts('services/sessions/sessionKey').includes(key));
    assert.equal(
      (await host.call('POST', `meetings/${meetingId}/end`, { body: { reason: 'late' } })).status,
      204,
    );
    assert.equal(await site().context.live.running(acme, Number(key)), undefined);
    await host.refused(400, 'POST', `meetings/${meetingId}/end`, { body: {} }, 'not in progress');
  });

  test('a personal room is joined and started by its number and its address', async () => {
    const { accounts, sites, live } = site().context;
    const acme = await sites.required('acme');
    const owner = await accounts.withProfile(await accounts.required(acme, 'hostid'));
    assert.ok(owner.accessCode);
    const webLink = `${site().url}/acme/meet/${owner.personalUrl}`;
    const host = await RestClient.as(site(), 'hostid');
    const other = await RestClient.as(site(), String((await site().person({})).webExID));
    const admin = await RestClient.as(site(), 'admin');
    const spaced = owner.accessCode.replace(/(...)/g, '$1 ').trim();
    for (const by of [{ meetingNumber: spaced }, { webLink }]) {
      const theirs = await join(other, by);
      assert.equal(theirs.startLink, undefined);
      assert.match(theirs.joinLink, /JT=/);
      assert.match((await join(host, by)).startLink, /JT=/);
      assert.equal((await join(admin, by)).startLink, undefined);
      assert.match((await join(admin, { ...by, hostEmail: 'hostid@acme.com' })).startLink, /JT=/);
      assert.equal((await join(other, { ...by, createJoinLinkAsWebLink: true })).joinLink, webLink);
    }
    for (const no of [`${site().url}/acme-basic/meet/${owner.personalUrl}`, `${webLink}x`]) {
      await other.refused(404, 'POST', 'meetings/join', { body: { webLink: no } });
    }
    const hostEmail = 'hostid@acme.com';
    await other.refused(403, 'POST', 'meetings/join', { body: { webLink, hostEmail, joinDirectly: false } });

    const { joinLink, startLink } = await join(host, {
      webLink,
      email: 'ann@example.com',
      displayName: 'Ann Lee',
    });
    for (const link of [startLink, joinLink]) {
      const { target } = await new Visitor(site().url).get(new URL(link).pathname + new URL(link).search);
      assert.equal(target?.pathname, '/acme/room.php');
    }
    const people = (await live.state(acme, Number(owner.accessCode)))?.people ?? [];
    assert.deepEqual(
      people.map(({ name, role }) => `${name} ${role}`),
      ['Holly Host HOST', 'Ann Lee ATTENDEE'],
    );
  });

  test('locks itself and is recorded as it was scheduled to be', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, acme, meetingId } = await aMeeting(
      '<enableOptions><meetingRecord>true</meetingRecord></enableOptions>',
    );
    const body = { enabledAutoRecordMeeting: true, enableAutomaticLock: true, automaticLockMinutes: 5 };
    await host.ok('PATCH', `meetings/${meetingId}`, { body });
    // A change by the older interface leaves it so.
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><schedule><duration>45</duration></schedule>`,
      HOST,
    );
    const visitor = await begin(site(), key);
    const query = { meetingId };
    const controls = async () => (await host.get('meetings/controls', { query })).json;
    assert.deepEqual(await controls(), { locked: false, recordingStarted: true, recordingPaused: false });
    await host.ok('PUT', 'meetings/controls', { query, body: { recordingStarted: false } });
    // What the host has stopped stays so when they come again.
    await visitor.get('/acme/m.php', { AT: 'HM', MK: key });
    assert.equal((await controls()).recordingStarted, false);
    clock.advance({ minutes: 5 });
    const { live } = site().context;
    assert.equal((await live.state(acme, Number(key)))?.isLocked, true);
    const guest = { meetingId, email: 'ann@example.com', displayName: 'Ann Lee' };
    const { joinLink } = await join(host, guest);
    const late = await new Visitor(site().url).get(new URL(joinLink).pathname + new URL(joinLink).search);
    assert.notEqual(late.target?.pathname, '/acme/room.php');
    await live.end(acme, Number(key));
  });

  test('what helps to schedule, and what administrators do with meetings', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const admin = await RestClient.as(site(), 'admin');
    const { sites, sessionTemplates } = site().context;
    const acme = await sites.required('acme');
    const trackingCodes = [
      {
        index: 1,
        name: 'Department',
        inputMode: 'Both Text Input and Drop-Down Menu',
        hostProfile: 'OPTIONAL',
        schedulingPage: [{ service: 'MeetingCenter', scheduling: 'REQUIRED' }],
        listValue: [
          { index: 1, value: 'Sales', active: true },
          { index: 2, value: 'Gone', active: false },
        ],
      },
    ] as const;
    await sites.change('acme', { settings: { trackingCodes } });
    const codes = async (service: string) =>
      (await host.get('meetings/trackingCodes', { query: { service } })).json;
    const { items } = await codes('MeetingCenter');
    assert.deepEqual(items[0].options, [{ value: 'Sales', defaultValue: false }]);
    assert.deepEqual([items[0].inputMode, items[0].type], ['editableSelect', 'required']);
    assert.equal((await codes('EventCenter')).items[0].type, 'notUsed');
    assert.equal((await codes('All')).items[0].type, 'notApplicable');
    await host.refused(400, 'GET', 'meetings/trackingCodes', { query: { service: 'Nothing' } });
    await sites.change('acme', { settings: { trackingCodes: [] } });

    const types = (await host.get('meetings/sessionTypes')).json.items;
    assert.ok(types.some(({ type }: { type: string }) => type === 'meeting'));
    assert.equal((await host.get(`meetings/sessionTypes/${types[0].id}`)).json.id, types[0].id);
    await host.refused(404, 'GET', 'meetings/sessionTypes/4711');

    await sessionTemplates.save(
      acme,
      undefined,
      { name: 'Of the site', serviceType: 'MeetingCenter' },
      { agenda: 'Tea' },
    );
    const standard = { query: { isStandard: true, templateType: 'meeting', locale: 'en_US' } };
    const [template] = (await host.get('meetings/templates', standard)).json.items;
    assert.equal(template.name, 'Of the site');
    const { meeting: body } = (await host.get(`meetings/templates/${template.id}`)).json;
    assert.deepEqual([body.title, body.agenda], ['Of the site', 'Tea']);
    await host.refused(404, 'GET', 'meetings/templates/nothing');

    const { key, meetingId } = await aMeeting();
    const found = (await admin.get('admin/meetings', { query: { meetingNumber: key } })).json.items;
    assert.equal(found[0].id, meetingId);
    assert.equal(found[0].password ?? found[0].hostKey, undefined);
    await admin.refused(400, 'GET', 'admin/meetings');

    const { webExID } = await site().person({ email: 'heir@acme.com' });
    const reassign = { hostEmail: 'heir@acme.com', meetingIds: [meetingId, '0'.repeat(32)] };
    const some = await admin.call('POST', 'meetings/reassignHost', { body: reassign });
    assert.equal(some.status, 207);
    assert.deepEqual(
      some.json.items.map(({ httpStatus }: { httpStatus: number }) => httpStatus),
      [204, 404],
    );
    const heir = await RestClient.as(site(), String(webExID));
    assert.equal((await heir.get(`meetings/${meetingId}`)).json.hostEmail, 'heir@acme.com');
    const all = { hostEmail: 'hostid@acme.com', meetingIds: [meetingId] };
    assert.equal((await admin.call('POST', 'meetings/reassignHost', { body: all })).status, 204);
    const unknown = { hostEmail: 'nobody@acme.com', meetingIds: [meetingId] };
    await admin.refused(404, 'POST', 'meetings/reassignHost', { body: unknown });
  });
});
