import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../../browser/visitor.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';
import { visitorAs } from '../../url-api/portal.ts';
import { planned } from './planned.ts';

forProtocol('The other operations of events', (open) => {
  const site = sharedSite(open);
  const keyOf = (key: string) => `<sessionKey>${key}</sessionKey>`;

  test('LstsummaryProgram tells what is set, and leads to a page with the events', async () => {
    const { sites, accounts, programs } = site().context;
    const acme = await sites.required('acme');
    const host = await accounts.required(acme, 'hostid');
    const plain = await programs.create(acme, host, { name: 'b plain', listStatus: 'UNLISTED' });
    const full = await programs.create(acme, host, {
      name: 'A full one',
      listStatus: 'PUBLIC',
      expectedEnrollment: '200',
      budget: '1000 EUR',
      afterEnrollmentURL: 'www.example.com/thanks',
    });
    await planned(site(), { name: 'In the program', programID: full.id });
    await planned(site(), {
      name: 'Hidden in it',
      programID: full.id,
      more: '<accessControl><listing>UNLISTED</listing></accessControl>',
    });
    const order = '<order><orderBy>PROGRAMNAME</orderBy><orderAD>ASC</orderAD></order>';
    const listed = await site().ok('event.LstsummaryProgram', order, HOST);
    assert.deepEqual(listed.texts('program/programName'), ['A full one', 'b plain']);
    assert.deepEqual(listed.bodyContents[0]?.children[0]?.name, 'matchingRecords');
    const rows = listed.all('program').map(({ children }) => children.map(({ name }) => name));
    const always = ['programID', 'programName', 'hostWebExID'];
    assert.deepEqual(rows, [
      [...always, 'expectedEnrollment', 'budget', 'status', 'programURL', 'afterEnrollmentURL'],
      [...always, 'status', 'programURL'],
    ]);
    const other = await site().person();
    assert.deepEqual((await site().ok('event.LstsummaryProgram', '', other)).texts('program/programName'), [
      'A full one',
    ]);
    await site().refused('000015', 'event.LstsummaryProgram', `<programID>${plain.id}</programID>`, other);
    const page = await new Visitor(site().url).get(listed.texts('program/programURL')[0] ?? '');
    assert.equal(page.status, 200);
    assert.match(page.text, /In the program/);
    assert.doesNotMatch(page.text, /Hidden in it/);
    const link = /href="([^"]*SINF[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.match((await new Visitor(site().url).get(link)).text, /Enrol/);
  });

  test('the page of a program is for its own address, and for accounts where it is private', async () => {
    const { sites, accounts, programs } = site().context;
    const acme = await sites.required('acme');
    const host = await accounts.required(acme, 'hostid');
    const { token } = await programs.create(acme, host, { name: 'Members only', listStatus: 'PRIVATE' });
    const stranger = new Visitor(site().url);
    assert.doesNotMatch((await stranger.get('/acme/program.php', { P: token })).text, /Members only/);
    assert.equal((await stranger.get('/acme-basic/program.php', { P: token })).status, 404);
    assert.equal((await stranger.get('/acme/program.php', { P: '0' })).status, 404);
    const member = new Visitor(site().url);
    member.cookie = (await visitorAs(site(), 'guest')).cookie;
    assert.match((await member.get('/acme/program.php', { P: token })).text, /Members only/);
  });

  test('programs are made, changed and ended on a page, by their hosts', async () => {
    const visitor = new Visitor(site().url);
    visitor.cookie = (await visitorAs(site(), 'hostid')).cookie;
    const first = await visitor.get('/acme/programs.php');
    assert.equal(first.status, 200);
    const FORM = visitor.cookies.get('form') ?? '';
    const post = (fields: Record<string, string>) => visitor.post('/acme/programs.php', { FORM, ...fields });
    await post({ DO: 'SAVE', NAME: 'Summer <tour>', STATUS: 'PUBLIC', BUDGET: '5' });
    const listed = async () => {
      const answer = await site().ok('event.LstsummaryProgram', '', HOST);
      return answer.all('program').map(({ children }) => children.map(({ text }) => text));
    };
    const made = (await listed()).find((texts) => texts.includes('Summer <tour>'));
    const ID = made?.[0] ?? '';
    assert.ok(made?.includes('5'));
    assert.match((await visitor.get('/acme/programs.php', { ID })).text, /Summer &lt;tour&gt;/);
    const refused = await post({
      DO: 'SAVE',
      ID,
      NAME: 'Summer',
      STATUS: 'PUBLIC',
      AFTER: 'javascript:alert(1)',
    });
    assert.match(refused.text, /value="javascript:alert\(1\)"/);
    await post({ DO: 'SAVE', ID, NAME: 'Winter', STATUS: 'PRIVATE' });
    const changed = (await listed()).find((texts) => texts[0] === ID);
    assert.deepEqual(changed?.slice(1, 4), ['Winter', 'hostid', 'PRIVATE']);
    const other = new Visitor(site().url);
    other.cookie = (await visitorAs(site(), String((await site().person()).webExID))).cookie;
    assert.equal((await other.get('/acme/programs.php', { ID })).status, 404);
    await other.get('/acme/programs.php');
    const theirs = { FORM: other.cookies.get('form') ?? '', DO: 'END', ID };
    assert.equal((await other.post('/acme/programs.php', theirs)).status, 404);
    assert.equal((await visitor.post('/acme/programs.php', { DO: 'END', ID })).status, 403);
    await post({ DO: 'END', ID });
    assert.equal(
      (await listed()).find((texts) => texts[0] === ID),
      undefined,
    );
  });

  test('SendInvitationEmail writes to attendees, to panelists when it is asked, and says to whom', async () => {
    const person = (email: string) => `<email>${email}</email>`;
    const key = await planned(site(), {
      more:
        `<panelists><panelist>${person('pat@panel.example')}</panelist></panelists>` +
        `<attendees><attendee>${person('ann@guests.example')}</attendee>` +
        `<attendee>${person('rej@guests.example')}<joinStatus>REJECT</joinStatus></attendee></attendees>`,
    });
    const mailedTo = async () => {
      const { events, mail, sites } = site().context;
      await events.drain();
      const acme = await sites.required('acme');
      const { mails } = await mail.outbox.list(acme, { most: 500 });
      return mails
        .map(({ recipient }) => recipient)
        .filter((address) => /@(panel|guests)\.example$/.test(address))
        .sort();
    };
    assert.deepEqual(await mailedTo(), []);
    const first = await site().ok('event.SendInvitationEmail', keyOf(key), HOST);
    assert.deepEqual(first.texts('deliveredEmail'), ['ann@guests.example']);
    assert.deepEqual(await mailedTo(), ['ann@guests.example']);
    const panel = `${keyOf(key)}<attendees>false</attendees><panelists>true</panelists>`;
    const second = await site().ok('event.SendInvitationEmail', panel, HOST);
    assert.deepEqual(second.texts('deliveredEmail'), ['pat@panel.example']);
    assert.deepEqual(await mailedTo(), ['ann@guests.example', 'pat@panel.example']);
    await site().refused('000001', 'event.SendInvitationEmail', keyOf(key), ADMIN);
  });

  const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('JFIF'), 0, 0xff, 0xd9]);
  const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1');
  const image = (key: string, type: string, bytes: Buffer) =>
    `${keyOf(key)}<imageType>${type}</imageType><imageData>${bytes.toString('base64')}</imageData>`;

  test('UploadEventImage puts one picture on the page of the event, under its own type', async () => {
    const key = await planned(site());
    const shown = async () => {
      const page = await new Visitor(site().url).get('/acme/e.php', { AT: 'SINF', MK: key });
      return /src="([^"]*event-image\/[0-9a-f]{32})"/.exec(page.text)?.[1];
    };
    assert.equal(await shown(), undefined);
    await site().ok('event.UploadEventImage', image(key, 'GIF', GIF), HOST);
    const first = await shown();
    const answer = await fetch(new URL(first ?? '', site().url));
    assert.equal(answer.headers.get('content-type'), 'image/gif');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), GIF);
    await site().ok('event.UploadEventImage', image(key, 'JPG', JPEG), HOST);
    const second = await shown();
    assert.notEqual(second, first);
    assert.equal((await fetch(new URL(first ?? '', site().url))).status, 404);
    assert.equal((await fetch(new URL(second ?? '', site().url))).headers.get('content-type'), 'image/jpeg');
    const elsewhere = (second ?? '').replace('/acme/', '/acme-basic/');
    assert.equal((await fetch(new URL(elsewhere, site().url))).status, 404);
  });

  test('UploadEventImage looks at the bytes, and at how many they are', async () => {
    const key = await planned(site());
    const html = Buffer.from('<html><script>alert(1)</script>');
    for (const [id, content] of [
      ['000909', image(key, 'GIF', html)],
      ['000909', image(key, 'GIF', JPEG)],
      ['000909', image(key, 'JPG', GIF)],
      ['000909', image(key, 'JPG', Buffer.from([0xff]))],
      ['000906', image(key, 'PNG', GIF)],
      ['000902', image(key, 'GIF', Buffer.concat([GIF, Buffer.alloc(100 * 1024)]))],
    ] as const) {
      const { reason } = await site().refused(id, 'event.UploadEventImage', content, HOST);
      assert.match(reason ?? '', /image(Data|Type)/);
    }
    await site().ok(
      'event.UploadEventImage',
      image(key, 'GIF', Buffer.concat([GIF, Buffer.alloc(100 * 1024 - 1 - GIF.length)])),
      HOST,
    );
    await site().refused('060001', 'event.UploadEventImage', image('999999999', 'GIF', GIF), HOST);
    await site().refused('000001', 'event.UploadEventImage', image(key, 'GIF', GIF), ADMIN);
  });
});
