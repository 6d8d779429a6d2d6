import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { idsOf } from '../../../src/rest-api/ids.ts';
import { newsOfRecording } from '../../../src/rest-api/recordings/recording-news.ts';
import type { Visitor } from '../../browser/visitor.ts';
import { content, dataFolder, recordingIn, withSound } from '../../nbr/recorded.ts';
import { aRun } from '../../support/a-run.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { HOST, sharedSite, TestClock } from '../../support/site.ts';
import { meeting, visitorAs } from '../../url-api/portal.ts';
import { RestClient } from '../client.ts';

/** Recordings of the REST interface: the same as those of the XML API, with its bin. */

const HOUR = 3_600_000;

forEachDatabase('Recordings of the REST interface', (open) => {
  const clock = new TestClock(Date.UTC(2026, 4, 4, 9));
  const site = sharedSite(open, { settings: { data: dataFolder() }, clock });

  const idOf = async ({ id, site: of }: { id: number; site: number }) =>
    idsOf(site().context).hex('recording', of, id);
  const client = (webExID = 'hostid') => RestClient.as(site(), webExID);
  let people = 0;
  /** A host whom nothing else is of. */
  const fresh = async () => {
    people += 1;
    const email = `recorder${people}@acme.com`;
    const { webExID } = await site().person({ email });
    return { webExID, email, client: await client(webExID) };
  };

  test('one is told as the XML API tells it', async () => {
    const host = await fresh();
    const recording = await recordingIn(site(), {
      hostName: host.webExID,
      name: 'Kick-off',
      document: { password: 'Secret-1' },
    });
    const { json } = await host.client.get('recordings');
    assert.equal(json.items.length, 1);
    const [item] = json.items;
    const list = await site().ok('ep.LstRecording', '', { ...HOST, webExID: host.webExID });
    assert.equal(item.id, await idOf(recording));
    assert.equal(item.topic, list.value('recording/name'));
    assert.equal(item.playbackUrl, list.value('recording/streamURL'));
    assert.equal(item.downloadUrl, list.value('recording/fileURL'));
    assert.equal(item.password, 'Secret-1');
    assert.equal(item.createTime, '2026-05-04T09:00:00Z');
    assert.deepEqual(
      [item.meetingId, item.format, item.serviceType, item.durationSeconds, item.sizeBytes],
      ['', 'MP4', 'MeetingCenter', 61, 100_000],
    );
    assert.deepEqual([item.shareToMe, item.status, item.siteUrl], [false, 'available', 'acme.127.0.0.1']);
    const inBerlin = await host.client.get('recordings', { headers: { timezone: 'Europe/Berlin' } });
    assert.equal(inBerlin.json.items[0].createTime, '2026-05-04T11:00:00+02:00');
  });

  suite('a list', () => {
    test('goes on by its link, the newest first, with its parameters', async () => {
      const host = await fresh();
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        await recordingIn(site(), { hostName: host.webExID, name, createdAt: clock.now() - HOUR });
      }
      const names: string[] = [];
      let next: string | undefined = 'recordings?max=2&topic=&serviceType=MeetingCenter';
      let pages = 0;
      while (next !== undefined) {
        const page = await host.client.get(next);
        names.push(...page.json.items.map(({ topic }: { topic: string }) => topic));
        next = page.next;
        pages += 1;
        if (next) assert.match(next, /[?&]max=2&/);
      }
      assert.deepEqual([...names].sort(), ['a', 'b', 'c', 'd', 'e']);
      assert.equal(pages, 3);
      const { next: first = '' } = await host.client.get('recordings', { query: { max: 2 } });
      const cursor = new URL(first).searchParams.get('cursor') ?? '';
      await host.client.refused(400, 'GET', 'recordingReport/accessSummary', { query: { cursor } }, 'cursor');
      const other = await fresh();
      await other.client.refused(400, 'GET', 'recordings', { query: { cursor } }, 'cursor');
    });

    test('is of the last seven days, of the days that are named, and of what they narrow', async () => {
      const host = await fresh();
      const old = clock.now() - 20 * 24 * HOUR;
      await recordingIn(site(), { hostName: host.webExID, name: 'Old one', createdAt: old });
      await recordingIn(site(), { hostName: host.webExID, name: 'New one', format: 'WEBM' });
      await recordingIn(site(), {
        hostName: host.webExID,
        name: 'Of an event',
        service: 'EventCenter',
        format: 'ARF',
      });
      const topics = async (query: Record<string, string>) =>
        (await host.client.get('recordings', { query })).json.items
          .map(({ topic }: { topic: string }) => topic)
          .sort();
      assert.deepEqual(await topics({}), ['New one', 'Of an event']);
      assert.deepEqual(await topics({ from: '2026-04-14' }), ['Old one']);
      assert.deepEqual(await topics({ to: '2026-04-15T00:00:00Z' }), ['Old one']);
      assert.deepEqual(await topics({ from: '2026-04-14T09:00:00Z', to: '2026-05-04T09:00:00Z' }), [
        'Old one',
      ]);
      assert.deepEqual(await topics({ topic: 'NEW' }), ['New one']);
      assert.deepEqual(await topics({ format: 'MP4' }), ['New one']);
      assert.deepEqual(await topics({ serviceType: 'EventCenter' }), ['Of an event']);
      for (const [query, words] of [
        [{ from: '2026-05-02', to: '2026-05-01' }, "'from' cannot be after 'to'"],
        [{ from: 'yesterday' }, "'from'"],
        [{ siteUrl: 'other.webex.com' }, "'siteUrl'"],
        [{ status: 'lost' }, "'status'"],
        [{ status: 'purged' }, "'status'"],
        [{ max: '0' }, "'max'"],
      ] as const) {
        await host.client.refused(400, 'GET', 'recordings', { query }, words);
      }
      await host.client.refused(403, 'GET', 'recordings', { query: { hostEmail: 'admin@acme.com' } });
    });

    test('of a meeting has all that its series, an occurrence and an instance recorded', async () => {
      const { key } = await meeting(site(), 'hostid');
      const acme = await site().context.sites.required('acme');
      const startedAt = clock.now() - 30 * 24 * HOUR;
      const { id: run, session } = await aRun(site().context, Number(key), startedAt);
      await recordingIn(site(), {
        name: 'Of the meeting',
        sessionKey: session.sessionKey,
        confID: session.confID,
        run,
        createdAt: startedAt + 60_000,
      });
      const rest = await client();
      const series = idsOf(site().context).series(acme.id, session.sessionKey);
      const of = async (meetingId: string) =>
        (await rest.get('recordings', { query: { meetingId } })).json.items;
      const [item] = await of(series);
      assert.equal(item.topic, 'Of the meeting');
      assert.equal(item.meetingSeriesId, series);
      assert.equal((await of(item.meetingId)).length, 1);
      assert.equal((await of(item.scheduledMeetingId)).length, 1);
      assert.equal((await of(`${series}_20200101T000000Z`)).length, 0);
      await rest.refused(404, 'GET', 'recordings', { query: { meetingId: 'f'.repeat(32) } });
    });
  });

  test('a tag that a client keeps at a meeting finds its recordings, for that client alone', async () => {
    const host = await fresh();
    const { json: made } = await host.client.ok('POST', 'meetings', {
      body: {
        title: 'Ticket',
        start: '2026-06-01T09:00:00Z',
        end: '2026-06-01T10:00:00Z',
        integrationTags: ['T-1'],
      },
    });
    const sessionKey = Number(made.meetingNumber);
    await recordingIn(site(), { hostName: host.webExID, name: 'Of the ticket', sessionKey });
    await recordingIn(site(), { hostName: host.webExID, name: 'Of nothing' });
    const query = { integrationTag: 'T-1' };
    const { items } = (await host.client.get('recordings', { query })).json;
    assert.deepEqual(
      items.map(({ topic, integrationTags }: { topic: string; integrationTags: string[] }) => [
        topic,
        integrationTags,
      ]),
      [['Of the ticket', ['T-1']]],
    );
    const admin = await client('admin');
    assert.deepEqual((await admin.get('admin/recordings', { query })).json.items, []);
  });

  suite('the links of a recording', () => {
    test('fetch its files without a sign-in, for three hours, and as long as it is there', async () => {
      const bytes = content();
      const recording = await recordingIn(site(), { bytes, document: { password: 'Secret-1' } });
      const id = await idOf(recording);
      const host = await client();
      const plain = (await host.get(`recordings/${id}`)).json.temporaryDirectDownloadLinks;
      assert.deepEqual(Object.keys(plain).sort(), ['expiration', 'recordingDownloadLink']);
      assert.equal(plain.expiration, new Date(clock.now() + 3 * HOUR).toISOString().replace('.000', ''));
      await withSound(site(), recording.id);
      const links = (await host.get(`recordings/${id}`)).json.temporaryDirectDownloadLinks;
      const film = await fetch(links.recordingDownloadLink, { redirect: 'error' });
      assert.equal(film.status, 200);
      assert.ok(Buffer.from(await film.arrayBuffer()).equals(bytes));
      const sound = await fetch(links.audioDownloadLink, { redirect: 'error' });
      assert.equal(sound.headers.get('content-type'), 'audio/wav');
      assert.equal((await sound.arrayBuffer()).byteLength, 1_000);
      const forged = links.recordingDownloadLink.replace(
        /ticket=(.)/,
        (_: string, digit: string) => `ticket=${digit === '0' ? '1' : '0'}`,
      );
      assert.equal((await fetch(forged)).status, 404);
      await host.call('POST', 'recordings/softDelete', { body: { recordingIds: [id] } });
      assert.equal((await fetch(links.recordingDownloadLink)).status, 404, 'it lies in the bin');
      assert.equal((await host.get(`recordings/${id}`)).json.temporaryDirectDownloadLinks, undefined);
      await host.call('POST', 'recordings/restore', { body: { recordingIds: [id] } });
      assert.equal((await fetch(links.recordingDownloadLink)).status, 200);
      clock.advance({ hours: 3 });
      assert.equal((await fetch(links.recordingDownloadLink)).status, 404, 'three hours later');
    });

    test('are not for whom it is shared with', async () => {
      const [host, guest] = [await fresh(), await fresh()];
      const recording = await recordingIn(site(), {
        hostName: host.webExID,
        document: { password: 'Secret-1' },
      });
      const id = await idOf(recording);
      await guest.client.refused(404, 'GET', `recordings/${id}`, {}, 'Recording not found');
      const path = `recordings/${id}/accessList`;
      await host.client.refused(
        400,
        'POST',
        path,
        { body: { addEmails: ['nobody@acme.com'] } },
        "'addEmails'",
      );
      await host.client.ok('POST', path, { body: { addEmails: [guest.email] } });
      const { json } = await guest.client.get(`recordings/${id}`);
      assert.deepEqual([json.shareToMe, json.password], [true, '']);
      assert.equal(json.temporaryDirectDownloadLinks, undefined);
      const [item] = (await guest.client.get('recordings')).json.items;
      assert.deepEqual([item.id, item.shareToMe], [id, true]);
      const asGuest = { ...HOST, webExID: guest.webExID };
      const list = await site().ok(
        'ep.LstRecording',
        '<returnShareToMeRecording>true</returnShareToMeRecording>',
        asGuest,
      );
      assert.deepEqual(
        [
          list.value('recording/recordingID'),
          list.value('recording/shareToMe'),
          list.value('recording/password'),
        ],
        [String(recording.id), 'true', ''],
      );
      const plain = await site().call('ep.LstRecording', '', asGuest);
      assert.doesNotMatch(plain.text, new RegExp(String(recording.id)));
      const page = async (visitor: Visitor) =>
        (await visitor.get(new URL(json.playbackUrl).pathname, { RCID: recording.streamToken })).text;
      const signedIn = await visitorAs(site(), guest.webExID);
      const stranger = await visitorAs(site());
      assert.match(await page(signedIn), /"page":"recording"/, 'it is watched without its password');
      assert.match(await page(stranger), /"page":"recording-password"/);
      await guest.client.refused(404, 'DELETE', `recordings/${id}`);
      await guest.client.refused(404, 'POST', path, { body: { addEmails: ['admin@acme.com'] } });
      const link = { webShareLink: json.playbackUrl, removeEmails: [guest.email] };
      await host.client.ok('POST', 'recordings/accessList', { body: link });
      await guest.client.refused(404, 'GET', `recordings/${id}`);
      assert.match(await page(signedIn), /"page":"recording-password"/, 'it is shared no more');
    });
  });

  test('the bin is that of the XML API', async () => {
    const host = await fresh();
    const ids = [];
    for (const name of ['a', 'b', 'c']) {
      ids.push(await idOf(await recordingIn(site(), { hostName: host.webExID, name })));
    }
    const [a = '', b = ''] = ids;
    const xml = { ...HOST, webExID: host.webExID };
    const listed = async (status: string) =>
      (await host.client.get('recordings', { query: { status } })).json.items
        .map(({ topic }: { topic: string }) => topic)
        .sort();
    const post = (path: string, body: unknown) => host.client.call('POST', `recordings/${path}`, { body });
    for (const body of [
      {},
      { recordingIds: [] },
      { trashAll: true, recordingIds: [a] },
      { recordingIds: Array.from({ length: 101 }, () => a) },
    ]) {
      assert.equal((await post('softDelete', body)).status, 400, JSON.stringify(body).slice(0, 60));
    }
    assert.equal((await post('softDelete', { recordingIds: [a, 'f'.repeat(32)] })).status, 404);
    assert.deepEqual(await listed('available'), ['a', 'b', 'c'], 'nothing of it is done');
    assert.equal((await post('softDelete', { recordingIds: [a, b] })).status, 204);
    const bin = await site().ok('ep.LstRecordingInRecycleBin', '', xml);
    assert.deepEqual(bin.texts('recording/name').sort(), ['a', 'b']);
    assert.deepEqual([await listed('available'), await listed('deleted')], [['c'], ['a', 'b']]);
    assert.equal((await post('softDelete', { recordingIds: [a] })).status, 404, 'it is there already');
    assert.equal((await post('restore', { recordingIds: [a] })).status, 204);
    assert.equal((await post('purge', { recordingIds: [a] })).status, 404, 'it is not in the bin');
    assert.equal((await post('purge', { purgeAll: true })).status, 204);
    assert.deepEqual([await listed('available'), await listed('deleted')], [['a', 'c'], []]);
    assert.equal((await host.client.call('DELETE', `recordings/${a}`)).status, 204);
    const again = await host.client.refused(404, 'DELETE', `recordings/${a}`);
    assert.equal(again.json.message, 'Recording not found');
    assert.deepEqual(await listed('available'), ['c']);
    await post('softDelete', { trashAll: true });
    await post('restore', { restoreAll: true });
    assert.deepEqual(await listed('available'), ['c']);
  });

  test('several are put into the bin, or none', async () => {
    const host = await fresh();
    const id = async (more: object) => idOf(await recordingIn(site(), { hostName: host.webExID, ...more }));
    const recordingIds = [await id({ name: 'a' }), await id({ name: 'b', state: 'RECORDING' })];
    await host.client.refused(404, 'POST', 'recordings/softDelete', { body: { recordingIds } });
    const topics = async () =>
      (await host.client.get('recordings')).json.items.map(({ topic }: { topic: string }) => topic);
    assert.deepEqual(await topics(), ['a']);
    // Two who mean the same, each in their own order, do not wait for each other for ever.
    const many = [await id({ name: 'c' }), await id({ name: 'd' }), await id({ name: 'e' })];
    const answers = await Promise.all(
      [many, many.toReversed()].map((recordingIds) =>
        host.client.call('POST', 'recordings/softDelete', { body: { recordingIds } }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 404]);
    assert.deepEqual(await topics(), ['a']);
  });

  test('an administrator has those of the site, by their hosts, without passwords', async () => {
    const host = await fresh();
    const { id: key } = await recordingIn(site(), {
      hostName: host.webExID,
      name: 'For the admin',
      document: { password: 'Secret-1' },
      sessionKey: 222_222_222,
      confID: 5_000_000_001,
    });
    const admin = await client('admin');
    const { json, text } = await admin.get('admin/recordings', { query: { topic: 'For the admin' } });
    assert.equal(json.items[0].hostEmail, host.email);
    assert.doesNotMatch(text, /Secret-1|"password"|shareToMe/);
    const [mine] = (await admin.get('recordings', { query: { hostEmail: host.email } })).json.items;
    assert.equal(mine.topic, 'For the admin');
    await admin.refused(
      400,
      'GET',
      'admin/recordings',
      { query: { from: '2026-03-01', to: '2026-05-01' } },
      '30 days',
    );
    const acme = await site().context.sites.required('acme');
    const meetingId = idsOf(site().context).series(acme.id, 222_222_222);
    await admin.ok('DELETE', `admin/recordings/${mine.id}`);
    const purged = { status: 'purged', meetingId };
    const [gone] = (await admin.get('admin/recordings', { query: purged })).json.items;
    assert.deepEqual([gone.topic, gone.status, gone.downloadUrl], ['For the admin', 'purged', '']);
    const asUser = await RestClient.as(site(), 'admin', { scopes: ['meeting:recordings_read'] });
    await asUser.refused(403, 'GET', 'admin/recordings');
    await asUser.refused(404, 'GET', `recordings/${mine.id}`);
    assert.ok(key);
  });

  test('a webhook is told of one without its links and its password, when it is gone too', async () => {
    const host = await fresh();
    const recording = await recordingIn(site(), {
      hostName: host.webExID,
      name: 'News',
      document: { password: 'Secret-1' },
    });
    const { context } = site();
    const acme = await context.sites.required('acme');
    const to = { app: context, ids: idsOf(context), origin: site().url, site: acme, zone: { iana: 'UTC' } };
    const news = await newsOfRecording(to, recording.id);
    assert.deepEqual(
      [news?.id, news?.topic, news?.hostEmail, news?.status],
      [await idOf(recording), 'News', host.email, 'available'],
    );
    assert.doesNotMatch(JSON.stringify(news), /Secret-1|http|RCID/);
    await host.client.ok('DELETE', `recordings/${news?.id}`);
    assert.deepEqual(await newsOfRecording(to, recording.id), { ...news, status: 'purged' });
    const running = await recordingIn(site(), { state: 'RECORDING' });
    assert.equal(await newsOfRecording(to, running.id), undefined);
  });

  test('who watched and fetched one is counted', async () => {
    const host = await fresh();
    const recording = await recordingIn(site(), { hostName: host.webExID, name: 'Watched' });
    const acme = await site().context.sites.required('acme');
    const { accessHistory, database } = site().context;
    for (const [viewed, downloaded] of [
      [true, false],
      [true, false],
      [false, true],
    ] as const) {
      clock.advance({ minutes: 1 });
      await database.write((tx) =>
        accessHistory.accessed(tx, acme, {
          recordID: recording.id,
          accessedAt: clock.now(),
          name: 'Ada',
          email: 'ada@example.com',
          registeredAt: null,
          viewed,
          downloaded,
          details: {},
        }),
      );
    }
    const id = await idOf(recording);
    const [summary] = (await host.client.get('recordingReport/accessSummary')).json.items;
    assert.deepEqual(
      [summary.recordingId, summary.topic, summary.hostEmail, summary.viewCount, summary.downloadCount],
      [id, 'Watched', host.email, 2, 1],
    );
    const query = { recordingId: id, max: 2 };
    const first = await host.client.get('recordingReport/accessDetail', { query });
    assert.deepEqual(
      first.json.items.map(({ viewed, downloaded }: { viewed: boolean; downloaded: boolean }) => [
        viewed,
        downloaded,
      ]),
      [
        [false, true],
        [true, false],
      ],
    );
    assert.equal((await host.client.get(first.next ?? '')).json.items.length, 1);
    await host.client.refused(
      400,
      'GET',
      'recordingReport/accessDetail',
      {},
      "'recordingId' cannot be empty",
    );
    const other = await fresh();
    await other.client.refused(404, 'GET', 'recordingReport/accessDetail', { query });
    const far = { from: '2025-01-01', to: '2025-01-20' };
    await host.client.refused(400, 'GET', 'recordingReport/accessSummary', { query: far }, '365 days');
  });
});
