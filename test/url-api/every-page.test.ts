import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertHarmless } from '../browser/harmless.ts';
import { type Visit, Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { begin, meeting, visitorAs } from './portal.ts';
import { COMMANDS, PAGES } from './tried-commands.ts';

/** What holds for every page of the URL API, and every command of it. */

forProtocol('Every page', (open) => {
  const shared = sharedSite(open);

  function assertCalm(visit: Visit): void {
    assertHarmless(visit, shared().url);
    assert.ok(!shared().log.some((line) => line.includes('"fault"')), shared().log.at(-1));
  }

  test('reads a query of 100 kB on every page', async () => {
    const long = 'x'.repeat(100_000);
    for (const { page, AT = '' } of COMMANDS) {
      for (const name of ['BU', 'MU', 'MK', 'AN', 'X']) {
        const visit = await new Visitor(shared().url).get(`/acme/${page}`, { AT, [name]: long });
        assert.ok([200, 302, 400, 403, 404].includes(visit.status), `${page} ${AT} ${name}: ${visit.status}`);
        assert.ok((visit.location ?? '').length < 8_000, `${page} ${name}: no proxy would carry the answer`);
        if (visit.text !== '') assertCalm(visit);
      }
    }
  });

  test('reads bytes that are no UTF-8 on every page', async () => {
    for (const { page, AT = '' } of COMMANDS) {
      for (const bytes of ['%ff%fe', '%C3%28', '%ED%A0%80%00', '%F5%80%80%80']) {
        const given = ['AT', 'MK', 'AN', 'AE', 'PW', 'BU', 'MTID', 'WID', 'TK', 'TOKEN'];
        const query = given.map((name) => `${name}=${name === 'AT' ? AT : bytes}`).join('&');
        for (const visit of [
          await new Visitor(shared().url).get(`/acme/${page}?${query}`),
          await new Visitor(shared().url).post(`/acme/${page}`, query),
          await new Visitor(shared().url).post(`/acme/${page}?AT=${AT}`, `MK=\ufffd\u0000&AN=${'\u00ff'}`),
        ]) {
          if (visit.text !== '') assertCalm(visit);
          else assert.equal(visit.status, 404);
        }
      }
    }
  });

  test('a HEAD uses nothing up and begins nothing', async () => {
    const site = shared();
    const { webExID } = await site.person();
    const caller = { siteName: 'acme', webExID, password: PASSWORD };
    const { key, password } = await meeting(site, webExID);
    const host = await visitorAs(site, webExID);
    const TK = (await site.ok('user.GetLoginTicket', '', caller)).value('ticket') ?? '';
    const when = { YE: '2026', MO: '3', DA: '9', HO: '14', MI: '05' };
    const fields = { WID: webExID, TK, MK: key, MN: 'By a scanner', ...when, SP: 'TC', FOR: 'start' };
    for (const { page, AT = '' } of COMMANDS) {
      const visit = await host.head(`/acme/${page}`, { ...fields, AT, DO: 'END' });
      assert.ok([200, 302, 400, 403, 404].includes(visit.status), `${page} ${AT}: ${visit.status}`);
      assert.equal(visit.text, '');
    }
    assert.equal(host.cookies.get('service'), undefined);
    assert.equal(host.cookies.get(`room_${key}`), undefined);
    await site.refused('000015', 'ep.LstOpenSession', '', caller);
    const listed = await site.ok('meeting.LstsummaryMeeting', '', caller);
    assert.deepEqual(listed.texts('meeting/meetingKey'), [key]);
    const signedIn = await new Visitor(site.url).get('/acme/p.php', {
      AT: 'LI',
      WID: webExID,
      TK,
      MU: 'GoBack',
    });
    assert.match(signedIn.results, /&ST=SUCCESS&/);

    // Of a meeting that runs.
    const runs = await begin(site, key, webExID);
    for (const page of ['room.php', 'w.php'])
      await runs.head(`/acme/${page}`, { AT: 'KM', MK: key, DO: 'END' });
    const guest = new Visitor(site.url);
    await guest.head('/acme/m.php', { AT: 'JM', MK: key, AN: 'Ann', AE: 'ann@example.com', PW: password });
    assert.equal(guest.cookies.size, 0);
    assert.equal((await runs.get('/acme/room.php', { MK: key })).status, 200);
  });

  test('no page knows another method than GET and POST', async () => {
    for (const page of [...PAGES, 'image/x']) {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const answer = await fetch(`${shared().url}/acme/${page}`, { method, redirect: 'manual' });
        assert.ok([404, 405].includes(answer.status), `${method} ${page}: ${answer.status}`);
        await answer.body?.cancel();
      }
    }
  });
});
