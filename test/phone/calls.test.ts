import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Newcomer, Stay } from '../../src/live/live.ts';
import { openPhone, type Phone } from '../../src/phone/phone.ts';
import { RuleBroken } from '../../src/refusal.ts';
import { scheduled } from '../journeys/people.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { Softphone } from './softphone.ts';
import { quickTimers } from './test-timers.ts';

/** Whole calls by datagrams: what callers press, where they get, and what the room sees. The voices are carried nowhere. */

/** Twenty times as quick as it is. */
const QUICK = quickTimers(20);

const PROMPT = { number: 880, wrong: 247, refused: 425, waiting: 440, joined: 880, removed: 330, muted: 330 };

forProtocol('A call by telephone', (open) => {
  const shared = sharedSite(open, { clock: 'now' });
  let phone: Phone;
  let lines: { said: number }[];

  before(async () => {
    lines = [];
    phone = await openPhone({
      context: shared().context,
      settings: {
        listen: { address: '127.0.0.1', port: 0 },
        proxies: '127.0.0.1',
        ports: { from: 24_000, to: 24_099 },
        calls: 10,
        prompts: '',
      },
      timers: QUICK,
      voices: {
        line() {
          const line = { said: 0 };
          lines.push(line);
          return {
            meet() {},
            take() {},
            join() {},
            say() {
              line.said += 1;
            },
            listen: () => undefined,
            close() {},
          };
        },
        close: async () => {},
      },
    });
  });
  after(() => phone.close());

  const acme = () => shared().context.sites.required('acme');

  async function meeting(wanted: Parameters<typeof scheduled>[1] = {}) {
    const { context } = shared();
    const site = await acme();
    const key = Number(await scheduled(shared(), wanted));
    const session = await context.sessions.find(site, key);
    assert.ok(session);
    const host = await context.accounts.findById(session.host);
    const enter = (newcomer: Partial<Newcomer>) =>
      context.live.enter(
        site,
        { kind: 'session', session },
        {
          name: 'Holly Host',
          email: 'hostid@acme.com',
          isHost: true,
          account: host,
          ...newcomer,
        },
      );
    const document = async () => (await context.sessions.withDocument(session)).document;
    return { key, site, session, enter, document, address: `${key}@acme.example.com` };
  }

  /** Resolves when the people of a room are as is wanted. */
  async function people(key: number, is: (people: readonly Stay[], waiting: readonly Stay[]) => boolean) {
    const { live } = shared().context;
    const site = await acme();
    const { promise, resolve } = Promise.withResolvers<readonly Stay[]>();
    const stop = live.watch(site, key, () => {
      live.state(site, key).then((state) => {
        if (is(state?.people ?? [], state?.waiting ?? [])) resolve(state?.people ?? []);
      });
    });
    return promise.finally(stop);
  }

  const caller = (all: readonly Stay[]) => all.find(({ via }) => via !== 'WEB');

  test('to the address of a session is in its room, speaks, and leaves it', async () => {
    const { key, enter, address } = await meeting();
    await enter({});
    await using bell = await Softphone.open(phone.endpoint);
    assert.equal(await bell.call({ to: address }), 200);
    const inside = await people(key, (all) => caller(all)?.sends.microphone === true);
    const stay = caller(inside);
    assert.deepEqual(
      [stay?.name, stay?.via, stay?.isHost, stay?.state],
      ['+493012345612', 'PHONE', false, 'IN'],
    );
    const line = lines.at(-1);
    for (let n = 0; (line?.said ?? 0) < 5; n += 1) {
      bell.say(600, n);
      await new Promise((resolve) => setImmediate(resolve));
    }
    bell.hangUp();
    await people(key, (all) => caller(all) === undefined);
  });

  test('to the number of the site asks which session, and a wrong number three times ends it', async () => {
    const { key, enter } = await meeting();
    await enter({});
    await shared().context.sites.change('acme', {
      settings: { telephony: { tollFreeNumber: '+1 800 555 0100' } },
    });
    await using bell = await Softphone.open(phone.endpoint);
    assert.equal(await bell.call({ to: '18005550100@192.0.2.1', from: '<sip:200@pbx>' }), 200);
    await bell.hears(PROMPT.number);
    bell.press('123#');
    await bell.hears(PROMPT.wrong);
    bell.press(`${key}#`);
    const inside = await people(key, (all) => caller(all) !== undefined);
    assert.deepEqual([caller(inside)?.via, caller(inside)?.name], ['TOLL_FREE', '200']);

    await using wrong = await Softphone.open(phone.endpoint);
    await wrong.call({ to: 'acme@127.0.0.1', from: '<sip:201@pbx>' });
    for (const number of ['1#', '2#', '3#']) {
      await wrong.hears(PROMPT.number);
      wrong.press(number);
      await wrong.hears(PROMPT.wrong);
    }
    await wrong.ended();
  });

  test('needs the audio password where the site has them; three wrong ones end the call', async () => {
    const { sites } = shared().context;
    await sites.change('acme', {
      settings: { audioPasswordBySuperAdmin: true, audioPasswordBySiteAdmin: true },
    });
    const { key, enter, address, document } = await meeting({ password: 'Secret1' });
    await sites.change('acme', {
      settings: { audioPasswordBySuperAdmin: false, audioPasswordBySiteAdmin: false },
    });
    const { audioPassword = '' } = await document();
    assert.match(audioPassword, /^\d{8}$/);
    await enter({});
    await sites.change('acme', {
      settings: { audioPasswordBySuperAdmin: true, audioPasswordBySiteAdmin: true },
    });
    await using guesser = await Softphone.open(phone.endpoint);
    await guesser.call({ to: address, from: '<sip:300@pbx>' });
    for (const guess of ['0000#', '7327381#', '#']) {
      await guesser.hears(880);
      guesser.press(guess);
      await guesser.hears(PROMPT.wrong);
    }
    await guesser.ended();

    await using bell = await Softphone.open(phone.endpoint);
    await bell.call({ to: address });
    await bell.hears(880);
    await bell.inform(`${audioPassword}#`);
    await people(key, (all) => caller(all) !== undefined);
    await sites.change('acme', {
      settings: { audioPasswordBySuperAdmin: false, audioPasswordBySiteAdmin: false },
    });
  });

  test('needs the password on the keys where there is no other; guesses are counted with those of browsers', async () => {
    const { key, enter, address, site } = await meeting({ password: 'Secret1' });
    await enter({});
    await using bell = await Softphone.open(phone.endpoint);
    await bell.call({ to: address });
    await bell.hears(880);
    bell.press('7327381#');
    await people(key, (all) => caller(all) !== undefined);
    bell.hangUp();
    await people(key, (all) => caller(all) === undefined);

    const { guesses } = shared().context;
    for (let n = 0; n < 10; n += 1) await guesses.wrong(site, key, 'phone +493012345612');
    await using again = await Softphone.open(phone.endpoint);
    await again.call({ to: address });
    await again.hears(880);
    again.press('7327381#');
    await again.hears(PROMPT.refused);
    await again.ended();
  });

  test('of the host begins the session with the PIN; others wait for that', async () => {
    const { key, address, document } = await meeting();
    const { hostKey } = await document();
    await using waits = await Softphone.open(phone.endpoint);
    await waits.call({ to: address, from: '<sip:400@pbx>' });
    await waits.hears(PROMPT.waiting);
    await using host = await Softphone.open(phone.endpoint);
    await host.call({ to: address, from: '<sip:401@pbx>' });
    await host.hears(PROMPT.waiting);
    host.press('0000*');
    await host.hears(PROMPT.wrong);
    host.press(`${hostKey}*`);
    const inside = await people(key, (all) => all.length === 2);
    assert.deepEqual(inside.map(({ name, isHost }) => [name, isHost]).sort(), [
      ['400', false],
      ['401', true],
    ]);
  });

  test('waits at the door, and is let in or turned away', async () => {
    const { key, site, enter, address } = await meeting({ options: '<request>true</request>' });
    const { live } = shared().context;
    await enter({});
    for (const [from, deed] of [
      ['<sip:500@pbx>', 'admit'],
      ['<sip:501@pbx>', 'refuse'],
    ] as const) {
      await using bell = await Softphone.open(phone.endpoint);
      await bell.call({ to: address, from });
      await people(key, (_, waiting) => waiting.length === 1);
      await bell.hears(PROMPT.waiting);
      const [waiting] = (await live.state(site, key))?.waiting ?? [];
      assert.equal(await live[deed](site, key, waiting?.publicId ?? ''), true);
      if (deed === 'admit') await people(key, (all) => caller(all) !== undefined);
      else await bell.ended();
    }
  });

  test('is muted, removed and ended by the host, and locked out', async () => {
    const { key, site, enter, address } = await meeting();
    const { live } = shared().context;
    await enter({});
    await using bell = await Softphone.open(phone.endpoint);
    await bell.call({ to: address, from: '<sip:600@pbx>' });
    const inside = await people(key, (all) => caller(all)?.sends.microphone === true);
    const { publicId = '' } = caller(inside) ?? {};
    const muted = bell.hears(PROMPT.muted);
    await live.silence(site, key, publicId, ['microphone']);
    await muted;
    const line = lines.at(-1);
    const said = line?.said;
    for (let n = 0; n < 20; n += 1) bell.say(600, n);
    bell.press('*3');
    await people(key, (all) => caller(all)?.sends.hand === true);
    assert.equal(line?.said, said);
    bell.press('*6');
    await people(key, (all) => caller(all)?.sends.microphone === true);
    const removed = bell.hears(PROMPT.removed);
    await live.expel(site, key, publicId);
    await removed;
    await bell.ended();

    await using next = await Softphone.open(phone.endpoint);
    await next.call({ to: address, from: '<sip:601@pbx>' });
    await people(key, (all) => caller(all) !== undefined);
    await live.lock(site, key, true);
    await using locked = await Softphone.open(phone.endpoint);
    await locked.call({ to: address, from: '<sip:602@pbx>' });
    await locked.hears(PROMPT.refused);
    await locked.ended();
    await live.end(site, key);
    await next.ended();
  });

  test('comes into no session that strangers do not come into', async () => {
    const { enter, address } = await meeting({ options: '<joinRequiresAccount>true</joinRequiresAccount>' });
    await enter({});
    await using bell = await Softphone.open(phone.endpoint);
    await bell.call({ to: address, from: '<sip:700@pbx>' });
    await bell.hears(PROMPT.refused);
    await bell.ended();
  });

  test('to a personal room is let in by its owner alone when it does not run', async () => {
    const { context } = shared();
    const site = await acme();
    const owner = await context.accounts.withProfile(await context.accounts.required(site, 'hostid'));
    await using bell = await Softphone.open(phone.endpoint);
    await bell.call({ to: `${owner.personalUrl}@acme.example.com`, from: '<sip:800@pbx>' });
    await bell.hears(PROMPT.waiting);
    bell.press(`${owner.profile.personalMeetingRoom.hostPIN}*`);
    await people(Number(owner.accessCode), (all) => caller(all)?.isHost === true);
  });

  test('whose number is withheld is called what the site says', async () => {
    const { key, enter, address } = await meeting();
    await enter({});
    await using bell = await Softphone.open(phone.endpoint);
    await bell.call({
      to: address,
      more: ['Privacy: id', 'P-Asserted-Identity: <sip:+4930999@example.com>'],
    });
    const inside = await people(key, (all) => caller(all) !== undefined);
    assert.equal(caller(inside)?.name, 'Call-in User');
  });

  describe('that cannot be had', () => {
    const sdp = (media: string, address = '127.0.0.1') =>
      `v=0\r\no=- 1 1 IN IP4 ${address}\r\ns=-\r\nc=IN IP4 ${address}\r\nt=0 0\r\nm=${media}\r\n`;
    let n = 0;
    const invite = (to: string, body: string) => {
      n += 1;
      return [
        `INVITE sip:${to} SIP/2.0`,
        `Via: SIP/2.0/UDP 127.0.0.1:5062;branch=z9hG4bK-bad${n};rport`,
        'From: <sip:900@pbx>;tag=1',
        `To: <sip:${to}>`,
        `Call-ID: bad${n}`,
        'CSeq: 1 INVITE',
        ...(body === '' ? [] : ['Content-Type: application/sdp']),
        `Content-Length: ${body.length}`,
        '',
        body,
      ].join('\r\n');
    };

    test('is refused in SIP', async () => {
      const { address } = await meeting();
      await using bell = await Softphone.open(phone.endpoint);
      const cases = [
        [address, sdp('audio 4000 RTP/AVP 18'), 488],
        [address, sdp('audio 4000 RTP/SAVP 0'), 488],
        [address, sdp('video 4000 RTP/AVP 31'), 488],
        [address, sdp('audio 0 RTP/AVP 0'), 488],
        [address, 'nonsense', 488],
        // Sound would go to somebody whom nobody trusts.
        [address, sdp('audio 4000 RTP/AVP 0', '192.0.2.9'), 488],
        ['999999999@acme.example.com', sdp('audio 4000 RTP/AVP 0'), 404],
        ['123456789@nobody.example.com', sdp('audio 4000 RTP/AVP 0'), 404],
        ['%27or%271@acme.example.com', sdp('audio 4000 RTP/AVP 0'), 404],
      ] as const;
      for (const [to, body, status] of cases) {
        const datagram = invite(to, body);
        const id = `Call-ID: bad${n}\r\n`;
        bell.raw(datagram);
        const answer = await bell.message((text) => text.includes(id) && !text.startsWith('SIP/2.0 100'));
        assert.equal(Number(answer.slice(8, 11)), status, `${to} ${body}`);
      }
    });

    test('leads nowhere any more after ten wrong numbers', async () => {
      const { address, enter } = await meeting();
      await enter({});
      for (let number = 1; number <= 11; number += 1) {
        await using bell = await Softphone.open(phone.endpoint);
        const to = number > 10 ? address : `${number}@acme.example.com`;
        assert.equal(await bell.call({ to, from: '<sip:+49305550000@pbx>' }), 404);
      }
    });

    test('when there are too many in a second, comes later', async () => {
      const { address } = await meeting();
      await using bell = await Softphone.open(phone.endpoint);
      const first = n + 1;
      for (let count = 0; count < 400; count += 1) bell.raw(invite(address, sdp('audio 4000 RTP/AVP 18')));
      await bell.message((text) => text.startsWith('SIP/2.0 503') && text.includes('Retry-After: 5'));
      assert.ok(first > 0);
    });
  });

  test('from nobody whom the settings do not name is answered', async () => {
    const { context } = shared();
    const elsewhere = await openPhone({
      context,
      settings: {
        listen: { address: '127.0.0.1', port: 0 },
        proxies: '192.0.2.1',
        ports: { from: 24_100, to: 24_110 },
        calls: 1,
        prompts: '',
      },
      voices: {
        line: () => {
          throw new RuleBroken('line', 'nobody comes');
        },
        close: async () => {},
      },
    });
    await using bell = await Softphone.open(elsewhere.endpoint);
    bell.raw(
      'OPTIONS sip:x@y SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK-o;rport\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>\r\nCall-ID: o\r\nCSeq: 1 OPTIONS\r\n\r\n',
    );
    await elsewhere.close();
    await assert.rejects(
      Promise.race([
        bell.message(() => true),
        new Promise((_, reject) => setImmediate(() => reject(new Error('nothing')))),
      ]),
      /nothing/,
    );
  });
});
