import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SchedulePage } from '../../src/browser/pages/schedule-page.ts';
import { type Visit, Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { type Caller, PASSWORD, sharedSite } from '../support/site.ts';

const DATE = '2027-03-02';
const FIELDS = { NAME: 'Stand-up', DATE, TIME: '10:00', MINUTES: '30', ZONE: '25', PW: 'Pa55word' };
const WEEKLY = { ...FIELDS, REPEAT: 'WEEKLY', DAY2: '1', ENDS: 'AFTER', TIMES: '3' };

forProtocol('The page on which sessions are scheduled', (open) => {
  const shared = sharedSite(open);

  async function signedIn(): Promise<{ host: Caller; browser: Visitor; FORM: string }> {
    const host = await shared().person({ privileges: { host: true } });
    const browser = new Visitor(shared().url);
    await browser.post('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    const { text } = await browser.get('/acme/schedule.php');
    return { host, browser, FORM: /name="FORM" value="([^"]+)"/.exec(text)?.[1] ?? '' };
  }

  function contentOf({ text }: Visit): SchedulePage {
    const json = /<script type="application\/json" id="page">(.*?)<\/script>/s.exec(text)?.[1] ?? '{}';
    return (JSON.parse(json) as { content: SchedulePage }).content;
  }

  /** Where its page is, and its number. */
  async function scheduled(browser: Visitor, FORM: string, fields: Readonly<Record<string, string>>) {
    const { status, target } = await browser.post('/acme/schedule.php', { ...fields, FORM, DO: 'SAVE' });
    assert.equal(status, 302);
    const page = `${target?.pathname}${target?.search}`;
    const { text } = await browser.get(page);
    return { page, text, MK: /schedule\.php\?MK=(\d+)/.exec(text)?.[1] ?? '' };
  }

  test('schedules a series, and its page has the invitation', async () => {
    const { browser, FORM } = await signedIn();
    const { text, page } = await scheduled(browser, FORM, { ...WEEKLY, PEOPLE: 'Ann Lee <ann@example.com>' });
    assert.match(
      text,
      /Every Tuesday, 10:00 – 10:30 AM, Europe\/Berlin, until Tuesday, March 16, 2027: 3 times/,
    );
    assert.match(text, /Ann Lee/);
    assert.match(text, /Password: Pa55word/);
    // The same address, opened by somebody who was sent it.
    const stranger = await new Visitor(shared().url).get(page);
    assert.equal(stranger.status, 200);
    assert.match(stranger.text, /Stand-up/);
    assert.doesNotMatch(stranger.text, /Pa55word|ann@example\.com|schedule\.php\?MK/);
  });

  test('moves one day of a series, drops another, and cancels the rest', async () => {
    const { browser, FORM } = await signedIn();
    const { MK } = await scheduled(browser, FORM, WEEKLY);
    const one = { MK, FORM, DATE: '2027-03-03', TIME: '11:00' };
    const moved = await browser.post('/acme/schedule.php', { ...one, OCC: '1', DO: 'MOVE' });
    const { text } = await browser.get(`${moved.target?.pathname}${moved.target?.search}`);
    assert.match(text, /Wednesday, March 3, 2027, 11:00 – 11:30 AM<\/span><span class="badge">Moved/);
    const dropped = await browser.post('/acme/schedule.php', { MK, FORM, OCC: '2', DO: 'DROP' });
    assert.equal(dropped.status, 302);
    const taken = await browser.post('/acme/schedule.php', { ...one, OCC: '3', DO: 'MOVE' });
    assert.match(taken.text, /Another meeting of the series is at this time/);
    const { target } = await browser.post('/acme/schedule.php', { MK, FORM, DO: 'CANCEL' });
    assert.match(target?.href ?? '', /meetings\.php\?WAS=CANCELLED$/);
    assert.equal((await browser.get('/acme/schedule.php', { MK })).status, 404);
  });

  test('gives one day of a series a title, a length, an agenda and a password of its own, and takes them back', async () => {
    const { browser, FORM } = await signedIn();
    const { MK } = await scheduled(browser, FORM, WEEKLY);
    const offered = (await browser.get('/acme/schedule.php', { MK, OCC: '2' })) as Visit;
    const { given } = contentOf(offered);
    assert.deepEqual(given, {
      ...{ NAME: 'Stand-up', DATE: '2027-03-09', TIME: '10:00', MINUTES: '30', PW: 'Pa55word' },
      AGENDA: '',
    });
    const own = { NAME: 'Planning', MINUTES: '90', PW: 'Own-pa55', AGENDA: 'Tea' };
    const form = { ...given, ...own, MK, FORM, OCC: '2', DO: 'MOVE' } as Record<string, string>;
    const saved = await browser.post('/acme/schedule.php', form);
    assert.match(saved.target?.search ?? '', /WAS=CHANGED/);
    const { text } = await browser.get(`${saved.target?.pathname}${saved.target?.search}`);
    assert.match(
      text,
      /10:00 – 11:30 AM<\/span><span class="name">Planning<\/span><span class="badge">Changed/,
    );
    assert.match(text, /Password: Pa55word/, 'the invitation is to the series');
    const again = contentOf(await browser.get('/acme/schedule.php', { MK, OCC: '2' })).given;
    assert.deepEqual({ ...again, ...own }, again);
    const bad = await browser.post('/acme/schedule.php', { ...form, MINUTES: '0', NAME: '' });
    assert.deepEqual(
      contentOf(bad).problems.map(({ field, word }) => `${field} ${word}`),
      ['MINUTES minutes', 'NAME required'],
    );
    // A title that the series had when the page was opened is none of this day's own.
    const V = /name="V" value="(\d+)"/.exec(offered.text)?.[1] ?? '';
    const late = await browser.post('/acme/schedule.php', { ...form, V });
    assert.deepEqual(contentOf(late).problems, [{ word: 'changedMeanwhile' }]);
    const back = await browser.post('/acme/schedule.php', { ...form, ...(given as Record<string, string>) });
    const plain = await browser.get(`${back.target?.pathname}${back.target?.search}`);
    assert.doesNotMatch(plain.text, /Planning|badge">Changed/);
  });

  test('says at the field what is wrong, and schedules nothing', async () => {
    const { browser, FORM } = await signedIn();
    const bad = {
      NAME: '',
      DATE: '2027-02-31',
      TIME: '25:00',
      MINUTES: 'x',
      PEOPLE: 'ann@example.com\nnobody',
    };
    const visit = await browser.post('/acme/schedule.php', { ...bad, FORM, DO: 'SAVE' });
    const { problems, given } = contentOf(visit);
    assert.deepEqual(
      problems.map(({ field, word }) => `${field} ${word}`),
      ['NAME required', 'DATE date', 'TIME time', 'MINUTES minutes', 'PEOPLE addresses'],
    );
    assert.equal(given.PEOPLE, bad.PEOPLE);
    const late = { ...WEEKLY, ENDS: 'ON', UNTIL: '2027-03-01' };
    const early = await browser.post('/acme/schedule.php', { ...late, FORM, DO: 'SAVE' });
    assert.deepEqual(contentOf(early).problems, [{ field: 'UNTIL', word: 'untilEarly' }]);
    const past = await browser.post('/acme/schedule.php', {
      ...FIELDS,
      DATE: '2020-01-01',
      FORM,
      DO: 'SAVE',
    });
    assert.deepEqual(contentOf(past).problems, [{ field: 'DATE', word: 'past' }]);
    const cohost = { ...FIELDS, COHOSTS: 'nobody@example.com' };
    const alone = await browser.post('/acme/schedule.php', { ...cohost, FORM, DO: 'SAVE' });
    assert.deepEqual(contentOf(alone).problems, [
      { field: 'COHOSTS', word: 'noAccount', detail: 'nobody@example.com' },
    ]);
  });

  test('keeps what was typed when the sign-in has ended', async () => {
    const { browser, FORM } = await signedIn();
    const cookie = browser.cookie;
    browser.cookie = undefined;
    const visit = await browser.post('/acme/schedule.php', { ...WEEKLY, FORM, DO: 'SAVE' });
    const { given, signedOut } = contentOf(visit);
    assert.equal(given.NAME, 'Stand-up');
    assert.equal(given.TIMES, '3');
    assert.match(signedOut ?? '', /signin\.php/);
    browser.cookie = cookie;
    await scheduled(
      browser,
      FORM,
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? ''])),
    );
  });

  test('tells the second of two who change a session at once', async () => {
    const { browser, FORM } = await signedIn();
    const { MK } = await scheduled(browser, FORM, FIELDS);
    const { given } = contentOf(await browser.get('/acme/schedule.php', { MK }));
    const V = given.V ?? '';
    const first = await browser.post('/acme/schedule.php', {
      ...FIELDS,
      NAME: 'First',
      MK,
      V,
      FORM,
      DO: 'SAVE',
    });
    assert.equal(first.status, 302);
    const second = await browser.post('/acme/schedule.php', {
      ...FIELDS,
      NAME: 'Second',
      MK,
      V,
      FORM,
      DO: 'SAVE',
    });
    const page = contentOf(second);
    assert.match(page.changedMeanwhile ?? '', /NAME/);
    assert.equal(page.given.NAME, 'Second');
    assert.equal(contentOf(await browser.get('/acme/schedule.php', { MK })).given.NAME, 'First');
  });

  test('offers a session as a new one that has been cancelled meanwhile', async () => {
    const { browser, FORM } = await signedIn();
    const { MK } = await scheduled(browser, FORM, FIELDS);
    await browser.post('/acme/schedule.php', { MK, FORM, DO: 'CANCEL' });
    const visit = await browser.post('/acme/schedule.php', { ...FIELDS, MK, FORM, DO: 'SAVE' });
    const { gone, given, changes } = contentOf(visit);
    assert.equal(gone, true);
    assert.equal(given.NAME, 'Stand-up');
    assert.equal(changes, undefined);
  });

  test('takes no form of another site, and shows markup as text', async () => {
    const { browser, FORM } = await signedIn();
    for (const token of ['', 'a-token-of-another-site-altogether']) {
      const { status } = await browser.post('/acme/schedule.php', { ...FIELDS, FORM: token, DO: 'SAVE' });
      assert.equal(status, 403);
    }
    const hostile = `"'><script>alert(1)</script>`;
    const { text } = await scheduled(browser, FORM, {
      ...FIELDS,
      NAME: hostile,
      AGENDA: hostile,
      PEOPLE: `${hostile.replace(/[<>"]/g, '')} <x@example.com>`,
    });
    assert.doesNotMatch(text, /<script>alert/);
    const lists = await browser.get('/acme/meetings.php');
    assert.match(lists.text, /&lt;script&gt;alert/);
    assert.doesNotMatch(lists.text, /<script>alert/);
  });

  test('says what a form means while it is filled in', async () => {
    const { browser, FORM } = await signedIn();
    const { text } = await browser.post('/acme/schedule.php', { ...WEEKLY, FORM, DO: 'CHECK' });
    const { when } = JSON.parse(text) as { when: SchedulePage['when'] };
    assert.equal(when?.repeat?.times, 3);
  });

  test('suggests contacts and accounts', async () => {
    const { host, browser } = await signedIn();
    await shared().person({ firstName: 'Xanthippe', lastName: 'Zorn' });
    const account = await shared().context.accounts.find(await site(), String(host.webExID));
    assert.ok(account);
    await shared().context.contacts.save(account, [{ name: 'Xaver Huber', email: 'xaver@example.com' }]);
    const { text } = await browser.get('/acme/people.php', { Q: 'xa' });
    const { people } = JSON.parse(text) as { people: { name: string }[] };
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Xaver Huber', 'Xanthippe Zorn'],
    );
    const wild = await browser.get('/acme/people.php', { Q: '%' });
    assert.deepEqual((JSON.parse(wild.text) as { people: unknown[] }).people, []);
  });

  test('gives an instant meeting a password where every meeting has one', async () => {
    const before = await site();
    await shared().context.sites.change('acme', { settings: { security: { allMeetingsPassword: true } } });
    const { browser } = await signedIn();
    const { text } = await browser.get('/acme/');
    const form = /<div class="ways-on"><form action="([^"]+)" method="post">(.*?)<button/s.exec(text);
    const fields = Object.fromEntries(
      [...(form?.[2] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const { target } = await browser.post(form?.[1] ?? '', fields as Record<string, string>);
    await shared().context.sites.change('acme', { settings: { security: { allMeetingsPassword: false } } });
    assert.match(target?.pathname ?? '', /room\.php$/);
    const MK = Number(target?.searchParams.get('MK'));
    const found = await shared().context.sessions.find(before, MK);
    assert.ok(found?.passwordRequired);
  });

  async function site() {
    const found = await shared().context.sites.byName('acme');
    assert.ok(found);
    return found;
  }
});
