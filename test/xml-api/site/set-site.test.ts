import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';

forProtocol('SetSite', (open) => {
  const site = sharedSite(open);

  let siteID = 7_000_000;

  /** A site of its own with an administrator and a host, so that tests do not disturb each other. */
  const own = async (siteName: string) => {
    await site().context.sites.create({ siteName, siteID: ++siteID, type: 3 });
    const admin = await site().person({ siteName, webExId: 'admin', privileges: { siteAdmin: true } });
    const host = await site().person({ siteName, webExId: 'host' });
    return { admin, host };
  };

  const shown = async (path: string, caller: typeof ADMIN) =>
    (await site().ok('site.GetSite', '', caller)).value(`siteInstance/${path}`);

  test('is for site administrators', async () => {
    const change = '<defaults><voip>false</voip></defaults>';
    await site().refused('000001', 'site.SetSite', change, HOST);
    await site().refused('000001', 'site.SetSite', change, GUEST);
    const reader = await site().person({ privileges: { roSiteAdmin: true } });
    await site().refused('000001', 'site.SetSite', change, reader);
    assert.equal(await shown('defaults/voip', ADMIN), 'true');
  });

  test('answers with an empty setSiteResponse', async () => {
    const { text } = await site().ok('site.SetSite', '<tools><sms>false</sms></tools>');
    assert.match(text, /<serv:bodyContent [^>]*xsi:type="ns1:setSiteResponse"[^>]*\/>/);
  });

  test('changes what is given and leaves the rest', async () => {
    const { admin } = await own('rest');
    await site().ok(
      'site.SetSite',
      `<metaData><timeZoneID>25</timeZoneID><pageLanguage>GERMAN</pageLanguage></metaData>
       <defaults><entryExitTone>BEEP</entryExitTone><teleconference><telephonySupport>NONE</telephonySupport></teleconference></defaults>
       <scheduleMeetingOptions><scheduleOnBehalf>false</scheduleOnBehalf></scheduleMeetingOptions>
       <telephonyConfig><personalTeleconf><primaryLargeServer>
         <tollNum>+49 69 1</tollNum><tollLabel>Frankfurt</tollLabel>
         <globalNum><countryAlias>Austria</countryAlias><phoneNumber>+43 1 1</phoneNumber><tollFree>false</tollFree></globalNum>
       </primaryLargeServer></personalTeleconf></telephonyConfig>`,
      admin,
    );
    const answer = await site().ok('site.GetSite', '', admin);
    const value = (path: string) => answer.value(`siteInstance/${path}`);
    assert.equal(value('metaData/timeZone'), 'GMT+01:00, Europe (Berlin)');
    assert.equal(value('metaData/pageLanguage'), 'GERMAN');
    assert.equal(value('defaults/entryExitTone'), 'BEEP');
    assert.equal(value('defaults/emailReminders'), 'true');
    assert.equal(value('defaults/teleconference/telephonySupport'), 'NONE');
    assert.equal(value('defaults/teleconference/tollFree'), 'true');
    assert.equal(value('scheduleMeetingOptions/scheduleOnBehalf'), 'false');
    assert.equal(value('scheduleMeetingOptions/saveSessionTemplate'), 'true');
    const server = 'telephonyConfig/personalTeleconf/primaryLargeServer';
    assert.equal(value(`${server}/tollNum`), '+49 69 1');
    assert.equal(value(`${server}/tollLabel`), 'Frankfurt');
    assert.equal(value(`${server}/tollFreeLabel`), 'Call-in toll-free number (US/Canada)');
    assert.equal(value(`${server}/globalNum/countryAlias`), 'Austria');
    assert.equal(value(`${server}/enableServer`), 'true');
  });

  test('takes back whatever GetSite shows, without a change', async () => {
    const { admin } = await own('echo');
    const before = await site().ok('site.GetSite', '', admin);
    const [, inside] = /<ns1:siteInstance>(.*)<\/ns1:siteInstance>/.exec(before.text) ?? [];
    await site().ok('site.SetSite', inside, admin);
    const after = await site().ok('site.GetSite', '', admin);
    assert.equal(after.text, before.text);
  });

  test('refuses what belongs to the owner of the installation, and then changes nothing', async () => {
    const { admin } = await own('owner');
    for (const change of [
      '<metaData><siteName>other</siteName></metaData>',
      '<metaData><region>Germany</region></metaData>',
      '<metaData><accountNumLimit>1000</accountNumLimit></metaData>',
      '<metaData><serviceType>Meeting Center</serviceType></metaData>',
      '<metaData><meetingTypes><meetingTypeID>999</meetingTypeID></meetingTypes></metaData>',
      '<metaData><activateStatus>false</activateStatus></metaData>',
      '<resourceRestrictions><concurrentLicense>5</concurrentLicense></resourceRestrictions>',
      '<supportAPI><xmlAPI>false</xmlAPI></supportAPI>',
      '<supportedServices><trainingCenter><enabled>false</enabled></trainingCenter></supportedServices>',
      '<supportedServices><trainingCenter><pageVersion>tc1</pageVersion></trainingCenter></supportedServices>',
      '<telephonyConfig><callBackTeleconferencing>false</callBackTeleconferencing></telephonyConfig>',
      '<telephonyConfig><multiMediaHostName>there</multiMediaHostName></telephonyConfig>',
      '<siteCommonOptions><EnableCloudTelepresence>false</EnableCloudTelepresence></siteCommonOptions>',
      '<samlSSO><enableSSO>true</enableSSO></samlSSO>',
    ]) {
      await site().refused(
        '000001',
        'site.SetSite',
        `<tools><userLockDown>true</userLockDown></tools>${change}`,
        admin,
      );
    }
    assert.equal(await shown('tools/userLockDown', admin), 'false');
  });

  test('refuses values that are none', async () => {
    for (const [exceptionID, change] of [
      ['000909', '<metaData><timeZoneID>99</timeZoneID></metaData>'],
      ['000909', '<metaData><pageLanguage>KLINGON</pageLanguage></metaData>'],
      ['000906', '<defaults><entryExitTone>GONG</entryExitTone></defaults>'],
      ['000903', '<securityOptions><allMeetingsPassword>maybe</allMeetingsPassword></securityOptions>'],
      ['000905', '<passwordCriteria><minLength>9000</minLength></passwordCriteria>'],
      ['000905', '<securityOptions><passwordLifetime>-1</passwordLifetime></securityOptions>'],
      ['000909', '<securityOptions><passwordChangeInterval>-1</passwordChangeInterval></securityOptions>'],
      [
        '000901',
        '<trackingCodes><trackingCode><index>1</index><name>Dept</name></trackingCode></trackingCodes>',
      ],
    ] as const) {
      await site().refused(exceptionID, 'site.SetSite', change);
    }
  });

  test('ends session tickets with a new security policy, and with nothing else', async () => {
    const { admin } = await own('policy');
    const ticketed = async () => {
      const answer = await site().ok('user.AuthenticateUser', '', admin);
      const { siteName, webExID } = admin;
      return { siteName, webExID, sessionTicket: answer.value('sessionTicket') ?? '' };
    };
    const ticket = await ticketed();
    await site().ok('site.SetSite', '<tools><userLockDown>true</userLockDown></tools>', ticket);
    await site().ok(
      'site.SetSite',
      '<securityOptions><changeUserName>true</changeUserName></securityOptions>',
      ticket,
    );
    await site().ok('site.GetSite', '', ticket);
    for (const change of [
      '<securityOptions><allMeetingsPassword>true</allMeetingsPassword></securityOptions>',
      '<securityOptions><passwordExpires>true</passwordExpires></securityOptions>',
      '<passwordCriteria><minLength>6</minLength></passwordCriteria>',
      '<accountPasswordCriteria><disallowList>true</disallowList></accountPasswordCriteria>',
    ]) {
      const before = await ticketed();
      await site().ok('site.SetSite', change, before);
      await site().refused('030047', 'site.GetSite', '', before);
    }
  });

  test('makes passwords expire, 90 days unless it says otherwise', async () => {
    const { admin } = await own('expiry');
    const expire = (content: string) =>
      site().ok('site.SetSite', `<securityOptions>${content}</securityOptions>`, admin);
    const lifetime = () => shown('securityOptions/passwordLifetime', admin);
    await expire('<passwordLifetime>30</passwordLifetime>');
    assert.equal(await lifetime(), '0');
    await expire('<passwordExpires>true</passwordExpires>');
    assert.equal(await lifetime(), '90');
    await expire('<passwordLifetime>30</passwordLifetime>');
    assert.equal(await lifetime(), '30');
    assert.equal(await shown('securityOptions/passwordExpires', admin), 'true');
    const answer = await site().ok('user.GetUser', '<webExId>admin</webExId>', admin);
    assert.equal(answer.value('passwordDaysLeft'), '30');
    await expire('<passwordExpires>false</passwordExpires>');
    assert.equal(await lifetime(), '0');
  });

  test('puts the rules for account passwords into force, and out of it', async () => {
    const { admin } = await own('strict');
    const weak = '<webExId>host</webExId><password>longpassword</password>';
    await site().ok(
      'site.SetSite',
      '<accountPasswordCriteria><minNumeric>1</minNumeric><disallowList>true</disallowList></accountPasswordCriteria>',
      admin,
    );
    assert.equal(await shown('accountPasswordCriteria/disallowValue', admin), 'password');
    await site().refused('030906', 'user.SetUser', weak, admin);
    await site().ok(
      'site.SetSite',
      '<securityOptions><strictUserPassword>false</strictUserPassword></securityOptions>',
      admin,
    );
    await site().ok('user.SetUser', weak, admin);
  });

  test('decides whether people change their own names, address and password', async () => {
    const { admin, host } = await own('names');
    const set = (content: string) => site().call('user.SetUser', `<webExId>host</webExId>${content}`, host);
    assert.equal((await set('<firstName>Hal</firstName><personalUrl>hal</personalUrl>')).result, 'SUCCESS');
    await site().ok(
      'site.SetSite',
      `<securityOptions><changeUserName>false</changeUserName><changePersonalURL>false</changePersonalURL>
       <passwordChangeIntervalOpt>true</passwordChangeIntervalOpt></securityOptions>`,
      admin,
    );
    for (const content of ['<lastName>Other</lastName>', '<personalUrl>other</personalUrl>']) {
      assert.equal((await set(content)).exceptionID, '000001', content);
    }
    assert.equal((await set('<firstName>Hal</firstName><title>Dr</title>')).result, 'SUCCESS');
    assert.equal((await set('<password>AnotherOne1</password>')).exceptionID, '030906');
    site().clock.advance({ days: 1, seconds: 1 });
    assert.equal((await set('<password>AnotherOne1</password>')).result, 'SUCCESS');
  });

  test('keeps sessions from people who do not sign in', async () => {
    const { admin, host } = await own('closed');
    const { siteName } = admin;
    const created = await site().ok(
      'meeting.CreateMeeting',
      '<metaData><confName>Plans</confName></metaData><schedule><startDate>05/31/2026 10:00:00</startDate></schedule>',
      host,
    );
    const asked = `<sessionKey>${created.value('meetingkey')}</sessionKey>`;
    await site().ok('ep.GetSessionInfo', asked, { siteName });
    const wanted = '<requireLoginBeforeSiteAccess>true</requireLoginBeforeSiteAccess>';
    await site().ok('site.SetSite', `<securityOptions>${wanted}</securityOptions>`, admin);
    await site().refused('030901', 'ep.GetSessionInfo', asked, { siteName });
    await site().ok('ep.GetSessionInfo', asked, host);
    await site().ok('ep.GetSiteType', '', { siteName });
  });

  test('without a service there are no sessions of its types', async () => {
    const { host } = await own('service');
    const create = (type: string) =>
      site().call(
        'meeting.CreateMeeting',
        `<metaData><confName>Plans</confName>${type}</metaData>
         <schedule><startDate>05/31/2026 10:00:00</startDate></schedule>`,
        host,
      );
    assert.equal((await create('<meetingType>3</meetingType>')).result, 'SUCCESS');
    assert.equal((await create('')).result, 'SUCCESS');
    await site().context.sites.change('service', {
      settings: { supportedServices: { meetingCenter: false } },
    });
    assert.equal((await create('<meetingType>3</meetingType>')).exceptionID, '060901');
    assert.equal((await create('')).exceptionID, '060901');
  });

  test('replaces tracking codes one by one', async () => {
    const code = (index: number, name: string) =>
      `<trackingCode><index>${index}</index><name>${name}</name><inputMode>Text Input</inputMode>
       <hostProfile>OPTIONAL</hostProfile>
       <schedulingPage><service>MeetingCenter</service><scheduling>REQUIRED</scheduling></schedulingPage>
       <listValue><index>1</index><value>North</value><active>true</active></listValue></trackingCode>`;
    const { admin } = await own('codes');
    const set = (codes: string) =>
      site().ok('site.SetSite', `<trackingCodes>${codes}</trackingCodes>`, admin);
    await set(code(2, 'Region') + code(1, 'Department'));
    await set(code(2, 'Country'));
    const answer = await site().ok('site.GetSite', '', admin);
    const codes = 'siteInstance/trackingCodes/trackingCode';
    assert.deepEqual(answer.texts(`${codes}/name`), ['Department', 'Country']);
    assert.deepEqual(answer.texts(`${codes}/schedulingPage/scheduling`), ['REQUIRED', 'REQUIRED']);
    assert.deepEqual(answer.texts(`${codes}/listValue/value`), ['North', 'North']);
  });

  test('switches audio passwords and forced sign-in on the level of the site', async () => {
    const { admin } = await own('audio');
    await site().ok(
      'site.SetSite',
      `<securityOptions><isEnforceAudioPassword>true</isEnforceAudioPassword>
       <isEnforceAudioLogin>true</isEnforceAudioLogin><PMR_ForceLogin>1</PMR_ForceLogin></securityOptions>`,
      admin,
    );
    const { settings } = await site().context.sites.required('audio');
    assert.equal(settings.audioPasswordBySiteAdmin, true);
    assert.equal(settings.audioPasswordBySuperAdmin, false);
    assert.equal(settings.enforceAudioLogin, true);
    assert.equal(settings.pmrForceLogin, true);
  });

  test('of two changes at once, loses none', async () => {
    const { admin } = await own('both');
    await Promise.all([
      site().ok('site.SetSite', '<tools><userLockDown>true</userLockDown></tools>', admin),
      site().ok('site.SetSite', '<tools><emails>true</emails></tools>', admin),
      site().ok('site.SetSite', '<meetingPlace><nbrProfileNumber>7</nbrProfileNumber></meetingPlace>', admin),
    ]);
    assert.equal(await shown('tools/userLockDown', admin), 'true');
    assert.equal(await shown('tools/emails', admin), 'true');
    assert.equal(await shown('meetingPlace/nbrProfileNumber', admin), '7');
  });
});
