import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';
import { alternateHost, getMeeting, scheduled, setMeeting } from '../xml-api/meeting/scheduled.ts';

/** A new e-mail address counts for rights when it was confirmed by mail, or an administrator has set it. */

forProtocol('A new e-mail address', (open) => {
  const shared = sharedSite(open);
  const PASSWORD = 'Pass1234';

  /** The links in the mails to an address, the oldest first. */
  async function linksTo(address: string): Promise<string[]> {
    const { database } = shared().context;
    const query = database.builder.selectFrom('mail').selectAll().orderBy('id').compile();
    const rows = await database.all<Record<string, unknown>>(query);
    return rows
      .map((row) => JSON.stringify(row))
      .filter((text) => text.includes(address))
      .flatMap((text) => /http[^"\\ ]+confirm\.php\?TOKEN=[\w-]+/.exec(text)?.[0] ?? []);
  }

  type Person = Awaited<ReturnType<ReturnType<typeof shared>['person']>>;
  const setEmail = (person: Person, email: string, caller = person) =>
    shared().ok('user.SetUser', `<webExId>${person.webExID}</webExId><email>${email}</email>`, caller);
  const seesPassword = async (key: string, caller: Person) =>
    (await shared().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, caller)).text.includes(
      PASSWORD,
    );

  test('takes over no invitation and no right of an alternate host until it is confirmed', async () => {
    const [guest, standIn] = [await shared().person(), await shared().person({ email: 'real@acme.com' })];
    const attendees = ['outsider@example.com', alternateHost('real@acme.com')];
    const key = await scheduled(shared(), { password: PASSWORD, attendees });
    // The address of the alternate host is free once they have another one.
    await setEmail(standIn, 'other@acme.com', { ...standIn });
    for (const stolen of ['outsider@example.com', 'real@acme.com']) {
      await setEmail(guest, stolen);
      const own = `<attendees><person><name>G</name><email>${stolen}</email></person><joinStatus>ACCEPT</joinStatus><sessionKey>${key}</sessionKey></attendees>`;
      assert.equal((await shared().call('attendee.RegisterMeetingAttendee', own, guest)).result, 'FAILURE');
      await setMeeting(shared(), key, {
        confName: `After ${stolen}`,
        password: PASSWORD,
        attendees: ['outsider@example.com'],
      });
      assert.equal(await seesPassword(key, guest), false);
      await shared().refused('060001', 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, guest);
    }
  });

  test('is confirmed by the link that came to it, which asks first and works once', async () => {
    const person = await shared().person();
    const key = await scheduled(shared(), { password: PASSWORD, attendees: ['late@example.com'] });
    await setEmail(person, 'late@example.com');
    const [link = ''] = await linksTo('late@example.com');
    const { pathname, searchParams } = new URL(link);
    const TOKEN = searchParams.get('TOKEN') ?? '';
    const visitor = new Visitor(shared().url);
    const asked = await visitor.get(pathname, { TOKEN });
    assert.match(asked.text, /<h1>Confirm your e-mail address<\/h1>/);
    assert.equal(await seesPassword(key, person), false, 'a mail scanner confirms nothing');
    const elsewhere = pathname.replace('/acme/', '/acme-basic/');
    assert.equal((await visitor.post(elsewhere, { TOKEN })).status, 404);
    assert.match(
      (await visitor.post(pathname, { TOKEN })).text,
      /<h1>Your e-mail address is confirmed<\/h1>/,
    );
    assert.equal(await seesPassword(key, person), true);
    assert.equal((await visitor.post(pathname, { TOKEN })).status, 404);
  });

  test('has a link that is worth nothing after three days, or when the address is another one', async () => {
    const person = await shared().person();
    const follow = async (link = '') => {
      const { pathname, searchParams } = new URL(link);
      return new Visitor(shared().url).post(pathname, { TOKEN: searchParams.get('TOKEN') ?? '' });
    };
    await setEmail(person, 'first@example.com');
    await setEmail(person, 'second@example.com');
    const [first] = await linksTo('first@example.com');
    const [second] = await linksTo('second@example.com');
    assert.equal((await follow(first)).status, 404);
    shared().clock.advance({ days: 3 });
    assert.equal((await follow(second)).status, 404);
  });

  test('is sent a link again by the page of whoever is signed in, three an hour', async () => {
    const person = await shared().person();
    await setEmail(person, 'again@example.com');
    const visitor = await visitorAs(shared(), person.webExID);
    assert.match((await visitor.get('/acme/')).text, /href="\/acme\/confirm\.php"/);
    const page = await visitor.get('/acme/confirm.php');
    assert.match(page.text, /Your e-mail address is not confirmed/);
    const FORM = /name="FORM" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await visitor.post('/acme/confirm.php', {});
    assert.equal((await linksTo('again@example.com')).length, 1, 'not by a page of others');
    for (let n = 0; n < 5; n++) await visitor.post('/acme/confirm.php', { FORM });
    assert.equal((await linksTo('again@example.com')).length, 3);
  });

  test('counts at once when an administrator has set it, and tells nobody by mail', async () => {
    const person = await shared().person();
    const key = await scheduled(shared(), { password: PASSWORD, attendees: ['named@example.com'] });
    await shared().ok('user.SetUser', `<webExId>${person.webExID}</webExId><email>named@example.com</email>`);
    assert.equal(await seesPassword(key, person), true);
    assert.deepEqual(await linksTo('named@example.com'), []);
    await getMeeting(shared(), key);
  });
});
