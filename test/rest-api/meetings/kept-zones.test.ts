import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptZone, nameToKeep, zoneToKeep } from '../../../src/time/kept-zones.ts';
import { label, offsetAt } from '../../../src/time/time-zones.ts';
import { eventIn, occurrencesIn } from '../../mail/parsed.ts';
import { forProtocol } from '../../support/databases.ts';
import { HOST, sharedSite } from '../../support/site.ts';
import { RestClient } from '../client.ts';

/** Meetings in zones that are like none of the interface's: kept by their names, and told by the number of the nearest. */

test('a zone that has no number is kept by its name beside the nearest', () => {
  const now = Date.UTC(2026, 2, 1);
  const lagos = zoneToKeep({ iana: 'Africa/Lagos' }, now);
  assert.deepEqual([lagos.id, lagos.iana, label(lagos)], [21, 'Africa/Lagos', 'GMT+01:00, Africa (Lagos)']);
  assert.equal(nameToKeep(lagos), 'Africa/Lagos');
  assert.equal(keptZone(lagos.id, nameToKeep(lagos)), lagos);
  assert.equal(nameToKeep(keptZone(25, undefined)), undefined);
  const kathmandu = zoneToKeep({ iana: 'Asia/Kathmandu' }, now);
  assert.deepEqual([kathmandu.standardOffset, offsetAt(kathmandu, now)], [345, 345]);
});

forProtocol('a series in a zone without a number', (open) => {
  const shared = sharedSite(open);

  /** Weekly at ten in Lagos, across the last Sunday of March. */
  async function lagos() {
    const client = await RestClient.as(shared(), 'hostid');
    const body = {
      title: 'Weekly',
      start: '2027-03-23T10:00:00',
      end: '2027-03-23T11:00:00',
      timezone: 'Africa/Lagos',
      recurrence: 'FREQ=WEEKLY;COUNT=3;BYDAY=TU',
    };
    const { json } = await client.ok('POST', 'meetings', { body });
    const query = { meetingSeriesId: json.id, from: '2027-03-01T00:00:00Z', to: '2027-06-01T00:00:00Z' };
    const starts = async (): Promise<string[]> =>
      (await client.get('meetings', { query })).json.items.map(({ start }: { start: string }) => start);
    return { client, json, starts, key: String(json.meetingNumber) };
  }

  const AT_TEN = ['2027-03-23T09:00:00Z', '2027-03-30T09:00:00Z', '2027-04-06T09:00:00Z'];

  test('keeps its clocks where the nearest zone puts them forward', async () => {
    const { json, starts, key } = await lagos();
    assert.deepEqual(
      [json.start, json.timezone, json.recurrence],
      ['2027-03-23T10:00:00+01:00', 'Africa/Lagos', 'FREQ=WEEKLY;BYDAY=TU;COUNT=3'],
    );
    assert.deepEqual(await starts(), AT_TEN);
    const { context } = shared();
    const site = await context.sites.required('acme');
    await context.events.drain();
    const told = (await context.mail.outbox.list(site)).mails.find((one) => one.sessionKey === Number(key));
    assert.ok(told);
    const { content = '' } = told.message.calendar ?? {};
    assert.deepEqual(
      occurrencesIn(content, 5).map((at) => new Date(at).toISOString().replace('.000', '')),
      AT_TEN,
    );
    assert.equal(eventIn(content).startDate.zone.tzid, 'Africa/Lagos');
  });

  test('is read by the interface of XML on the clocks of the nearest, and what that writes loses nothing', async () => {
    const { client, json, starts, key } = await lagos();
    const meeting = await shared().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    const told = ['startDate', 'timeZoneID'].map((name) => meeting.value(`schedule/${name}`));
    assert.deepEqual(told, ['03/23/2027 09:00:00', '21']);
    const second = `${json.id}_20270330T090000Z`;
    await client.ok('PATCH', `meetings/${second}`, { body: { title: 'Special' } });
    const asRead = '<startDate>03/23/2027 09:00:00</startDate><timeZoneID>21</timeZoneID>';
    const change = (schedule: string) =>
      `<meetingkey>${key}</meetingkey><metaData><agenda>By XML</agenda></metaData><schedule>${schedule}</schedule>`;
    await shared().ok('meeting.SetMeeting', change(asRead), HOST);
    assert.deepEqual(await starts(), AT_TEN);
    assert.equal((await client.get(`meetings/${second}`)).json.title, 'Special');
    // Another time is meant on the clocks that were read.
    await shared().ok('meeting.SetMeeting', change('<startDate>03/30/2027 11:00:00</startDate>'), HOST);
    assert.deepEqual(await starts(), [
      '2027-03-30T10:00:00Z',
      '2027-04-06T10:00:00Z',
      '2027-04-13T10:00:00Z',
    ]);
    // Another zone is another zone.
    await shared().ok(
      'meeting.SetMeeting',
      change('<startDate>03/23/2027 10:00:00</startDate><timeZoneID>25</timeZoneID>'),
      HOST,
    );
    assert.deepEqual(await starts(), [
      '2027-03-23T09:00:00Z',
      '2027-03-30T08:00:00Z',
      '2027-04-06T08:00:00Z',
    ]);
  });

  test('moves one of its days on its own clocks, and keeps its zone when it is changed without one', async () => {
    const { client, json, starts } = await lagos();
    const body = { start: '2027-03-31T12:00:00Z', end: '2027-03-31T13:00:00Z' };
    await client.ok('PATCH', `meetings/${json.id}_20270330T090000Z`, { body });
    assert.deepEqual(await starts(), [AT_TEN[0], body.start, AT_TEN[2]]);
    const { json: changed } = await client.ok('PATCH', `meetings/${json.id}`, {
      body: { start: '2027-03-23T14:00:00Z', end: '2027-03-23T15:00:00Z' },
    });
    assert.equal(changed.start, '2027-03-23T14:00:00Z');
    assert.deepEqual(
      await starts(),
      ['23', '30', '06'].map((day, at) => `2027-0${at < 2 ? 3 : 4}-${day}T14:00:00Z`),
    );
  });
});
