import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, message, PASSWORD, sharedSite, textOf } from '../../support/site.ts';
import { event, planned } from './planned.ts';

/** What known clients of events send, and how they read the answers (facts of §6.3), written anew. */

forProtocol('Clients of events', (open) => {
  const site = sharedSite(open);
  const list = (from: number, most: number, more = '') =>
    `<listControl><startFrom>${from}</startFrom><maximumNum>${most}</maximumNum><listMethod>AND</listMethod></listControl>${more}`;

  test('a calendar keeps its events: it makes, lists in pages that overlap, ten at once, changes and deletes', async () => {
    const caller = await site().person();
    const content = (name: string, key = '') =>
      '<accessControl><listing>PUBLIC</listing><sessionPassword>0000</sessionPassword></accessControl>' +
      key +
      `<schedule><startDate>06/03/2026 09:00:00</startDate><duration>90</duration><timeZoneID>20</timeZoneID></schedule>` +
      `<metaData><sessionName>${name}</sessionName><description>&amp;&lt;&gt;ü☃  </description></metaData>`;
    const keys = await Promise.all(
      Array.from({ length: 10 }, async (_, at) =>
        (await site().ok('event.CreateEvent', content(`Talk &amp; ${at}`), caller)).value('sessionKey'),
      ),
    );
    assert.equal(new Set(keys).size, 10);
    const pages = await Promise.all(
      [1, 4, 7].map((from) => site().ok('event.LstsummaryEvent', list(from, 5), caller)),
    );
    const seen = new Set(pages.flatMap((page) => page.texts('event/sessionKey')));
    assert.deepEqual([...seen].sort(), keys.map(String).sort());
    const [row] = pages[0]?.all('event') ?? [];
    assert.equal(textOf(row, 'startDate'), '06/03/2026 09:00:00');
    assert.equal(textOf(row, 'endDate'), '06/03/2026 10:30:00');
    assert.equal(textOf(row, 'description'), '&<>ü☃  ');
    const unbound = `<event:sessionKey>${keys[0]}</event:sessionKey>`;
    await site().ok('event.SetEvent', content('Talk, moved', unbound), caller);
    for (const key of keys) await site().ok('event.DelEvent', `<sessionKey>${key}</sessionKey>`, caller);
    await site().refused('000015', 'event.LstsummaryEvent', list(1, 5), caller);
    const gone = `<sessionKey>${keys[0]}</sessionKey>`;
    await site().refused('060001', 'attendee.LstMeetingAttendee', gone, caller);
  });

  test('a chat robot posts a form to the address of an older level, and finds the key by its text', async () => {
    const send = async (type: string, content: string) => {
      const xml = message(
        `<bodyContent xsi:type="java:com.webex.service.binding.${type}">${content}</bodyContent>`,
        { siteName: 'acme', webExID: 'hostid', password: PASSWORD },
      );
      const answer = await fetch(`${site().url}/WBXService/xml8.0.0/XMLService`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ XML: xml }).toString(),
      });
      return answer.text();
    };
    const created = await send(
      'event.CreateEvent',
      event({ name: 'Town hall', schedule: '<openTime>20</openTime>' }),
    );
    const key = /<event:sessionKey>(\d+)<\/event:sessionKey>/.exec(created)?.[1];
    assert.ok(key, created);
    const set = await send(
      'event.SetEvent',
      `<event:sessionKey>${key}</event:sessionKey><accessControl><sessionPassword></sessionPassword></accessControl>` +
        '<panelists><panelist><com:email>Speaker@Example.com</com:email><com:notes>First</com:notes><com:type>PANELIST</com:type></panelist></panelists><attendees></attendees>',
    );
    assert.match(set, /<serv:result>SUCCESS/);
    const told = await send('event.GetEvent', `<sessionKey>${key}</sessionKey>`);
    assert.match(told, /<event:hostKey>\d{6}<\/event:hostKey>/);
    assert.match(told, /<event:panelist>.*<com:email>speaker@example\.com<\/com:email>/);
    const registered = await send(
      'attendee.RegisterMeetingAttendee',
      `<attendees><person><name>Lee</name><email>lee@example.com</email></person><joinStatus>ACCEPT</joinStatus><sessionKey>${key}</sessionKey></attendees>`,
    );
    assert.match(registered, /<att:registerID>\d{6}<\/att:registerID>/);
  });

  describe('a portal', () => {
    test('shows the events of a program, and reads all twelve elements without asking', async () => {
      const { sites, accounts, programs } = site().context;
      const acme = await sites.required('acme');
      const admin = await accounts.required(acme, 'admin');
      const program = await programs.create(acme, admin, { name: 'Portal', listStatus: 'PUBLIC' });
      await planned(site(), { name: 'Shown', programID: program.id });
      const order = '<order><orderBy>STARTTIME</orderBy><orderAD>ASC</orderAD></order>';
      const scope =
        '<dateScope><startDateStart>01/01/2026 00:00:00</startDateStart><timeZoneID>7</timeZoneID></dateScope>';
      const answer = await site().ok(
        'event.LstsummaryEvent',
        list(1, 75, `${order}${scope}<programID>${program.id}</programID>`),
        ADMIN,
      );
      assert.match(answer.text, /xsi:type="event:lstsummaryEventResponse"/);
      const [row] = answer.all('event');
      assert.deepEqual(
        row?.children.map(({ name }) => name),
        [
          'sessionKey',
          'sessionName',
          'sessionType',
          'hostWebExID',
          'startDate',
          'endDate',
          'timeZoneID',
          'duration',
          'description',
          'status',
          'panelists',
          'listStatus',
        ],
      );
      for (const name of ['sessionKey', 'sessionType']) assert.ok(Number(textOf(row, name)) < 2 ** 31);
      const byName = '<order><orderBy>PROGRAMNAME</orderBy><orderAD>ASC</orderAD></order>';
      const listed = await site().ok('event.LstsummaryProgram', list(1, 75, byName), ADMIN);
      assert.match(listed.text, /xsi:type="event:lstsummaryProgramResponse"/);
      assert.ok(Number(listed.value('program/programID')) < 2 ** 31);
    });
  });

  test('a dashboard asks for everything from now on, by three orders and OR', async () => {
    const key = await planned(site(), { name: 'On the board' });
    const orders = ['HOSTWEBEXID', 'EVENTNAME', 'STARTTIME']
      .map((word) => `<orderBy>${word}</orderBy><orderAD>ASC</orderAD>`)
      .join('');
    const answer = await site().ok(
      'event.LstsummaryEvent',
      '<listControl><startFrom>1</startFrom><maximumNum>1000</maximumNum><listMethod>OR</listMethod></listControl>' +
        `<order>${orders}</order><dateScope><startDateStart>01/01/2026 00:00:00</startDateStart></dateScope>`,
      HOST,
    );
    const row = answer.all('event').find((one) => textOf(one, 'sessionKey') === key);
    assert.equal(textOf(row, 'hostWebExID'), 'hostid');
    assert.equal(textOf(row, 'duration'), '60');
    assert.match(textOf(row, 'startDate') ?? '', /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
  });
});
