import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { type Caller, sharedSite } from '../../support/site.ts';

/** The release notes' example, character for character; its numbers and its room system's host are the site's. */
const SEED = `
          <ep:status>NOT_INPROGRESS</ep:status>
          <ep:sessionkey>987654321</ep:sessionkey>
          <ep:confID>2516583027</ep:confID>
          <ep:accessControl>
              <ep:sessionPassword/>
              <ep:listStatus>UNLISTED</ep:listStatus>
              <ep:registration>false</ep:registration>
              <ep:passwordReq>false</ep:passwordReq>
          </ep:accessControl>
          <ep:metaData>
              <ep:confName>Craig Lin's Personal Room</ep:confName>
              <ep:sessionType>3</ep:sessionType>
              <ep:serviceType>MeetingCenter</ep:serviceType>
              <ep:isRecurring>false</ep:isRecurring>
              <ep:agendaFormat>TEXT</ep:agendaFormat>
              <ep:descriptionFormat>TEXT</ep:descriptionFormat>
              <ep:isException>false</ep:isException>
              <ep:seriesMeetingKey>0</ep:seriesMeetingKey>
              <ep:hasException>false</ep:hasException>
          </ep:metaData>
          <ep:telephony>
              <ep:telephonySupport>CALLBACK</ep:telephonySupport>
              <ep:tollFreeRestrictionsURL>https://www.webex.com/pdf/tollfree_restrictions.pdf</ep:tollFreeRestrictionsURL>
              <ep:callInNum>
                  <serv:tollNum>4083822469</serv:tollNum>
                  <serv:tollFreeNum>4083822470</serv:tollFreeNum>
              </ep:callInNum>
              <ep:labels>
                  <ep:tollFreeCallInLabel>Call-in toll-free number (US/Canada)</ep:tollFreeCallInLabel>
                  <ep:tollCallInLabel>Call-in toll number (US/Canada)</ep:tollCallInLabel>
              </ep:labels>
              <ep:isMPAudio>false</ep:isMPAudio>
              <ep:voip>true</ep:voip>
              <ep:enableTSP>false</ep:enableTSP>
          </ep:telephony>
          <ep:host>
              <ep:firstName>Craig</ep:firstName>
              <ep:lastName>Lin</ep:lastName>
              <ep:email>yangseli@cisco.com</ep:email>
              <ep:webExId>yangseli</ep:webExId>
          </ep:host>
          <ep:schedule>
              <ep:startDate>12/31/2065 13:00:00</ep:startDate>
              <ep:duration>720</ep:duration>
              <ep:timeZone>GMT-08:00, Pacific (San Francisco)</ep:timeZone>
              <ep:timeZoneID>4</ep:timeZoneID>
          </ep:schedule>
          <ep:attendeeOptions>
              <ep:joinRequiresAccount>false</ep:joinRequiresAccount>
          </ep:attendeeOptions>
          <ep:isAudioOnly>false</ep:isAudioOnly>
          <ep:telePresence>false</ep:telePresence>
          <ep:isAlternateHost>false</ep:isAlternateHost>
          <ep:isCreator>true</ep:isCreator>
            <ep:supportE2E>false</ep:supportE2E>
          <ep:isAllowJBH>false</ep:isAllowJBH>
          <ep:isCETMeeting>true</ep:isCETMeeting>
          <ep:isPersonalMeetingRoom>true</ep:isPersonalMeetingRoom>
          <ep:isNextUpcomingInstance>true</ep:isNextUpcomingInstance>
          <ep:sipURL>xyz123@xmlt00.eng.webex.com</ep:sipURL>
`
  .replaceAll(/\n\s*/g, '')
  .replace('<ep:sessionPassword/>', '<ep:sessionPassword></ep:sessionPassword>');

const SETTINGS = {
  telephony: {
    defaultTelephonySupport: 'CALLBACK',
    tollNumber: '4083822469',
    tollFreeNumber: '4083822470',
    tollFreeRestrictionsURL: 'https://www.webex.com/pdf/tollfree_restrictions.pdf',
  },
} as const;

forProtocol('a personal room', (open) => {
  const site = sharedSite(open);
  let owner: Caller;
  let key = '';

  before(async () => {
    await site().context.sites.create({ siteName: 'rooms', siteID: 8_200_001, type: 3, settings: SETTINGS });
    owner = await site().person({
      siteName: 'rooms',
      webExId: 'yangseli',
      email: 'yangseli@cisco.com',
      firstName: 'Craig',
      lastName: 'Lin',
      personalUrl: 'xyz123',
    });
    key = await keyOf(owner);
  });

  const keyOf = async (caller: Caller) =>
    (await site().ok('user.GetUser', `<webExId>${caller.webExID}</webExId>`, caller)).value(
      'personalMeetingRoom/accessCode',
    ) ?? '';

  const info = (caller: Caller, sessionKey = key, more = '') =>
    site().ok('ep.GetSessionInfo', `<sessionKey>${sessionKey}</sessionKey>${more}`, caller);

  const setSite = (settings: object) => site().context.sites.change('rooms', { settings });

  test('is shown to its owner as the release notes have it; the link at the end is ours', async () => {
    const { text } = await info(owner);
    const [, inside = ''] = /<serv:bodyContent [^>]*>(.*)<\/serv:bodyContent>/.exec(text) ?? [];
    const [, confID = ''] = /<ep:confID>(\d{10})<\/ep:confID>/.exec(text) ?? [];
    assert.equal(
      inside.replace(/<ep:meetingLink>.*$/, ''),
      SEED.replace('987654321', key)
        .replace('2516583027', confID)
        .replace('xmlt00.eng.webex.com', `rooms.${new URL(site().url).hostname}`),
    );
    assert.match(inside, /<\/ep:sipURL><ep:meetingLink>[^<]*\/rooms\/meet\/xyz123<\/ep:meetingLink>$/);
    assert.match(key, /^[1-9]\d{8}$/);
  });

  test('tells those who do not own it neither its numbers nor its ways in', async () => {
    const stranger = await site().person({ siteName: 'rooms' });
    for (const caller of [{ siteName: 'rooms' }, stranger]) {
      const answer = await info(caller, key, '<sessionPassword>any</sessionPassword>');
      assert.equal(answer.value('metaData/confName'), "Craig Lin's Personal Room");
      assert.equal(answer.value('isPersonalMeetingRoom'), 'true');
      assert.equal(answer.value('isCreator'), 'false');
      for (const hidden of [
        'telephony',
        'accessControl/sessionPassword',
        'host/email',
        'sipURL',
        'meetingLink',
      ]) {
        assert.equal(answer.value(hidden), undefined, hidden);
      }
    }
  });

  test('is open to administrators', async () => {
    for (const privileges of [{ siteAdmin: true }, { roSiteAdmin: true }]) {
      const answer = await info(await site().person({ siteName: 'rooms', privileges }));
      assert.equal(answer.value('host/email'), 'yangseli@cisco.com');
      assert.equal(answer.value('telephony/callInNum/tollNum'), '4083822469');
      assert.equal(answer.value('isCreator'), 'false');
    }
  });

  test('does not exist for another site', async () => {
    await site().refused('060001', 'ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, {
      siteName: 'acme',
    });
  });

  test('is what its owner calls it', async () => {
    await site().ok(
      'user.SetUser',
      '<webExId>yangseli</webExId><personalMeetingRoom><title>The &lt;Den&gt;</title></personalMeetingRoom>',
      owner,
    );
    assert.equal((await info(owner)).value('metaData/confName'), 'The <Den>');
  });

  test('has the session type and the zone of its owner', async () => {
    const other = await site().person({
      siteName: 'rooms',
      timeZoneID: 25,
      profile: { sessionOptions: { defaultSessionType: 15 } },
    });
    const answer = await info(other, await keyOf(other));
    assert.equal(answer.value('metaData/sessionType'), '15');
    assert.equal(answer.value('schedule/startDate'), '12/31/2065 13:00:00');
    assert.equal(answer.value('schedule/timeZone'), 'GMT+01:00, Europe (Berlin)');
  });

  test('asks for an account where the site says PMR_ForceLogin, and a meeting where it says so itself', async () => {
    const meeting = async (options: string) =>
      (
        await site().ok(
          'meeting.CreateMeeting',
          `<metaData><confName>M</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>${options}`,
          owner,
        )
      ).value('meetingkey') ?? '';
    const open = await meeting('');
    const closed = await meeting(
      '<attendeeOptions><joinRequiresAccount>true</joinRequiresAccount></attendeeOptions>',
    );
    const requires = (sessionKey: string) =>
      info({ siteName: 'rooms' }, sessionKey).then((answer) =>
        answer.value('attendeeOptions/joinRequiresAccount'),
      );
    for (const pmrForceLogin of [true, false]) {
      await setSite({ pmrForceLogin });
      assert.equal(await requires(key), String(pmrForceLogin));
      assert.equal(await requires(open), 'false');
      assert.equal(await requires(closed), 'true');
    }
  });

  describe('has a sipURL', () => {
    test('only when its owner may use room systems', async () => {
      const without = await site().person({ siteName: 'rooms', privileges: { isEnableCET: false } });
      const answer = await info(without, await keyOf(without));
      assert.equal(answer.value('sipURL'), undefined);
      assert.equal(answer.value('isCETMeeting'), 'false');
    });

    test('only when the site has them; so do meetings', async () => {
      const meeting = await site().ok(
        'meeting.CreateMeeting',
        '<metaData><confName>M</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>',
        owner,
      );
      const meetingkey = meeting.value('meetingkey') ?? '';
      const sipURLs = async () => [
        (await info(owner)).value('sipURL'),
        (await info(owner, meetingkey)).value('sipURL'),
      ];
      const host = `rooms.${new URL(site().url).hostname}`;
      assert.deepEqual(await sipURLs(), [`xyz123@${host}`, `${meetingkey}@${host}`]);
      await setSite({ collaborationRooms: false });
      assert.deepEqual(await sipURLs(), [undefined, undefined]);
      await setSite({ collaborationRooms: true });
    });
  });

  test('is gone when its owner may not have one any more, or is no longer active', async () => {
    const admin = await site().person({ siteName: 'rooms', privileges: { siteAdmin: true } });
    for (const change of [
      '<privilege><isEnablePMR>false</isEnablePMR></privilege>',
      '<active>DEACTIVATED</active>',
    ]) {
      const leaving = await site().person({ siteName: 'rooms' });
      const room = await keyOf(leaving);
      await info(admin, room);
      await site().ok('user.SetUser', `<webExId>${leaving.webExID}</webExId>${change}`, admin);
      await site().refused('060001', 'ep.GetSessionInfo', `<sessionKey>${room}</sessionKey>`, admin);
    }
  });

  test('is no meeting: it is neither read, changed nor deleted as one', async () => {
    for (const operation of ['meeting.GetMeeting', 'meeting.DelMeeting', 'ep.DelSession']) {
      await site().refused('060001', operation, `<sessionKey>${key}</sessionKey>`, owner);
    }
    await site().refused('060001', 'meeting.SetMeeting', `<meetingkey>${key}</meetingkey>`, owner);
  });
});
