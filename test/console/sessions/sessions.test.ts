import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { held } from '../../history/held.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';
import { begin, meeting } from '../../url-api/portal.ts';
import { ConsoleClient } from '../console-client.ts';

forProtocol("The console's sessions", (open) => {
  const shared = sharedSite(open);
  let admin: ConsoleClient;
  const titles = (answer: { json: { sessions: { title: string }[] } }) =>
    answer.json.sessions.map(({ title }) => title);

  async function named(title: string, day: string, more = ''): Promise<string> {
    const content = `<metaData><confName>${title}</confName></metaData><accessControl><meetingPassword>pass-w0rd</meetingPassword></accessControl><schedule><startDate>${day} 10:00:00</startDate><duration>30</duration></schedule>${more}`;
    return (await shared().ok('meeting.CreateMeeting', content, HOST)).value('meetingkey') ?? '';
  }

  before(async () => {
    admin = await ConsoleClient.as(shared(), 'admin');
    await shared().ok(
      'meeting.CreateMeeting',
      '<metaData><confName>Of another site</confName></metaData><schedule><startDate>03/05/2026 10:00:00</startDate></schedule>',
      { ...ADMIN, siteName: 'acme-basic', webExID: 'hostid' },
    );
    await named('Alpha', '03/05/2026');
    await named('Beta', '03/04/2026');
    await named('Alps', '03/06/2026');
  });

  test('are found by the beginning of a title, by their number, by their host, and no other site’s are', async () => {
    assert.deepEqual(titles(await admin.get('sessions', { query: { q: 'al' } })), ['Alpha', 'Alps']);
    const all = await admin.get('sessions', { query: { state: 'upcoming' } });
    assert.ok(!titles(all).includes('Of another site'));
    const [first] = all.json.sessions;
    const key = String(first.sessionKey);
    const grouped = `${key.slice(0, 3)} ${key.slice(3, 6)} ${key.slice(6)}`;
    assert.deepEqual(titles(await admin.get('sessions', { query: { q: grouped } })), [first.title]);
    assert.deepEqual(titles(await admin.get('sessions', { query: { host: 'guest' } })), []);
    assert.ok(titles(await admin.get('sessions', { query: { host: 'HostID' } })).includes('Beta'));
  });

  test('are sorted and narrowed by days', async () => {
    const sorted = await admin.get('sessions', { query: { q: 'al', sort: '-title' } });
    assert.deepEqual(titles(sorted), ['Alps', 'Alpha']);
    const within = await admin.get('sessions', { query: { from: '2026-03-04', to: '2026-03-05' } });
    assert.deepEqual(titles(within), ['Beta']);
  });

  test('begin, are seen to run with their people, and are ended', async () => {
    const { key } = await meeting(shared());
    await begin(shared(), key);
    const { json } = await admin.get('sessions', { query: { state: 'running' } });
    assert.deepEqual(
      json.sessions.map((one: { sessionKey: number; inside: number }) => [one.sessionKey, one.inside]),
      [[Number(key), 1]],
    );
    const overview = await admin.get('overview');
    assert.deepEqual([overview.json.runningTotal, overview.json.running[0].inside], [1, 1]);
    assert.ok(overview.json.signedIn >= 2, 'the administrator and the host');
    assert.equal((await admin.call('DELETE', `sessions/${key}`)).json.error.reason, 'SessionInProgress');
    assert.equal((await admin.post(`sessions/${key}/end`)).status, 200);
    const again = await admin.post(`sessions/${key}/end`);
    assert.deepEqual([again.status, again.json.error.reason], [409, 'SessionNotRunning']);
    assert.equal((await admin.get(`sessions/${key}`)).json.isRunning, false);
  });

  test('are given to another host, and deleted', async () => {
    const key = await named('Moves', '04/01/2026');
    const moved = await admin.call('PUT', `sessions/${key}/host`, { body: { host: 'admin' } });
    assert.equal(moved.json.host, 'admin');
    const nobody = await admin.call('PUT', `sessions/${key}/host`, { body: { host: 'nobody' } });
    assert.deepEqual([nobody.json.error.reason, nobody.json.error.element], ['HostNotFound', 'host']);
    assert.equal((await admin.call('DELETE', `sessions/${key}`)).status, 200);
    assert.equal((await admin.get(`sessions/${key}`)).status, 404);
  });

  test('have people who register, and are decided on: one, and all who wait', async () => {
    const registration = '<attendeeOptions><registration>true</registration></attendeeOptions>';
    const key = await named('Asks first', '04/02/2026', registration);
    for (const name of ['Rea', 'Rob', 'Rut']) {
      await shared().ok(
        'attendee.RegisterMeetingAttendee',
        `<attendees><person><name>${name}</name><email>${name}@example.com</email></person><joinStatus>REGISTER</joinStatus><sessionKey>${key}</sessionKey></attendees>`,
        HOST,
      );
    }
    const states = (answer: { json: { people: { name: string; state: string }[] } }) =>
      Object.fromEntries(answer.json.people.map(({ name, state }) => [name, state]));
    const asked = await admin.get(`sessions/${key}`);
    assert.deepEqual(states(asked), { Rea: 'pending', Rob: 'pending', Rut: 'pending' });
    const rea = asked.json.people.find(({ name }: { name: string }) => name === 'Rea').attendeeID;
    await admin.post(`sessions/${key}/decisions`, { decision: 'reject', people: [rea] });
    const all = await admin.post(`sessions/${key}/decisions`, { decision: 'accept' });
    assert.deepEqual(states(all), { Rea: 'rejected', Rob: 'accepted', Rut: 'accepted' });
    const { text } = await admin.get('history/export', { query: { report: 'registrations' } });
    assert.match(text, /Asks first,.*,Rob,Rob@example\.com,ACCEPT/);
  });

  describe('that have ended', () => {
    before(async () => {
      const people = [{ who: { name: '=HYPERLINK("x")', email: 'ina@example.com' }, from: 0 }];
      await held(shared(), { service: 'meeting', host: 'hostid', confName: 'Long ago', minutes: 5, people });
    });

    test('are in the history', async () => {
      const { json } = await admin.get('history', { query: { q: 'long' } });
      assert.deepEqual(titles({ json }), ['Long ago']);
    });

    for (const report of ['usage', 'attendees', 'registrations', 'recordings'] as const) {
      test(`are saved as a report: ${report}`, async () => {
        const answer = await admin.get('history/export', { query: { report } });
        assert.equal(answer.headers.get('Content-Disposition'), `attachment; filename="acme-${report}.csv"`);
        const [heads = ''] = answer.text.replace(/^\ufeff/, '').split('\n');
        assert.ok(heads.split(',').length > 4, heads);
      });
    }

    test('put no formula into a spreadsheet', async () => {
      const { text } = await admin.get('history/export', { query: { report: 'attendees' } });
      assert.match(text, /"'=HYPERLINK\(""x""\)"/);
    });
  });
});
