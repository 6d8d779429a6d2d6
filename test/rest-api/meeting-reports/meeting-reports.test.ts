import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { guest, held } from '../../history/held.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { ADMIN, sharedSite, TestClock } from '../../support/site.ts';
import { RestClient } from '../client.ts';

/** Reports of the REST interface: what the history of the XML API tells, page after page. */

const DAY = 86_400_000;
const SITE = { siteUrl: 'acme.webex.com' };

forEachDatabase('Reports of the REST interface', (open) => {
  const clock = new TestClock(Date.UTC(2026, 4, 4, 9));
  const site = sharedSite(open, { clock });
  let admin: RestClient;
  let planning: number;

  before(async () => {
    const { context } = site();
    const at = { context, clock };
    const ada = { name: 'Ada', email: 'ada@example.com' };
    ({ sessionKey: planning } = await held(at, {
      confName: 'Planning',
      minutes: 30,
      invited: [guest('Ada', { email: ada.email })],
      people: [
        { who: ada, from: 5, to: 20, address: '192.0.2.7', agent: 'Firefox' },
        { who: { name: 'Bob', email: 'bob@example.com' }, from: 10 },
      ],
    }));
    await held(at, { confName: 'Launch', service: 'event', minutes: 10 });
    for (const confName of ['Stand-up', 'Retro']) {
      clock.advance({ hours: 1 });
      await held(at, { confName, minutes: 15 });
    }
    await held(at, { confName: "Somebody else's", host: 'admin', minutes: 5 });
    admin = await RestClient.as(site(), 'admin');
  });

  const titles = ({ json }: { json: { items: { meetingTitle: string }[] } }) =>
    json.items.map(({ meetingTitle }) => meetingTitle);

  test('usage is what the old interface says, the newest first', async () => {
    const first = await admin.get('meetingReports/usage', { query: { ...SITE, max: 3 } });
    assert.deepEqual(titles(first), ["Somebody else's", 'Retro', 'Stand-up']);
    const rest = await admin.get(first.next ?? '');
    assert.deepEqual([titles(rest), rest.next], [['Planning'], undefined]);
    const [item] = rest.json.items;
    const xml = await site().ok(
      'history.LstmeetingusageHistory',
      `<meetingKey>${planning}</meetingKey>`,
      ADMIN,
    );
    const row = (name: string) => xml.value(`meetingUsageHistory/${name}`);
    assert.deepEqual(
      [item.meetingNumber, item.meetingTitle, item.hostEmail, item.duration, item.peakAttendee].map(String),
      ['sessionKey', 'confName', 'hostEmail', 'duration', 'peakAttendee'].map(row),
    );
    assert.deepEqual(
      [item.totalParticipants, item.totalPeopleMinutes, item.totalVoipMinutes].map(String),
      ['totalParticipants', 'totalPeopleMinutes', 'totalVoipMinutes'].map(row),
    );
    assert.deepEqual([item.start, item.totalInvitee], ['2026-05-04T09:00:00Z', 1]);
    assert.match(item.meetingId, /^[0-9a-f]{32}_I_\d{19,20}$/);
    const events = { ...SITE, serviceType: 'EventCenter' };
    const [launch] = (await admin.get('meetingReports/usage', { query: events })).json.items;
    assert.deepEqual([launch.meetingTitle, launch.scheduledType], ['Launch', 'webinar']);
  });

  test('who was there is grouped by the meeting, whoever came last first', async () => {
    const query = { ...SITE, meetingNumber: String(planning), max: 2 };
    const first = await admin.get('meetingReports/attendees', { query });
    const rest = await admin.get(first.next ?? '');
    const items = [...first.json.items, ...rest.json.items];
    assert.deepEqual(
      items.map(({ email, duration, participantType }) => [email, duration, participantType]),
      [
        ['bob@example.com', 20, 'attendee'],
        ['ada@example.com', 15, 'attendee'],
        ['hostid@acme.com', 30, 'host'],
      ],
    );
    const [, ada] = items;
    assert.deepEqual(
      [ada.invited, ada.registered, ada.ipAddress, ada.clientAgent, ada.meetingNumber],
      [true, false, '192.0.2.7', 'Firefox', planning],
    );
    assert.deepEqual([ada.joinedTime, ada.leftTime], ['2026-05-04T09:05:00Z', '2026-05-04T09:20:00Z']);
    for (const named of [
      { meetingId: ada.meetingId },
      { meetingId: ada.meetingId.slice(0, 32) },
      { meetingTitle: 'PLANNING' },
    ]) {
      const found = await admin.get('meetingReports/attendees', { query: { ...SITE, ...named } });
      assert.equal(found.json.items.length, 3, JSON.stringify(named));
    }
  });

  test('a host is told of their own meetings alone', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const of = async (client: RestClient, meetingTitle: string) =>
      (await client.get('meetingReports/attendees', { query: { ...SITE, meetingTitle } })).json.items.length;
    assert.deepEqual([await of(host, 'Planning'), await of(host, "Somebody else's")], [3, 0]);
    const asUser = await RestClient.as(site(), 'admin', { scopes: ['meeting:schedules_read'] });
    assert.deepEqual([await of(asUser, 'Planning'), await of(asUser, "Somebody else's")], [0, 1]);
    await host.refused(403, 'GET', 'meetingReports/usage', { query: SITE });
  });

  test('what is asked for wrongly is said so', async () => {
    const now = clock.now();
    const iso = (days: number) => new Date(now - days * DAY).toISOString();
    const usage = (query: Record<string, string>, words: string) =>
      admin.refused(400, 'GET', 'meetingReports/usage', { query }, words);
    await usage({}, "'siteUrl' cannot be empty");
    await usage({ siteUrl: 'other.webex.com' }, "'siteUrl'");
    await usage({ ...SITE, from: iso(40), to: iso(1) }, 'cannot exceed 30 days');
    await usage({ ...SITE, from: iso(100), to: iso(95) }, 'cannot be earlier than 90 days ago');
    await usage({ ...SITE, from: iso(1), to: iso(2) }, "'from' cannot be after 'to'");
    await usage({ ...SITE, serviceType: 'TeaCenter' }, "'serviceType'");
    const attendees = (query: Record<string, string>, words: string) =>
      admin.refused(400, 'GET', 'meetingReports/attendees', { query: { ...SITE, ...query } }, words);
    await attendees({}, "'meetingId', 'meetingNumber' and 'meetingTitle'");
    await attendees({ meetingNumber: 'nine' }, "'meetingNumber'");
    const { meetingId } = (await admin.get('meetingReports/usage', { query: SITE })).json.items[0];
    const occurrence = `${meetingId.slice(0, 32)}_20260504T090000Z`;
    await attendees({ meetingId: occurrence }, `Meeting ID '${occurrence}' is not allowed for this API.`);
    const unknown = { ...SITE, meetingId: 'f'.repeat(32) };
    await admin.refused(404, 'GET', 'meetingReports/attendees', { query: unknown }, 'Cannot find the data');
  });
});
