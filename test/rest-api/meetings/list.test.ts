import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';
import { begin } from '../../url-api/portal.ts';
import { RestClient } from '../client.ts';

forEachDatabase('Lists of meetings by REST', (open) => {
  const site = sharedSite(open);

  async function somebody() {
    const { webExID } = await site().person();
    return RestClient.as(site(), webExID);
  }

  const WINDOW = { from: '2027-01-01T00:00:00Z', to: '2027-03-01T00:00:00Z' };

  async function make(client: RestClient, title: string, day: string, more: object = {}) {
    const body = { title, start: `2027-${day}T10:00:00Z`, end: `2027-${day}T11:00:00Z`, ...more };
    return (await client.ok('POST', 'meetings', { body })).json;
  }

  const titles = (json: { items: { title: string }[] }) => json.items.map(({ title }) => title);

  test('page after page, each whole and complete by its own link, single meetings and series together', async () => {
    const client = await somebody();
    for (const day of ['01-05', '01-06', '01-07', '01-08', '01-09']) await make(client, day, day);
    await make(client, 'weekly', '01-06', { recurrence: 'FREQ=WEEKLY;COUNT=3' });
    const first = await client.get('meetings', { query: { ...WINDOW, max: 4, current: false } });
    assert.deepEqual(titles(first.json), ['01-05', '01-06', 'weekly', '01-07']);
    assert.match(first.next ?? '', new RegExp(`^${site().url}/v1/meetings\\?`));
    assert.match(first.next ?? '', /max=4/);
    assert.match(first.next ?? '', /from=2027/);
    const second = await client.get(first.next ?? '');
    assert.deepEqual(titles(second.json), ['01-08', '01-09']);
    assert.equal(second.next, undefined);
    const starts = await client.get('meetings', {
      query: { ...WINDOW, meetingType: 'scheduledMeeting', max: 100 },
    });
    assert.equal(starts.json.items.length, 8);
    assert.equal(titles(starts.json).filter((title) => title === 'weekly').length, 3);
  });

  test('a cursor of another list, of somebody else, or made up: 400', async () => {
    const client = await somebody();
    for (const day of ['01-05', '01-06']) await make(client, day, day);
    const { next = '' } = await client.get('meetings', { query: { ...WINDOW, max: 1 } });
    const cursor = new URL(next).searchParams.get('cursor') ?? '';
    await client.get('meetings', { query: { ...WINDOW, cursor } });
    const query = { ...WINDOW, meetingType: 'scheduledMeeting', cursor };
    await client.refused(400, 'GET', 'meetings', { query }, "'cursor'");
    await (await somebody()).refused(400, 'GET', 'meetings', { query: { cursor } }, "'cursor'");
    await client.refused(400, 'GET', 'meetings', { query: { cursor: 'made-up' } }, "'cursor'");
  });

  test('max=0, from after to, no date, no such word: 400; a max beyond the ceiling is lowered', async () => {
    const client = await somebody();
    const wrong = [
      { max: 0 },
      { max: 'null' },
      { from: WINDOW.to, to: WINDOW.from },
      { from: 'yesterday' },
      { meetingType: 'nothing' },
      { meetingNumber: '1', webLink: 'x' },
    ];
    for (const query of wrong) await client.refused(400, 'GET', 'meetings', { query });
    await client.get('meetings', { query: { max: 100_000 } });
  });

  test('the next start of a series is ready, later ones are scheduled, and one that nobody came to is missed', async () => {
    const client = await somebody();
    await make(client, 'weekly', '01-06', { recurrence: 'FREQ=WEEKLY;COUNT=3' });
    const query = { ...WINDOW, meetingType: 'scheduledMeeting' };
    const states = async () =>
      (await client.get('meetings', { query })).json.items.map(({ state }: { state: string }) => state);
    assert.deepEqual(await states(), ['ready', 'scheduled', 'scheduled']);
    const { json } = await client.get('meetings', { query: { ...query, state: 'scheduled' } });
    assert.equal(json.items.length, 2);
  });

  test('an invitee finds what they are invited to; tags find their own alone', async () => {
    const [host, guest] = [await somebody(), await site().person({ email: 'listed@acme.com' })];
    const invitee = await RestClient.as(site(), guest.webExID);
    const made = await make(host, 'with you', '01-05', {
      invitees: [{ email: 'listed@acme.com' }],
      integrationTags: ['t-1'],
    });
    await make(host, 'without', '01-06');
    const { json } = await invitee.get('meetings', { query: WINDOW });
    assert.deepEqual(titles(json), ['with you']);
    assert.equal(json.items[0].hostKey, undefined);
    assert.equal(json.items[0].password, made.password);
    const tagged = await host.get('meetings', { query: { ...WINDOW, integrationTag: 't-1' } });
    assert.deepEqual(titles(tagged.json), ['with you']);
    assert.deepEqual(
      (await invitee.get('meetings', { query: { ...WINDOW, integrationTag: 't-1' } })).json.items,
      [],
    );
    const byNumber = { meetingNumber: made.meetingNumber };
    assert.deepEqual(titles((await host.get('meetings', { query: byNumber })).json), ['with you']);
    assert.deepEqual(titles((await host.get('meetings', { query: { webLink: made.webLink } })).json), [
      'with you',
    ]);
    assert.deepEqual((await (await somebody()).get('meetings', { query: byNumber })).json.items, []);
  });

  test('a meeting that runs is an instance, and one that has run, too', async () => {
    const { webExID } = await site().person();
    const client = await RestClient.as(site(), webExID);
    const made = await make(client, 'runs', '01-05');
    await begin(site(), made.meetingNumber, webExID);
    const query = { meetingType: 'meeting' };
    const { json } = await client.get('meetings', { query });
    assert.equal(json.items.length, 1);
    const [running] = json.items;
    assert.equal(running.state, 'inProgress');
    assert.equal(running.meetingSeriesId, made.id);
    assert.equal((await client.get(`meetings/${running.id}`)).json.state, 'inProgress');
    assert.equal((await client.get(`meetings/${made.id}`)).json.state, 'inProgress');
    await client.refused(
      400,
      'PATCH',
      `meetings/${made.id}`,
      { body: { title: 'X' } },
      'Meeting is in progress',
    );
    const all = await client.get('meetings', {
      query: { meetingSeriesId: made.id, from: '2026-01-01T00:00:00Z', to: WINDOW.to },
    });
    assert.deepEqual(
      all.json.items.map(({ meetingType }: { meetingType: string }) => meetingType),
      ['meeting', 'scheduledMeeting'],
    );
    await client.ok('POST', `meetings/${running.id}/end`);
    const ended = await client.get('meetings', { query: { ...query, state: 'ended', hasRecording: false } });
    assert.equal(ended.json.items[0].state, 'ended');
    assert.equal(ended.json.items[0].hasRecording, false);
    assert.equal(ended.json.items[0].meetingNumber, undefined);
    assert.equal(ended.json.items[0].scheduledMeetingId, `${made.id}_20270105T100000Z`);
    for (const filter of [{ hasRecording: true }, { hasPolls: true }, { state: 'inProgress' }]) {
      assert.deepEqual((await client.get('meetings', { query: { ...query, ...filter } })).json.items, []);
    }
  });
});
