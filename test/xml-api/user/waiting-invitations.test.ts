import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { HOST, PASSWORD, sharedSite } from '../../support/site.ts';
import { schedule, somebody } from '../attendee/meetings.ts';

/** People who were invited before they had an account, and the address by which they are known. */

forProtocol('an invitation that came before the account', (open) => {
  const site = sharedSite(open);
  const attendee = (email: string, rest = '') => `<attendee>${somebody('Ada', email, rest)}</attendee>`;
  const invite = (email: string, rest?: string) =>
    schedule(site(), {
      attendees: attendee(email, rest),
      accessControl: '<meetingPassword>P@ss1</meetingPassword>',
    });
  const account = async (webExID: string, email: string) => {
    await site().ok(
      'user.CreateUser',
      `<firstName>Ada</firstName><lastName>Byron</lastName><webExId>${webExID}</webExId>` +
        `<email>${email}</email><password>${PASSWORD}</password><privilege><host>true</host></privilege>` +
        '<active>ACTIVATED</active>',
    );
    return { ...HOST, webExID };
  };
  const keysOf = async (caller: typeof HOST) => {
    const answer = await site().call('meeting.LstsummaryMeeting', '', caller);
    return answer.texts('meeting/meetingKey');
  };
  const passwordFor = async (caller: typeof HOST, key: string) => {
    const answer = await site().call('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, caller);
    return answer.value('accessControl/sessionPassword');
  };

  test('is in the list of the account that an administrator makes, with its password', async () => {
    const key = await invite('Ada.Before@example.com');
    const ada = await account('ada-before', 'ada.before@example.com');
    assert.deepEqual(await keysOf(ada), [key]);
    assert.equal(await passwordFor(ada, key), 'P@ss1');
  });

  test('makes an alternate host of whoever was one in everything but the account', async () => {
    const key = await invite('ada.deputy@example.com');
    const ada = await account('ada-deputy', 'ada.deputy@example.com');
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><participants><attendees>${attendee('ada.deputy@example.com', '<role>HOST</role>')}</attendees></participants>`,
      HOST,
    );
    await site().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, ada);
  });

  test('is not got by taking the address: it counts when an administrator sets it', async () => {
    const key = await invite('victim@example.com');
    const eve = await account('eve', 'eve@example.com');
    await site().ok('user.SetUser', '<webExId>eve</webExId><email>victim@example.com</email>', eve);
    assert.deepEqual(await keysOf(eve), []);
    assert.notEqual(await passwordFor(eve, key), 'P@ss1');
    const again = `<participants><attendees>${attendee('victim@example.com')}</attendees></participants>`;
    await site().ok('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${again}`, HOST);
    assert.deepEqual(await keysOf(eve), []);
    await site().ok('user.SetUser', '<webExId>eve</webExId><email>victim@example.com</email>');
    assert.deepEqual(await keysOf(eve), [key]);
  });

  test('stays with the account when that takes another address', async () => {
    const key = await invite('ada.moves@example.com');
    const ada = await account('ada-moves', 'ada.moves@example.com');
    await site().ok('user.SetUser', '<webExId>ada-moves</webExId><email>moved@example.com</email>', ada);
    const again = `<participants><attendees>${attendee('ada.moves@example.com')}</attendees></participants>`;
    await site().ok('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${again}`, HOST);
    assert.deepEqual(await keysOf(ada), [key]);
  });

  test('is of its own site alone', async () => {
    await invite('ada.elsewhere@example.com');
    const elsewhere = await site().person({ siteName: 'acme-basic', email: 'ada.elsewhere@example.com' });
    assert.deepEqual(await keysOf(elsewhere), []);
  });
});
