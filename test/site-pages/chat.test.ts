import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChatLine } from '../../src/browser/pages/room-page.ts';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { begin, meeting, visitorAs } from '../url-api/portal.ts';
import { guest, hear, pageNumber, postJson, roomPage } from './room-stream.ts';

/** What is written in rooms: who reads it, who may write it, and what is left of it. */

forProtocol('chat.php', (open) => {
  const shared = sharedSite(open);

  const say = (by: Visitor, key: string, to: string, text: unknown) =>
    postJson(shared(), by, '/acme/chat.php', { MK: Number(key), to, text });

  /** Everything that somebody reads up to the message `last`, or the end of their stream. */
  async function reads(by: Visitor, key: string, last: string) {
    const PAGE = await pageNumber(by, key);
    const heard = await hear(
      shared(),
      by,
      { MK: key, PAGE },
      ({ name, data }) => name === 'chat' && JSON.parse(data).text === last,
    );
    const lines = heard.filter(({ name }) => name === 'chat');
    return {
      texts: lines.map(({ data }): string => JSON.parse(data).text),
      lines: lines.map(({ data }): ChatLine => JSON.parse(data)),
      lastId: lines.at(-1)?.id ?? '',
      PAGE,
    };
  }

  async function room(more = '') {
    const scheduled = await meeting(shared(), 'hostid', more);
    const { key } = scheduled;
    const host = await begin(shared(), key);
    const ann = await guest(shared(), scheduled, 'Ann');
    const bo = await guest(shared(), scheduled, 'Bo');
    const idOf = async (visitor: Visitor) => (await roomPage(visitor, key)).media.you;
    return {
      ...scheduled,
      host,
      ann,
      bo,
      hostID: await idOf(host),
      annID: await idOf(ann),
      boID: await idOf(bo),
    };
  }

  test('is read by those whom it is for, and by nobody else', async () => {
    const { key, host, ann, bo, boID, annID } = await room();
    assert.equal(await say(ann, key, 'all', 'Good morning'), 204);
    assert.equal(await say(ann, key, 'hosts', 'I must go at ten'), 204);
    assert.equal(await say(ann, key, boID, 'Do you know the way?'), 204);
    assert.equal(await say(host, key, annID, 'Go when you must'), 204);
    assert.equal(await say(host, key, 'all', 'We begin'), 204);
    assert.deepEqual((await reads(host, key, 'We begin')).texts, [
      'Good morning',
      'I must go at ten',
      'Go when you must',
      'We begin',
    ]);
    const anns = await reads(ann, key, 'We begin');
    assert.deepEqual(anns.texts, [
      'Good morning',
      'I must go at ten',
      'Do you know the way?',
      'Go when you must',
      'We begin',
    ]);
    assert.deepEqual(
      anns.lines.map(({ to, toName, isYours }) => ({ to, toName, isYours })),
      [
        { to: 'ALL', toName: undefined, isYours: true },
        { to: 'HOSTS', toName: undefined, isYours: true },
        { to: 'ONE', toName: 'Bo', isYours: true },
        { to: 'ONE', toName: undefined, isYours: false },
        { to: 'ALL', toName: undefined, isYours: false },
      ],
    );
    assert.deepEqual((await reads(bo, key, 'We begin')).texts, [
      'Good morning',
      'Do you know the way?',
      'We begin',
    ]);
  });

  test('names nobody to those who may not know who attends', async () => {
    const { key, host, ann, bo, annID } = await room(
      '<enableOptions><attendeeList>false</attendeeList></enableOptions>',
    );
    await say(ann, key, 'all', 'Good morning');
    await say(host, key, annID, 'Good morning, Ann');
    await say(host, key, 'all', 'We begin');
    const names = async (by: Visitor) =>
      (await reads(by, key, 'We begin')).lines.map(({ name, toName }) => [name, toName]);
    assert.deepEqual(await names(bo), [
      ['', undefined],
      ['Holly Host', undefined],
    ]);
    assert.deepEqual(await names(host), [
      ['Ann', undefined],
      ['Holly Host', 'Ann'],
      ['Holly Host', undefined],
    ]);
  });

  test('loses nothing across a cut, and tells nothing twice; signals go on where they were', async () => {
    const { key, host, ann, annID } = await room();
    await say(host, key, 'all', 'one');
    const { lastId, PAGE } = await reads(ann, key, 'one');
    const signal = { kind: 'hello' };
    await postJson(shared(), host, '/acme/signal.php', { MK: Number(key), to: annID, signal });
    await say(host, key, 'all', 'two');
    await say(host, key, annID, 'three');
    let missing = 3;
    const heard = await hear(shared(), ann, { MK: key, PAGE, LAST: lastId }, ({ name }) => {
      if (name === 'chat' || name === 'signal') missing -= 1;
      return missing === 0;
    });
    const told = heard.filter(({ name }) => name === 'chat' || name === 'signal');
    assert.deepEqual(told.map(({ name, data }) => (name === 'chat' ? JSON.parse(data).text : name)).sort(), [
      'signal',
      'three',
      'two',
    ]);
    const afterwards = told.at(-1)?.id ?? '';
    await say(host, key, 'all', 'four');
    const rest = await hear(shared(), ann, { MK: key, PAGE, LAST: afterwards }, ({ data }) =>
      data.includes('four'),
    );
    assert.deepEqual(
      rest.filter(({ name }) => name === 'chat' || name === 'signal').map(({ name }) => name),
      ['chat'],
    );
  });

  test('a newcomer reads what was said since they came', async () => {
    const { key, password, host } = await room();
    await say(host, key, 'all', 'before');
    shared().clock.advance({ seconds: 1 });
    const late = await guest(shared(), { key, password }, 'Late');
    await say(host, key, 'all', 'after');
    assert.deepEqual((await reads(late, key, 'after')).texts, ['after']);
  });

  test('nobody reads who waits, was put out, is in another room or on another site', async () => {
    const site = shared();
    const { key, host, ann, bo, boID } = await room();
    const other = await room();
    const PAGE = await pageNumber(bo, key);
    const put = hear(site, bo, { MK: key, PAGE }, () => false);
    await say(host, key, boID, 'stay');
    await host.post('/acme/room.php', { MK: key, DO: 'EXPEL', PERSON: boID });
    assert.equal(await say(ann, key, boID, 'to one who is gone'), 410);
    await say(ann, key, 'all', 'secret');
    assert.doesNotMatch(JSON.stringify(await put), /secret/);
    assert.deepEqual(await hear(site, bo, { MK: key, PAGE, LAST: '0-0' }, () => false), [
      { id: '', name: 'ended', data: '{}' },
    ]);
    for (const stranger of [new Visitor(site.url), other.ann, other.host, bo]) {
      assert.equal(await say(stranger, key, 'all', 'I was never here'), 403);
      const heard = await hear(site, stranger, { MK: key, PAGE, LAST: '0-0' }, () => false);
      assert.deepEqual(
        heard.map(({ name }) => name),
        ['ended'],
      );
    }
    const elsewhere = await hear(site, ann, { MK: key, PAGE }, () => false, '/acme-basic/events.php');
    assert.deepEqual(
      elsewhere.map(({ name }) => name),
      ['ended'],
    );
    const body = { MK: Number(key), to: 'all', text: 'from another site' };
    assert.equal(await postJson(site, ann, '/acme-basic/chat.php', body), 403);
    // Whoever is named beside one's own room is nobody there.
    assert.equal(await say(other.ann, other.key, boID, 'hello'), 410);
    assert.equal(await say(ann, key, other.annID, 'hello'), 410);
    await say(host, key, 'all', 'last');
    assert.deepEqual((await reads(ann, key, 'last')).texts, ['secret', 'last']);

    const door = await meeting(site, 'hostid', '<attendeeOptions><request>true</request></attendeeOptions>');
    const opens = await begin(site, door.key);
    const waits = await guest(site, door, 'Wes');
    const waiting = hear(site, waits, { MK: door.key }, () => false);
    await say(opens, door.key, 'all', 'among us');
    assert.equal(await say(waits, door.key, 'all', 'let me in'), 403);
    const [wes] = (await roomPage(opens, door.key)).room.waiting;
    assert.equal(await say(opens, door.key, wes?.id ?? '', 'a moment'), 410);
    site.clock.advance({ seconds: 1 });
    await opens.post('/acme/room.php', { MK: door.key, DO: 'ADMIT', PERSON: wes?.id ?? '' });
    assert.deepEqual(
      (await waiting).map(({ name }) => name),
      ['go'],
    );
    await say(opens, door.key, 'all', 'welcome');
    assert.deepEqual((await reads(waits, door.key, 'welcome')).texts, ['welcome']);
  });

  test('nobody writes to whom the session does not let them', async () => {
    const options = (words: string) => `<enableOptions>${words}</enableOptions>`;
    const silent = await room(options('<chat>false</chat>'));
    for (const by of [silent.host, silent.ann]) assert.equal(await say(by, silent.key, 'all', 'hello'), 403);
    assert.equal(await say(silent.ann, silent.key, silent.boID, 'psst'), 403);
    const { key, host, ann, hostID, boID } = await room(
      options('<chat>true</chat><chatHost>true</chatHost>'),
    );
    assert.deepEqual((await roomPage(ann, key)).room.chat, { all: false, hosts: true, one: false });
    assert.equal(await say(ann, key, 'all', 'hello'), 403);
    assert.equal(await say(ann, key, boID, 'psst'), 403);
    assert.equal(await say(ann, key, 'hosts', 'a question'), 204);
    assert.equal(await say(ann, key, hostID, 'a question for you'), 204);
    assert.equal(await say(host, key, 'all', 'an answer'), 204);
  });

  test('takes no more than a message, and no more than somebody writes', async () => {
    const { key, host, ann, annID } = await room();
    const MK = Number(key);
    for (const body of [
      'no JSON',
      '[]',
      'null',
      {},
      { MK, to: 'all' },
      { MK, text: 'x' },
      { MK: key, to: 'all', text: 'x' },
      { MK, to: 1, text: 'x' },
      { MK, to: 'all', text: 7 },
      { MK, to: 'all', text: ' \u202e\n\u0007' },
      { MK, to: 'all', text: 'x'.repeat(2001) },
    ]) {
      assert.equal(
        await postJson(shared(), host, '/acme/chat.php', body),
        400,
        JSON.stringify(body).slice(0, 80),
      );
    }
    const text = { MK, to: 'all', text: 'x' };
    assert.equal(await postJson(shared(), host, '/acme/chat.php', text, 'text/plain'), 400);
    assert.equal((await host.get('/acme/chat.php', { MK: key })).status, 400);
    assert.equal(await say(ann, key, annID, 'to myself'), 410);
    await say(ann, key, 'all', '<b>\u202eevil\u2066</b>\r\nnext\u0000 line');
    const { texts } = await reads(ann, key, '<b>evil</b>\nnext line');
    assert.deepEqual(texts, ['<b>evil</b>\nnext line']);
    shared().clock.advance({ seconds: 8 });
    const answers = await Promise.all(Array.from({ length: 15 }, () => say(ann, key, 'all', 'more')));
    assert.equal(answers.filter((status) => status === 204).length, 10);
    assert.equal(answers.filter((status) => status === 429).length, 5);
    assert.equal(await say(host, key, 'all', 'the others go on'), 204);
  });

  test('goes with the run, but for what the site keeps for the host', async () => {
    const site = shared();
    const runOf = async (key: string) => {
      const acme = await site.context.sites.required('acme');
      return (await site.context.live.running(acme, Number(key)))?.run ?? 0;
    };
    const left = async (run: number) => {
      await site.context.events.drain();
      return (await site.context.chat.saidIn(run)).map(({ text }) => text);
    };
    for (const keepsChat of [false, true]) {
      await site.context.sites.change('acme', { settings: { history: { keepsChat } } });
      const { key, host, ann, hostID } = await room();
      const run = await runOf(key);
      await say(ann, key, 'all', 'to all');
      await say(ann, key, hostID, 'to one');
      await host.post('/acme/room.php', { MK: key, DO: 'END' });
      assert.deepEqual(await left(run), keepsChat ? ['to all'] : []);
      const page = pageOf(await host.get('/acme/chats.php', { MK: key }))?.content;
      assert.ok(page?.page === 'chats');
      assert.deepEqual(
        page.runs.flatMap(({ lines }) => lines.map(({ name, text }) => ({ name, text }))),
        keepsChat ? [{ name: 'Ann', text: 'to all' }] : [],
      );
      // The administrator reads the history, and not what people wrote.
      for (const webExID of ['admin', 'guest']) {
        const other = await visitorAs(site, webExID);
        assert.equal((await other.get('/acme/chats.php', { MK: key })).status, 404);
      }
    }
    await site.context.sites.change('acme', { settings: { history: { keepsChat: false } } });
  });
});
