import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, CI_ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';
import { each, peopleOf, schedule, somebody } from './meetings.ts';

const CREATE = 'attendee.CreateMeetingAttendee';

forProtocol('CreateMeetingAttendee', (open) => {
  const site = sharedSite(open);

  test('answers the numbers of one person, as clients read them', async () => {
    const key = await schedule(site());
    const answer = await site().ok(
      CREATE,
      somebody('Anna', undefined, `<sessionKey>${key}</sessionKey>`),
      HOST,
    );
    const [id] = answer.texts('attendeeId');
    assert.match(id ?? '', /^\d{9}$/);
    assert.match(
      answer.text,
      new RegExp(
        `<att:attendeeId>${id}</att:attendeeId>` +
          `<att:register><att:attendeeID>${id}</att:attendeeID><att:registerID>\\d{6}</att:registerID></att:register>`,
      ),
    );
  });

  test('adds several people in one call, in the order given (the form of Zimbra)', async () => {
    const key = await schedule(site());
    const answer = await site().ok(
      CREATE,
      `${somebody('Anna')}<joinStatus>INVITE</joinStatus><sessionKey>${key}</sessionKey>` +
        each('attendees', [somebody('Bert'), somebody('Carl')]),
      HOST,
    );
    assert.deepEqual(await peopleOf(site(), key), [
      'anna@example.com',
      'bert@example.com',
      'carl@example.com',
    ]);
    assert.equal(new Set(answer.texts('attendeeId')).size, 3);
    assert.equal(new Set(answer.texts('register/registerID')).size, 3);
    assert.deepEqual(answer.texts('register/attendeeID'), answer.texts('attendeeId'));
  });

  test('finds the key beside whichever person it stands, under either name', async () => {
    const key = await schedule(site());
    await site().ok(
      CREATE,
      each('attendees', [somebody('Anna'), somebody('Bert', undefined, `<meetingKey>${key}</meetingKey>`)]),
      HOST,
    );
    assert.deepEqual(await peopleOf(site(), key), ['anna@example.com', 'bert@example.com']);
  });

  test('adds to several sessions at once: all or none', async () => {
    const [one, other] = [await schedule(site()), await schedule(site())];
    const foreign = await schedule(site(), { caller: ADMIN });
    const both = (last: string) =>
      somebody('Anna', undefined, `<sessionKey>${one}</sessionKey>`) +
      each('attendees', [somebody('Bert', undefined, `<sessionKey>${last}</sessionKey>`)]);
    await site().refused('060001', CREATE, both(foreign), HOST);
    assert.deepEqual(await peopleOf(site(), one), []);
    await site().ok(CREATE, both(other), HOST);
    assert.deepEqual(await peopleOf(site(), one), ['anna@example.com']);
    assert.deepEqual(await peopleOf(site(), other), ['bert@example.com']);
  });

  test('keeps the number of somebody who is there, whatever the case of their address', async () => {
    const key = await schedule(site(), { attendees: each('attendee', [somebody('Anna')]) });
    const add = (email: string) =>
      site().ok(CREATE, `${somebody('Anna B', email)}<sessionKey>${key}</sessionKey>`, HOST);
    const [first, second] = [await add('anna@example.com'), await add('ANNA@example.com')];
    assert.equal(first.value('attendeeId'), second.value('attendeeId'));
    assert.equal(first.value('register/registerID'), second.value('register/registerID'));
    assert.deepEqual(await peopleOf(site(), key), ['ANNA@example.com']);
  });

  test('leaves somebody who has answered their status, unless another one is said', async () => {
    const key = await schedule(site());
    const add = (rest = '') =>
      site().ok(CREATE, `${somebody('Anna')}${rest}<sessionKey>${key}</sessionKey>`, HOST);
    const status = async () => {
      const list = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
      return list.value('attendee/joinStatus');
    };
    await add();
    assert.equal(await status(), 'INVITE');
    await add('<joinStatus>ACCEPT</joinStatus>');
    await add();
    const people = `<participants><attendees>${each('attendee', [somebody('Anna')])}</attendees></participants>`;
    await site().ok('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${people}`, HOST);
    assert.equal(await status(), 'ACCEPT');
    await add('<joinStatus>INVITE</joinStatus>');
    assert.equal(await status(), 'INVITE');
  });

  test('takes somebody who stands twice in one call once, and answers them twice', async () => {
    const key = await schedule(site());
    const answer = await site().ok(
      CREATE,
      `${somebody('Anna')}<sessionKey>${key}</sessionKey>${each('attendees', [somebody('Anna Again', 'anna@example.com')])}`,
      HOST,
    );
    const [first, second] = answer.texts('attendeeId');
    assert.equal(first, second);
    assert.deepEqual(await peopleOf(site(), key), ['anna@example.com']);
  });

  test('sends mail to whom emailInvitations says', async () => {
    const key = await schedule(site());
    const flag = (value: boolean) => `<emailInvitations>${value}</emailInvitations>`;
    await site().ok(
      CREATE,
      `${somebody('Told', undefined, flag(true))}<sessionKey>${key}</sessionKey>` +
        each('attendees', [somebody('Untold', undefined, flag(false)), somebody('Unsaid')]),
      HOST,
    );
    await site().context.events.drain();
    const mail = await site().context.database.all<{ recipient: string }>(
      site()
        .context.database.builder.selectFrom('mail')
        .select('recipient')
        .where('session_key', '=', Number(key))
        .where('recipient', 'like', '%@example.com')
        .compile(),
    );
    assert.deepEqual([...new Set(mail.map(({ recipient }) => recipient))], ['told@example.com']);
  });

  test('makes an alternate host of an account, who may then add people too', async () => {
    const alternate = await site().person();
    const key = await schedule(site());
    await site().refused('060001', CREATE, `${somebody('Anna')}<sessionKey>${key}</sessionKey>`, alternate);
    const email = `${alternate.webExID}@acme.com`;
    await site().ok(
      CREATE,
      `${somebody('Alternate', email)}<role>HOST</role><sessionKey>${key}</sessionKey>`,
      HOST,
    );
    await site().ok(CREATE, `${somebody('Anna')}<sessionKey>${key}</sessionKey>`, alternate);
    await site().refused(
      '040007',
      CREATE,
      `${somebody('Stranger')}<role>HOST</role><sessionKey>${key}</sessionKey>`,
      HOST,
    );
  });

  test('is not for strangers: another host, an attendee, another site', async () => {
    const key = await schedule(site(), { attendees: each('attendee', [somebody('Gus', 'guest@acme.com')]) });
    const other = await site().person();
    for (const caller of [other, GUEST, CI_ADMIN]) {
      await site().refused('060001', CREATE, `${somebody('Anna')}<sessionKey>${key}</sessionKey>`, caller);
    }
    await site().ok(CREATE, `${somebody('Anna')}<sessionKey>${key}</sessionKey>`, ADMIN);
  });

  test('gives a name with markup back as text', async () => {
    const key = await schedule(site());
    const name = '<b>Ann & "Bob"</b> &lt; <!-- ]]';
    await site().ok(CREATE, `${somebody(name, 'ann@example.com')}<sessionKey>${key}</sessionKey>`, HOST);
    const answer = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.equal(answer.value('attendee/person/name'), name);
  });

  test('refuses more people than a session may have, and keeps none of them', async () => {
    const key = await schedule(site());
    const add = (count: number) => {
      const people = Array.from({ length: count }, (_, at) => somebody(`P${at}`));
      return site().call(CREATE, `<sessionKey>${key}</sessionKey>${each('attendees', people)}`, HOST);
    };
    assert.equal((await add(1_001)).exceptionID, '060903');
    assert.equal((await add(4_000)).exceptionID, '060903');
    assert.equal((await add(10_000)).exceptionID, '000000', 'so many elements are not read at all');
    assert.deepEqual(await peopleOf(site(), key), []);
    await add(900);
    assert.equal((await add(1_001)).exceptionID, '060903', 'with those who are there');
    const list = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.equal(list.value('matchingRecords/total'), '900');
  });

  for (const { what, number, content } of [
    { what: 'nobody', number: '000901', content: '<sessionKey>KEY</sessionKey>' },
    { what: 'no key', number: '000901', content: somebody('Anna') },
    { what: 'an unknown key', number: '060001', content: `${somebody('Anna')}<sessionKey>1</sessionKey>` },
    {
      what: 'a key that is none',
      number: '000904',
      content: `${somebody('Anna')}<sessionKey>null</sessionKey>`,
    },
    {
      what: 'no e-mail',
      number: '000901',
      content: '<person><name>Anna</name><email/></person><sessionKey>KEY</sessionKey>',
    },
    {
      what: 'an e-mail with a line break',
      number: '000909',
      content: `${somebody('Anna', 'anna@example.com\nBcc: all@example.com')}<sessionKey>KEY</sessionKey>`,
    },
    {
      what: 'two e-mails in one',
      number: '000909',
      content: `${somebody('Anna', 'a@example.com,b@example.com')}<sessionKey>KEY</sessionKey>`,
    },
    {
      what: 'an unknown joinStatus',
      number: '000906',
      content: `${somebody('Anna')}<joinStatus>MAYBE</joinStatus><sessionKey>KEY</sessionKey>`,
    },
  ]) {
    test(`refuses ${what}`, async () => {
      const key = await schedule(site());
      await site().refused(number, CREATE, content.replace('KEY', key), HOST);
      assert.deepEqual(await peopleOf(site(), key), []);
    });
  }
});
