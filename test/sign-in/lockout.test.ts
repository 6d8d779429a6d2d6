import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { bodyContent, message, sharedSite, startSite, textOf } from '../support/site.ts';

/** Ten wrong passwords within fifteen minutes lock an account for as long, however they come. */

forProtocol('lockout', (open, { fresh }) => {
  const site = sharedSite(open);
  type Person = Awaited<ReturnType<ReturnType<typeof site>['person']>>;
  const guess = async (person: Person, times: number, from = 0) => {
    for (let n = from; n < from + times; n++) {
      await site().refused('030002', 'user.GetLoginTicket', '', { ...person, password: `wrong${n}` });
    }
  };
  const isLocked = async (person: Person) => {
    const answer = await site().refused('030902', 'user.GetLoginTicket', '', person);
    assert.equal(answer.reason, 'The account is locked');
  };
  const isOpen = (person: Person) => site().ok('user.GetLoginTicket', '', person);

  test('nine wrong ones do not lock, and the right one forgets them', async () => {
    const person = await site().person();
    await guess(person, 9);
    await isOpen(person);
    await guess(person, 9);
    site().clock.advance({ minutes: 6 });
    await isOpen(person);
  });

  test('the tenth locks: the right password is refused too, a remembered one as well', async () => {
    const person = await site().person();
    await isOpen(person);
    await guess(person, 10);
    await isLocked(person);
    await site().refused('030902', 'user.GetLoginTicket', '', { ...person, password: 'wrong' });
    const shown = await site().ok('user.GetUser', `<webExId>${person.webExID}</webExId>`);
    assert.equal(shown.value('security/lockAccount'), 'true');
  });

  test('it ends by itself, fifteen minutes after the last one', async () => {
    const person = await site().person();
    await guess(person, 5);
    site().clock.advance({ minutes: 14 });
    await guess(person, 5, 5);
    site().clock.advance({ minutes: 14, seconds: 59 });
    await isLocked(person);
    site().clock.advance({ seconds: 1 });
    await isOpen(person);
    const shown = await site().ok('user.GetUser', `<webExId>${person.webExID}</webExId>`);
    assert.equal(shown.value('security/lockAccount'), 'false');
  });

  test('wrong ones of more than fifteen minutes ago do not count', async () => {
    const person = await site().person();
    await guess(person, 9);
    site().clock.advance({ minutes: 15 });
    await guess(person, 9);
    await isOpen(person);
  });

  test('an administrator ends it, by unlocking or by a new password', async () => {
    for (const change of [
      '<security><lockAccount>false</lockAccount></security>',
      '<password>P@ssword124</password>',
    ]) {
      const person = await site().person();
      await guess(person, 10);
      await isLocked(person);
      await site().ok('user.SetUser', `<webExId>${person.webExID}</webExId>${change}`);
      const password = change.includes('124') ? 'P@ssword124' : person.password;
      await isOpen({ ...person, password });
    }
  });

  test('guesses that come together are no more than ten, and the right one among the rest is refused', async () => {
    const person = await site().person();
    const guesses = Array.from({ length: 30 }, (_, n) => `guess${n}`);
    guesses.push(person.password);
    const answers = await Promise.all(
      guesses.map((password) => site().call('user.GetLoginTicket', '', { ...person, password })),
    );
    const numbers = answers.map(({ exceptionID }) => exceptionID);
    assert.equal(numbers.filter((id) => id === '030002').length, 10);
    assert.equal(numbers.filter((id) => id === '030902').length, 21);
  });

  test('the same where the right one is remembered, whatever its place among them', async () => {
    const person = await site().person();
    await isOpen(person);
    const { signIn, sites } = site().context;
    const acme = await sites.required('acme');
    const guesses = Array.from({ length: 60 }, (_, n) => (n === 40 ? person.password : `guess${n}`));
    // As they come in a burst: all of them before any is counted.
    const outcomes = await Promise.allSettled(
      guesses.map(async (password) => signIn.identify(acme, { webExID: person.webExID, password })),
    );
    const names = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.name : 'in'));
    assert.equal(names[40], 'AccountLocked');
    assert.equal(names.filter((name) => name === 'WrongCredentials').length, 10);
  });

  test('a message with a wrong password is one guess, whatever it asks and however often', async () => {
    const key = '123456789';
    const asked = [
      bodyContent('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`),
      bodyContent(
        'ep.GetJoinSessionInfo',
        `<sessionKey>${key}</sessionKey><attendeeName>Ann</attendeeName><attendeeEmail>a@example.com</attendeeEmail>`,
      ),
      bodyContent('user.GetUserCard', '<webExId>hostid</webExId>'),
      bodyContent('user.AuthenticateUser'),
      bodyContent('user.GetUser', '<webExId>hostid</webExId>'),
    ];
    for (const contents of [...asked.map((one) => one.repeat(40)), asked.join('').repeat(20)]) {
      const person = await site().person();
      const answer = await site().post(message(contents, { ...person, password: 'wrong' }));
      const numbers = new Set(answer.responses.map((response) => textOf(response, 'exceptionID')));
      assert.deepEqual([...numbers], ['030002']);
      await isOpen(person);
    }
  });

  test('guesses are counted together on two servers of one database', async () => {
    const url = await fresh();
    await using one = await startSite(await open(url));
    await using two = await startSite(await open(url));
    const person = await one.person();
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        (n % 2 ? one : two).call('user.GetLoginTicket', '', { ...person, password: `guess${n}` }),
      ),
    );
    assert.equal(answers.filter(({ exceptionID }) => exceptionID === '030002').length, 10);
    await two.refused('030902', 'user.GetLoginTicket', '', person);
    await one.ok(
      'user.SetUser',
      `<webExId>${person.webExID}</webExId><security><lockAccount>false</lockAccount></security>`,
    );
    await two.ok('user.GetLoginTicket', '', person);
  });

  test('an account of the same name on another site is not concerned', async () => {
    const person = await site().person({ webExId: 'twin' });
    const twin = await site().person({ webExId: 'twin', siteName: 'acme-basic' });
    await guess(person, 10);
    await isLocked(person);
    await isOpen(twin);
  });

  test('a new password is known to every server of one database at once', async () => {
    const url = await fresh();
    await using one = await startSite(await open(url));
    await using two = await startSite(await open(url));
    const person = await one.person();
    for (const server of [one, two]) await server.ok('user.GetLoginTicket', '', person);
    await one.ok('user.SetUser', `<webExId>${person.webExID}</webExId><password>P@ssword124</password>`);
    for (const server of [one, two]) await server.refused('030002', 'user.GetLoginTicket', '', person);
    await two.ok('user.GetLoginTicket', '', { ...person, password: 'P@ssword124' });
  });

  test('the site sets how many, and for how long; 0 never locks', async () => {
    const { sites } = site().context;
    const strict = { lockoutTries: 3, lockoutMinutes: 60 };
    await sites.create({ siteName: 'strict', siteID: 81, type: 3, settings: strict });
    await sites.create({ siteName: 'open', siteID: 82, type: 3, settings: { lockoutTries: 0 } });
    const person = await site().person({ siteName: 'strict' });
    await guess(person, 3);
    site().clock.advance({ minutes: 59 });
    await isLocked(person);
    site().clock.advance({ minutes: 1 });
    await isOpen(person);
    const free = await site().person({ siteName: 'open' });
    await guess(free, 12);
    await isOpen(free);
  });
});
