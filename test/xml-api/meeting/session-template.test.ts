import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { HOST, startSite } from '../../support/site.ts';

forProtocol('a meeting from a session template', (open) => {
  const meeting = (template: string) =>
    `<metaData><confName>Standup</confName><sessionTemplate><use>${template}</use></sessionTemplate></metaData>` +
    '<schedule><startDate>05/31/2027 10:00:00</startDate><extNotifyTime>7</extNotifyTime></schedule>';

  test("begins with what the template holds, the host's own before the site's", async () => {
    await using site = await startSite(await open());
    const { sites, accounts, sessionTemplates } = site.context;
    const acme = await sites.required('acme');
    const host = await accounts.required(acme, 'hostid');
    const named = { name: 'Short', serviceType: 'MeetingCenter' } as const;
    await sessionTemplates.save(acme, undefined, named, { openTime: 60, agenda: 'of the site' });
    await sessionTemplates.save(acme, host, named, {
      openTime: 900,
      extNotifyTime: 3,
      enableOptions: { chat: false },
    });

    const created = await site.ok('meeting.CreateMeeting', meeting('short'), HOST);
    const key = created.value('meetingkey');
    const got = await site.ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    assert.equal(got.value('schedule/openTime'), '900');
    assert.equal(got.value('enableOptions/chat'), 'false');
    assert.equal(got.value('enableOptions/poll'), 'true');
    assert.equal(got.value('metaData/agenda'), undefined);
    assert.equal(got.value('schedule/extNotifyTime'), '7', 'the request counts before the template');
  });

  for (const [serviceType, create, get, name] of [
    ['TrainingCenter', 'training.CreateTrainingSession', 'training.GetTrainingSession', 'confName'],
    ['EventCenter', 'event.CreateEvent', 'event.GetEvent', 'sessionName'],
  ] as const) {
    test(`is of its service alone: one of ${serviceType}`, async () => {
      await using site = await startSite(await open());
      const { sites, accounts, sessionTemplates } = site.context;
      const acme = await sites.required('acme');
      const host = await accounts.required(acme, 'hostid');
      const content =
        `<metaData><${name}>From a template</${name}><sessionTemplate><use>Long</use></sessionTemplate></metaData>` +
        '<schedule><startDate>05/31/2027 10:00:00</startDate></schedule>';
      await sessionTemplates.save(
        acme,
        host,
        { name: 'Long', serviceType: 'MeetingCenter' },
        { openTime: 60 },
      );
      await site.refused('030908', create, content, HOST);
      const template = { openTime: 1800, description: 'What is usual here', greeting: 'Welcome' };
      await sessionTemplates.save(acme, host, { name: 'Long', serviceType }, template);
      const made = await site.ok(create, content, HOST);
      const key = made.value('sessionkey') ?? made.value('sessionKey');
      const got = await site.ok(get, `<sessionKey>${key}</sessionKey>`, HOST);
      assert.equal(got.value('metaData/description'), 'What is usual here');
      assert.equal(got.value('schedule/openTime'), '30', 'minutes here');
    });
  }

  test('is refused when there is no such template', async () => {
    await using site = await startSite(await open());
    await site.refused('030908', 'meeting.CreateMeeting', meeting('Unknown'), HOST);
  });
});
