import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, CI_ADMIN, GUEST, HOST, sharedSite, type TestSite } from '../../support/site.ts';
import { each, peopleOf, schedule, somebody } from './meetings.ts';

const DELETE = 'attendee.DelMeetingAttendee';

forProtocol('DelMeetingAttendee', (open) => {
  const site = sharedSite(open);
  const three = (caller = HOST) =>
    schedule(site(), {
      caller,
      attendees: each('attendee', [somebody('Anna'), somebody('Bert'), somebody('Gus', 'guest@acme.com')]),
    });
  const ids = async (key: string, caller = HOST) => {
    const list = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, caller);
    return list.texts('attendee/attendeeId');
  };
  const byEmail = (key: string, email: string) =>
    `<attendeeEmail><email>${email}</email><sessionKey>${key}</sessionKey></attendeeEmail>`;

  test('takes people off by number and by e-mail, from several sessions', async () => {
    const [one, other] = [await three(), await three()];
    const [anna] = await ids(one);
    await site().ok(
      DELETE,
      `<attendeeID>${anna}</attendeeID>${byEmail(one, 'GUEST@acme.com')}${byEmail(other, 'bert@example.com')}`,
      HOST,
    );
    assert.deepEqual(await peopleOf(site(), one), ['bert@example.com']);
    assert.deepEqual(await peopleOf(site(), other), ['anna@example.com', 'guest@acme.com']);
  });

  test('takes somebody off once who is named twice', async () => {
    const key = await three();
    const [anna] = await ids(key);
    const twice = `<attendeeID>${anna}</attendeeID><attendeeID>${anna}</attendeeID>`;
    await site().ok(DELETE, twice + byEmail(key, 'anna@example.com'), HOST);
    assert.equal((await peopleOf(site(), key)).length, 2);
  });

  test('takes off all or none', async () => {
    const key = await three();
    const [anna, bert] = await ids(key);
    for (const wrong of ['<attendeeID>1</attendeeID>', byEmail(key, 'nobody@example.com')]) {
      await site().refused('060902', DELETE, `<attendeeID>${anna}</attendeeID>${wrong}`, HOST);
    }
    await site().refused('060001', DELETE, `<attendeeID>${bert}</attendeeID>${byEmail('1', 'a@b.c')}`, HOST);
    assert.equal((await peopleOf(site(), key)).length, 3);
  });

  test('takes the meeting out of the lists of whoever was invited', async () => {
    const key = await three();
    const seen = async () =>
      (await site().call('meeting.LstsummaryMeeting', '', GUEST)).texts('meeting/meetingKey').includes(key);
    assert.equal(await seen(), true);
    await site().ok(DELETE, byEmail(key, 'guest@acme.com'), HOST);
    assert.equal(await seen(), false);
  });

  test('tells those who are taken off when sendEmail says so', async () => {
    const key = await three();
    await site().ok(DELETE, byEmail(key, 'anna@example.com'), HOST);
    assert.deepEqual(await toldAbout(site(), key), []);
    await site().ok(DELETE, `${byEmail(key, 'bert@example.com')}<sendEmail>true</sendEmail>`, HOST);
    assert.deepEqual(await toldAbout(site(), key), ['bert@example.com']);
  });

  test("does not find the people of another host's session, or of another site's", async () => {
    const key = await three(ADMIN);
    const [anna] = await ids(key, ADMIN);
    for (const caller of [HOST, GUEST, CI_ADMIN]) {
      await site().refused('060902', DELETE, `<attendeeID>${anna}</attendeeID>`, caller);
      await site().refused('060001', DELETE, byEmail(key, 'anna@example.com'), caller);
    }
    assert.equal((await peopleOf(site(), key, ADMIN)).length, 3);
  });

  test('wants at least one person', async () => {
    await site().refused('000901', DELETE, '', HOST);
    await site().refused('000901', DELETE, '<attendeeEmail><email>a@b.c</email></attendeeEmail>', HOST);
  });
});

async function toldAbout({ context }: TestSite, key: string): Promise<string[]> {
  await context.events.drain();
  const query = context.database.builder
    .selectFrom('mail')
    .select('recipient')
    .where('session_key', '=', Number(key))
    .where('recipient', 'like', '%@example.com');
  const rows = await context.database.all<{ recipient: string }>(query.compile());
  return rows.map(({ recipient }) => recipient);
}
