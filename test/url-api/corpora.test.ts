import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { type Answered, assertHarmless } from '../browser/harmless.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { ofSample, sampled } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite, xml } from '../support/site.ts';
import { openSender, TOGETHER, type Try } from './fast-sender.ts';
import { REDIRECT_PAYLOADS } from './redirect-payloads.ts';
import {
  COMMANDS,
  FORM,
  HOST_NAME,
  PARAMETERS,
  type Prepared,
  prepare,
  type TriedCommand,
} from './tried-commands.ts';

/** The lists of nasty strings and of redirect payloads, through every parameter of every command. */

const NAUGHTY: readonly string[] = createRequire(import.meta.url)('big-list-of-naughty-strings');
/** Of a run that is not of the whole lists. */
const ONE_IN = 24;
const PAYLOADS: readonly string[] = sampled([...NAUGHTY, ...REDIRECT_PAYLOADS], ONE_IN);

/** The nasty strings eight by eight. */
const IN_ONE = 8;
const JOINED: readonly string[] = sampled(
  [
    ...NAUGHTY.flatMap((_, at) => (at % IN_ONE === 0 ? [NAUGHTY.slice(at, at + IN_ONE).join(' ')] : [])),
    ...REDIRECT_PAYLOADS,
  ],
  ONE_IN,
);

const FORM_COOKIE = `form=${FORM}`;

/** Of calls that hash a password one in so many is posted. */
const FEW = 40;

forSqlite('Nasty strings', (open) => {
  const shared = sharedSite(open, { settings: { logLevel: 'info' } });
  const sender = openSender();
  let prepared: Prepared;
  before(async () => {
    prepared = await prepare(shared());
  });
  after(() => sender.close());

  async function signIn(): Promise<string> {
    const { sites, accounts, tickets } = shared().context;
    const acme = await sites.required('acme');
    return (await tickets.openBrowserSession(await accounts.required(acme, HOST_NAME), acme)).cookie;
  }

  /** With the cookies of the host where they are signed in, and with that of the forms. */
  function send(tried: Try): Promise<Answered> {
    const own = tried.cookie === undefined ? [] : [`ticket=${tried.cookie}`, prepared.roomCookie];
    return sender.send(shared().url, { ...tried, cookie: [...own, FORM_COOKIE].join('; ') });
  }

  /** Sends them, a few together, and looks at each answer. */
  async function sendAll(tries: Iterable<Try>): Promise<number> {
    let count = 0;
    const all = tries[Symbol.iterator]();
    const work = async () => {
      for (let next = all.next(); !next.done; next = all.next()) {
        count += 1;
        const answer = await send(next.value);
        try {
          assertHarmless(answer, shared().url);
        } catch (error) {
          const { page, fields, posts } = next.value;
          const why = error instanceof Error ? error.message : String(error);
          const what = JSON.stringify(fields).slice(0, 3_000);
          throw new Error(
            `${posts ? 'POST' : 'GET'} ${page} ${what}: ${answer.status} ${why}\n${answer.text.slice(0, 500)}`,
          );
        }
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    assert.deepEqual(
      shared().log.filter((line) => line.includes('"fault"')),
      [],
    );
    return count;
  }

  /** Every parameter gets every payload: in each call each parameter has another one. */
  function* tries(command: TriedCommand, payloads: readonly string[], cookie: string, start: number) {
    const { page, AT, fixed = {}, free = PARAMETERS, hashes = false, oneIn = 1 } = command;
    for (let at = 0; at < payloads.length; at += oneIn) {
      const turn = at + start;
      const fields = { ...(AT !== undefined && { AT }), ...fixed };
      const kept = Object.entries(fields).map(
        ([name, value]) => [name, value.replace('{n}', `${at}`)] as const,
      );
      const given = free.map((name, i) => [name, payloads[(at + i * 7) % payloads.length] ?? ''] as const);
      yield {
        page,
        fields: [...kept, ...given],
        posts: hashes ? turn % FEW === 1 : turn % 2 === 1,
        cookie: Math.floor(turn / 2) % 2 === 1 ? cookie : undefined,
      };
    }
  }

  async function tryAll(commands: readonly TriedCommand[], payloads: readonly string[]): Promise<number> {
    let count = 0;
    for (const [at, command] of commands.entries()) {
      count += await sendAll(tries(command, payloads, await signIn(), at));
    }
    return count;
  }

  test('would be seen in an answer', async () => {
    const answer = await send({
      page: 'p.php',
      fields: [
        ['AT', 'LO'],
        ['BU', '/acme/x'],
      ],
      posts: false,
      cookie: undefined,
    });
    const { status, headers, text } = answer;
    assertHarmless(answer, shared().url);
    for (const [from, to] of [
      ['</p>', '</p><script>1</script>'],
      ['</p>', '</p><b>'],
      ['</p>', '</p>1 > 0'],
      ['</p>', '</p><meta http-equiv="refresh" content="0;url=//evil.example">'],
      ['</p>', `</p><a href="//evil.example">x</a>`],
      ['<p>', '<p onclick="1">'],
      ['";', '";alert(1);"'],
      ['href="', 'href="javascript:1"'],
    ] as const) {
      assert.notEqual(text.replace(from, to), text);
      assert.throws(() => assertHarmless({ status, headers, text: text.replace(from, to) }, shared().url));
    }
    for (const more of [
      { location: '//evil.example/' },
      { location: '/acme/../x' },
      { location: '/acme/\\x' },
      { 'x-injected': '1' },
      { 'set-cookie': ['ticket=a b; Path=/'] },
    ]) {
      assert.throws(() =>
        assertHarmless({ status, headers: { ...headers, ...more }, text: '' }, shared().url),
      );
    }
  });

  test('in every parameter of every command change nothing of what its answers are', async (t) => {
    const count = await tryAll(COMMANDS, JOINED);
    t.diagnostic(`${count} calls`);
    assert.equal(count, COMMANDS.length * JOINED.length);
  });

  test('in what commands keep and show change nothing either', async (t) => {
    const count = await tryAll(prepared.commands, PAYLOADS);
    t.diagnostic(`${count} calls`);
    assert.ok(count > (prepared.commands.length - 1) * PAYLOADS.length);
  });

  test('are names of sessions, of people in a room and of people who registered by then', async () => {
    const { open: key, registration } = prepared;
    const cookie = await signIn();
    const shown = async (page: string, fields: Try['fields']) => {
      const answer = await send({ page, fields, posts: false, cookie });
      assertHarmless(answer, shared().url);
      return pageOf(answer)?.content;
    };
    const home = await shown('', []);
    assert.ok(home?.page === 'home' && home.meetings.rows.length >= ofSample(20, ONE_IN));
    const room = await shown('room.php', [['MK', key]]);
    assert.ok(room?.page === 'room');
    const people = new Set(room.room.people.map(({ name }) => name));
    assert.ok(
      PAYLOADS.filter((payload) => people.has(payload.trim())).length > ofSample(150, 2 * ONE_IN),
      `${people.size} people`,
    );
    const registrants = await shown('registrants.php', [['MK', registration]]);
    assert.ok(registrants?.page === 'registrants');
    assert.ok(registrants.people.length > ofSample(100, 2 * ONE_IN), `${registrants.people.length} people`);
  });

  describeInBrowser('in a real browser', (browser) => {
    async function visit(cookies: readonly string[]) {
      const context = await browser.visit();
      const { page } = context;
      await page.addInitScript(STRIKE);
      page.on('dialog', (dialog) => dialog.dismiss());
      await page.context().addCookies(
        cookies.map((cookie) => {
          const [name = '', value = ''] = cookie.split('=');
          return { name, value, url: `${shared().url}/acme/` };
        }),
      );
      return context;
    }

    test('run nothing and fetch nothing, wherever they are shown', async () => {
      const { open: key, registration, personalUrl, roomCookie } = prepared;
      const named = await nameEverything();
      await using person = await visit([`ticket=${await signIn()}`, roomCookie]);
      for (const path of [
        '',
        `room.php?MK=${key}`,
        `registrants.php?MK=${registration}`,
        `m.php?AT=MD&MK=${named}`,
        `m.php?AT=GF&MK=${named}`,
        `meet/${personalUrl}`,
      ]) {
        await person.page.goto(`${shared().url}/acme/${path}`);
        await takenOver(person.page);
        assert.equal(await person.page.evaluate('globalThis.struck'), undefined, path);
        assert.equal(await person.page.evaluate(FOREIGN), 0, `${path} has elements that are not ours`);
      }
      assert.deepEqual(person.complaints, []);
      assert.deepEqual([...person.origins], [shared().url]);
    });

    test('lead nobody away who does not choose it', async () => {
      await using person = await visit([]);
      for (const [at, BU] of sampled(REDIRECT_PAYLOADS, 4).entries()) {
        if (at % 12 !== 0 || BU.length > 1_000) continue;
        const query = new URLSearchParams({ AT: 'LO', BU });
        await person.page.goto(`${shared().url}/acme/p.php?${query}`);
        await takenOver(person.page);
        assert.equal(new URL(person.page.url()).origin, shared().url, BU);
        assert.equal(await person.page.evaluate('globalThis.struck'), undefined, BU);
      }
      // An address of the site may be one that it has not.
      assert.deepEqual(
        person.complaints.filter((complaint) => !complaint.includes('404 (Not Found)')),
        [],
      );
      assert.deepEqual([...person.origins], [shared().url]);
    });

    /** The strings that do something in a page, in every text that people see of each other; the key of a session. */
    async function nameEverything(): Promise<string> {
      const active = PAYLOADS.filter(
        (payload) => /<|javascript:|\bon\w+=/i.test(payload) && !/\p{Cc}/u.test(payload),
      );
      const joined = (from: number, most: number) => {
        let text = '';
        for (const payload of [...active.slice(from), ...active]) {
          if (text.length + payload.length < most) text += `${payload} `;
        }
        return text;
      };
      const caller = { siteName: 'acme', webExID: HOST_NAME, password: PASSWORD };
      await shared().ok(
        'user.SetUser',
        `<webExId>${HOST_NAME}</webExId><personalMeetingRoom><title>${xml(joined(0, 120))}</title>` +
          `<welcomeMessage>${xml(joined(40, 120))}</welcomeMessage></personalMeetingRoom>`,
        caller,
      );
      const answer = await shared().ok(
        'meeting.CreateMeeting',
        `<metaData><confName>${xml(joined(80, 500))}</confName><agenda>${xml(joined(10, 2_000))}</agenda></metaData>` +
          '<schedule><startDate>03/05/2026 10:00:00</startDate></schedule>' +
          '<attendeeOptions><registration>true</registration></attendeeOptions>',
        caller,
      );
      return answer.value('meetingkey') ?? '';
    }
  });
});

/** Whatever runs of the strings calls one of these. */
const STRIKE =
  'for (const name of ["alert", "confirm", "prompt", "print"]) globalThis[name] = () => { globalThis.struck = 1; };';

/** What only an injection could bring. */
const FOREIGN = `document.querySelectorAll(
  'script:not([src^="/assets/"]):not([type="application/json"]), [onload], [onerror], [onclick], [style], iframe, object, embed, b, i'
).length`;
