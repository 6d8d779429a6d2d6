import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsOf } from '../../src/rest-api/ids.ts';
import { Visitor } from '../browser/visitor.ts';
import { forEachDatabase } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';
import { RestClient } from './client.ts';

interface Told {
  readonly id: string;
  readonly displayName: string;
  readonly state: string;
  readonly host: boolean;
  readonly coHost: boolean;
}

forEachDatabase('Participants by REST', (open) => {
  const site = sharedSite(open);

  async function room(more = '') {
    const { key, password: PW } = await meeting(site(), 'hostid', more);
    const { sites } = site().context;
    const meetingId = idsOf(site().context).series((await sites.required('acme')).id, Number(key));
    const host = await begin(site(), key);
    const joins = async (AN: string) => {
      const visitor = new Visitor(site().url);
      await visitor.get('/acme/m.php', { AT: 'JM', MK: key, AN, AE: `${AN}@example.com`.toLowerCase(), PW });
      return visitor;
    };
    return { key, meetingId, host, joins };
  }

  const list = async (client: RestClient, meetingId: string): Promise<readonly Told[]> =>
    (await client.get('meetingParticipants', { query: { meetingId } })).json.items;

  test('are those of the room while it runs, and those of the history afterwards', async () => {
    const { key, meetingId, host, joins } = await room();
    await joins('Ann');
    const client = await RestClient.as(site(), 'hostid');
    const live = await list(client, meetingId);
    assert.deepEqual(
      live.map(({ displayName, state, host: isHost }) => [displayName, state, isHost]),
      [
        ['Holly Host', 'joined', true],
        ['Ann', 'joined', false],
      ],
    );
    const ann = live[1];
    const one = (await client.get(`meetingParticipants/${ann?.id}`)).json;
    assert.equal(one.email, 'ann@example.com');
    assert.equal(one.hostEmail, 'hostid@acme.com');
    assert.match(one.meetingId, new RegExp(`^${meetingId}_I_\\d+$`));
    const body = { emails: ['ANN@example.com'] };
    const found = (await client.ok('POST', 'meetingParticipants/query', { query: { meetingId }, body })).json;
    assert.deepEqual(
      found.items.map(({ id }: Told) => id),
      [ann?.id],
    );
    const first = await client.get('meetingParticipants', { query: { meetingId, max: 1 } });
    assert.equal((await client.get(first.next ?? '')).json.items[0].id, ann?.id);
    await host.post('/acme/room.php', { MK: key, DO: 'END' });
    const ended = await list(client, meetingId);
    assert.deepEqual(
      ended.map(({ id, state }) => [id, state]),
      live.map(({ id }) => [id, 'end']),
    );
    const after = (await client.get(`meetingParticipants/${ann?.id}`)).json;
    assert.ok(after.leftTime && after.devices[0].durationSecond >= 0);
    assert.deepEqual(await list(client, after.meetingId), ended, 'by the id of the instance');
    await client.refused(400, 'PUT', `meetingParticipants/${ann?.id}`, { body: { muted: true } });
  });

  test('are let in, and put out whatever else is asked', async () => {
    const { meetingId, joins } = await room('<attendeeOptions><request>true</request></attendeeOptions>');
    const [first, second] = [await joins('Bea'), await joins('Cem')];
    assert.ok(first && second);
    const client = await RestClient.as(site(), 'hostid');
    const waiting = (await list(client, meetingId)).filter(({ state }) => state === 'lobby');
    assert.equal(waiting.length, 2);
    const [bea, cem] = waiting;
    const items = waiting.map(({ id }) => ({ participantId: id }));
    assert.equal((await client.ok('POST', 'meetingParticipants/admit', { body: { items } })).status, 204);
    const states = async () => (await list(client, meetingId)).map(({ state }) => state);
    assert.deepEqual(await states(), ['joined', 'joined', 'joined']);
    const put = (id: string | undefined, body: object) =>
      client.ok('PUT', `meetingParticipants/${id}`, { body });
    assert.equal((await put(bea?.id, { muted: true })).json.muted, true);
    assert.equal((await put(bea?.id, { admit: true, muted: true, expel: true })).json.state, 'end');
    assert.deepEqual(await states(), ['joined', 'joined']);
    const me = (await list(client, meetingId)).find(({ host }) => host);
    await client.refused(403, 'PUT', `meetingParticipants/${me?.id}`, { body: { expel: true } });
    await client.refused(409, 'PUT', `meetingParticipants/${cem?.id}`, { body: { muted: false } });
    assert.equal((await put(cem?.id, { expel: false })).json.state, 'joined');
  });

  test('are co-hosts who may end it while they are in, and are told as such afterwards', async () => {
    const { key, meetingId } = await room();
    const { context } = site();
    const acme = await context.sites.required('acme');
    const session = await context.sessions.find(acme, Number(key));
    assert.ok(session);
    const { webExID } = await site().person({});
    const account = await context.accounts.required(acme, webExID);
    const other = await RestClient.as(site(), webExID);
    await other.refused(404, 'POST', `meetings/${meetingId}/end`, { body: {} });
    const guest = { name: 'Co', email: account.email, account, isHost: false };
    const { stay } = await context.live.enter(acme, { kind: 'session', session }, guest);
    await other.refused(404, 'GET', 'meetings/controls', { query: { meetingId } });
    const { live } = context;
    await live.appoint(acme, Number(key), stay.publicId, { role: 'COHOST', fits: ({ sends }) => sends });
    const people = async () =>
      (await list(await RestClient.as(site(), 'hostid'), meetingId)).map(({ host, coHost }) => [
        host,
        coHost,
      ]);
    const told = [
      [true, false],
      [false, true],
    ];
    assert.deepEqual(await people(), told);
    const query = { meetingId };
    assert.equal(
      (await other.ok('PUT', 'meetings/controls', { query, body: { locked: true } })).json.locked,
      true,
    );
    await other.ok('POST', `meetings/${meetingId}/end`, { body: {} });
    assert.deepEqual(await people(), told);
    await other.refused(404, 'POST', `meetings/${meetingId}/end`, { body: {} });
  });

  test('are nobody else’s to see or to move', async () => {
    const { meetingId, joins } = await room();
    await joins('Dora');
    const client = await RestClient.as(site(), 'hostid');
    const dora = (await list(client, meetingId))[1];
    await site().person({ webExId: 'other' });
    const other = await RestClient.as(site(), 'other');
    await other.refused(404, 'GET', 'meetingParticipants', { query: { meetingId } });
    await other.refused(404, 'PUT', `meetingParticipants/${dora?.id}`, { body: { expel: true } });
    const admin = await RestClient.as(site(), 'admin');
    assert.equal((await list(admin, meetingId)).length, 2);
    for (const id of ['x', dora?.id.slice(0, -1), `${'0'.repeat(32)}_${dora?.id.slice(33)}`]) {
      await client.refused(404, 'GET', `meetingParticipants/${id}`);
    }
    await client.refused(400, 'GET', 'meetingParticipants');
    await client.refused(400, 'GET', 'meetingParticipants', {
      query: { meetingId, joinTimeFrom: '2026-03-02T00:00:00Z', joinTimeTo: '2026-03-01T00:00:00Z' },
    });
  });
});
