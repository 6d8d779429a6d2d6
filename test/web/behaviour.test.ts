import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { RoomState } from '../../src/browser/pages/room-page.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { sampled } from '../support/corpora.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { roomOf } from './rooms.ts';
import { POSTED, room, SAMPLES, silent } from './samples.ts';
import { SYNTHETIC_PEERS } from './synthetic-peers.ts';

/** What the pages do: without scripts, and better with them. */

describeInBrowser('The pages', (browser) => {
  let server: PageServer;
  before(async () => {
    server = await startPageServer();
  });
  beforeEach(() => server.forget());
  after(() => server[Symbol.asyncDispose]());

  const sample = (name: string) => `${server.url}/sample/${name}`;
  const last = () => Object.fromEntries(server.posted.at(-1) ?? []);

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';

    const forms = [
      [
        'sign-in',
        { 'User name': 'hostid', Password: 'secret' },
        'Sign in',
        { FORM: 'a-token', AT: 'LI', WID: 'hostid', PW: 'secret' },
      ],
      [
        'join',
        {
          'Your name': 'Ada "Ä" <b>',
          'E-mail address': 'ada@example.com',
          'Meeting password': 'x',
          'Registration ID': '384201',
        },
        'Join',
        { FORM: 'a-token', AT: 'JM', AN: 'Ada "Ä" <b>', AE: 'ada@example.com', PW: 'x', RID: '384201' },
      ],
      [
        'change-password',
        { 'User name': 'hostid', 'Old password': 'a', 'New password': 'b', 'New password again': 'c' },
        'Change password',
        { FORM: 'a-token', WID: 'hostid', PW: 'a', NPW: 'b', NPW2: 'c' },
      ],
      [
        'forgot-password',
        { 'User name or e-mail address': 'hostid' },
        'Send the link',
        { FORM: 'a-token', WID: 'hostid' },
      ],
      [
        'register',
        { 'First name': 'Ada', 'Last name': 'L', 'E-mail address': 'a@b.c', Telephone: '1' },
        'Register',
        { FORM: 'a-token', FN: 'Ada', LN: 'L', EM: 'a@b.c', PH: '1', CO: 'Acme', Q1: '' },
      ],
      ['session-host', {}, 'Start meeting', { FORM: 'a-token', AT: 'HM' }],
      ['home', {}, 'Sign out', { FORM: 'a-token', AT: 'LO' }],
      ['waiting', {}, 'Try now', { FORM: 'a-token', AT: 'JM' }],
      ['room-guest', {}, 'Leave meeting', { FORM: 'a-token', DO: 'LEAVE' }],
    ] as const;
    // In a run that is not CI's every form in one of the two ways.
    for (const [name, fields, button, posted] of sampled(forms, 2, javaScriptEnabled ? 1 : 0)) {
      test(`post what they ask for ${how} scripts: ${name}`, async () => {
        await using visit = await browser.visit({ javaScriptEnabled });
        const { page } = visit;
        await page.goto(sample(name));
        if (javaScriptEnabled) await takenOver(page);
        // What is optional stands behind a fold.
        for (const fold of await page.locator('form summary').all()) await fold.click();
        for (const [label, value] of Object.entries(fields)) {
          await page.getByLabel(label, { exact: true }).fill(value);
        }
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.waitForURL('**/done');
        assert.deepEqual(last(), posted);
        assert.equal(server.posted.length, 1);
        assert.deepEqual(visit.complaints, []);
      });
    }
  }

  test('let the host decide without scripts too', async () => {
    await using visit = await browser.visit({ javaScriptEnabled: false });
    await visit.page.goto(sample('room'));
    await visit.page.getByRole('button', { name: 'Let in Ada Lovelace' }).click();
    await visit.page.waitForURL('**/done');
    assert.deepEqual(last(), { FORM: 'a-token', DO: 'ADMIT', person: 'x' });
    await visit.page.goto(sample('room'));
    assert.equal(
      await visit.page.getByRole('region', { name: 'Participants' }).getByRole('listitem').count(),
      room.people.length,
    );
    // To put somebody out is asked first, without scripts too.
    await visit.page.getByRole('button', { name: 'Actions for Bo', exact: true }).click();
    await visit.page.getByRole('button', { name: 'Remove…' }).click();
    await visit.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await visit.page.waitForURL('**/done');
    assert.deepEqual(last(), { FORM: 'a-token', DO: 'EXPEL', PERSON: 'c' });
    await visit.page.goto(sample('room'));
    await visit.page.getByRole('switch', { name: 'Share their screen' }).click();
    await visit.page.waitForURL('**/done');
    assert.deepEqual(last(), { FORM: 'a-token', DO: 'ALLOW', RULE: 'share' });
    await visit.page.goto(sample('room'));
    await visit.page.getByRole('button', { name: 'Leave', exact: true }).click();
    await visit.page.getByRole('button', { name: 'End for everyone' }).click();
    await visit.page.waitForURL('**/done');
    assert.deepEqual(last(), { FORM: 'a-token', DO: 'END' });
  });

  test('are posted once, however often the button is pressed', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('session-host'));
    await takenOver(page);
    const prevented = await page.evaluate(`(() => {
      const button = [...document.querySelectorAll('main button')].at(0);
      let prevented = 0;
      document.addEventListener('submit', (event) => { prevented += event.defaultPrevented ? 1 : 0; });
      for (let i = 0; i < 3; i++) button.click();
      return prevented;
    })()`);
    assert.equal(prevented, 2);
    await page.waitForURL('**/done');
    assert.equal(server.posted.length, 1);
  });

  test('work again when the visitor comes back to them', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('session-host'));
    await takenOver(page);
    for (const times of [1, 2]) {
      await page.getByRole('button', { name: 'Start meeting' }).click();
      await page.waitForURL('**/done');
      assert.equal(server.posted.length, times);
      await page.goBack();
      await takenOver(page);
    }
  });

  test('tell what is wrong at the field that it is about', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('join-refused'));
    const field = page.getByLabel('Meeting password', { exact: true });
    const words = 'The meeting number or the meeting password is wrong.';
    assert.equal(await page.getByRole('alert').innerText(), words);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const id = await field.getAttribute('aria-describedby');
    assert.equal(await page.locator(`#${id}`).innerText(), words);
    assert.equal(await page.getByLabel('Your name').getAttribute('aria-invalid'), null);
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada Lovelace');
  });

  test('show a password and hide it again', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('sign-in'));
    const field = page.getByLabel('Password', { exact: true });
    const eye = page.getByRole('button', { name: 'Show password' });
    await eye.click();
    assert.equal(await field.getAttribute('type'), 'text');
    assert.equal(await eye.getAttribute('aria-pressed'), 'true');
    await eye.click();
    assert.equal(await field.getAttribute('type'), 'password');
  });

  test('show a time in the zone of the visitor, and that of the session beside it', async () => {
    const theirs = /Wednesday, March 4, 2026, 10:30 AM – 11:30 AM, New York/;
    for (const [options, own] of [
      [
        { timezoneId: 'Asia/Tokyo', locale: 'en-US' },
        /Thursday, March 5, 2026.*12:30\s*–\s*1:30\s*AM\s*Your time, Asia\/Tokyo/,
      ],
      [
        // The page speaks English: so do its dates.
        { timezoneId: 'Europe/Berlin', locale: 'de-DE' },
        /Wednesday, March 4, 2026.*4:30\s*–\s*5:30\s*PM.*Your time, Europe\/Berlin/s,
      ],
      [{ timezoneId: 'America/New_York', locale: 'en-US' }, undefined],
      [{ timezoneId: 'Asia/Tokyo', javaScriptEnabled: false }, undefined],
    ] as const) {
      await using visit = await browser.visit(options);
      const { page } = visit;
      await page.goto(sample('session'));
      if (!('javaScriptEnabled' in options)) await takenOver(page);
      const text = await page.locator('.when').innerText();
      assert.match(text, theirs);
      if (own) assert.match(text, own);
      else assert.doesNotMatch(text, /Your time/);
    }
  });

  test('copy a link', async () => {
    await using visit = await browser.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visit;
    await page.goto(sample('room'));
    await page.getByRole('button', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const content = SAMPLES.room?.content;
    assert.ok(content?.page === 'room');
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), content.invite);
  });

  for (const name of ['waiting', 'waiting-admission', 'waiting-unlock']) {
    test(`go on by themselves when they are told to: ${name}`, async () => {
      await using visit = await browser.visit();
      const { page } = visit;
      await page.goto(sample(name));
      await server.listening();
      server.tell('something-else');
      server.tell('go');
      await page.waitForURL('**/done');
      assert.equal(server.posted.length, 1);
      assert.equal(last().FORM, 'a-token');
    });
  }

  test('say when the connection is lost, and go on when it is back', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.clock.install();
    await page.goto(sample('waiting'));
    await server.listening();
    server.refuseStreams(true);
    await page.getByText('The connection is lost').waitFor();
    server.refuseStreams(false);
    const back = server.listening();
    await page.clock.fastForward(60_000);
    await back;
    await page.getByText('Keep this page open').waitFor();
    server.tell('go');
    await page.waitForURL('**/done');
  });

  test('say that there is no sound where the browser cannot carry it, and show who is there', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.addInitScript('delete window.RTCPeerConnection');
    await page.goto(sample('room'));
    await page.getByText('This browser has no sound and no pictures.').waitFor();
    await server.listening();
    assert.equal(await page.locator('.tiles > li').count(), room.people.length);
    assert.deepEqual(visit.complaints, []);
  });

  test('go silent where another tab has the room, and say so', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('room'));
    await server.listening();
    server.tell('elsewhere');
    await page.getByRole('heading', { name: 'The meeting goes on in your other tab' }).waitFor();
    assert.equal(await page.locator('.tiles, audio, video').count(), 0);
    await page.getByRole('button', { name: 'Go on here' }).click();
    await page.locator('.tiles').waitFor();
  });

  test('show who comes and goes, and say so', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('room'));
    await server.listening();
    await page.getByRole('button', { name: 'People' }).click();
    const people = page.getByRole('region', { name: 'Participants' }).getByRole('listitem');
    assert.equal(await people.count(), room.people.length);
    const next: RoomState = {
      ...room,
      people: [
        ...room.people.slice(0, 2),
        {
          id: 'w',
          name: 'Gus Guest',
          isHost: false,
          isYou: false,
          since: 0,
          isReconnecting: false,
          sends: silent,
        },
      ],
      waiting: [{ id: 'z', name: 'Zoë' }],
      isLocked: true,
    };
    server.tell('room', next);
    await page.getByText('Locked', { exact: true }).waitFor();
    assert.equal(await people.count(), 3);
    assert.match(await people.last().innerText(), /Gus Guest/);
    assert.deepEqual(await page.getByRole('log').locator('p').allInnerTexts(), [
      'Gus Guest has joined.',
      'Bo has left.',
      'محمد الأمين has left.',
      '東京 太郎 has left.',
      'Zoë waits to be let in.',
      'The meeting is locked.',
    ]);
    await page.getByText('3 people are here').waitFor();
    // The tab tells it too.
    assert.match(await page.title(), /^\(Somebody waits\) /);
    server.tell('room', { ...next, waiting: [], may: { ...next.may, screen: false } });
    await page.getByText('The host lets you share no screen now.').first().waitFor();
    assert.doesNotMatch(await page.title(), /waits/);
    assert.deepEqual(visit.complaints, []);
  });

  test('let the host decide without leaving the room', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('room'));
    await server.listening();
    for (const [button, posted] of [
      ['Let in Gus Guest', { DO: 'ADMIT', person: 'w' }],
      ['Refuse Ada Lovelace', { DO: 'REFUSE', person: 'x' }],
      ['Lock', { DO: 'LOCK' }],
    ] as const) {
      if (button === 'Lock') await page.getByRole('button', { name: 'More' }).click();
      const answered = page.waitForResponse(`**${POSTED}`);
      await page.getByRole('button', { name: button, exact: true }).click();
      await answered;
      assert.deepEqual(last(), { FORM: 'a-token', ...posted });
    }
    assert.equal(page.url(), sample('room'));
    server.tell('room', { ...room, isLocked: true });
    await page.getByText('Locked', { exact: true }).waitFor();
  });

  test('ask before a meeting is ended for all', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('room'));
    await takenOver(page);
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('button', { name: 'End for everyone' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.equal(server.posted.length, 0);
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('button', { name: 'End for everyone' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await page.waitForURL('**/done');
    assert.deepEqual(last(), { FORM: 'a-token', DO: 'END' });
  });

  test('do by a key what the buttons of the room do, unless somebody writes', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('room'));
    await server.listening();
    await page.keyboard.press('p');
    const panel = page.getByRole('complementary', { name: 'People' });
    await panel.waitFor();
    // What is written is written.
    await panel.getByRole('textbox').focus();
    await page.keyboard.press('p');
    assert.equal(await panel.count(), 1);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate('document.activeElement.id'), 'open-people');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await keys.getByText('Microphone on or off').waitFor();
    // A dialog has the keyboard to itself.
    await page.keyboard.press('p');
    assert.equal(await panel.count(), 0);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await page.keyboard.press('l');
    await page.getByRole('dialog', { name: 'Leave the meeting?' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    // They can be turned off, for whoever speaks to their computer.
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Keyboard shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.reload();
    await takenOver(page);
    await page.keyboard.press('?');
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.equal(server.posted.length, 0);
    assert.deepEqual(visit.complaints, []);
  });

  test('show a reaction to all, and say whose it is', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('room'));
    await server.listening();
    await page.getByRole('button', { name: 'React' }).click();
    const sent = page.waitForRequest('**/signal');
    await page.getByRole('button', { name: 'Applause' }).click();
    assert.deepEqual(await (await sent).postDataJSON(), {
      MK: 123456789,
      signal: { kind: 'reaction', reaction: 'clap' },
    });
    const log = page.getByRole('log', { name: 'React' });
    await log.getByText('You react: Applause').waitFor({ state: 'attached' });
    server.tell('signal', { from: 'c', signal: { kind: 'reaction', reaction: 'heart' } });
    await log.getByText('Bo reacts: Heart').waitFor({ state: 'attached' });
    // Nobody else's browser draws what it likes.
    server.tell('signal', { from: 'c', signal: { kind: 'reaction', reaction: '<img src=x>' } });
    server.tell('signal', { from: 'nobody', signal: { kind: 'reaction', reaction: 'wow' } });
    server.tell('signal', { from: 'c', signal: { kind: 'reaction', reaction: 'party' } });
    await log.getByText('Bo reacts: Celebrate').waitFor({ state: 'attached' });
    assert.equal(await log.locator('img').count(), 0);
    assert.equal(await log.getByText('Astonished').count(), 0);
    assert.deepEqual(visit.complaints, []);
  });

  test('fetch and draw no picture where somebody wants sound alone, and keep the choice', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.addInitScript(SYNTHETIC_PEERS);
    server.page = roomOf(4, { pictures: 2, shares: 3 });
    await page.goto(`${server.url}/`);
    const pictures = page.locator('.stage video');
    await page.getByLabel('Screen of Bo', { exact: true }).waitFor();
    assert.equal(await pictures.count(), 3);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Sound only' }).click();
    await page.getByText('Sound only: you see nobody’s picture.').waitFor();
    assert.equal(await pictures.count(), 0);
    assert.equal(await page.locator('audio').count(), 3);
    await page.reload();
    await page.getByRole('button', { name: 'Show pictures' }).click();
    await page.getByLabel('Picture of Ada Lovelace', { exact: true }).waitFor();
    assert.equal(await pictures.count(), 3);
    assert.deepEqual(visit.complaints, []);
  });

  test('keep somebody in front, for whoever wants that', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(sample('room-guest'));
    await takenOver(page);
    await page.getByRole('button', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Actions for Bo' }).click();
    await page.getByRole('button', { name: 'Keep in front' }).click();
    await page.locator('.tile.large').filter({ hasText: 'Bo' }).waitFor();
    await page.locator('.tile.large').getByRole('button', { name: 'No longer in front' }).click();
    await page.locator('.tile.large').waitFor({ state: 'detached' });
  });

  test('turn the pages of a large room by the keyboard', async () => {
    await using visit = await browser.visit({ viewport: { width: 390, height: 844 } });
    const { page } = visit;
    server.page = roomOf(60);
    await page.goto(`${server.url}/`);
    await takenOver(page);
    const pages = page.getByRole('navigation', { name: 'Pages of people' });
    await pages.getByText('1 of').waitFor();
    const first = await page.locator('.tile').first().getAttribute('data-person');
    await pages.getByRole('button', { name: 'Next page' }).focus();
    await page.keyboard.press('Enter');
    await pages.getByText('2 of').waitFor();
    assert.notEqual(await page.locator('.tile').first().getAttribute('data-person'), first);
    // The focus stays where the next press is.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await pages.getByText('1 of').waitFor();
  });

  test('leave the room when it has ended', async () => {
    await using visit = await browser.visit();
    await visit.page.goto(sample('room-guest'));
    await server.listening();
    server.tell('ended');
    await visit.page.waitForURL('**/ended');
  });
});
