import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, CI_ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';

const of = (webExId: string) => `<webExId>${webExId}</webExId>`;

forProtocol('GetUser', (open) => {
  const site = sharedSite(open);

  test('shows everybody themselves', async () => {
    for (const caller of [ADMIN, HOST, GUEST]) {
      const answer = await site().ok('user.GetUser', of(caller.webExID), caller);
      assert.equal(answer.value('webExId'), caller.webExID);
    }
  });

  test('shows others to site administrators and read-only administrators alone', async () => {
    const reader = await site().person({ privileges: { roSiteAdmin: true } });
    for (const caller of [ADMIN, reader]) await site().ok('user.GetUser', of('hostid'), caller);
    for (const caller of [HOST, GUEST]) await site().refused('000001', 'user.GetUser', of('admin'), caller);
  });

  test('finds the webExID in any case, and shows it as it was given', async () => {
    const { webExID } = await site().person({ webExId: 'CamelCase' });
    assert.equal((await site().ok('user.GetUser', of('camelcase'))).value('webExId'), webExID);
  });

  test('does not know nobody, nor a webExID of another site', async () => {
    await site().refused('030001', 'user.GetUser', of('nobody'));
    await site().refused('030001', 'user.GetUser', of('hostid'), CI_ADMIN);
  });

  test('needs a webExId', async () => {
    const answer = await site().refused('000901', 'user.GetUser');
    assert.equal(answer.reason, 'A required element is missing: webExId: is required');
  });

  test('shows a personal room to those who have one', async () => {
    const { webExID } = await site().person({ personalUrl: 'pat', firstName: 'Pat', lastName: 'Smith' });
    const answer = await site().ok('user.GetUser', of(webExID));
    assert.equal(answer.value('personalMeetingRoom/title'), "Pat Smith's Personal Room");
    assert.equal(answer.value('personalMeetingRoom/personalMeetingRoomURL'), `${site().url}/acme/meet/pat`);
    assert.match(answer.value('personalMeetingRoom/sipURL') ?? '', /^pat@acme\./);
    assert.match(answer.value('personalMeetingRoom/accessCode') ?? '', /^[1-9]\d{8}$/);
    assert.match(answer.value('personalMeetingRoom/hostPIN') ?? '', /^\d{4}$/);
    assert.equal(answer.value('personalMeetingRoom/applyPMRForInstantMeeting'), 'true');
    const without = await site().ok('user.GetUser', of('guest'));
    assert.deepEqual(without.all('personalMeetingRoom'), []);
  });

  test('shows what has just been changed', async () => {
    const { webExID } = await site().person();
    assert.equal((await site().ok('user.GetUser', of(webExID))).value('title'), undefined);
    await site().ok('user.SetUser', `${of(webExID)}<title>Dr.</title>`);
    assert.equal((await site().ok('user.GetUser', of(webExID))).value('title'), 'Dr.');
    await site().context.sites.change('acme', { settings: { personalRooms: true } });
    assert.equal((await site().ok('user.GetUser', of(webExID))).value('title'), 'Dr.');
  });

  test('shows the name of the zone as its clocks are set now', async () => {
    const { clock } = site();
    const { webExID } = await site().person({ timeZoneID: 25 });
    const name = async () => (await site().ok('user.GetUser', of(webExID))).value('timeZoneWithDST');
    const winter = await name();
    clock.advance({ days: 60 });
    const summer = await name();
    assert.notEqual(summer, winter);
    assert.equal(summer, 'Berlin (Europe Summer Time, GMT+02:00)');
  });

  test('shows dates in the zone of the account', async () => {
    const { webExID } = await site().person({ timeZoneID: 4, expiresAt: Date.UTC(2027, 0, 31, 12) });
    const answer = await site().ok('user.GetUser', of(webExID));
    assert.equal(answer.value('expirationDate'), '01/31/2027 04:00:00');
    assert.equal(answer.value('timeZone'), 'GMT-08:00, Pacific (San Francisco)');
    const never = await site().ok('user.GetUser', of('hostid'));
    assert.equal(never.value('expirationDate'), '12/31/2049 23:59:59');
  });

  test('shows the session templates of the account and of its site', async () => {
    const { sites, accounts, sessionTemplates } = site().context;
    const acme = await sites.required('acme');
    const { webExID } = await site().person();
    const account = await accounts.required(acme, webExID);
    await sessionTemplates.save(acme, account, { name: 'Weekly', serviceType: 'MeetingCenter' }, {});
    const own = await site().ok('user.GetUser', of(webExID));
    assert.deepEqual(own.texts('schedulingTemplates/sessionTemplate/name'), ['Weekly']);
    assert.deepEqual(own.texts('schedulingTemplates/sessionTemplate/serviceType'), ['MeetingCenter']);
    assert.deepEqual((await site().ok('user.GetUser', of('admin'))).all('schedulingTemplates'), []);
  });

  test('counts the days until the password expires', async () => {
    const { sites } = site().context;
    await sites.create({ siteName: 'careful', siteID: 90, type: 3, settings: { passwordLifeDays: 30 } });
    const person = await site().person({ siteName: 'careful' });
    const left = async () => {
      const answer = await site().ok('user.GetUser', of(person.webExID), person);
      return [answer.value('passwordExpires'), answer.value('passwordDaysLeft')];
    };
    assert.deepEqual(await left(), ['true', '30']);
    site().clock.advance({ days: 29, minutes: 1 });
    assert.deepEqual(await left(), ['true', '1']);
    site().clock.advance({ days: 1 });
    await site().refused('030905', 'user.GetUser', of(person.webExID), person);
  });
});
