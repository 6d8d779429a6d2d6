import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { type Caller, CI_ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';
import { confIDOf, each, peopleOf, schedule, somebody } from './meetings.ts';

const REGISTER = 'attendee.RegisterMeetingAttendee';
const REGISTRATION = '<registration>true</registration>';

forProtocol('RegisterMeetingAttendee', (open) => {
  const site = sharedSite(open);
  const asked = (key: string, name: string, rest = '') =>
    each('attendees', [somebody(name, undefined, `${rest}<sessionKey>${key}</sessionKey>`)]);
  const own = (key: string, rest = '') =>
    each('attendees', [somebody('Gus', 'guest@acme.com', `${rest}<sessionKey>${key}</sessionKey>`)]);
  const statusOf = async (key: string, at = 0) => {
    const list = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    return list.texts('attendee/joinStatus')[at];
  };

  test('registers several people, answered in the order given', async () => {
    const key = await schedule(site(), { options: REGISTRATION });
    const answer = await site().ok(REGISTER, asked(key, 'Anna') + asked(key, 'Bert'), GUEST);
    assert.equal(answer.all('register').length, 2);
    assert.match(answer.value('register/registerID') ?? '', /^\d{6}$/);
    const list = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.deepEqual(list.texts('attendee/attendeeId'), answer.texts('register/attendeeID'));
    assert.deepEqual(list.texts('attendee/registerID'), answer.texts('register/registerID'));
    assert.deepEqual(list.texts('attendee/joinStatus'), ['REGISTER', 'REGISTER']);
  });

  test('finds the session by its confID', async () => {
    const key = await schedule(site(), { options: REGISTRATION });
    const confID = await confIDOf(site(), key);
    await site().ok(REGISTER, each('attendees', [`${somebody('Anna')}<confID>${confID}</confID>`]), GUEST);
    assert.deepEqual(await peopleOf(site(), key), ['anna@example.com']);
  });

  test('accepts at once where the session says auto', async () => {
    const key = await schedule(site(), { options: `${REGISTRATION}<auto>true</auto>` });
    await site().ok(REGISTER, asked(key, 'Anna'), GUEST);
    assert.equal(await statusOf(key), 'ACCEPT');
  });

  test('lets the host decide on those who wait', async () => {
    const key = await schedule(site(), { options: REGISTRATION });
    await site().ok(REGISTER, own(key), GUEST);
    await site().refused('000001', REGISTER, own(key, '<joinStatus>ACCEPT</joinStatus>'), GUEST);
    await site().ok(REGISTER, own(key, '<joinStatus>ACCEPT</joinStatus>'), HOST);
    assert.equal(await statusOf(key), 'ACCEPT');
    await site().ok(REGISTER, own(key), GUEST);
    assert.equal(await statusOf(key), 'ACCEPT', 'who was let in stays so');
    await site().ok(REGISTER, own(key, '<joinStatus>REJECT</joinStatus>'), HOST);
    await site().refused('000001', REGISTER, own(key), GUEST);
    assert.equal(await statusOf(key), 'REJECT');
  });

  test('takes nobody for a session without registration, but what the host says and the answer of an invited', async () => {
    const key = await schedule(site(), {
      attendees: each('attendee', [somebody('Gus', 'guest@acme.com')]),
    });
    await site().refused('060904', REGISTER, asked(key, 'Anna'), GUEST);
    await site().ok(REGISTER, own(key, '<joinStatus>REJECT</joinStatus>'), GUEST);
    assert.equal(await statusOf(key), 'REJECT');
    await site().ok(REGISTER, own(key, '<joinStatus>ACCEPT</joinStatus>'), GUEST);
    assert.equal(await statusOf(key), 'ACCEPT');
    await site().ok(REGISTER, asked(key, 'Anna', '<joinStatus>ACCEPT</joinStatus>'), HOST);
    assert.equal(await statusOf(key, 1), 'ACCEPT');
  });

  test('tells nobody the register number of somebody else', async () => {
    const key = await schedule(site(), { options: REGISTRATION });
    await site().ok(REGISTER, own(key), GUEST);
    const other = await site().person();
    await site().refused('060906', REGISTER, own(key), other);
    await site().ok(REGISTER, own(key), GUEST);
  });

  test('lets nobody give themselves a role', async () => {
    const key = await schedule(site(), { options: REGISTRATION });
    await site().ok(REGISTER, own(key, '<role>HOST</role>'), GUEST);
    const list = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.equal(list.value('attendee/role'), 'ATTENDEE');
    await site().refused('060001', 'attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, GUEST);
  });

  test('stops at the participantLimit, for all of a call', async () => {
    const key = await schedule(site(), { options: `${REGISTRATION}<participantLimit>2</participantLimit>` });
    await site().ok(REGISTER, asked(key, 'Anna'), GUEST);
    await site().refused('060905', REGISTER, asked(key, 'Bert') + asked(key, 'Carl'), GUEST);
    assert.deepEqual(await peopleOf(site(), key), ['anna@example.com']);
    await site().ok(REGISTER, asked(key, 'Bert'), GUEST);
    await site().ok(REGISTER, asked(key, 'Anna'), HOST);
    await site().refused('060905', REGISTER, asked(key, 'Carl'), HOST);
  });

  test('gives the last place to one of those who ask at once', async () => {
    const key = await schedule(site(), { options: `${REGISTRATION}<participantLimit>1</participantLimit>` });
    const names = ['Anna', 'Bert', 'Carl', 'Dora', 'Emil'];
    const answers = await Promise.all(names.map((name) => site().call(REGISTER, asked(key, name), GUEST)));
    assert.deepEqual(answers.map(({ exceptionID }) => exceptionID ?? 'in').sort(), [
      ...Array.from({ length: 4 }, () => '060905'),
      'in',
    ]);
    assert.equal((await peopleOf(site(), key)).length, 1);
  });

  test('does not know an unlisted session to strangers, nor one of another site', async () => {
    const unlisted = '<listToPublic>false</listToPublic><isPublic>false</isPublic>';
    const key = await schedule(site(), { options: REGISTRATION, accessControl: unlisted });
    await site().refused('060001', REGISTER, asked(key, 'Anna'), GUEST);
    const open = await schedule(site(), { options: REGISTRATION });
    await site().refused('060001', REGISTER, asked(open, 'Anna'), CI_ADMIN);
  });

  test('takes fifty people and not one more', async () => {
    const key = await schedule(site(), { options: REGISTRATION });
    const people = (count: number) => Array.from({ length: count }, (_, at) => asked(key, `P${at}`)).join('');
    const answer = await site().ok(REGISTER, people(50), HOST);
    assert.equal(new Set(answer.texts('register/registerID')).size, 50);
    await site().refused('000908', REGISTER, people(51), HOST);
  });

  const bad: readonly { what: string; number: string; content: string; caller?: Caller }[] = [
    { what: 'nobody', number: '000901', content: '' },
    { what: 'no session', number: '000901', content: each('attendees', [somebody('Anna')]) },
    {
      what: 'an unknown confID',
      number: '060001',
      content: each('attendees', [`${somebody('Anna')}<confID>1</confID>`]),
    },
    { what: 'no credentials', number: '030901', content: '', caller: { siteName: 'acme' } },
  ];
  for (const { what, number, content, caller = HOST } of bad) {
    test(`refuses ${what}`, () =>
      site()
        .refused(number, REGISTER, content, caller)
        .then(() => {}));
  }
});
