import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol, forSqlite } from '../../support/databases.ts';
import { bodyContent, HOST, message, sharedSite } from '../../support/site.ts';

/** Guessing the password of a session: ten wrong ones from an address within fifteen minutes, whichever way. */

const ANYBODY = { siteName: 'acme' };
const PASSWORD = 'Secret4us';
const GUEST = '<attendeeName>Gus</attendeeName><attendeeEmail>gus@example.com</attendeeEmail>';

type Site = ReturnType<ReturnType<typeof sharedSite>>;

async function newMeeting(site: Site): Promise<string> {
  const created = await site.ok(
    'meeting.CreateMeeting',
    `<accessControl><meetingPassword>${PASSWORD}</meetingPassword></accessControl>` +
      '<metaData><confName>Guarded</confName></metaData>' +
      '<schedule><startDate>03/10/2026 10:00:00</startDate><duration>60</duration></schedule>',
    HOST,
  );
  return created.value('meetingkey') ?? '';
}

const withPassword = (key: string, password: string) =>
  `<sessionKey>${key}</sessionKey><sessionPassword>${password}</sessionPassword>`;

forProtocol('guesses at the password of a session', (open) => {
  const site = sharedSite(open);
  const info = (key: string, password: string, caller: object = ANYBODY) =>
    site().call('ep.GetSessionInfo', withPassword(key, password), { ...caller });
  const join = (key: string, password: string) =>
    site().call('ep.GetJoinSessionInfo', withPassword(key, password) + GUEST, ANYBODY);

  test('the eleventh is refused, a right one too, until they are over', async () => {
    const key = await newMeeting(site());
    for (let guess = 0; guess < 5; guess++) {
      assert.equal((await info(key, `wrong${guess}`)).result, 'SUCCESS');
      assert.equal((await join(key, `wrong${guess}`)).exceptionID, '060919');
    }
    for (const password of ['wrong', PASSWORD]) {
      const refused = await info(key, password);
      assert.equal(refused.exceptionID, '060930');
      assert.equal(refused.reason, 'Too many wrong session passwords');
      assert.equal((await join(key, password)).exceptionID, '060930');
    }
    site().clock.advance({ minutes: 15 });
    const opened = await info(key, PASSWORD);
    assert.equal(opened.value('accessControl/sessionPassword'), PASSWORD);
    assert.equal((await join(key, PASSWORD)).result, 'SUCCESS');
  });

  test('who guesses numbers learns of none that is hidden, unless they have its password', async () => {
    const { context, clock } = site();
    const acme = await context.sites.required('acme');
    const [listed, hidden] = [await newMeeting(site()), await newMeeting(site())];
    await context.sessions.change(acme, Number(listed), () => ({ listStatus: 'PUBLIC' }));
    await context.sessions.change(acme, Number(hidden), () => ({ listStatus: 'UNLISTED' }));
    await context.sites.change('acme', { settings: { throttling: { strangers: 2 } } });
    const told = async (operation: string, key: string, password = '') => {
      const shown = password && `<sessionPassword>${password}</sessionPassword>`;
      const more = operation === 'ep.GetSessionInfo' ? '' : GUEST;
      return site().call(operation, `<sessionKey>${key}</sessionKey>${shown}${more}`, ANYBODY);
    };
    try {
      for (const key of ['100000001', '100000002']) {
        assert.equal((await told('ep.GetSessionInfo', key)).exceptionID, '060001');
      }
      for (const operation of ['ep.GetSessionInfo', 'ep.GetJoinSessionInfo']) {
        for (const password of ['', 'wrong']) {
          const [real, unreal] = [
            await told(operation, hidden, password),
            await told(operation, '100000001', password),
          ];
          assert.equal(real.exceptionID, '000045');
          assert.equal(real.text, unreal.text, `${operation} ${password}`);
        }
        assert.equal((await told(operation, hidden, PASSWORD)).result, 'SUCCESS', operation);
        assert.equal((await told(operation, listed, PASSWORD)).result, 'SUCCESS', operation);
      }
    } finally {
      await context.sites.change('acme', { settings: { throttling: { strangers: 120 } } });
      clock.advance({ minutes: 15 });
    }
  });

  test('right ones, none at all and those of the host do not count', async () => {
    const key = await newMeeting(site());
    for (let call = 0; call < 11; call++) {
      assert.equal((await info(key, PASSWORD)).result, 'SUCCESS');
      assert.equal((await info(key, 'wrong', HOST)).result, 'SUCCESS');
      await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, ANYBODY);
    }
    assert.equal((await join(key, PASSWORD)).result, 'SUCCESS');
  });

  test('another session is not concerned, and its host gets in to this one', async () => {
    const [key, other] = [await newMeeting(site()), await newMeeting(site())];
    for (let guess = 0; guess < 11; guess++) await join(key, 'wrong');
    assert.equal((await join(key, PASSWORD)).exceptionID, '060930');
    assert.equal((await join(other, PASSWORD)).result, 'SUCCESS');
    assert.equal((await info(key, '', HOST)).result, 'SUCCESS');
  });
});

forSqlite('guesses from behind a proxy', (open) => {
  const trusting = sharedSite(open, { settings: { trustedProxies: '127.0.0.1' } });
  const alone = sharedSite(open);

  const joinFrom = async (site: Site, address: string, key: string, password: string) => {
    const text = message(bodyContent('ep.GetJoinSessionInfo', withPassword(key, password) + GUEST), ANYBODY);
    return (await site.post(text, { headers: { 'X-Forwarded-For': address } })).exceptionID;
  };

  test('count by the address that a trusted proxy tells', async () => {
    const key = await newMeeting(trusting());
    for (let guess = 0; guess < 10; guess++) await joinFrom(trusting(), '192.0.2.7', key, 'wrong');
    assert.equal(await joinFrom(trusting(), '192.0.2.7', key, PASSWORD), '060930');
    assert.equal(await joinFrom(trusting(), '192.0.2.8', key, PASSWORD), undefined);
  });

  test('cannot be spread over addresses that the caller makes up', async () => {
    const key = await newMeeting(alone());
    for (let guess = 0; guess < 10; guess++) await joinFrom(alone(), `192.0.2.${guess}`, key, 'wrong');
    assert.equal(await joinFrom(alone(), '192.0.2.200', key, PASSWORD), '060930');
  });
});
