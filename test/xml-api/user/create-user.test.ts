import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { CI_ADMIN, GUEST, HOST, PASSWORD, sharedSite } from '../../support/site.ts';

let made = 0;
/** The least that an account is made of, with a name of its own. */
function least(more = '', { password = PASSWORD } = {}) {
  made += 1;
  const webExId = `made${made}`;
  const content =
    `<firstName>Mary</firstName><lastName>Made</lastName><webExId>${webExId}</webExId>` +
    `<email>${webExId}@acme.com</email>${password && `<password>${password}</password>`}${more}`;
  return { webExId, content };
}

forProtocol('CreateUser', (open) => {
  const site = sharedSite(open);
  const get = (webExId: string) => site().ok('user.GetUser', `<webExId>${webExId}</webExId>`);

  test('answers the userId, and the account can sign in', async () => {
    const { webExId, content } = least();
    const answer = await site().ok('user.CreateUser', content);
    assert.match(answer.value('userId') ?? '', /^[1-9]\d{8}$/);
    const own = await site().ok('user.GetUser', `<webExId>${webExId}</webExId>`, {
      siteName: 'acme',
      webExID: webExId,
      password: PASSWORD,
    });
    assert.equal(own.value('userId'), answer.value('userId'));
  });

  test('gives what is not said the defaults that were recorded', async () => {
    const { webExId, content } = least();
    await site().ok('user.CreateUser', content);
    const answer = await get(webExId);
    const defaults = {
      categoryId: '36',
      'address/addressType': 'PERSONAL',
      expirationDate: '12/31/2049 23:59:59',
      'commOptions/prodAnnounce': 'true',
      'options/firstNameVisible': 'false',
      timeZoneID: '4',
      service: 'FREE_OFFICE',
      'privilege/host': 'true',
      'privilege/siteAdmin': 'false',
      'privilege/recordingEditor': 'true',
      'privilege/isEnablePMR': 'true',
      language: 'ENGLISH',
      locale: 'U.S.',
      active: 'ACTIVATED',
      'supportedServices/meetingCenter': 'true',
      'myWebEx/totalStorageSize': '1000',
      'personalTeleconf/joinBeforeHost': 'false',
      'sessionOptions/defaultServiceType': 'MeetingCenter',
      'security/lockAccount': 'false',
      'remoteSupport/sharingView': 'FS',
      'remoteSupport/sharingColor': '16BIT',
      visitCount: '0',
      'eventCenter/optimizeAttendeeBandwidthUsage': 'false',
    };
    for (const [path, value] of Object.entries(defaults)) assert.equal(answer.value(path), value, path);
    assert.equal(answer.value('personalUrl'), webExId);
    assert.equal(answer.value('registrationDate'), '03/04/2026 02:30:00', 'in the zone of the account');
  });

  test('names the personal room after the webExID, with a number where somebody has that address', async () => {
    const { webExId, content } = least();
    await site().person({ personalUrl: webExId.toUpperCase() });
    await site().ok('user.CreateUser', content);
    assert.match((await get(webExId)).value('personalUrl') ?? '', new RegExp(`^${webExId}\\d{3}$`));
    const person = await site().person({ siteName: 'acme-ci', email: 'ann.lee+x@acme.com' });
    const mail = await site().ok('user.GetUser', `<webExId>${person.webExID}</webExId>`, person);
    assert.equal(mail.value('personalUrl'), 'ann.leex');
  });

  test('takes everything that GetUser shows', async () => {
    const given = `
<title>Prof.</title><categoryId>7</categoryId><description> keeps its blanks </description>
<officeGreeting>Hello</officeGreeting><company>Acme &amp; Sons</company>
<address><addressType>GLOBAL</addressType><address1>1 Road</address1><address2>Floor 2</address2><city>Town</city><state>CA</state><zipCode>95000</zipCode><country>1</country></address>
<phones><phone>1,,1</phone><mobilePhone>1,,2</mobilePhone><fax>1,,3</fax><phone2>1,,4</phone2><mobilePhone2>1,,5</mobilePhone2><pager>1,,6</pager><PIN>1234</PIN></phones>
<email2>second@acme.com</email2><officeurl>https://acme.com</officeurl><personalUrl>prof.made</personalUrl>
<commOptions><press>false</press></commOptions>
<meetingTypes><meetingType>1</meetingType><meetingType>13</meetingType></meetingTypes>
<options><folderRead>TRUE</folderRead></options><timeZoneID>25</timeZoneID>
<tracking><trackingCode1>one</trackingCode1><trackingCode10>ten</trackingCode10></tracking>
<service>PRO_OFFICE</service><privilege><labAdmin>true</labAdmin><HQvideo>1</HQvideo></privilege>
<language>GERMAN</language><schedulingPermission>admin;hostid</schedulingPermission>
<tspAccount><tspAccount><tollFreeCallInNumber>1,,800</tollFreeCallInNumber><accountIndex>2</accountIndex><defaultFlag>true</defaultFlag></tspAccount></tspAccount>
<supportedServices><salesCenter>false</salesCenter></supportedServices><myWebEx><isMyWebExPro>true</isMyWebExPro><totalStorageSize>2000</totalStorageSize></myWebEx>
<personalTeleconf><account><subscriberAccessCode>1</subscriberAccessCode><accountIndex>1</accountIndex></account><joinBeforeHost>true</joinBeforeHost></personalTeleconf>
<thirdPartyTeleconf><account><name>Other</name><accountIndex>1</accountIndex></account></thirdPartyTeleconf>
<personalMeetingRoom><welcomeMessage>Come in</welcomeMessage><title>My room</title><hostPIN>4711</hostPIN><applyPMRForInstantMeeting>false</applyPMRForInstantMeeting><PMRAutoLock>true</PMRAutoLock><PMRAutoLockWaitTime>5</PMRAutoLockWaitTime><PRNotifications><mode>SMS</mode></PRNotifications></personalMeetingRoom>
<sessionOptions><defaultSessionType>13</defaultSessionType><defaultServiceType>TrainingCenter</defaultServiceType><displayQuickStartHost>false</displayQuickStartHost></sessionOptions>
<supportCenter><orderTabs><tab>Session</tab><tab>Tools</tab><tab>Desktop</tab><tab>Application</tab></orderTabs><serviceDesk><enable>true</enable></serviceDesk></supportCenter>
<mpProfileNumber>99</mpProfileNumber><security><forceChangePassword>true</forceChangePassword></security>
<webACDPrefs><isAgent>true</isAgent><numAgentSessions>3</numAgentSessions></webACDPrefs>
<remoteSupport><sharingView>WIN</sharingView><recording><enforce>true</enforce><type>NBR</type></recording><autoRequest><enable>true</enable><request>DESK_CTRL</request></autoRequest></remoteSupport>
<remoteAccess><sharingColor>256</sharingColor></remoteAccess>
<eventCenter><optimizeAttendeeBandwidthUsage>true</optimizeAttendeeBandwidthUsage></eventCenter>
<salesCenter><roles><rep>true</rep></roles><manager>boss</manager><smeInfo><description>knows</description><products><prodID>5</prodID></products></smeInfo></salesCenter>`;
    const { webExId, content } = least(given);
    const created = await site().ok('user.CreateUser', content);
    assert.deepEqual(created.hints, [
      '<PRNotifications> asks for SMS: no text messages are sent, for want of a gateway (--sms-gateway)',
    ]);
    const answer = await get(webExId);
    const shown = {
      title: 'Prof.',
      categoryId: '7',
      description: ' keeps its blanks ',
      officeGreeting: 'Hello',
      company: 'Acme & Sons',
      'address/addressType': 'GLOBAL',
      'address/zipCode': '95000',
      'phones/PIN': '1234',
      email2: 'second@acme.com',
      officeurl: 'https://acme.com',
      personalUrl: 'prof.made',
      'commOptions/press': 'false',
      'commOptions/mail': 'true',
      'options/folderRead': 'true',
      timeZone: 'GMT+01:00, Europe (Berlin)',
      'tracking/trackingCode10': 'ten',
      service: 'PRO_OFFICE',
      'privilege/labAdmin': 'true',
      'privilege/HQvideo': 'true',
      'privilege/host': 'true',
      language: 'GERMAN',
      languageID: '9',
      locale: 'GERMANY',
      schedulingPermission: 'admin;hostid',
      'tspAccount/tspAccount/accountIndex': '2',
      'supportedServices/salesCenter': 'false',
      'supportedServices/meetingCenter': 'true',
      'myWebEx/totalStorageSize': '2000',
      'personalTeleconf/account/subscriberAccessCode': '1',
      'personalTeleconf/joinBeforeHost': 'true',
      'thirdPartyTeleconf/account/name': 'Other',
      'personalMeetingRoom/welcomeMessage': 'Come in',
      'personalMeetingRoom/title': 'My room',
      'personalMeetingRoom/hostPIN': '4711',
      'personalMeetingRoom/applyPMRForInstantMeeting': 'false',
      'personalMeetingRoom/PMRAutoLock': 'true',
      'personalMeetingRoom/PMRAutoLockWaitTime': '5',
      'personalMeetingRoom/PRNotifications/mode': 'SMS',
      'sessionOptions/defaultServiceType': 'TrainingCenter',
      'supportCenter/orderTabs/tab': 'Session',
      'supportCenter/serviceDesk/enable': 'true',
      mpProfileNumber: '99',
      'security/forceChangePassword': 'true',
      'webACDPrefs/isAgent': 'true',
      'webACDPrefs/numAgentSessions': '3',
      'remoteSupport/sharingView': 'WIN',
      'remoteSupport/recording/enforce': 'true',
      'remoteSupport/autoRequest/request': 'DESK_CTRL',
      'remoteAccess/sharingColor': '256',
      'eventCenter/optimizeAttendeeBandwidthUsage': 'true',
      'salesCenter/roles/rep': 'true',
      'salesCenter/manager': 'boss',
      'salesCenter/smeInfo/products/prodID': '5',
    };
    for (const [path, value] of Object.entries(shown)) assert.equal(answer.value(path), value, path);
    assert.deepEqual(answer.texts('meetingTypes/meetingType'), ['1', '13']);
  });

  test('reads a zone and a language by their names, and expirationDate in the zone', async () => {
    const { webExId, content } = least(
      '<timeZone>GMT+01:00, Europe (Berlin)</timeZone><languageID>3</languageID><expirationDate>7/1/2027 1:2:3</expirationDate>',
    );
    await site().ok('user.CreateUser', content);
    const answer = await get(webExId);
    assert.equal(answer.value('timeZoneID'), '25');
    assert.equal(answer.value('language'), 'SIMPLIFIED CHINESE');
    assert.equal(answer.value('expirationDate'), '07/01/2027 01:02:03');
  });

  test('refuses a webExID that is taken, in any case: 030004', async () => {
    const { content } = least();
    await site().refused('030004', 'user.CreateUser', content.replace(/<webExId>[^<]*/, '<webExId>HOSTID'));
  });

  test('refuses an e-mail that is taken, in any case: 030005', async () => {
    const { webExId, content } = least();
    const taken = content.replace(/<email>[^<]*/, '<email>HostID@ACME.com');
    await site().refused('030005', 'user.CreateUser', taken);
    await site().refused('030001', 'user.GetUser', `<webExId>${webExId}</webExId>`);
  });

  test('refuses a personalUrl that is taken, and one that no address can carry', async () => {
    await site().ok('user.CreateUser', least('<personalUrl>Wanted</personalUrl>').content);
    await site().refused('030907', 'user.CreateUser', least('<personalUrl>wanted</personalUrl>').content);
    await site().refused('000909', 'user.CreateUser', least('<personalUrl>a/b</personalUrl>').content);
  });

  test('lets two sites have the same names', async () => {
    const { webExId, content } = least();
    await site().ok('user.CreateUser', content);
    await site().ok('user.CreateUser', content, {
      siteName: 'acme-basic',
      webExID: 'admin',
      password: PASSWORD,
    });
    await site().refused('030004', 'user.CreateUser', content);
    assert.equal((await get(webExId)).value('webExId'), webExId);
  });

  test('makes one account of many that come at once', async () => {
    const { content } = least();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => site().call('user.CreateUser', content)),
    );
    const numbers = answers.map(({ exceptionID }) => exceptionID ?? 'made').sort();
    assert.deepEqual(numbers, ['030004', '030004', '030004', '030004', '030004', 'made']);
  });

  describe('on each type of site', () => {
    for (const siteName of ['acme', 'acme-sso', 'acme-w11', 'acme-basic']) {
      test(`works on ${siteName}`, async () => {
        const caller = { siteName, webExID: 'admin', password: PASSWORD };
        const { webExId, content } = least();
        await site().ok('user.CreateUser', content, caller);
        await site().ok('user.GetUser', `<webExId>${webExId}</webExId>`, caller);
      });
    }

    test('needs no password where one signs on elsewhere, and then takes none', async () => {
      const { webExId, content } = least('', { password: '' });
      const caller = { siteName: 'acme-sso', webExID: 'admin', password: PASSWORD };
      await site().ok('user.CreateUser', content, caller);
      await site().refused('030002', 'user.GetLoginTicket', '', { ...caller, webExID: webExId });
      await site().refused('000901', 'user.CreateUser', least('', { password: '' }).content);
    });

    test('is refused on acme-ci, whoever asks: 030098', async () => {
      for (const caller of [CI_ADMIN, { ...CI_ADMIN, webExID: 'hostid@acme.com' }]) {
        await site().refused('030098', 'user.CreateUser', least().content, caller);
      }
    });
  });

  test('is for site administrators', async () => {
    const reader = await site().person({ privileges: { roSiteAdmin: true } });
    for (const caller of [HOST, GUEST, reader]) {
      await site().refused('000001', 'user.CreateUser', least().content, caller);
    }
  });

  test('stops at the number of hosts that the site may have', async () => {
    const { sites } = site().context;
    await sites.create({ siteName: 'small', siteID: 91, type: 3, settings: { hostLimit: 2 } });
    const admin = await site().person({ siteName: 'small', privileges: { siteAdmin: true } });
    const { webExId, content } = least();
    await site().ok('user.CreateUser', content, admin);
    await site().refused('030930', 'user.CreateUser', least().content, admin);
    const attendee = '<privilege><host>false</host><attendeeOnly>true</attendeeOnly></privilege>';
    await site().ok('user.CreateUser', least(attendee).content, admin);
    const waiting = least('<active>REQUEST_TO_ACTIVATE</active>');
    await site().ok('user.CreateUser', waiting.content, admin);
    const activate = `<webexID>${waiting.webExId}</webexID>`;
    const answer = await site().refused('030930', 'user.ActivateUser', activate, admin);
    assert.equal(answer.reason, 'exceededSiteHostLimit');
    await site().ok('user.InactivateUser', `<webexID>${webExId}</webexID>`, admin);
    await site().ok('user.ActivateUser', activate, admin);
  });

  test('never makes more teleconference accounts than there can be', async () => {
    const account = (inside: string) => `<tspAccount>${inside}</tspAccount>`;
    const { webExId, content } = least(
      account(account('<accountIndex>3</accountIndex>') + account('<custom1>a</custom1>')),
    );
    await site().ok('user.CreateUser', content);
    assert.deepEqual((await get(webExId)).texts('tspAccount/tspAccount/accountIndex'), ['1', '3']);
    const more = (inside: string) =>
      site().call('user.SetUser', `<webExId>${webExId}</webExId>${account(account(inside))}`);
    assert.equal((await more('<custom1>b</custom1>')).result, 'SUCCESS');
    assert.deepEqual((await get(webExId)).texts('tspAccount/tspAccount/custom1'), ['a', 'b']);
    assert.equal((await more('<custom1>c</custom1>')).exceptionID, '000909');
    assert.equal((await more('<accountIndex>2</accountIndex><delete>true</delete>')).result, 'SUCCESS');
    assert.deepEqual((await get(webExId)).texts('tspAccount/tspAccount/accountIndex'), ['1', '3']);
  });
});
