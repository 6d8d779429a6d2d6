/** Tracking codes from the site's definition to the report: what is asked for, refused, shown and saved. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { SchedulePage } from '../../src/browser/pages/schedule-page.ts';
import type { TrackingCode } from '../../src/sites/settings/tracking.ts';
import { type Visit, Visitor } from '../browser/visitor.ts';
import { ConsoleClient } from '../console/console-client.ts';
import { held } from '../history/held.ts';
import { RestClient } from '../rest-api/client.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, type Caller, PASSWORD, sharedSite } from '../support/site.ts';

const inMeetings = (scheduling: TrackingCode['hostProfile']) => [{ service: 'MeetingCenter', scheduling }];

const CODES: readonly TrackingCode[] = [
  // Their numbers are not their places.
  {
    index: 7,
    name: 'Project',
    inputMode: 'Both Text Input and Drop-Down Menu',
    hostProfile: 'NOT_USED',
    schedulingPage: inMeetings('OPTIONAL'),
    listValue: [{ index: 1, value: 'Apollo', active: true }],
  },
  {
    index: 2,
    name: 'Department',
    inputMode: 'Drop-Down Menu Only',
    hostProfile: 'REQUIRED',
    schedulingPage: inMeetings('REQUIRED'),
    listValue: [
      { index: 1, value: 'Sales', active: true },
      { index: 2, value: 'Research', active: true },
      { index: 3, value: 'Closed', active: false },
    ],
  },
  {
    index: 3,
    name: 'Cost centre',
    inputMode: 'Text Input',
    hostProfile: 'ADMIN_SET',
    schedulingPage: inMeetings('ADMIN_SET'),
    listValue: [],
  },
];

forProtocol('Tracking codes', (open) => {
  const site = sharedSite(open);
  let admin: ConsoleClient;
  before(async () => {
    admin = await ConsoleClient.as(site(), 'admin');
    assert.equal((await admin.call('PUT', 'site/tracking-codes', { body: { codes: CODES } })).status, 200);
  });

  const fails = async (operation: string, content: string, caller: Caller) => {
    const answer = await site().call(operation, content, caller);
    assert.equal(answer.result, 'FAILURE', answer.text);
    return answer;
  };

  /** A host whose account has what administrators gave it. */
  const host = (tracking: Readonly<Record<string, string>> = {}) =>
    site().person({ privileges: { host: true }, profile: { tracking } });

  const tracked = (codes: Readonly<Record<string, string>>) =>
    `<tracking>${Object.entries(codes)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('')}</tracking>`;
  const meeting = (codes: Readonly<Record<string, string>>) =>
    '<metaData><confName>Counted</confName></metaData><accessControl><meetingPassword>Pa55word</meetingPassword></accessControl>' +
    `<schedule><startDate>03/05/2027 10:00:00</startDate></schedule>${tracked(codes)}`;
  const codesOf = async (key: string, caller: Caller) => {
    const answer = await site().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, caller);
    return [2, 3, 7, 9].map((index) => answer.value(`tracking/trackingCode${index}`));
  };

  test('of a new meeting by XML are required, of the list, or the administrators’ own', async () => {
    const caller = await host({ trackingCode3: 'CC-1' });
    const create = 'meeting.CreateMeeting';
    for (const [codes, words] of [
      [{}, /trackingCode2: Department is required/],
      [{ trackingCode2: 'Nothing' }, /Department has no value Nothing: it must be one of Sales, Research$/],
      [{ trackingCode2: 'Closed' }, /Department has no value Closed/],
      [{ trackingCode2: 'Sales', trackingCode3: 'CC-2' }, /Cost centre is set by an administrator/],
    ] as const) {
      const { reason } = await fails(create, meeting(codes), caller);
      assert.match(reason ?? '', words);
    }
    // A code that the site has not defined takes what older programs send.
    const codes = { trackingCode2: 'research', trackingCode7: 'Gemini', trackingCode9: 'as ever' };
    const key = (await site().ok(create, meeting(codes), caller)).value('meetingkey') ?? '';
    assert.deepEqual(await codesOf(key, caller), ['Research', 'CC-1', 'Gemini', 'as ever']);
    const set = (more: string) => `<meetingkey>${key}</meetingkey>${more}`;
    await site().ok('meeting.SetMeeting', set(tracked({ trackingCode7: 'Apollo' })), caller);
    assert.deepEqual(await codesOf(key, caller), ['Research', 'CC-1', 'Apollo', 'as ever']);
    const { reason } = await fails('meeting.SetMeeting', set(tracked({ trackingCode2: 'No' })), caller);
    assert.match(reason ?? '', /Department has no value No/);
  });

  test('of the account are what a new meeting has', async () => {
    const caller = await host({ trackingCode2: 'Sales' });
    const key = (await site().ok('meeting.CreateMeeting', meeting({}), caller)).value('meetingkey') ?? '';
    assert.deepEqual(await codesOf(key, caller), ['Sales', undefined, undefined, undefined]);
  });

  test('that are required now are not asked for of a meeting that was there, until it names codes', async () => {
    const caller = await host();
    await admin.call('PUT', 'site/tracking-codes', { body: { codes: [] } });
    const key = (await site().ok('meeting.CreateMeeting', meeting({}), caller)).value('meetingkey') ?? '';
    await admin.call('PUT', 'site/tracking-codes', { body: { codes: CODES } });
    const set = (more: string) => `<meetingkey>${key}</meetingkey>${more}`;
    const renamed = '<metaData><confName>Renamed</confName></metaData>';
    await site().ok('meeting.SetMeeting', set(renamed), caller);
    const { reason } = await fails('meeting.SetMeeting', set(tracked({ trackingCode7: 'x' })), caller);
    assert.match(reason ?? '', /Department is required/);
  });

  test('of a meeting by REST keep to the same rules, and the account’s value is the usual one', async () => {
    const caller = await host({ trackingCode2: 'Research' });
    const client = await RestClient.as(site(), caller.webExID);
    const { items } = (await client.get('meetings/trackingCodes', { query: { service: 'MeetingCenter' } }))
      .json;
    assert.deepEqual(
      items.map((one: { name: string; inputMode: string; type: string }) => [
        one.name,
        one.inputMode,
        one.type,
      ]),
      [
        ['Department', 'select', 'required'],
        ['Cost centre', 'text', 'adminSet'],
        ['Project', 'editableSelect', 'optional'],
      ],
    );
    assert.deepEqual(items[0].options, [
      { value: 'Sales', defaultValue: false },
      { value: 'Research', defaultValue: true },
    ]);
    const body = { title: 'Counted', start: '2027-03-05T10:00:00Z', end: '2027-03-05T11:00:00Z' };
    const of = (value: string) => ({ ...body, trackingCodes: [{ name: 'Department', value }] });
    await client.refused(400, 'POST', 'meetings', { body: of('Nothing') }, 'no value Nothing');
    await client.refused(400, 'POST', 'meetings', { body: of('') }, 'required');
    const made = (await client.ok('POST', 'meetings', { body: of('Sales') })).json;
    assert.deepEqual(made.trackingCodes, [{ name: 'Department', value: 'Sales' }]);
    const cleared = { trackingCodes: null };
    await client.refused(400, 'PATCH', `meetings/${made.id}`, { body: cleared }, 'required');
  });

  test('are fields of the form, with the mistake at the field, and are shown to who manages the meeting', async () => {
    const caller = await host({ trackingCode3: 'CC-1' });
    const browser = new Visitor(site().url);
    await browser.post('/acme/p.php', { AT: 'LI', WID: caller.webExID, PW: PASSWORD });
    const visit = await browser.get('/acme/schedule.php');
    const FORM = /name="FORM" value="([^"]+)"/.exec(visit.text)?.[1] ?? '';
    const page = contentOf(visit);
    assert.deepEqual(
      page.tracking.map(({ name, label, requiredIn, lockedIn, isListed, values }) => ({
        ...{ name, label, requiredIn, lockedIn, isListed, values },
      })),
      [
        {
          ...{ name: 'TC2', label: 'Department', requiredIn: ['MEETING'], lockedIn: [], isListed: true },
          values: ['Sales', 'Research'],
        },
        {
          ...{ name: 'TC3', label: 'Cost centre', requiredIn: [], lockedIn: ['MEETING'], isListed: false },
          values: [],
        },
        {
          ...{ name: 'TC7', label: 'Project', requiredIn: [], lockedIn: [], isListed: false },
          values: ['Apollo'],
        },
      ],
    );
    assert.equal(page.given.TC3, 'CC-1');
    const fields = { NAME: 'Formed', DATE: '2027-03-02', TIME: '10:00', MINUTES: '30', PW: 'Pa55word' };
    const send = (more: Readonly<Record<string, string>>) =>
      browser.post('/acme/schedule.php', { ...fields, ...more, FORM, DO: 'SAVE' });
    assert.deepEqual(contentOf(await send({})).problems, [{ field: 'TC2', word: 'required' }]);
    const wrong = contentOf(await send({ TC2: 'Nothing', TC7: 'kept' }));
    assert.deepEqual(wrong.problems, [{ field: 'TC2', word: 'choice' }]);
    assert.equal(wrong.given.TC7, 'kept');
    // Whoever forges the field of the administrators changes nothing.
    const { status, target } = await send({ TC2: 'Sales', TC3: 'forged', TC7: '<b>Gemini</b>' });
    assert.equal(status, 302);
    const address = `${target?.pathname}${target?.search}`;
    const { text } = await browser.get(address);
    assert.match(text, /Department<\/dt><dd class="name">Sales</);
    assert.match(text, /Cost centre<\/dt><dd class="name">CC-1</);
    assert.match(text, /&lt;b&gt;Gemini&lt;\/b&gt;/);
    const stranger = await new Visitor(site().url).get(address);
    assert.match(stranger.text, /Formed/);
    assert.doesNotMatch(stranger.text, /Department|CC-1|Gemini/);
    const MK = /schedule\.php\?MK=(\d+)/.exec(text)?.[1] ?? '';
    const { json } = await admin.get(`sessions/${MK}`);
    assert.deepEqual(json.tracking, [
      { index: 2, name: 'Department', value: 'Sales' },
      { index: 3, name: 'Cost centre', value: 'CC-1' },
      { index: 7, name: 'Project', value: '<b>Gemini</b>' },
    ]);
  });

  test('of an account are required, listed and the administrators’, whoever writes them', async () => {
    const person = (webExId: string, more: string) =>
      `<firstName>Tess</firstName><lastName>Tracked</lastName><webExId>${webExId}</webExId>` +
      `<email>${webExId}@acme.com</email><password>${PASSWORD}</password>${more}`;
    const { reason } = await fails('user.CreateUser', person('tracked', ''), ADMIN);
    assert.match(reason ?? '', /trackingCode2: Department is required/);
    const codes = tracked({ trackingCode2: 'SALES', trackingCode3: 'CC-9' });
    await site().ok('user.CreateUser', person('tracked', codes), ADMIN);
    const own = { siteName: 'acme', webExID: 'tracked', password: PASSWORD };
    const set = (more: string) => `<webExId>tracked</webExId>${more}`;
    const forged = await fails('user.SetUser', set(tracked({ trackingCode3: 'CC-1' })), own);
    assert.match(forged.reason ?? '', /Cost centre is set by an administrator/);
    await site().ok('user.SetUser', set(tracked({ trackingCode2: 'Research' })), own);
    await site().ok('user.SetUser', set(tracked({ trackingCode3: 'CC-2' })), ADMIN);
    const told = await site().ok('user.GetUser', '<webExId>tracked</webExId>', ADMIN);
    assert.deepEqual(
      [told.value('tracking/trackingCode2'), told.value('tracking/trackingCode3')],
      ['Research', 'CC-2'],
    );
    const user = (await admin.get('users', { query: { q: 'tracked' } })).json.users[0];
    const { version } = (await admin.get(`users/${user.userID}`)).json;
    const change = { tracking: { trackingCode2: 'Nothing' } };
    const refused = await admin.call('PUT', `users/${user.userID}`, { body: { version, change } });
    assert.deepEqual([refused.status, refused.json.error.element], [422, 'tracking.trackingCode2']);
    const add = (trackingCode2: string) => ({
      ...{ webExID: 'added', email: 'added@acme.com', firstName: 'Ada', lastName: 'Added' },
      ...{ password: PASSWORD, details: { tracking: { trackingCode2 } } },
    });
    const without = await admin.post('users', add(''));
    assert.deepEqual([without.status, without.json.error.element], [422, 'details.tracking.trackingCode2']);
    assert.equal((await admin.post('users', add('Sales'))).status, 200);
  });

  test('are columns of the usage report under their names, and stand in the history', async () => {
    await held(site(), {
      ...{ service: 'meeting', host: 'hostid', confName: 'Held and counted', minutes: 5 },
      document: { tracking: { trackingCode2: 'Sales', trackingCode7: '=1+1' } },
      people: [{ who: { name: 'Ina', email: 'ina@example.com' }, from: 0 }],
    });
    const { json } = await admin.get('history', { query: { q: 'held' } });
    assert.deepEqual(json.sessions[0]?.tracking, [
      { index: 2, name: 'Department', value: 'Sales' },
      { index: 7, name: 'Project', value: '=1+1' },
    ]);
    const { text } = await admin.get('history/export', { query: { report: 'usage' } });
    const [heads = '', row = ''] = text.replace(/^\ufeff/, '').split('\n');
    assert.match(heads, /,Department,Cost centre,Project$/);
    assert.match(row, /,Sales,,'=1\+1$/);
  });

  function contentOf({ text }: Visit): SchedulePage {
    const json = /<script type="application\/json" id="page">(.*?)<\/script>/s.exec(text)?.[1] ?? '{}';
    return (JSON.parse(json) as { content: SchedulePage }).content;
  }
});
