/** What programs that speak the REST interface need, each as a test: facts/rest-console.md, section 4. */
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { idsOf } from '../../src/rest-api/ids.ts';
import { content, dataFolder, recordingIn } from '../nbr/recorded.ts';
import { aTranscript, SPOKEN } from '../support/a-transcript.ts';
import { forEachDatabase } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { RestClient } from './client.ts';

const START = '2031-03-04T10:00:00Z';
const END = '2031-03-04T11:00:00Z';
const MEETING = { title: 'Needs', start: START, end: END };

forEachDatabase('Programs of the REST interface', (open) => {
  const site = sharedSite(open, { settings: { data: dataFolder() } });
  const host = () => RestClient.as(site(), 'hostid');

  async function aMeeting(client: RestClient, more: object = {}): Promise<string> {
    return (await client.ok('POST', 'meetings', { body: { ...MEETING, ...more } })).json.id;
  }

  test('take 201 for a failure: POST, GET and PUT answer exactly 200, DELETE exactly 204', async () => {
    const client = await host();
    const made = await client.ok('POST', 'meetings', { body: MEETING });
    const { id } = made.json;
    const read = await client.ok('GET', `meetings/${id}`);
    const put = await client.ok('PUT', `meetings/${id}`, { body: { ...MEETING, password: 'Ab1!efgh' } });
    const invited = await client.ok('POST', 'meetingInvitees', {
      body: { meetingId: id, email: 'ann@example.com' },
    });
    assert.deepEqual([made.status, read.status, put.status, invited.status], [200, 200, 200, 200]);
    const away = await client.ok('DELETE', `meetingInvitees/${invited.json.id}`);
    const gone = await client.ok('DELETE', `meetings/${id}`);
    assert.deepEqual([away.status, gone.status], [204, 204]);
  });

  test('call by a host of their own, over plain HTTP: every link of an answer has it', async () => {
    const client = await host();
    await aMeeting(client);
    await aMeeting(client);
    const { port } = new URL(site().url);
    const query = `from=2031-03-01T00:00:00Z&to=2031-03-08T00:00:00Z&max=1`;
    for (const Host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      const { headers } = await sent(site().url, {
        path: `/v1/meetings?${query}`,
        headers: { Host, Authorization: `Bearer ${client.token}` },
      });
      const [next = ''] = [headers.link].flat();
      assert.ok(next.startsWith(`<http://${Host}/v1/meetings?`), next);
    }
  });

  test('send what they mean otherwise: a bulk insert by PUT, and a query in place of a body', async () => {
    const client = await host();
    const meetingId = await aMeeting(client);
    const { json } = await client.ok('PUT', 'meetingInvitees/bulkInsert', {
      body: { meetingId, items: [{ email: 'ann@example.com' }, { email: 'ben@example.com' }] },
    });
    assert.equal(json.items.length, 2);
    const away = await client.call('DELETE', `meetings/${meetingId}`, { query: { sendEmail: false } });
    assert.equal(away.status, 204);
  });

  test('patch by application/json, with keys that nobody knows and with null', async () => {
    const client = await host();
    const id = await aMeeting(client, { agenda: 'Cake' });
    for (const type of ['application/json', 'application/json-patch+json']) {
      const { json } = await client.ok('PATCH', `meetings/${id}`, {
        body: { agenda: null, enableJoinBeforeHost: true, title: `By ${type}` },
        headers: { 'Content-Type': type },
      });
      assert.equal(json.title, `By ${type}`);
      assert.ok(json.agenda === undefined || json.agenda === '');
      assert.ok(json.id && json.webLink && json.siteUrl);
    }
  });

  test('say a type of content with every call, a GET without a body among them', async () => {
    const client = await host();
    const id = await aMeeting(client);
    const headers = { 'Content-Type': 'application/json;charset=utf-8' };
    assert.equal((await client.call('GET', `meetings/${id}`, { headers })).status, 200);
    assert.equal((await client.call('DELETE', `meetings/${id}`, { headers })).status, 204);
  });

  test('count a length in other units than bytes: that is a 400, and nobody waits', async () => {
    const client = await host();
    const body = JSON.stringify({ ...MEETING, title: 'Köln und Größe' });
    assert.ok(body.length < Buffer.byteLength(body));
    const answer = await raw(site().url, [
      'POST /v1/meetings HTTP/1.1',
      'Host: localhost',
      `Authorization: Bearer ${client.token}`,
      'Content-Type: application/json;charset=utf-8',
      `Content-Length: ${body.length}`,
      '',
      body,
    ]);
    assert.match(answer, /^HTTP\/1\.1 400 /);
  });

  test('cut the header Link at its first semicolon: next is first, absolute, quoted and complete', async () => {
    const client = await host();
    await aMeeting(client);
    await aMeeting(client);
    const query = { from: '2031-03-01T00:00:00Z', to: '2031-03-08T00:00:00Z', max: 1 };
    const first = await client.get('meetings', { query });
    const link = first.headers.get('link') ?? '';
    assert.match(link, /^<https?:\/\/[^>]+>; rel="next"/);
    const next = new URL(link.slice(1, link.indexOf('>')));
    assert.equal(next.searchParams.get('max'), '1');
    assert.equal(next.searchParams.get('from'), query.from);
    assert.doesNotMatch(link, /max=null/);
    const second = await client.get(next.href);
    assert.notEqual(second.json.items[0]?.id, first.json.items[0].id);
  });

  test('read message and trackingId of every failure', async () => {
    const client = await host();
    const unknown = await client.refused(404, 'GET', `meetings/${'0'.repeat(32)}`);
    const wrong = await client.refused(400, 'POST', 'meetings', { body: { title: 'x' } });
    const nobody = await new RestClient(site()).refused(401, 'GET', 'meetings');
    for (const { json, headers } of [unknown, wrong, nobody]) {
      assert.equal(typeof json.message, 'string');
      assert.equal(json.trackingId, headers.get('trackingid'));
      assert.match(headers.get('content-type') ?? '', /application\/json/);
    }
  });

  test('fetch a recording by its link without the header Authorization', async () => {
    const client = await host();
    const bytes = content();
    const { id, site: of } = await recordingIn(site(), { bytes });
    const { json } = await client.get(`recordings/${idsOf(site().context).hex('recording', of, id)}`);
    const { recordingDownloadLink, expiration } = json.temporaryDirectDownloadLinks;
    assert.match(expiration, /^\d{4}-\d\d-\d\dT[\d:]+Z$/);
    const film = await fetch(recordingDownloadLink);
    assert.equal(film.status, 200);
    assert.ok(Buffer.from(await film.arrayBuffer()).equals(bytes));
  });

  test('fetch a transcript by its link with the header Authorization, and by the link of a recording without', async () => {
    const client = await host();
    const recording = await recordingIn(site());
    await aTranscript(site().context, recording);
    const { items } = (await client.get('meetingTranscripts')).json;
    const headers = { Authorization: `Bearer ${client.token}` };
    for (const link of [items[0].vttDownloadLink, items[0].txtDownloadLink]) {
      assert.match(await (await fetch(link, { headers, redirect: 'error' })).text(), /Shall we begin\?/);
      assert.equal((await fetch(link)).status, 401);
    }
    const id = idsOf(site().context).hex('recording', recording.site, recording.id);
    const { transcriptDownloadLink } = (await client.get(`recordings/${id}`)).json
      .temporaryDirectDownloadLinks;
    assert.equal(await (await fetch(transcriptDownloadLink)).text(), SPOKEN);
  });

  test('wait as many seconds as Retry-After says, a whole number', async () => {
    const throttling = { userOperations: 1, meetingWrites: 1, meetingLists: 1 };
    await site().context.sites.create({
      siteName: 'patient',
      siteID: 401,
      type: 3,
      settings: { throttling },
    });
    const { webExID } = await site().person({ siteName: 'patient' });
    const client = await RestClient.as(site(), webExID, { siteName: 'patient' });
    await aMeeting(client);
    const { headers } = await client.refused(429, 'POST', 'meetings', { body: MEETING });
    assert.match(headers.get('retry-after') ?? '', /^[1-9]\d*$/);
  });

  test('have types: what is made answers every member that is documented as required', async () => {
    const client = await host();
    const { json } = await client.ok('POST', 'meetings', { body: MEETING });
    for (const name of [
      'id',
      'title',
      'password',
      'meetingType',
      'state',
      'timezone',
      'start',
      'end',
      'hostUserId',
      'hostDisplayName',
      'hostEmail',
      'hostKey',
      'siteUrl',
      'webLink',
      'telephony',
      'enabledBreakoutSessions',
      'meetingNumber',
    ]) {
      assert.ok(json[name] !== undefined, `the answer lacks ${name}`);
    }
    assert.ok(Array.isArray(json.telephony.callInNumbers) && Array.isArray(json.telephony.links));
  });
});

interface Sent {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** By a Host of one's own, which fetch does not let set. */
function sent(
  url: string,
  { path, headers }: { path: string; headers: Record<string, string> },
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(new URL(path, url), { headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    call.on('error', reject);
    call.end();
  });
}

/** Bytes as they are; resolves with the beginning of the answer. */
function raw(url: string, lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n')));
    socket.once('data', (bytes) => {
      socket.destroy();
      resolve(bytes.toString());
    });
    socket.on('error', reject);
  });
}
