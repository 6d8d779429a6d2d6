import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { HOST, sharedSite } from '../../support/site.ts';
import { getMeeting } from './scheduled.ts';

/** What a meeting's accessControl says in the words of other services. */

forProtocol("a meeting's accessControl", (open) => {
  const site = sharedSite(open);
  const REST =
    '<metaData><confName>Review</confName></metaData>' +
    '<schedule><startDate>06/01/2026 10:00:00</startDate><duration>60</duration></schedule>';

  for (const [listStatus, listToPublic, isPublic] of [
    ['PRIVATE', 'false', 'true'],
    ['UNLISTED', 'false', 'false'],
    ['PUBLIC', 'true', 'true'],
  ] as const) {
    test(`with sessionPassword and listStatus ${listStatus} is read as what they mean, with a hint`, async () => {
      const created = await site().ok(
        'meeting.CreateMeeting',
        `<accessControl><listStatus>${listStatus}</listStatus><sessionPassword>P@ss1</sessionPassword></accessControl>${REST}`,
        HOST,
      );
      assert.match(created.hints.join('\n'), /listStatus/);
      assert.match(created.hints.join('\n'), /sessionPassword/);
      const meeting = await getMeeting(site(), created.value('meetingkey') ?? '');
      assert.deepEqual(
        ['meetingPassword', 'listToPublic', 'isPublic'].map((name) => meeting.value(`accessControl/${name}`)),
        ['P@ss1', listToPublic, isPublic],
      );
    });
  }

  test('is changed by the same words', async () => {
    const created = await site().ok('meeting.CreateMeeting', REST, HOST);
    const key = created.value('meetingkey') ?? '';
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><accessControl><listStatus>PRIVATE</listStatus>` +
        '<sessionPassword>P@ss2</sessionPassword></accessControl>',
      HOST,
    );
    const meeting = await getMeeting(site(), key);
    assert.equal(meeting.value('accessControl/meetingPassword'), 'P@ss2');
    assert.equal(meeting.value('accessControl/listToPublic'), 'false');
  });

  test('names the limit of the duration that holds: the smaller of the type and the site', async () => {
    const create = (duration: number) =>
      site().call(
        'meeting.CreateMeeting',
        `<metaData><confName>Long</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate>` +
          `<duration>${duration}</duration></schedule>`,
        HOST,
      );
    const detail = (answer: Awaited<ReturnType<typeof create>>) =>
      JSON.stringify([answer.reason, answer.logged?.failures]);
    assert.match(detail(await create(1441)), /at most 1440 minutes/);
    await site().context.sites.change('acme', { settings: { scheduling: { maximumDuration: 300 } } });
    assert.match(detail(await create(301)), /at most 300 minutes/);
    await site().context.sites.change('acme', { settings: { scheduling: { maximumDuration: 1440 } } });
  });
});
