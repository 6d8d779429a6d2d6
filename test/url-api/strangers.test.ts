import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registerTokenOf } from '../../src/sessions/numbers.ts';
import { follow, pageOf } from '../browser/follower.ts';
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

  /** Sessions of acme-basic that are hidden, unless it is said how they are listed. */
  async function hidden(elements: string, listing = 'UNLISTED') {
    const created = await shared().ok(
      'meeting.CreateMeeting',
      `<accessControl><listToPublic>${listing === 'PUBLIC'}</listToPublic>${elements}</accessControl>` +
        '<metaData><confName>Elsewhere</confName></metaData>' +
        '<schedule><startDate>03/05/2026 10:00:00</startDate><duration>30</duration><openTime>900</openTime></schedule>' +
        TAKES,
      basic,
    );
    const { sites, sessions } = shared().context;
    const site = await sites.required('acme-basic');
    const key = Number(created.value('meetingkey'));
    await sessions.change(site, key, () => ({ listStatus: listing as 'UNLISTED' | 'PUBLIC' }));
    return sessions.required(site, key);
  }

  /** A minute in which somebody has guessed numbers, from where all strangers come from. */
  async function whileSomebodyGuesses(work: () => Promise<void>) {
    const { context, clock, url } = shared();
    await context.sites.change('acme-basic', { settings: { throttling: { strangers: 4 } } });
    try {
      for (const page of ['m.php?AT=JM', 'e.php?AT=SINF', 'm.php?AT=GF', 'events.php?FOR=START']) {
        const answer = await fetch(`${url}/acme-basic/${page}&MK=${NOBODYS_KEY}`, { redirect: 'manual' });
        assert.equal(answer.status, 404, page);
      }
      await work();
    } finally {
      await context.sites.change('acme-basic', { settings: { throttling: { strangers: 120 } } });
      clock.advance({ minutes: 1 });
    }
  }

  test('whoever guesses numbers is told nothing hidden in that minute, on any page and by any password', async () => {
    const { sessionKey, eventID } = await hidden('<meetingPassword>pass-w0rd</meetingPassword>');
    const { personalUrl, accessCode } = await shared()
      .person({ siteName: 'acme-basic', personalUrl: 'guessed' })
      .then(async ({ webExID }) => {
        const { accounts, sites } = shared().context;
        return accounts.required(await sites.required('acme-basic'), webExID);
      });
    assert.ok(personalUrl && accessCode);
    const visitor = new Visitor(shared().url);
    await visitor.get('/acme-basic/forgot.php');
    const seen = async (way: 'get' | 'post', page: string, fields: Fields, value: string) =>
      told(await visitor[way](`/acme-basic/${page}`, fields), value);
    const spaced = (number: string) => number.replace(/(\d{3})(?=\d)/g, '$1 ');
    const alike = async (way: 'get' | 'post', page: string, of: (key: string) => Fields, real: number) => {
      const nobodys = String(real).length > NOBODYS_KEY.length ? NOBODYS_NUMBER : NOBODYS_KEY;
      const answers = [];
      for (const key of [String(real), nobodys]) {
        const answer = JSON.stringify(await seen(way, page, of(key), key));
        answers.push(answer.replaceAll(spaced(key), '#'));
      }
      assert.match(answers[0] ?? '', /^\[429/, `${way} ${page}`);
      assert.equal(answers[0], answers[1], `${way} ${page}`);
    };
    await whileSomebodyGuesses(async () => {
      for (const MK of [sessionKey, Number(accessCode)]) {
        for (const [page, fields] of [
          ['m.php', { AT: 'JM' }],
          ['m.php', { AT: 'JM', ...ANN }],
          ['m.php', { AT: 'JM', ...ANN, PW: 'wrong', ASKED: '1' }],
          ['m.php', { AT: 'JM', ...ANN, RID: '123456' }],
          ['m.php', { AT: 'JM', ...ANN, LED: 'made-up' }],
          ['m.php', { AT: 'JM', ...ANN, PW: 'wrong', BU: 'https://portal.example/' }],
          ['w.php', { AT: 'JO', ...ANN, PW: 'wrong' }],
          ['e.php', { AT: 'SI', ...ANN, PW: 'wrong' }],
          ['e.php', { AT: 'SINF' }],
          ['m.php', { AT: 'GF' }],
          ['m.php', { AT: 'RM', FN: 'Ann', EM: 'ann@example.com', PW: 'wrong' }],
        ] as const) {
          for (const way of ['get', 'post'] as const) {
            if ('BU' in fields) {
              const [real, unreal] = await Promise.all(
                [String(MK), NOBODYS_KEY].map((key) => seen(way, page, { ...fields, MK: key }, key)),
              );
              assert.deepEqual(real, unreal, `${way} ${page} of a program`);
            } else await alike(way, page, (key) => ({ ...fields, MK: key }), MK);
          }
        }
      }
      await alike('get', 'e.php', (EventID) => ({ AT: 'MI', EventID }), eventID);
      // Guesses at its password are used up: a right one is as wrong as the others.
      for (const key of [String(sessionKey), NOBODYS_KEY]) {
        const visit = await visitor.post('/acme-basic/m.php', { AT: 'JM', MK: key, ...ANN, PW: 'pass-w0rd' });
        assert.equal(visit.status, 429);
      }
    });
  });

  test('what is not listed is not there for whoever has nothing to do with it; its door alone says otherwise', async () => {
    const site = shared();
    const acme = await site.context.sites.required('acme');
    const { key } = await meeting(site);
    const { sessions } = site.context;
    await sessions.change(acme, Number(key), () => ({ listStatus: 'UNLISTED' }));
    const { webExID } = await site.person();
    for (const as of [undefined, webExID]) {
      const visitor = await visitorAs(site, as);
      await visitor.get('/acme/forgot.php');
      const commands = ['HM', 'EM', 'DM', 'MD', 'AA', 'DA', 'AP', 'DP', 'GF', 'RM', 'EN', 'CR'];
      for (const [page, AT] of [
        ...commands.map((one) => ['m.php', one]),
        ['w.php', 'KM'],
        ['e.php', 'SINF'],
      ]) {
        for (const more of [{}, { BU: 'https://portal.example/' }] as readonly Fields[]) {
          const of = (MK: string): Fields => ({
            AT: AT ?? '',
            MK,
            EM: 'ann@example.com',
            FN: 'Ann',
            ...ANN,
            ...more,
          });
          const real = await visitor.get(`/acme/${page}`, of(key));
          const unreal = await visitor.get(`/acme/${page}`, of(NOBODYS_KEY));
          assert.deepEqual(told(real, key), told(unreal, NOBODYS_KEY), `${page} ${AT} as ${as}`);
        }
      }
    }
  });

  test('the form to register for what is not listed has its title for those alone whom a link has led there', async () => {
    const site = shared();
    const session = await hidden('<meetingPassword>pass-w0rd</meetingPassword>');
    const MK = String(session.sessionKey);
    const guess = await new Visitor(site.url).get('/acme-basic/m.php', { AT: 'GF', MK });
    assert.equal(pageOf(guess)?.content.page, 'register');
    assert.ok(!guess.text.includes('Elsewhere'));
    const who = { AT: 'RM', MK, FN: 'Rita', EM: 'rita@example.com' };
    const pending = await new Visitor(site.url).post('/acme-basic/m.php', who);
    assert.equal(pageOf(pending)?.content.page, 'registered');
    assert.ok(!pending.text.includes('Elsewhere'));
    const led = new Visitor(site.url);
    const RGID = `r${registerTokenOf(session.attendeeToken)}`;
    const { target } = await led.get('/acme-basic/j.php', { RGID });
    assert.ok(target);
    const form = pageOf(await led.get(target.pathname + target.search))?.content;
    assert.ok(form?.page === 'register');
    assert.equal(form.session.confName, 'Elsewhere');
    const registered = await led.post('/acme-basic/m.php', {
      ...form.form.fields,
      ...{ FN: 'Lena', EM: 'lena@example.com' },
    });
    assert.ok(registered.text.includes('Elsewhere'));
  });

  test('guests whose neighbour guesses numbers join what is listed, and what they have a password or a link for', async () => {
    const site = shared();
    const open = await hidden('', 'PUBLIC');
    const guarded = await hidden('<meetingPassword>pass-w0rd</meetingPassword>');
    const unguarded = await hidden('');
    const { webExID } = await site.person({ siteName: 'acme-basic', personalUrl: 'neighbour' });
    const host = await site.context.accounts.required(
      await site.context.sites.required('acme-basic'),
      webExID,
    );
    const basicSite = await site.context.sites.required('acme-basic');
    for (const { sessionKey } of [open, guarded, unguarded]) {
      await site.context.sessions.change(basicSite, sessionKey, ({ document }) => ({
        document: {
          ...document,
          attendeeOptions: { ...document.attendeeOptions, registration: false },
        } as typeof document,
      }));
    }
    /** What is shown at the end of the way. */
    const shownAfter = async (visitor: Visitor, visit: Visit) => {
      const { target } = visit;
      return pageOf(target ? (await follow(site, target.href, 'browser', visitor)).visit : visit)?.content;
    };
    const at = (path: string) => new URL(path, site.url);
    await whileSomebodyGuesses(async () => {
      const guest = () => new Visitor(site.url);
      for (const page of ['m.php?AT=JM', 'e.php?AT=SINF', 'm.php?AT=MD']) {
        const MK = String(open.sessionKey);
        const [path = '', AT = ''] = page.split('?AT=');
        assert.equal((await guest().get(`/acme-basic/${path}`, { AT, MK })).status, 200, page);
      }
      // The page that tells nothing has the form by which a password is shown.
      const MK = String(guarded.sessionKey);
      const held = pageOf(await guest().get('/acme-basic/m.php', { AT: 'JM', MK }))?.content;
      assert.ok(held?.page === 'join' && held.asks.password && held.session.isNumberAlone);
      const shown = { ...held.form.fields, ...ANN, PW: 'pass-w0rd' };
      const right = guest();
      const waits = await shownAfter(right, await right.post('/acme-basic/m.php', shown));
      assert.equal(waits?.page, 'waiting');
      // Whoever was led by a link goes on from there, with no password to show.
      const led = guest();
      const link = await led.get('/acme-basic/j.php', { MTID: `m${unguarded.attendeeToken}` });
      const page = pageOf(link)?.content;
      assert.ok(page?.page === 'session' && page.join);
      const { pathname, search } = at(page.join);
      const asks = await shownAfter(led, await led.get(pathname + search));
      assert.ok(asks?.page === 'join' && !asks.session.isNumberAlone);
      const typed = await led.post('/acme-basic/m.php', { ...asks.form.fields, ...ANN });
      assert.equal((await shownAfter(led, typed))?.page, 'waiting');
      // What has led to one leads to no other.
      const { LED = '' } = asks.form.fields;
      const stolen = { AT: 'JM', MK, ...ANN, LED };
      assert.equal((await guest().post('/acme-basic/m.php', stolen)).status, 429);
      const comes = guest();
      const room = await shownAfter(comes, await comes.get(`/acme-basic/join/${host.personalUrl}`));
      assert.ok(room?.page === 'join' && !room.session.isNumberAlone);
      // Who has signed in guesses in their own name.
      const { cookie = '' } = await visitorAs(site, 'hostid', 'acme-basic');
      const headers = { cookie: `ticket=${cookie}` };
      const own = await fetch(`${site.url}/acme-basic/e.php?AT=SINF&MK=${MK}`, { headers });
      assert.equal(own.status, 200);
    });
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
