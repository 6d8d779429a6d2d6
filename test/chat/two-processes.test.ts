import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Chat, openChat } from '../../src/chat/chat.ts';
import type { Live } from '../../src/live/live.ts';
import { type House, hostOf, meetingHouse, stranger } from '../live/meeting-house.ts';
import { forPostgres } from '../support/databases.ts';

/** What is said in one process is read in another, in one order, and by nobody twice. */

forPostgres('the chat of a room that two processes serve', (_open, databases) => {
  let house: House;
  let chats: readonly { readonly chat: Chat; readonly live: Live }[];
  before(async () => {
    const url = await databases.fresh();
    const [first, second] = [await databases.open(url), await databases.open(url)];
    house = await meetingHouse(first);
    chats = [
      { chat: openChat(first, house.clock), live: house.live },
      { chat: openChat(second, house.clock), live: house.process(second).live },
    ];
  });

  test('is heard in both', async () => {
    const { host, session } = await house.meeting();
    const { token, stay } = await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    const count = 10;
    const heard = chats.map(({ chat }) => {
      const { promise, resolve } = Promise.withResolvers<readonly string[]>();
      const texts: string[] = [];
      let last = 0;
      let looking: Promise<void> = Promise.resolve();
      const look = () => {
        looking = looking.then(async () => {
          for (const { id, text } of await chat.after(ada.stay, last)) {
            last = id;
            texts.push(text);
          }
          if (texts.length >= 2 * count) resolve(texts);
        });
      };
      const end = chat.listen(stay.run, look);
      look();
      return promise.finally(end);
    });
    const said = chats.map(async ({ chat, live }, process) => {
      const by = process === 0 ? token : ada.token;
      for (let at = 0; at < count; at++) {
        await live.inName(house.site, by, (tx, own) =>
          chat.say(tx, own, { audience: 'ALL' }, `${process}.${at}`),
        );
      }
    });
    await Promise.all(said);
    const [one = [], other = []] = await Promise.all(heard);
    assert.equal(one.length, 2 * count);
    assert.equal(new Set(one).size, 2 * count);
    assert.deepEqual(other, one);
    for (const process of ['0', '1']) {
      const own = one.filter((text) => text.startsWith(`${process}.`));
      assert.deepEqual(own, [...own].sort());
    }
  });
});
