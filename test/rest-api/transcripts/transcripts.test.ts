import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite, test } from 'node:test';
import { readCaptions } from '../../../src/recordings/transcripts/read-captions.ts';
import { dataFolder, recordingIn } from '../../nbr/recorded.ts';
import { aRun } from '../../support/a-run.ts';
import { SPOKEN as VTT } from '../../support/a-transcript.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { sharedSite, TestClock } from '../../support/site.ts';
import { meeting } from '../../url-api/portal.ts';
import { RestClient } from '../client.ts';

/** Transcripts of the REST interface. */

const HOUR = 3_600_000;

forEachDatabase('Transcripts of the REST interface', (open) => {
  const clock = new TestClock(Date.UTC(2026, 4, 4, 9));
  const site = sharedSite(open, { settings: { data: dataFolder() }, clock });

  let people = 0;
  /** A host whom nothing else is of. */
  const fresh = async () => {
    people += 1;
    const email = `speaker${people}@acme.com`;
    const { webExID } = await site().person({ email });
    return { webExID, email, client: await RestClient.as(site(), webExID) };
  };
  /** A recording with its words. */
  const said = async (hostName: string, more: Parameters<typeof recordingIn>[1] = {}, vtt = VTT) => {
    const recording = await recordingIn(site(), { hostName, bytes: Buffer.from('film'), ...more });
    const { sites, transcripts } = site().context;
    const words = readCaptions(Buffer.from(vtt));
    await transcripts.bring(await sites.required('acme'), recording.id, () => {}, words);
    return recording;
  };
  const first = async (client: RestClient) => (await client.get('meetingTranscripts')).json.items[0];

  test('a transcript leads to its recording, and is fetched with the token as captions and as text', async () => {
    const host = await fresh();
    const recording = await said(host.webExID, { name: 'Kick-off: <1>' });
    const item = await first(host.client);
    assert.match(item.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_M_[0-9a-f]{32}$/);
    assert.deepEqual(
      [item.meetingTopic, item.meetingId, item.startTime, item.status, item.siteUrl],
      [recording.name, '', '2026-05-04T09:00:00Z', 'available', 'acme.127.0.0.1'],
    );
    const vtt = await host.client.get(item.vttDownloadLink);
    assert.equal(vtt.text, VTT);
    assert.equal(vtt.headers.get('content-type'), 'text/vtt; charset=UTF-8');
    assert.match(vtt.headers.get('content-disposition') ?? '', /^attachment; filename="Kick-off_ _1_.vtt"/);
    const text = await host.client.get(item.txtDownloadLink);
    assert.equal(text.text, 'Ada Lovelace:\nGood <b>morning</b> & welcome.\n\nBob:\nShall we begin?\n');
    assert.equal(text.headers.get('content-type'), 'text/plain; charset=UTF-8');
  });

  test('nothing is told without the token, by whatever redirect the link was reached', async () => {
    const host = await fresh();
    await said(host.webExID);
    const { vttDownloadLink, id } = await first(host.client);
    const server = createServer((_, answer) => answer.writeHead(302, { Location: vttDownloadLink }).end());
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, '127.0.0.1', resolve);
    await promise;
    try {
      const { port } = server.address() as AddressInfo;
      // A browser's fetch leaves the header behind at another origin; clients of the interface take it along.
      const without = await fetch(`http://127.0.0.1:${port}/`, {
        headers: { Authorization: `Bearer ${host.client.token}` },
      });
      assert.ok(without.redirected);
      assert.equal(without.status, 401);
      assert.doesNotMatch(await without.text(), /morning|WEBVTT|Ada/);
      const away = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
      const kept = await fetch(away.headers.get('location') ?? '', {
        headers: { Authorization: `Bearer ${host.client.token}` },
      });
      assert.equal(await kept.text(), VTT);
    } finally {
      server.close();
      server.closeAllConnections();
    }
    const nobody = new RestClient(site());
    for (const path of ['', `/${id}/download`, `/${id}/snippets`]) {
      await nobody.refused(401, 'GET', `meetingTranscripts${path}`);
    }
  });

  suite('a list', () => {
    test('goes on by its link, the newest first, also where several were made at once', async () => {
      const host = await fresh();
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        await said(host.webExID, { name, createdAt: clock.now() - HOUR * (name < 'c' ? 1 : 2) });
      }
      const names: string[] = [];
      let pages = 0;
      for (let next: string | undefined = 'meetingTranscripts?max=2'; next !== undefined; pages += 1) {
        const page = await host.client.get(next);
        names.push(...page.json.items.map((one: { meetingTopic: string }) => one.meetingTopic));
        next = page.next;
      }
      assert.deepEqual([pages, names], [3, ['b', 'a', 'e', 'd', 'c']]);
      const { next = '' } = await host.client.get('meetingTranscripts?max=2');
      const cursor = new URL(next).searchParams.get('cursor') ?? '';
      const other = await fresh();
      await other.client.refused(400, 'GET', 'meetingTranscripts', { query: { cursor } }, 'cursor');
    });

    test('is of the last seven days or of what is named, and of what can be had', async () => {
      const host = await fresh();
      const topics = async (query: Record<string, string> = {}) =>
        (await host.client.get('meetingTranscripts', { query })).json.items
          .map((one: { meetingTopic: string }) => one.meetingTopic)
          .sort();
      await said(host.webExID, { name: 'Old one', createdAt: clock.now() - 20 * 24 * HOUR });
      const { id } = await said(host.webExID, { name: 'New one' });
      await recordingIn(site(), { hostName: host.webExID, name: 'Without words' });
      assert.deepEqual(await topics(), ['New one']);
      assert.deepEqual(await topics({ from: '2026-04-14' }), ['Old one']);
      assert.deepEqual(await topics({ from: '2026-04-01', to: '2026-06-01' }), ['New one', 'Old one']);
      const { recordings, sites } = site().context;
      const acme = await sites.required('acme');
      await recordings.discard(acme, id, () => {});
      assert.deepEqual(await topics(), [], 'it lies in the bin');
      await recordings.recover(acme, id, () => {});
      assert.deepEqual(await topics(), ['New one']);
      for (const [query, words] of [
        [{ from: '2026-05-02', to: '2026-05-01' }, "'from' cannot be after 'to'"],
        [{ siteUrl: 'other.webex.com' }, "'siteUrl'"],
        [{ max: '0' }, "'max'"],
      ] as const) {
        await host.client.refused(400, 'GET', 'meetingTranscripts', { query }, words);
      }
      await host.client.refused(403, 'GET', 'meetingTranscripts', { query: { hostEmail: 'admin@acme.com' } });
    });

    test('of a meeting has those of its series, an occurrence and an instance, which says that it has one', async () => {
      const { key } = await meeting(site(), 'hostid');
      const { history } = site().context;
      const startedAt = clock.now() - 2 * HOUR;
      const { id: run, session } = await aRun(site().context, Number(key), startedAt, async (tx, run) => {
        for (const [id, name, email] of [
          [run, 'Bob', 'bob@acme.com'],
          [run + 1, 'Ada Lovelace', 'ada@acme.com'],
          [run + 2, 'Ada Lovelace', 'other@acme.com'],
        ] as const) {
          await history.join(tx, {
            ...{ id, usage: run, via: 'BROWSER', name, email, account: null, attendee: null },
            ...{ isHost: false, joinedAt: startedAt, details: { invited: false, registered: false } },
          } as unknown as Parameters<typeof history.join>[1]);
        }
        const expected = { invited: 0, registered: 0 };
        await history.end(tx, run, { at: startedAt + HOUR, reason: 'ENDED', peak: 3, expected });
      });
      await site().context.events.drain();
      const more = { sessionKey: session.sessionKey, confID: session.confID, run, createdAt: startedAt };
      const rest = await RestClient.as(site(), 'hostid');
      const meetings = async (query: Record<string, string> = {}) =>
        (await rest.get('meetings', { query: { meetingType: 'meeting', ...query } })).json.items.map(
          (one: Record<string, unknown>) => [one.title, one.hasTranscription, one.hasClosedCaption],
        );
      assert.deepEqual(await meetings(), [['Weekly', false, false]]);
      await said('hostid', { name: 'Of the meeting', ...more });
      assert.deepEqual(await meetings(), [['Weekly', true, true]]);
      assert.deepEqual(await meetings({ state: 'ended', hasTranscription: 'true' }), [
        ['Weekly', true, true],
      ]);
      assert.deepEqual(await meetings({ state: 'ended', hasClosedCaption: 'false' }), []);
      const of = async (meetingId: string) =>
        (await rest.get('meetingTranscripts', { query: { meetingId } })).json.items;
      const item = (await of((await first(rest)).meetingSeriesId))[0];
      assert.equal(item.meetingTopic, 'Of the meeting');
      assert.equal((await of(item.meetingId)).length, 1);
      assert.equal((await of(item.scheduledMeetingId)).length, 1);
      assert.equal((await of(`${item.meetingSeriesId}_20200101T000000Z`)).length, 0);
      assert.match(item.vttDownloadLink, new RegExp(`meetingId=${item.meetingId}`));
      assert.equal((await rest.get(item.vttDownloadLink)).text, VTT);
      const wrong = item.vttDownloadLink.replace(item.meetingId, `${item.meetingSeriesId}_20200101T000000Z`);
      await rest.refused(404, 'GET', wrong);
      const { items } = (await rest.get(`meetingTranscripts/${item.id}/snippets`)).json;
      assert.deepEqual(
        items.map((one: Record<string, unknown>) => [one.personName, one.personEmail]),
        [
          ['Ada Lovelace', undefined],
          ['Bob', 'bob@acme.com'],
        ],
      );
    });
  });

  suite('snippets', () => {
    test('are what is said, in its order, page after page', async () => {
      const host = await fresh();
      await said(host.webExID);
      const { id } = await first(host.client);
      const path = `meetingTranscripts/${id}/snippets`;
      const page = await host.client.get(path, { query: { max: 1 } });
      const next = await host.client.get(page.next ?? '');
      assert.equal(next.next, undefined);
      const [one, two] = [...page.json.items, ...next.json.items];
      const { id: snippetId, ...told } = one;
      assert.deepEqual(told, {
        text: 'Good <b>morning</b> & welcome.',
        personName: 'Ada Lovelace',
        startTime: '2026-05-04T09:00:01Z',
        offsetMillisecond: 1_000,
        durationMillisecond: 1_500,
      });
      assert.equal(two.text, 'Shall we begin?');
      assert.deepEqual((await host.client.get(`${path}/${snippetId}`)).json, one);
      await host.client.refused(404, 'GET', `${path}/${snippetId}0`);
    });

    test('are mended, also by two at once, and the captions with them', async () => {
      const host = await fresh();
      await said(host.webExID);
      const { id, vttDownloadLink } = await first(host.client);
      const path = `meetingTranscripts/${id}/snippets`;
      const [one, two] = (await host.client.get(path)).json.items;
      const mend = (snippet: { id: string }, text: string) =>
        host.client.ok('PUT', `${path}/${snippet.id}`, { body: { text } });
      const [mended] = await Promise.all([mend(one, ' Hello,\n\n<v Eve>all --> of you '), mend(two, 'Yes.')]);
      assert.deepEqual(mended?.json, { ...one, text: 'Hello,\n<v Eve>all --> of you' });
      assert.equal(
        (await host.client.get(vttDownloadLink)).text,
        VTT.replace(/Good.*/, 'Hello,\n&lt;v Eve&gt;all --&gt; of you').replace('Shall we begin?', 'Yes.'),
      );
      await host.client.refused(400, 'PUT', `${path}/${one.id}`, { body: { text: ' \n ' } }, "'text'");
      await host.client.refused(400, 'PUT', `${path}/${one.id}`, { body: {} }, "'text'");
    });
  });

  test('others have no transcripts of a host, and administrators read them', async () => {
    const host = await fresh();
    await said(host.webExID);
    const { id } = await first(host.client);
    const [snippet] = (await host.client.get(`meetingTranscripts/${id}/snippets`)).json.items;
    const ways = ['download', 'snippets', `snippets/${snippet.id}`].map(
      (way) => `meetingTranscripts/${id}/${way}`,
    );
    const other = await fresh();
    const admin = await RestClient.as(site(), 'admin');
    for (const way of ways) {
      await other.client.refused(404, 'GET', way);
      await admin.get(way);
      await admin.get(way, { query: { hostEmail: host.email } });
      await admin.refused(404, 'GET', way, { query: { hostEmail: other.email } });
    }
    const { items } = (await admin.get('meetingTranscripts', { query: { hostEmail: host.email } })).json;
    assert.equal(items[0].id, id);
    const reads = await RestClient.as(site(), host.webExID, { scopes: ['meeting:transcripts_read'] });
    await reads.get(`meetingTranscripts/${id}/snippets`);
    await reads.refused(403, 'PUT', `meetingTranscripts/${id}/snippets/${snippet.id}`, {
      body: { text: 'x' },
    });
    await reads.refused(403, 'DELETE', `meetingTranscripts/${id}`);
    const blind = await RestClient.as(site(), host.webExID, { scopes: ['meeting:recordings_read'] });
    await blind.refused(403, 'GET', 'meetingTranscripts');
    await other.client.refused(404, 'DELETE', `meetingTranscripts/${id}`);
    assert.equal((await host.client.call('DELETE', `meetingTranscripts/${id}`)).status, 204);
    await host.client.refused(404, 'DELETE', `meetingTranscripts/${id}`);
    assert.equal((await host.client.get('meetingTranscripts')).json.items.length, 0);
    assert.equal((await host.client.get('recordings')).json.items.length, 1, 'the recording stays');
    for (const wrong of ['x', id.replace(/_M_./, '_M_f'), `${'f'.repeat(36)}_M_${'0'.repeat(32)}`]) {
      await host.client.refused(404, 'GET', `meetingTranscripts/${encodeURIComponent(wrong)}/download`);
    }
  });

  test('a webhook is told of a transcript once, and not of the words that take its place', async () => {
    const host = await fresh();
    await host.client.ok('POST', 'webhooks', {
      body: {
        ...{
          name: 'told',
          targetUrl: 'https://hooks.example.com/',
          resource: 'meetingTranscripts',
          event: 'created',
        },
      },
    });
    const recording = await said(host.webExID, { name: 'Told of' });
    const { sites, transcripts, events } = site().context;
    await events.drain();
    await transcripts.bring(
      await sites.required('acme'),
      recording.id,
      () => {},
      readCaptions(Buffer.from(VTT)),
    );
    await events.drain();
    const told = (await host.client.get('events')).json.items;
    assert.deepEqual(
      told.map(({ resource, event }: Record<string, string>) => [resource, event]),
      [['meetingTranscripts', 'created']],
    );
    const item = await first(host.client);
    assert.deepEqual(told[0].data, { ...item, hostEmail: host.email });
    assert.doesNotMatch(JSON.stringify(told), /morning/);
    const blind = await RestClient.as(site(), host.webExID, { scopes: ['meeting:recordings_read'] });
    assert.deepEqual((await blind.get('events')).json.items, []);
  });
});
