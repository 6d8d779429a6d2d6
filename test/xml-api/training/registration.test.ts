import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../../browser/visitor.ts';
import { forProtocol } from '../../support/databases.ts';
import { GUEST, HOST, sharedSite } from '../../support/site.ts';
import { call, listPortal, told } from '../../url-api/portal.ts';
import { getTraining, participants, scheduled, setTraining } from './trainings.ts';

/** Who registers for a training: with a password, in time, and while there are places. */

const REGISTER = 'attendee.RegisterMeetingAttendee';

function options(content: string): { more: string } {
  const all = `<registration>true</registration><auto>true</auto>${content}`;
  return { more: `<attendeeOptions>${all}</attendeeOptions>` };
}

function somebody(key: string, email: string): string {
  return `<attendees><person><name>Some Body</name><email>${email}</email></person><sessionKey>${key}</sessionKey></attendees>`;
}

forProtocol('registering for a training', (open) => {
  const site = sharedSite(open);

  const registered = async (key: string) =>
    (await getTraining(site(), key)).texts('attendees/participants/participant/person/email');

  /** RM by somebody who is not signed in; the word that the portal is told. */
  async function byPage(key: string, email: string, fields: Record<string, string> = {}) {
    await listPortal(site());
    const person = { FN: 'Rita', LN: 'Reader', EM: email };
    return told(await call(new Visitor(site().url), 'm.php', { AT: 'RM', MK: key, ...person, ...fields }));
  }

  /** What a person sees who follows the link to the form. */
  async function form(key: string) {
    return new Visitor(site().url).get('/acme/m.php', { AT: 'GF', MK: key });
  }

  test('takes the password on the page, and no other one', async () => {
    const key = await scheduled(site(), options('<registrationPWD>let-me-learn</registrationPWD>'));
    const wrong = 'AT=RM&ST=FAIL&RS=InvalidRegistrationPassword';
    assert.equal(await byPage(key, 'rita@example.com'), wrong);
    assert.equal(await byPage(key, 'rita@example.com', { PW: 'let-me-Learn' }), wrong);
    assert.deepEqual(await registered(key), []);
    assert.match((await form(key)).text, /name="PW"/);
    assert.match(
      await byPage(key, 'rita@example.com', { PW: 'let-me-learn' }),
      /^AT=RM&ST=SUCCESS&RID=\d{6}$/,
    );
    assert.deepEqual(await registered(key), ['rita@example.com']);
  });

  test('asks by operation too, all but those who manage the training', async () => {
    const key = await scheduled(site(), options('<registrationPWD>let-me-learn</registrationPWD>'));
    await site().refused('060909', REGISTER, somebody(key, 'guest@acme.com'), GUEST);
    await site().ok(REGISTER, somebody(key, 'rita@example.com'), HOST);
    assert.deepEqual(await registered(key), ['rita@example.com']);
  });

  test('counts wrong passwords, so that nobody tries them all', async () => {
    const key = await scheduled(site(), options('<registrationPWD>0417</registrationPWD>'));
    const words = new Set<string>();
    for (let tried = 0; tried < 40; tried++) {
      words.add(await byPage(key, `rita${tried}@example.com`, { PW: String(1000 + tried) }));
    }
    assert.ok(words.has('AT=RM&ST=FAIL&RS=TooManyGuesses'), [...words].join(' '));
    assert.equal(await byPage(key, 'rita@example.com', { PW: '0417' }), 'AT=RM&ST=FAIL&RS=TooManyGuesses');
    assert.deepEqual(await registered(key), []);
  });

  test('ends on its date, on the clocks of the training', async () => {
    const close = '<registrationCloseDate>03/04/2026 09:00:00</registrationCloseDate>';
    // Nine in Berlin was over when the test begins, at half past ten in London.
    const key = await scheduled(site(), { ...options(close), schedule: '<timeZoneID>25</timeZoneID>' });
    assert.equal(await byPage(key, 'rita@example.com'), 'AT=RM&ST=FAIL&RS=RegistrationClosed');
    const page = await form(key);
    assert.equal(page.status, 409);
    assert.match(page.text, /closed/);
    await site().refused('060904', REGISTER, somebody(key, 'guest@acme.com'), GUEST);
    await site().ok(REGISTER, somebody(key, 'late@example.com'), HOST);

    const inPacific = await scheduled(site(), { ...options(close), schedule: '<timeZoneID>4</timeZoneID>' });
    assert.match(await byPage(inPacific, 'rita@example.com'), /^AT=RM&ST=SUCCESS/);
    site().clock.advance({ hours: 8 });
    assert.equal(await byPage(inPacific, 'theo@example.com'), 'AT=RM&ST=FAIL&RS=RegistrationClosed');
    assert.deepEqual(await registered(inPacific), ['rita@example.com']);
  });

  for (const [limit, content] of [
    ['maxRegistrations', '<maxRegistrations>2</maxRegistrations>'],
    ['participantLimit', '<participantLimit>2</participantLimit>'],
    [
      'the smaller of the two',
      '<maxRegistrations>2</maxRegistrations><participantLimit>3</participantLimit>',
    ],
  ] as const) {
    test(`stops at ${limit}, for those who are invited not`, async () => {
      const invited = participants('attendees', ['invited@example.com']);
      const key = await scheduled(site(), { more: invited + options(content).more });
      await byPage(key, 'rita@example.com');
      await byPage(key, 'theo@example.com');
      assert.equal(await byPage(key, 'udo@example.com'), 'AT=RM&ST=FAIL&RS=RegistrationFull');
      await site().refused('060905', REGISTER, somebody(key, 'guest@acme.com'), GUEST);
      const page = await form(key);
      assert.equal(page.status, 409);
      assert.match(page.text, /taken/);
      assert.equal((await registered(key)).length, 3);
    });
  }

  test('gives the last place to one of those who come at once', async () => {
    const key = await scheduled(site(), options('<maxRegistrations>1</maxRegistrations>'));
    const words = await Promise.all(['a', 'b', 'c'].map((name) => byPage(key, `${name}@example.com`)));
    assert.equal(words.filter((word) => word.startsWith('AT=RM&ST=SUCCESS')).length, 1, words.join(' '));
    assert.equal((await registered(key)).length, 1);
  });

  test('keeps those who registered when a change names who is invited', async () => {
    const key = await scheduled(site(), options(''));
    await byPage(key, 'rita@example.com');
    await setTraining(site(), key, { more: participants('attendees', ['new@example.com']) });
    assert.deepEqual((await registered(key)).sort(), ['new@example.com', 'rita@example.com']);
    await setTraining(site(), key, { more: '<attendees><participants/></attendees><presenters/>' });
    assert.equal(
      (await registered(key)).length,
      2,
      'an empty list is what clients send where nothing is set',
    );
  });
});
