import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, GUEST, HOST, sharedSite } from '../../support/site.ts';
import { alternateHost, getMeeting, meeting, scheduled } from './scheduled.ts';

const START = { confName: 'Review', startDate: '06/01/2026 10:00:00' };

forProtocol('CreateMeeting', (open) => {
  const site = sharedSite(open);
  let sites = 0;

  /** A site with these settings and a host on it. */
  const hostWith = async (settings: object, person: object = {}) => {
    const siteName = `create-${++sites}`;
    await site().context.sites.create({ siteName, siteID: 8_400_000 + sites, type: 3, settings });
    return site().person({ ...person, siteName });
  };

  const refused = (exceptionID: string, asked: Parameters<typeof meeting>[0], caller: Caller = HOST) =>
    site().refused(exceptionID, 'meeting.CreateMeeting', meeting({ ...START, ...asked }), caller);

  /** What GetMeeting tells at these paths of a new meeting. */
  const told = async (asked: Parameters<typeof meeting>[0], paths: readonly string[], caller = HOST) => {
    const answer = await getMeeting(site(), await scheduled(site(), asked, caller), caller);
    return paths.map((path) => answer.value(path));
  };

  test('with a start alone lasts an hour, in the zone of its host, and is public', async () => {
    const host = await site().person({ timeZoneID: 25 });
    assert.deepEqual(
      await told({}, ['schedule/duration', 'schedule/timeZoneID', 'accessControl/listToPublic'], host),
      ['60', '25', 'true'],
    );
    const list = await site().ok('meeting.LstsummaryMeeting', '', host);
    assert.equal(list.value('meeting/listStatus'), 'PUBLIC');
  });

  describe('takes the time zone', () => {
    const schedule = ['schedule/startDate', 'schedule/timeZoneID', 'schedule/timeZone'];

    test('by its number', async () => {
      assert.deepEqual(await told({ timeZoneID: 41 }, schedule), [
        '06/01/2026 10:00:00',
        '41',
        'GMT+05:30, India (Bombay)',
      ]);
    });

    test('by its label, in either spelling, with or without daylight saving', async () => {
      for (const [timeZone, id] of [
        ['GMT-08:00, Pacific (San Jose)', '4'],
        ['GMT-07:00, Pacific (San Francisco)', '4'],
        ['GMT+01:00, Europe (Berlin)', '25'],
        ['GMT-09:00, Alaska (Ancorage)', '3'],
      ] as const) {
        assert.equal((await told({ timeZone }, ['schedule/timeZoneID']))[0], id, timeZone);
      }
    });

    test('by its number when both are given', async () => {
      const asked = { timeZoneID: 25, timeZone: 'GMT-08:00, Pacific (San Jose)' };
      assert.equal((await told(asked, ['schedule/timeZoneID']))[0], '25');
    });

    test('of the host when -1 or nothing is given', async () => {
      const host = await site().person({ timeZoneID: 49 });
      for (const schedule of ['<timeZoneID>-1</timeZoneID>', '<timeZoneID></timeZoneID>', '<timeZone/>']) {
        assert.equal((await told({ schedule }, ['schedule/timeZoneID'], host))[0], '49', schedule);
      }
    });

    test('so that the instant is right: ten in Berlin is eight in London', async () => {
      const host = await site().person();
      await scheduled(site(), { timeZoneID: 25 }, host);
      const list = await site().ok('ep.LstsummarySession', '', host);
      assert.equal(list.value('session/startTime'), '06/01/2026 08:00:00');
    });

    test('only of those that there are', async () => {
      for (const timeZoneID of [62, 1000, -2]) await refused('000909', { timeZoneID });
      await refused('000909', { timeZone: 'GMT+01:00, Atlantis' });
    });
  });

  test('keeps openTime and joinTeleconfBeforeHost', async () => {
    const asked = {
      schedule: '<openTime>900</openTime><joinTeleconfBeforeHost>FALSE</joinTeleconfBeforeHost>',
    };
    assert.deepEqual(await told(asked, ['schedule/openTime', 'schedule/joinTeleconfBeforeHost']), [
      '900',
      'false',
    ]);
    const list = await site().ok('ep.LstsummarySession', '<order><orderBy>STARTTIME</orderBy></order>', HOST);
    assert.ok(list.texts('session/openTime').includes('900'));
  });

  test('has the defaults of the site for what is not said', async () => {
    const host = await hostWith({
      defaults: { openTime: 600, entryExitTone: 'BEEP', voip: false },
      security: { audioBeforeHost: false, firstAttendeeAsPresenter: true },
      telephony: { defaultTelephonySupport: 'NONE' },
    });
    const paths = [
      'schedule/openTime',
      'schedule/entryExitTone',
      'schedule/joinTeleconfBeforeHost',
      'schedule/firstAttendeeAsPresenter',
      'enableOptions/voip',
    ];
    const answer = await getMeeting(site(), await scheduled(site(), {}, host), host);
    assert.deepEqual(
      paths.map((path) => answer.value(path)),
      ['600', '1', 'false', 'true', 'false'],
    );
    assert.deepEqual(
      answer.all('telephony').flatMap(({ children }) => children.map(({ name }) => name)),
      ['telephonySupport'],
    );
  });

  test('has call-in where there is a number to call, and otherwise no audio rather than no number', async () => {
    const audio = [
      'telephony/telephonySupport',
      'telephony/callInNum/tollNum',
      'telephony/callInNum',
    ] as const;
    const siteName = `create-${sites + 1}`;
    const host = await hostWith({});
    assert.deepEqual(await told({}, audio, host), ['NONE', undefined, undefined]);
    const oneClick = await site().ok('ep.GetOneClickSettings', '', host);
    assert.equal(oneClick.value('telephony/telephonySupport'), 'NONE');
    await site().context.sites.change(siteName, { settings: { telephony: { tollNumber: '4085550100' } } });
    assert.deepEqual((await told({}, audio, host)).slice(0, 2), ['CALLIN', '4085550100']);
    const asked = { more: '<telephony><telephonySupport>CALLIN</telephonySupport></telephony>' };
    const without = await hostWith({});
    assert.deepEqual(await told(asked, audio.slice(0, 1), without), ['CALLIN'], 'who asks for it has it');
  });

  test('nobody joins before the host where the site says so', async () => {
    const host = await hostWith({ security: { joinBeforeHost: false } });
    assert.deepEqual(await told({}, ['schedule/openTime'], host), ['0']);
  });

  test('is not for attendee-only accounts, whomever they name', async () => {
    await refused('000001', {}, GUEST);
    const host = await site().person({ profile: { schedulingPermission: 'guest' } });
    await refused('000001', { hostWebExID: host.webExID }, GUEST);
  });

  describe('on behalf of another host', () => {
    const hostOf = async (asked: Parameters<typeof meeting>[0], caller: Caller) =>
      (await getMeeting(site(), await scheduled(site(), asked, caller), caller)).value(
        'schedule/hostWebExID',
      );

    test('is for those whom the host lets, in any case and spacing', async () => {
      const scheduler = await site().person({ webExId: 'Scheduler' });
      for (const schedulingPermission of [
        'Scheduler',
        'scheduler;other',
        'other; SCHEDULER ',
        ';;scheduler;',
      ]) {
        const host = await site().person({ profile: { schedulingPermission } });
        assert.equal(await hostOf({ hostWebExID: host.webExID }, scheduler), host.webExID);
      }
    });

    test('is for administrators, also those who are no hosts', async () => {
      assert.equal(await hostOf({ hostWebExID: 'hostid' }, ADMIN), 'hostid');
      const admin = await site().person({ privileges: { siteAdmin: true, host: false } });
      assert.equal(await hostOf({ hostWebExID: 'HOSTID' }, admin), 'hostid');
      await refused('000001', {}, admin);
    });

    test('is refused to others (060021)', async () => {
      const scheduler = await site().person({ webExId: 'almost' });
      for (const schedulingPermission of [undefined, '', 'almost2', 'almos', 'xalmost;y']) {
        const host = await site().person({ profile: { schedulingPermission } });
        await refused('060021', { hostWebExID: host.webExID }, scheduler);
      }
      const reader = await site().person({ privileges: { roSiteAdmin: true } });
      await refused('060021', { hostWebExID: 'hostid' }, reader);
    });

    test('is refused where the site does not have it', async () => {
      const host = await hostWith(
        { scheduling: { scheduleOnBehalf: false } },
        {
          profile: { schedulingPermission: 'scheduler' },
        },
      );
      const scheduler = await site().person({ siteName: host.siteName, webExId: 'scheduler' });
      await refused('060021', { hostWebExID: String(host.webExID) }, scheduler);
    });

    test('needs a host of this site who may schedule (060019)', async () => {
      const elsewhere = await site().person({ siteName: 'acme-basic', webExId: 'elsewhere' });
      const inactive = await site().person({ active: 'DEACTIVATED' });
      for (const hostWebExID of ['nobody', 'guest', elsewhere.webExID, inactive.webExID]) {
        await refused('060019', { hostWebExID }, ADMIN);
      }
    });

    test('is the host in person when they name themselves', async () => {
      assert.equal(await hostOf({ hostWebExID: 'HostID' }, HOST), 'hostid');
    });

    test('lets both manage it', async () => {
      const scheduler = await site().person({ webExId: 'assistant' });
      const host = await site().person({ profile: { schedulingPermission: 'assistant' } });
      const key = await scheduled(site(), { hostWebExID: host.webExID }, scheduler);
      for (const caller of [scheduler, host]) await getMeeting(site(), key, caller);
      await site().ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, scheduler);
    });

    test("uses the host's zone and session types, not the caller's", async () => {
      const host = await site().person({ timeZoneID: 25, profile: { meetingTypes: [1] } });
      const asked = { hostWebExID: host.webExID };
      assert.deepEqual(await told(asked, ['schedule/timeZoneID', 'metaData/meetingType'], ADMIN), [
        '25',
        '1',
      ]);
      await refused('060901', { hostWebExID: host.webExID, meetingType: 3 }, ADMIN);
    });
  });

  describe('the session type', () => {
    test("is the host's default, or the one asked for", async () => {
      const host = await site().person({
        profile: { meetingTypes: [1, 3], sessionOptions: { defaultSessionType: 3 } },
      });
      assert.deepEqual(await told({}, ['metaData/meetingType'], host), ['3']);
      assert.deepEqual(await told({ meetingType: -1 }, ['metaData/meetingType'], host), ['3']);
      assert.deepEqual(await told({ meetingType: 1 }, ['metaData/meetingType'], host), ['1']);
    });

    test('must be one that the host has, of this service, and active (060901)', async () => {
      const host = await site().person({ profile: { meetingTypes: [3, 9] } });
      for (const meetingType of [1, 9, 4711]) await refused('060901', { meetingType }, host);
      const other = await hostWith({ sessionTypes: { 3: { active: 'DEACTIVATED' } } });
      await refused('060901', { meetingType: 3 }, other);
    });

    test('limits the duration and the people', async () => {
      const host = await hostWith({
        sessionTypes: { 3: { limits: { maxMeetingDuration: 90, maxMeetingUser: 25 } } },
      });
      assert.deepEqual(await told({ duration: 90 }, ['schedule/duration'], host), ['90']);
      await refused('000909', { duration: 91 }, host);
      const users = (number: number) => ({
        more: `<participants><maxUserNumber>${number}</maxUserNumber></participants>`,
      });
      assert.deepEqual(await told(users(25), ['participants/maxUserNumber'], host), ['25']);
      await refused('000909', users(26), host);
    });

    test('that lets fewer people in than usual is no hindrance', async () => {
      const host = await hostWith({ sessionTypes: { 3: { limits: { maxMeetingUser: 2 } } } });
      assert.deepEqual(await told({}, ['participants/maxUserNumber'], host), ['2']);
    });

    test("allows no longer than the site's own maximum", async () => {
      const host = await hostWith({ scheduling: { maximumDuration: 120 } });
      await refused('000909', { duration: 121 }, host);
      await scheduled(site(), { duration: 120 }, host);
    });
  });

  describe('the password', () => {
    test('must be there where the site asks for it (060026)', async () => {
      const host = await hostWith({ security: { allMeetingsPassword: true } });
      for (const more of [
        '',
        '<accessControl><meetingPassword></meetingPassword></accessControl>',
        '<accessControl><meetingPassword>   </meetingPassword></accessControl>',
      ]) {
        const answer = await refused('060026', { more }, host);
        assert.equal(answer.reason, 'Meeting password must not be null');
      }
      await scheduled(site(), { password: '1234' }, host);
    });

    test('is shown to the host', async () => {
      const paths = ['accessControl/meetingPassword'];
      assert.deepEqual(await told({ password: 'a<b&"c\'' }, paths), ['a<b&"c\'']);
      assert.deepEqual(await told({}, paths), ['']);
    });

    test('has sixteen characters at most', async () => {
      await scheduled(site(), { password: '1234567890123456' });
      await refused('000902', { password: '12345678901234567' });
    });

    test('must keep the rules of a strict site', async () => {
      const host = await hostWith(
        {
          security: { strictMeetingPasswords: true },
          meetingPasswordCriteria: {
            minLength: 6,
            mixedCase: true,
            minNumeric: 1,
            minAlpha: 2,
            minSpecial: 1,
            disallowWebTextSessions: true,
            disallowWebTextAccounts: true,
            disallowList: ['webex'],
          },
        },
        { webExId: 'Hollyw', firstName: 'Holly' },
      );
      for (const [password, why] of [
        ['Ab1!x', /at least 6 characters/],
        ['abcd1!', /upper and lower case/],
        ['Abcdef!', /1 digits/],
        ['A12345!', /upper and lower case|letters/],
        ['Abcdef1', /neither letters nor digits/],
        ['xWebEx1!', /"webex"/],
        ['xReview1!', /"Review"/],
        ['1!xHolly', /"Holly/],
        ['Ab1!create-', /create-\d/],
      ] as const) {
        const confName = 'Review';
        const given = why.source.startsWith('create') ? `${host.siteName}A1!` : password;
        const answer = await refused('000909', { confName, password: given }, host);
        assert.match(answer.reason ?? '', /meetingPassword/);
        assert.match(answer.reason ?? '', why);
      }
      await scheduled(site(), { password: 'Fr1day!x' }, host);
      // Strict is not the same as required.
      await scheduled(site(), {}, host);
    });

    test('need not keep rules that the site does not enforce', async () => {
      const host = await hostWith({ meetingPasswordCriteria: { minLength: 10 } });
      await scheduled(site(), { password: '1' }, host);
    });
  });

  describe('who it is listed for', () => {
    const COMBINATIONS = [
      ['', 'PUBLIC', 'true', 'true'],
      ['<listToPublic>true</listToPublic>', 'PUBLIC', 'true', 'true'],
      ['<isPublic>true</isPublic>', 'PUBLIC', 'true', 'true'],
      ['<listToPublic>true</listToPublic><isPublic>true</isPublic>', 'PUBLIC', 'true', 'true'],
      ['<listToPublic>true</listToPublic><isPublic>false</isPublic>', 'PUBLIC', 'true', 'true'],
      ['<listToPublic>false</listToPublic><isPublic>true</isPublic>', 'PRIVATE', 'false', 'true'],
      ['<listToPublic>false</listToPublic><isPublic>false</isPublic>', 'UNLISTED', 'false', 'false'],
      ['<listToPublic>false</listToPublic>', 'UNLISTED', 'false', 'false'],
      ['<isPublic>false</isPublic>', 'UNLISTED', 'false', 'false'],
    ] as const;

    for (const [asked, listStatus, listToPublic, isPublic] of COMBINATIONS) {
      test(`${asked || 'nothing said'} is ${listStatus}, and comes back as it went`, async () => {
        const host = await site().person();
        const key = await scheduled(site(), { more: `<accessControl>${asked}</accessControl>` }, host);
        const shown = async () => {
          const answer = await getMeeting(site(), key, host);
          const list = await site().ok('meeting.LstsummaryMeeting', `<meetingKey>${key}</meetingKey>`, host);
          const info = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, host);
          return [
            answer.value('accessControl/listToPublic'),
            answer.value('accessControl/isPublic'),
            list.value('meeting/listStatus'),
            info.value('accessControl/listStatus'),
          ];
        };
        const expected = [listToPublic, isPublic, listStatus, listStatus];
        assert.deepEqual(await shown(), expected);
        const back = `<accessControl><listToPublic>${listToPublic}</listToPublic><isPublic>${isPublic}</isPublic></accessControl>`;
        await site().ok('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${back}`, host);
        assert.deepEqual(await shown(), expected);
      });
    }

    test('is read from the names that other services have, with hints, and so is the password', async () => {
      for (const listStatus of ['PUBLIC', 'PRIVATE', 'UNLISTED']) {
        const asked = `<accessControl><sessionPassword>Abc12345</sessionPassword><listStatus>${listStatus}</listStatus></accessControl>`;
        const created = await site().ok('meeting.CreateMeeting', meeting({ ...START, more: asked }), HOST);
        assert.equal(created.hints.length, 2, created.hints.join());
        const key = created.value('meetingkey') ?? '';
        const info = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST);
        assert.equal(info.value('accessControl/listStatus'), listStatus);
        assert.equal(info.value('accessControl/sessionPassword'), 'Abc12345');
      }
    });

    test('is nobody where the site says so, whatever is asked for', async () => {
      const host = await hostWith({ security: { allMeetingsUnlisted: true } });
      const list = () => site().ok('meeting.LstsummaryMeeting', '', host);
      const everybody =
        '<accessControl><listToPublic>true</listToPublic><isPublic>true</isPublic></accessControl>';
      const key = await scheduled(site(), { more: everybody }, host);
      assert.equal((await list()).value('meeting/listStatus'), 'UNLISTED');
      await site().ok('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${everybody}`, host);
      assert.equal((await list()).value('meeting/listStatus'), 'UNLISTED');
    });
  });

  describe('an alternate host', () => {
    test('must have an account that may host (040007)', async () => {
      const inactive = await site().person({ active: 'DEACTIVATED' });
      for (const unknown of ['nobody@acme.com', 'guest@acme.com', `${inactive.webExID}@acme.com`]) {
        await refused('040007', { attendees: [alternateHost(unknown)] });
      }
    });

    test('manages the meeting', async () => {
      const alternate = await site().person({ email: 'alternate@acme.com' });
      const key = await scheduled(site(), { attendees: [alternateHost('Alternate@ACME.com')] });
      const answer = await getMeeting(site(), key, alternate);
      assert.equal(answer.value('participants/attendees/attendee/role'), 'HOST');
      await site().ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, alternate);
    });
  });

  test('nothing is kept of what is refused', async () => {
    const host = await site().person();
    await refused('040007', { attendees: ['kim@acme.com', alternateHost('nobody@acme.com')] }, host);
    await refused('060901', { meetingType: 4711 }, host);
    await site().refused('000015', 'meeting.LstsummaryMeeting', '', host);
  });
});
