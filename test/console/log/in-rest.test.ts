import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { LogEntry } from '../../../src/console/log/log-data.ts';
import { openRestIds } from '../../../src/rest-ids.ts';
import { forSqlite } from '../../support/databases.ts';
import { HOST, sharedSite, type TestSite } from '../../support/site.ts';
import { ConsoleClient } from '../console-client.ts';

const SECRET = 'Gehe1m!Pass';

const WEEKLY = `
  <accessControl><meetingPassword>${SECRET}</meetingPassword><listStatus>PUBLIC</listStatus></accessControl>
  <metaData><confName>Tea &amp; "cake"</confName></metaData>
  <participants><attendees><attendee>
    <person><name>Ann</name><email>ann@example.com</email></person><role>ATTENDEE</role>
  </attendee></attendees></participants>
  <schedule>
    <startDate>06/03/2030 14:30:00</startDate><timeZoneID>25</timeZoneID><duration>50</duration>
    <openTime>900</openTime>
  </schedule>
  <repeat>
    <repeatType>WEEKLY</repeatType><afterMeetingNumber>4</afterMeetingNumber>
    <dayInWeek><day>MONDAY</day></dayInWeek>
  </repeat>`;

forSqlite('an entry of the XML API, in REST', (open) => {
  const shared = sharedSite(open);
  let admin: ConsoleClient;
  before(async () => {
    admin = await ConsoleClient.as(shared(), 'admin');
    await admin.call('PUT', 'log/bodies', { body: { bodies: true } });
  });

  /**
   * The entry that was noted last of an operation. The list is by the time at which a call began, and the clock of a
   * test stands still: there, what took longer began earlier.
   */
  async function entryOf({ context }: TestSite, operation: string): Promise<LogEntry> {
    await context.requestLog.flush();
    const { json } = await admin.get('log', { query: { operation } });
    const newest = Math.max(...json.entries.map(({ entry }: { entry: number }) => entry));
    return (await admin.get(`log/${newest}`)).json as LogEntry;
  }

  test('is the call with the values of the request, and without its secrets', async () => {
    await shared().ok('meeting.CreateMeeting', WEEKLY, HOST);
    const { inRest = [] } = await entryOf(shared(), 'CreateMeeting');
    const [row] = inRest;
    assert.equal(row?.operation, 'meeting.CreateMeeting');
    const [call] = row.calls;
    assert.equal(`${call?.method} ${call?.target}`, 'POST /v1/meetings');
    assert.deepEqual(JSON.parse(call?.body ?? ''), {
      title: 'Tea & "cake"',
      password: '***',
      publicMeeting: true,
      start: '2030-06-03T14:30:00',
      timezone: 'Europe/Berlin',
      end: '2030-06-03T15:20:00',
      joinBeforeHostMinutes: 15,
      recurrence: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;COUNT=4',
      invitees: [{ displayName: 'Ann', email: 'ann@example.com', coHost: false }],
    });
    assert.ok(!JSON.stringify(inRest).includes(SECRET));
  });

  test('has the id of the meeting where the request has its key', async () => {
    const { text: made } = await shared().ok('meeting.CreateMeeting', WEEKLY, HOST);
    const key = /meetingkey>(\d+)</.exec(made)?.[1] ?? '';
    await shared().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    const { inRest = [] } = await entryOf(shared(), 'GetMeeting');
    const acme = await shared().context.sites.required('acme');
    const id = openRestIds(shared().context.idKey).series(acme.id, Number(key));
    assert.deepEqual(
      inRest[0]?.calls.map(({ method, target }) => `${method} ${target}`),
      [`GET /v1/meetings/${id}`, `GET /v1/meetings?meetingNumber=${key}`],
    );
  });

  test('is the words that there is none, where REST has nothing like it', async () => {
    await shared().call('ep.LstContact', '', HOST);
    const { inRest = [] } = await entryOf(shared(), 'LstContact');
    assert.deepEqual(inRest[0]?.calls, []);
    assert.match(inRest[0]?.without ?? '', /keeps no contacts/);
  });

  test('is told without values where the message was not kept, and of no other face', async () => {
    await admin.call('PUT', 'log/bodies', { body: { bodies: false } });
    await shared().ok('meeting.CreateMeeting', WEEKLY, HOST);
    await admin.call('PUT', 'log/bodies', { body: { bodies: true } });
    const { inRest = [] } = await entryOf(shared(), 'CreateMeeting');
    assert.equal(inRest[0]?.calls[0]?.target, '/v1/meetings');
    assert.equal(inRest[0]?.calls[0]?.body, undefined);
    await fetch(`${shared().url}/acme/m.php?AT=JM&MK=123456789`, { redirect: 'manual' });
    assert.equal((await entryOf(shared(), 'm.php JM')).inRest, undefined);
  });

  test('is one for each operation of a message, and none of what is no operation or no XML', async () => {
    await shared().call('meeting.DoNothing', '', HOST);
    const unknown = await shared().call('user.GetUser', '<webExId>hostid</webExId><', HOST);
    const { inRest } = (await admin.get(`log/${unknown.headers.get('x-request-id')}`)).json as LogEntry;
    assert.deepEqual(inRest, []);
  });
});
