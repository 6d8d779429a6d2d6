import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MeetingPreferences } from '../../src/accounts/meeting-preferences.ts';
import { pageOf } from '../browser/follower.ts';
import { forEachDatabase } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';

/** What a host has set for their meetings, as it works for whoever uses the older interfaces. */

const SCHEDULING = {
  enabledJoinBeforeHost: true,
  joinBeforeHostMinutes: 15,
  enabledAutoShareRecording: false,
  enabledWebexAssistantByDefault: false,
};

const PHONE = { enabledCallInAuthentication: false, enabledCallMe: false };

const AUDIO = {
  defaultAudioType: 'otherTeleconferenceService',
  otherTeleconferenceDescription: 'Dial 12, then 34',
  enabledGlobalCallIn: false,
  enabledTollFree: false,
  enabledAutoConnection: false,
  officeNumber: PHONE,
  mobileNumber: PHONE,
} as const;

const HOSTING = {
  supportCoHost: true,
  supportAnyoneAsCoHost: false,
  allowFirstUserToBeCoHost: false,
  allowAuthenticatedDevices: false,
  coHosts: [],
};

forEachDatabase('What hosts have set for their meetings', (open) => {
  const shared = sharedSite(open);
  const set = async (webExID: string, meetingPreferences: MeetingPreferences) => {
    const { accounts, sites } = shared().context;
    await accounts.change(await sites.required('acme'), webExID, () => ({ profile: { meetingPreferences } }));
  };

  const allowsEarly = (joinBeforeHost: boolean) =>
    shared().context.sites.change('acme', { settings: { security: { joinBeforeHost } } });

  const made = async (webExId: string) => {
    await shared().person({ webExId });
    const { accounts, sites } = shared().context;
    return accounts.required(await sites.required('acme'), webExId);
  };

  test('holds for a meeting that says nothing of it, and not against what it says or the site forbids', async () => {
    await set('hostid', { scheduling: SCHEDULING, audio: AUDIO });
    const scheduled = async (schedule = '', telephony = '') => {
      const created = await shared().ok(
        'meeting.CreateMeeting',
        `<metaData><confName>Own ways</confName></metaData><schedule><startDate>03/05/2026 10:00:00</startDate>
          <duration>30</duration>${schedule}</schedule>${telephony}`,
        HOST,
      );
      const key = created.value('meetingkey') ?? '';
      return shared().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    };
    const usual = await scheduled();
    assert.equal(usual.value('schedule/openTime'), '900');
    assert.equal(usual.value('telephony/telephonySupport'), 'OTHER');
    assert.equal(usual.value('telephony/extTelephonyDescription'), 'Dial 12, then 34');
    const said = await scheduled(
      '<openTime>300</openTime>',
      '<telephony><telephonySupport>NONE</telephonySupport></telephony>',
    );
    assert.equal(said.value('schedule/openTime'), '300');
    assert.equal(said.value('telephony/telephonySupport'), 'NONE');
    await allowsEarly(false);
    assert.equal((await scheduled()).value('schedule/openTime'), '0');
    await allowsEarly(true);
  });

  test('lets those host a personal room whom its owner names, and nobody else', async () => {
    const owner = await made('owner');
    const named = await made('named');
    await made('other');
    const begins = async (webExID: string) => {
      const visitor = await visitorAs(shared(), webExID);
      const page = pageOf(await visitor.get(`/acme/meet/${owner.personalUrl}`))?.content;
      assert.ok(page?.page === 'personal-room');
      return page.start !== undefined;
    };
    const coHosts = [{ email: named.email.toUpperCase() }, { email: 'stranger@example.com' }];
    assert.equal(await begins('named'), false);
    await set('owner', { room: { ...HOSTING, coHosts } });
    assert.deepEqual([await begins('named'), await begins('other')], [true, false]);
    await set('owner', { room: { ...HOSTING, coHosts, supportCoHost: false } });
    assert.deepEqual([await begins('named'), await begins('other')], [false, false]);
    await set('owner', { room: { ...HOSTING, supportAnyoneAsCoHost: true } });
    assert.deepEqual([await begins('named'), await begins('other')], [true, true]);
    await set('owner', { room: { ...HOSTING, coHosts } });
    const visitor = await visitorAs(shared(), 'named');
    const room = await visitor.get('/acme/m.php', { AT: 'JM', MK: owner.accessCode ?? '' });
    assert.match(room.target?.pathname ?? '', /room\.php$/);
    const seen = pageOf(await visitor.get('/acme/room.php', { MK: owner.accessCode ?? '' }))?.content;
    assert.ok(seen?.page === 'room' && seen.room.deeds.includes('ADMIT'));
  });
});
