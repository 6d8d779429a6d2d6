import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThrottleGroup } from '../../src/throttle/throttle.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { sampleMessage } from '../../src/xml-api/sample-message.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { bodyContent, message, sharedSite, startSite, textOf } from '../support/site.ts';

/** 000045 when a site makes more calls of a group in a minute than it may. */

const GROUPS: readonly ThrottleGroup[] = ['userOperations', 'meetingWrites', 'meetingLists'];

test('every operation says what it counts against, and every group has some', () => {
  const counted = new Set(OPERATIONS.map(({ throttled }) => throttled));
  assert.deepEqual([...counted].toSorted(), [...GROUPS, 'never'].toSorted());
});

test('whatever writes a session is a meeting write, and whatever lists sessions a meeting list', () => {
  for (const { service, name, throttled } of OPERATIONS) {
    if (!/^(meeting|meeting\.auo|attendee)$/.test(service.name)) continue;
    if (/^(Create|Set|Del|Register)/.test(name)) assert.equal(throttled, 'meetingWrites', name);
    if (/^Lst/.test(name)) assert.equal(throttled, 'meetingLists', name);
  }
});

let siteID = 300;

forProtocol('throttling', (open) => {
  const site = sharedSite(open);
  const newSite = async (limit: number) => {
    siteID += 1;
    const throttling = { userOperations: limit, meetingWrites: limit, meetingLists: limit };
    const { sites } = site().context;
    const founded = await sites.create({
      siteName: `site${siteID}`,
      siteID,
      type: 3,
      settings: { throttling },
    });
    const { siteName } = founded;
    return { founded, admin: await site().person({ siteName, privileges: { siteAdmin: true } }) };
  };

  test('the limit, another site and another group, and a minute later', async () => {
    const [small, other] = [await newSite(3), await newSite(3)];
    const getUser = `<webExId>${small.admin.webExID}</webExId>`;
    for (let call = 0; call < 3; call++) await site().ok('user.GetUser', getUser, small.admin);
    const refused = await site().refused('000045', 'user.GetUser', getUser, small.admin);
    assert.equal(refused.reason, 'API Rate Limit Reach');
    await site().refused('000045', 'user.GetLoginTicket', '', small.admin);
    await site().refused('000015', 'meeting.LstsummaryMeeting', '', small.admin);
    await site().ok('site.GetSite', '', small.admin);
    await site().ok('user.GetLoginTicket', '', other.admin);
    site().clock.advance({ minutes: 1 });
    await site().ok('user.GetUser', getUser, small.admin);
  });

  test('each bodyContent is a call', async () => {
    const { admin } = await newSite(3);
    const four = bodyContent('user.GetLoginTicket').repeat(4);
    const answer = await site().post(message(four, admin));
    const numbers = answer.responses.map((response) => textOf(response, 'exceptionID'));
    assert.deepEqual(numbers, [undefined, undefined, undefined, '000045']);
  });

  test('whoever does not prove who they are uses nothing up', async () => {
    const { admin } = await newSite(2);
    const stranger = { ...admin, password: 'wrong' };
    for (let guess = 0; guess < 3; guess++) {
      await site().refused('030002', 'user.GetLoginTicket', '', stranger);
      await site().refused('030002', 'user.AuthenticateUser', '', stranger);
      await site().refused('030001', 'user.GetLoginTicket', '', { ...admin, webExID: 'nobody' });
    }
    await site().ok('user.GetLoginTicket', '', admin);
    await site().ok('user.AuthenticateUser', '', admin);
    await site().refused('000045', 'user.AuthenticateUser', '', admin);
    await site().refused('030002', 'user.AuthenticateUser', '', stranger);
  });

  test('a call that may not be made is a call', async () => {
    const { founded, admin } = await newSite(2);
    const host = await site().person({ siteName: founded.siteName });
    await site().refused('000001', 'user.LstUser', '', host);
    await site().ok('user.GetLoginTicket', '', admin);
    await site().refused('000045', 'user.GetLoginTicket', '', admin);
  });

  test('the demo sites have no limit', async () => {
    for (const group of GROUPS) {
      for (const name of await site().context.sites.names()) {
        if (!name.startsWith('acme')) continue;
        assert.equal((await site().context.sites.required(name)).settings.throttling[group], 0);
      }
    }
  });
});

forSqlite('throttling of every operation', (open) => {
  test('those of a group are refused when it is used up, and those that are free are not', async () => {
    await using site = await startSite(await open());
    const { sites, throttle } = site.context;
    const throttling = { userOperations: 1, meetingWrites: 1, meetingLists: 1 };
    const small = await sites.create({ siteName: 'small', siteID: 299, type: 3, settings: { throttling } });
    const admin = await site.person({ siteName: 'small', privileges: { siteAdmin: true } });
    for (const group of GROUPS) await throttle.count(small, group);
    for (const operation of OPERATIONS) {
      const { exceptionID } = await site.post(sampleMessage(operation, admin));
      const isCounted = operation.throttled !== 'never';
      assert.equal(exceptionID === '000045', isCounted, `${operation.name}: ${exceptionID}`);
    }
  });
});
