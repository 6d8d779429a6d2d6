import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { idsOf } from '../../../src/rest-api/ids.ts';
import { TEXTS } from '../../../src/rest-api/rest-problems.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { HOST, sharedSite } from '../../support/site.ts';
import { RestClient } from '../client.ts';

/** Tests start at 2026-03-01T12:00:00Z or later; meetings are made in 2027. */
const START = '2027-01-12T10:00:00Z';
const END = '2027-01-12T11:00:00Z';

forEachDatabase('Meetings by REST', (open) => {
  const site = sharedSite(open);
  const host = () => RestClient.as(site(), 'hostid');
  const admin = () => RestClient.as(site(), 'admin');

  test('one that is made by REST is read by both interfaces, and keeps what each of them says', async () => {
    const client = await host();
    const { json } = await client.ok('POST', 'meetings', {
      body: {
        title: 'Réunion',
        agenda: 'What we do',
        start: START,
        end: END,
        password: 'Secret-1',
        integrationTags: ['crm-7'],
        allowAnyUserToBeCoHost: true,
        enabledJoinBeforeHost: true,
        joinBeforeHostMinutes: 10,
        unlockedMeetingJoinSecurity: 'allowJoinWithLobby',
        reminderTime: 45,
        meetingOptions: { enabledChat: false, noteType: 'allowOne' },
        audioConnectionOptions: { entryAndExitTone: 'announceName', muteAttendeeUponEntry: true },
        invitees: [{ email: 'guest@acme.com', displayName: 'Gunda' }, { email: 'x@example.com' }],
      },
    });
    assert.equal(json.start, START);
    assert.equal(json.end, END);
    assert.equal(json.timezone, 'UTC');
    assert.equal(json.state, 'active');
    assert.equal(json.meetingType, 'meetingSeries');
    assert.equal(json.password, 'Secret-1');
    assert.deepEqual(json.integrationTags, ['crm-7']);
    const key = `<meetingKey>${json.meetingNumber}</meetingKey>`;
    const xml = await site().ok('meeting.GetMeeting', key, HOST);
    assert.equal(xml.value('metaData/confName'), 'Réunion');
    assert.equal(xml.value('metaData/agenda'), 'What we do');
    assert.equal(xml.value('schedule/duration'), '60');
    assert.equal(xml.value('schedule/openTime'), '600');
    assert.equal(xml.value('schedule/entryExitTone'), '2');
    assert.equal(xml.value('enableOptions/chat'), 'false');
    assert.equal(xml.texts('participants/attendees/attendee/person/email').length, 2);
    // XML changes what it knows, and the rest stays.
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${json.meetingNumber}</meetingkey><metaData><confName>Renamed</confName></metaData>`,
      HOST,
    );
    const after = (await client.get(`meetings/${json.id}`)).json;
    assert.equal(after.title, 'Renamed');
    assert.deepEqual({ ...after, title: json.title }, json);
    // Tags are private to the client that made them.
    const { json: seen } = await (await admin()).get(`meetings/${json.id}`);
    assert.equal(seen.integrationTags, undefined);
  });

  test('without a password one is made up; times are cut to the minute; a zone in the body is that of the answer', async () => {
    const client = await host();
    const { json } = await client.ok('POST', 'meetings', {
      body: {
        title: 'T',
        start: '2027-07-12T10:00:30',
        end: '2027-07-12T10:30:00+02:00',
        timezone: 'Europe/Vienna',
      },
    });
    assert.equal(json.start, '2027-07-12T10:00:00+02:00');
    assert.equal(json.timezone, 'Europe/Vienna');
    assert.ok(json.password.length > 4);
    const { json: elsewhere } = await client.get(`meetings/${json.id}`, {
      headers: { timezone: 'America/New_York' },
    });
    assert.equal(elsewhere.start, '2027-07-12T04:00:00-04:00');
  });

  test('PATCH changes what is sent, takes away what is null, and tolerates what known clients send', async () => {
    const client = await host();
    const body = {
      title: 'Series',
      agenda: 'A',
      start: START,
      end: END,
      recurrence: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=4',
    };
    const { json } = await client.ok('POST', 'meetings', { body });
    assert.equal(json.recurrence, 'FREQ=WEEKLY;BYDAY=TU;COUNT=4');
    const { json: patched, headers } = await client.ok('PATCH', `meetings/${json.id}`, {
      body: { agenda: null, recurrence: null, enableJoinBeforeHost: true },
      headers: { 'Content-Type': 'application/json-patch+json' },
    });
    assert.equal(patched.agenda, undefined);
    assert.equal(patched.recurrence, undefined);
    assert.equal(patched.title, 'Series');
    assert.equal(patched.start, START);
    assert.match(headers.get('X-Parlance-Hints') ?? '', /enableJoinBeforeHost/);
    const { json: put } = await client.ok('PUT', `meetings/${json.id}`, {
      body: {
        title: 'Put',
        password: 'Other-22',
        start: '2027-01-13T10:00:00Z',
        end: '2027-01-13T10:45:00Z',
      },
    });
    assert.equal(put.title, 'Put');
    assert.equal(put.end, '2027-01-13T10:45:00Z');
  });

  test('one with registration has its form at once, and a series has none', async () => {
    const client = await host();
    const registration = { autoAcceptRequest: true, requireJobTitle: true, maxRegisterNum: 20 };
    const body = { title: 'Open day', start: START, end: END, registration };
    const { json } = await client.ok('POST', 'meetings', { body });
    assert.equal(json.registration.requireJobTitle, true);
    assert.equal(json.registration.maxRegisterNum, 20);
    assert.match(json.registerLink, /RGID=r/);
    assert.equal((await client.get(`meetings/${json.id}/registration`)).json.autoAcceptRequest, true);
    const recurrence = 'FREQ=DAILY;COUNT=3';
    await client.refused(400, 'POST', 'meetings', { body: { ...body, recurrence } }, 'Registration');
  });

  suite('occurrences', () => {
    async function series(client: RestClient) {
      const body = { title: 'Weekly', start: START, end: END, recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4' };
      return (await client.ok('POST', 'meetings', { body })).json;
    }

    test('one is read, moved within its interval, and cancelled', async () => {
      const client = await host();
      const { id } = await series(client);
      const second = `${id}_20270119T100000Z`;
      const { json } = await client.get(`meetings/${second}`);
      assert.equal(json.meetingType, 'scheduledMeeting');
      assert.equal(json.meetingSeriesId, id);
      assert.equal(json.state, 'scheduled');
      assert.equal(json.isModified, false);
      const { json: moved } = await client.ok('PATCH', `meetings/${second}`, {
        body: { start: '2027-01-20T12:00:00Z', end: '2027-01-20T13:00:00Z' },
      });
      assert.equal(moved.id, second);
      assert.equal(moved.start, '2027-01-20T12:00:00Z');
      assert.equal(moved.isModified, true);
      const tooFar = { start: '2027-01-26T09:00:00Z', end: '2027-01-26T10:00:00Z' };
      await client.refused(
        400,
        'PATCH',
        `meetings/${second}`,
        { body: tooFar },
        'two_meeting_schedule_at_same_day',
      );
      assert.equal((await client.ok('DELETE', `meetings/${id}_20270126T100000Z`)).status, 204);
      await client.refused(404, 'GET', `meetings/${id}_20270126T100000Z`);
      await client.get(`meetings/${id}`);
      assert.equal((await client.ok('DELETE', `meetings/${id}`)).status, 204);
      await client.refused(404, 'GET', `meetings/${id}`);
    });

    test('what an occurrence cannot have of its own is refused, and changes nothing; what is as in its series is taken', async () => {
      const client = await host();
      const { id, password } = await series(client);
      const second = `${id}_20270119T100000Z`;
      const start = '2027-01-19T12:00:00Z';
      const times = { start, end: '2027-01-19T13:00:00Z' };
      const own: readonly (readonly [string, object])[] = [
        ['publicMeeting', { publicMeeting: false }],
        ['meetingOptions', { meetingOptions: { enabledChat: false } }],
        ['recurrence', { recurrence: null }],
      ];
      const before = (await client.get(`meetings/${second}`)).json;
      for (const [name, body] of own) {
        const words = `'${name}' is that of the whole series`;
        await client.refused(400, 'PATCH', `meetings/${second}`, { body: { ...times, ...body } }, words);
      }
      await client.refused(
        400,
        'PUT',
        `meetings/${second}`,
        { body: { title: 'Another', publicMeeting: false, ...times } },
        "'publicMeeting'",
      );
      assert.deepEqual((await client.get(`meetings/${second}`)).json, before);
      const asRead = { title: 'Weekly', password, agenda: null, meetingOptions: before.meetingOptions };
      const { json } = await client.ok('PUT', `meetings/${second}`, { body: { ...asRead, ...times } });
      assert.deepEqual([json.id, json.start, json.isModified], [second, start, true]);
      // Its own start is where its end is counted from.
      const end = '2027-01-19T13:00:00Z';
      assert.equal((await client.ok('PATCH', `meetings/${second}`, { body: { end } })).json.start, start);
    });

    test('one that the series never had is unknown', async () => {
      const client = await host();
      const { id } = await series(client);
      await client.refused(404, 'GET', `meetings/${id}_20270119T110000Z`, {}, TEXTS.noData);
      await client.refused(404, 'DELETE', `meetings/${id}_20270119T110000Z`);
    });
  });

  suite('bad input', () => {
    const cases: readonly [string, unknown, string][] = [
      ['no title', { start: START, end: END }, "'title' cannot be empty"],
      ['a long title', { title: 'x'.repeat(129), start: START, end: END }, "'title'"],
      ['no end', { title: 'T', start: START }, "'end' cannot be empty"],
      ['a start in the past', { title: 'T', start: '2020-01-01T10:00:00Z', end: END }, 'before current time'],
      ['too short', { title: 'T', start: START, end: '2027-01-12T10:05:00Z' }, "'end' must be"],
      ['too long', { title: 'T', start: START, end: '2027-01-13T10:00:00Z' }, "'end' must be"],
      ['no date', { title: 'T', start: '2027-02-30T10:00:00Z', end: END }, "'start' must be"],
      ['no zone', { title: 'T', start: START, end: END, timezone: 'Mars/Olympus' }, "'timezone'"],
      ['no rule', { title: 'T', start: START, end: END, recurrence: 'FREQ=HOURLY' }, "'recurrence'"],
      ['too many', { title: 'T', start: START, end: END, recurrence: 'FREQ=YEARLY;COUNT=6' }, "'recurrence'"],
      [
        'a webinar without a type',
        { title: 'T', start: START, end: END, scheduledType: 'webinar' },
        "'sessionTypeId'",
      ],
      [
        'minutes that are not offered',
        { title: 'T', start: START, end: END, joinBeforeHostMinutes: 7 },
        "'joinBeforeHostMinutes'",
      ],
      ['another site', { title: 'T', start: START, end: END, siteUrl: 'other.webex.com' }, "'siteUrl'"],
      [
        'four tags',
        { title: 'T', start: START, end: END, integrationTags: ['1', '2', '3', '4'] },
        "'integrationTags'",
      ],
      ['a title that is no text', { title: 7, start: START, end: END }, "'title' must be a text"],
    ];
    for (const [about, body, words] of cases) {
      test(about, async () => {
        await (await host()).refused(400, 'POST', 'meetings', { body }, words);
      });
    }

    test('an instance is not changed', async () => {
      const client = await host();
      const { json } = await client.ok('POST', 'meetings', { body: { title: 'T', start: START, end: END } });
      const { sites, sessions } = site().context;
      const acme = await sites.required('acme');
      const { confID } = await sessions.required(acme, Number(json.meetingNumber));
      const id = idsOf(site().context).instance(
        acme.id,
        Number(json.meetingNumber),
        confID,
        Date.UTC(2026, 0, 1),
      );
      await client.refused(
        400,
        'PATCH',
        `meetings/${id}`,
        { body: { title: 'X' } },
        'is not allowed for this API.',
      );
    });

    test('hostEmail is for administrators', async () => {
      const body = { title: 'T', start: START, end: END, hostEmail: 'hostid@acme.com' };
      const other = await site().person();
      const client = await RestClient.as(site(), other.webExID, { scopes: ['meeting:schedules_write'] });
      await client.refused(403, 'POST', 'meetings', { body });
      const { json } = await (await admin()).ok('POST', 'meetings', { body });
      assert.equal(json.hostEmail, 'hostid@acme.com');
      await (await admin()).refused(404, 'POST', 'meetings', {
        body: { ...body, hostEmail: 'nobody@acme.com' },
      });
    });
  });
});
