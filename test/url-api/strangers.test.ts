import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registerTokenOf } from '../../src/sessions/numbers.ts';
import { pageOf } from '../browser/follower.ts';
import { type Fields, type Visit, Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { begin, meeting, visitorAs } from './portal.ts';

/** Keys, tokens and cookies in the hands of those whom they are not for. */

/** What a stream tells whoever has no place in a meeting, be it there or not. */
const ENDED = 'retry: 2000\n\nevent: ended\ndata: {}\n\n';

const NOBODYS_KEY = '100000001';
const NOBODYS_NUMBER = '999999999999';
const NOBODYS_TOKEN = '0123456789abcdef0123456789abcdef';
const TAKES = '<attendeeOptions><registration>true</registration></attendeeOptions>';
const ANN = { AN: 'Ann', AE: 'ann@example.com' };

forProtocol('The URL API, for strangers,', (open) => {
  const shared = sharedSite(open);
  const basic = { siteName: 'acme-basic', webExID: 'hostid', password: PASSWORD };

  async function sessionOfBasic() {
    const created = await shared().ok(
      'meeting.CreateMeeting',
      '<metaData><confName>Elsewhere</confName></metaData>' +
        '<schedule><startDate>03/05/2026 10:00:00</startDate><duration>30</duration></schedule>' +
        TAKES,
      basic,
    );
    const site = await shared().context.sites.required('acme-basic');
    return shared().context.sessions.required(site, Number(created.value('meetingkey')));
  }

  /** All that a visitor can tell answers apart by; what was sent is taken out of it. */
  function told({ status, location, text, setCookie, headers }: Visit, sent: string): unknown {
    const id = String(headers['x-request-id']);
    const without = (value: string | undefined) =>
      value
        ?.replaceAll(sent, '#')
        .replaceAll(id, '')
        .replaceAll(/nonce="[^"]*"/g, '');
    return [status, without(location), without(text), setCookie?.replaceAll(/form=[\w-]+/g, 'form=')];
  }

  async function assertAlike(
    page: string,
    fields: Fields,
    of: (value: string) => Fields,
    real: string,
    unreal: string,
  ) {
    for (const as of [undefined, 'hostid', 'admin']) {
      const visitor = await visitorAs(shared(), as);
      // The cookie of its forms is there before the answers are compared.
      await visitor.get('/acme/forgot.php');
      for (const way of ['get', 'post'] as const) {
        const foreign = await visitor[way](`/acme/${page}`, { ...fields, ...of(real) });
        const missing = await visitor[way](`/acme/${page}`, { ...fields, ...of(unreal) });
        assert.deepEqual(told(foreign, real), told(missing, unreal), `${way} ${page} as ${as}`);
        assert.equal(foreign.text.includes('Elsewhere'), false);
      }
    }
  }

  test('learn of no meeting by a made-up cookie where they must sign in', async () => {
    const { sites } = shared().context;
    const settings = { security: { requireLoginBeforeSiteAccess: true } };
    await sites.change('acme-basic', { settings });
    try {
      const { sessionKey, confName } = await sessionOfBasic();
      const seen = async (page: string, key: string) => {
        const headers = { cookie: `room_${key}=${NOBODYS_TOKEN}` };
        const address = `${shared().url}/acme-basic/${page}&MK=${key}`;
        const answer = await fetch(address, { headers, redirect: 'manual' });
        const text = await answer.text();
        assert.ok(!text.includes(confName), page);
        return [
          answer.status,
          answer.headers.get('location'),
          text
            .replaceAll(answer.headers.get('x-request-id') ?? '', '')
            .replaceAll(/nonce="[^"]*"/g, '')
            // Each stranger is given a token of their own for the forms of the page.
            .replaceAll(/(name="FORM" value=|"FORM":)"[^"]*"/g, ''),
        ]
          .join('\n')
          .replaceAll(key, '#');
      };
      for (const page of ['room.php?AT=JM', 'events.php?FOR=room', 'events.php?FOR=start']) {
        assert.equal(await seen(page, String(sessionKey)), await seen(page, NOBODYS_KEY), page);
      }
    } finally {
      await sites.change('acme-basic', { settings: { security: { requireLoginBeforeSiteAccess: false } } });
    }
  });

  for (const [page, commands] of [
    ['m.php', ['HM', 'JM', 'JE', 'EM', 'DM', 'MD', 'AA', 'DA', 'AP', 'DP', 'GF', 'RM', 'EN', 'CR']],
    ['w.php', ['JO', 'KM']],
    ['e.php', ['SI', 'JM', 'JE']],
    ['room.php', ['JM']],
    ['registrants.php', ['']],
  ] as const) {
    test(`a key of another site is one that is not there: ${page}`, async () => {
      const { sessionKey } = await sessionOfBasic();
      const of = (MK: string) => ({ MK });
      for (const AT of commands) {
        const fields = { AT, EM: 'ann@example.com', FN: 'Ann', ...ANN };
        await assertAlike(page, fields, of, String(sessionKey), NOBODYS_KEY);
      }
    });
  }

  test('whoever guesses numbers is told nothing more in that minute, on any page, and others are', async () => {
    const { context, clock, url } = shared();
    const { sites } = context;
    const { sessionKey, eventID } = await sessionOfBasic();
    await sites.change('acme-basic', { settings: { throttling: { strangers: 4 } } });
    try {
      const status = async (page: string, headers = {}) =>
        (await fetch(`${url}/acme-basic/${page}`, { headers, redirect: 'manual' })).status;
      const right = [
        `m.php?AT=JM&MK=${sessionKey}`,
        `e.php?AT=SINF&MK=${sessionKey}`,
        `e.php?AT=MI&EventID=${eventID}`,
        `m.php?AT=GF&MK=${sessionKey}`,
      ];
      const before = await Promise.all(right.map((page) => status(page)));
      assert.ok(before.every((one) => one < 429));
      for (const page of ['m.php?AT=JM', 'e.php?AT=SINF', 'm.php?AT=GF', 'events.php?FOR=START']) {
        assert.equal(await status(`${page}&MK=${NOBODYS_KEY}`), 404, page);
      }
      for (const page of right) assert.equal(await status(page), 429, page);
      // Who has signed in guesses in their own name.
      const { cookie = '' } = await visitorAs(shared(), 'hostid', 'acme-basic');
      assert.equal(await status(right[1] ?? '', { cookie: `ticket=${cookie}` }), 200);
      clock.advance({ minutes: 1 });
      assert.deepEqual(await Promise.all(right.map((page) => status(page))), before);
    } finally {
      await sites.change('acme-basic', { settings: { throttling: { strangers: 120 } } });
    }
  });

  test('a number or a link of another site is one that is not there', async () => {
    const { eventID, hostToken, attendeeToken } = await sessionOfBasic();
    const { context } = shared();
    const host = await context.accounts.required(await context.sites.required('acme-basic'), 'hostid');
    for (const token of [hostToken, attendeeToken]) {
      await assertAlike('j.php', {}, (MTID) => ({ MTID: `m${MTID}` }), token, NOBODYS_TOKEN);
      await assertAlike('e.php', {}, (MTID) => ({ MTID: `m${MTID}` }), token, NOBODYS_TOKEN);
    }
    const registers = registerTokenOf(attendeeToken);
    await assertAlike('j.php', {}, (RGID) => ({ RGID: `r${RGID}` }), registers, NOBODYS_TOKEN);
    const UID = String(host.userId);
    await assertAlike('j.php', { UID }, (ED) => ({ ED }), String(eventID), NOBODYS_NUMBER);
    await assertAlike('e.php', { AT: 'MI' }, (EventID) => ({ EventID }), String(eventID), NOBODYS_NUMBER);
    await assertAlike('globalcallin.php', {}, (ED) => ({ ED }), String(eventID), NOBODYS_NUMBER);
  });

  test('the personal rooms of another site are none of this one', async () => {
    const { context } = shared();
    const { webExID } = await shared().person({ siteName: 'acme-basic', personalUrl: 'only-there' });
    const host = await context.accounts.required(await context.sites.required('acme-basic'), webExID);
    const visitor = new Visitor(shared().url);
    for (const page of ['meet', 'join']) {
      assert.equal(
        (await visitor.get(`/acme-basic/${page}/${host.personalUrl}`)).status,
        page === 'meet' ? 200 : 302,
      );
      assert.equal((await visitor.get(`/acme/${page}/${host.personalUrl}`)).status, 404);
    }
  });

  test('the cookie of a stay opens that room alone', async () => {
    const site = shared();
    const [one, other] = [await meeting(site), await meeting(site)];
    const host = await begin(site, one.key);
    await begin(site, other.key);
    const token = host.cookies.get(`room_${one.key}`) ?? '';
    assert.equal(pageOf(await host.get('/acme/room.php', { MK: one.key }))?.content.page, 'room');

    const thief = new Visitor(site.url);
    thief.cookies.set(`room_${other.key}`, token);
    const turnedAway = await thief.get('/acme/room.php', { MK: other.key });
    const content = pageOf(turnedAway)?.content;
    assert.ok(content?.page === 'ended');
    assert.equal(content.why, 'elsewhere');
    assert.equal((await thief.get('/acme/events.php', { MK: other.key, FOR: 'room' })).text, ENDED);
    thief.cookies.set(`room_${one.key}`, token);
    const elsewhere = await thief.get('/acme-basic/room.php', { MK: one.key });
    assert.equal(pageOf(elsewhere)?.content.page, 'ended');
    assert.equal((await thief.get('/acme-basic/events.php', { MK: one.key, FOR: 'room' })).text, ENDED);
    await thief.post('/acme-basic/room.php', { MK: one.key, DO: 'END' });
    assert.equal(pageOf(await host.get('/acme/room.php', { MK: one.key }))?.content.page, 'room');
  });

  test('who is not in the room changes nothing there, and sees nothing', async () => {
    const site = shared();
    const { key } = await meeting(site);
    const host = await begin(site, key);
    const stranger = new Visitor(site.url);
    for (const DO of ['END', 'LOCK', 'EXPEL', 'ADMIT', 'LEAVE']) {
      const visit = await stranger.post('/acme/room.php', { MK: key, DO });
      assert.equal(visit.target?.pathname, '/acme/m.php', DO);
    }
    for (const FOR of ['room', '', 'Room']) {
      for (const MK of [key, NOBODYS_KEY]) {
        assert.equal((await stranger.get('/acme/events.php', { MK, FOR })).text, ENDED);
      }
    }
    assert.equal((await stranger.get('/acme/events.php')).text, ENDED);
    const room = pageOf(await host.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(room?.page === 'room');
    assert.equal(room.room.isLocked, false);
  });

  test('a guest of the room does not do what its host does', async () => {
    const site = shared();
    const { key, password } = await meeting(site);
    const host = await begin(site, key);
    const [ann, bob] = [new Visitor(site.url), new Visitor(site.url)];
    await ann.post('/acme/m.php', { AT: 'JM', MK: key, PW: password, ...ANN });
    await bob.post('/acme/m.php', { AT: 'JM', MK: key, PW: password, AN: 'Bob', AE: 'bob@example.com' });
    const seen = pageOf(await ann.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(seen?.page === 'room');
    const PERSON = seen.room.people.find(({ name }) => name === 'Bob')?.id ?? '';
    assert.notEqual(PERSON, '');
    for (const DO of ['END', 'LOCK', 'UNLOCK', 'EXPEL', 'ADMIT', 'REFUSE']) {
      assert.equal((await ann.post('/acme/room.php', { MK: key, DO, PERSON })).status, 403, DO);
    }
    const room = pageOf(await host.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(room?.page === 'room');
    assert.deepEqual([room.room.people.length, room.room.isLocked], [3, false]);
  });

  for (const [what, change, whether] of [
    ['was deactivated', '<active>DEACTIVATED</active>', false],
    ['was locked', '<security><lockAccount>true</lockAccount></security>', false],
    ['got a new password', '<password>P@ssword124</password>', false],
    ['got a new title', '<title>Dr</title>', true],
  ] as const) {
    test(`a host whose account ${what} ${whether ? 'still' : 'no longer'} does what a host does`, async () => {
      const site = shared();
      const { webExID } = await site.person();
      const { key, password } = await meeting(site, webExID);
      const host = await begin(site, key, webExID);
      const ann = new Visitor(site.url);
      await ann.post('/acme/m.php', { AT: 'JM', MK: key, PW: password, ...ANN });
      await site.ok('user.SetUser', `<webExId>${webExID}</webExId>${change}`);
      for (const DO of ['LOCK', 'UNLOCK', 'END']) {
        const visit = await host.post('/acme/room.php', { MK: key, DO, PERSON: '' });
        assert.equal(visit.status === 403, !whether, `${DO}: ${visit.status}`);
      }
      const room = pageOf(await ann.get('/acme/room.php', { MK: key }))?.content;
      assert.equal(room?.page, whether ? 'ended' : 'room');
      if (room?.page !== 'room') return;
      assert.equal(room.room.isLocked, false);
    });
  }

  test('what a room does not do is told by its host to an error page', async () => {
    const site = shared();
    const { key } = await meeting(site);
    const host = await begin(site, key);
    const visit = await host.post('/acme/room.php', { MK: key, DO: 'DANCE' });
    assert.equal(visit.status, 404);
    const content = pageOf(visit)?.content;
    assert.ok(content?.page === 'error');
    assert.equal(content.problem, 'UnknownATCommand');
    assert.equal(pageOf(await host.get('/acme/room.php', { MK: key }))?.content.page, 'room');
  });

  test('who registered is for those who manage the session', async () => {
    const site = shared();
    const { key } = await meeting(site, 'hostid', TAKES);
    await new Visitor(site.url).post('/acme/m.php', {
      AT: 'RM',
      MK: key,
      FN: 'Rita',
      EM: 'rita@example.com',
    });
    const host = await visitorAs(site, 'hostid');
    const page = await host.get('/acme/registrants.php', { MK: key });
    const shown = pageOf(page)?.content;
    assert.ok(shown?.page === 'registrants');
    const { accept } = shown.people[0] ?? {};
    assert.ok(accept);
    for (const as of [undefined, 'guest']) {
      const visitor = await visitorAs(site, as);
      await visitor.get('/acme/forgot.php');
      const FORM = visitor.cookies.get('form') ?? '';
      for (const MK of [key, NOBODYS_KEY]) {
        for (const visit of [
          await visitor.get('/acme/registrants.php', { MK }),
          await visitor.post('/acme/registrants.php', { ...accept.fields, FORM, MK }),
        ]) {
          // Who is not signed in may do that, whatever the key.
          assert.equal(pageOf(visit)?.content.page, as === undefined ? 'sign-in' : 'error');
          assert.ok(!visit.text.includes('Rita'));
        }
      }
    }
    // The host in person, led there by another site.
    assert.equal((await host.post('/acme/registrants.php', { ...accept.fields, FORM: 'x' })).status, 403);
    const after = pageOf(await host.get('/acme/registrants.php', { MK: key }))?.content;
    assert.ok(after?.page === 'registrants');
    assert.equal(after.people[0]?.state, 'pending');
    assert.equal((await host.post('/acme/registrants.php', accept.fields)).status, 302);
  });
});
