import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, CI_ADMIN, GUEST, sharedSite } from '../../support/site.ts';
import { visitorAs } from '../../url-api/portal.ts';

const SETUP = 'ep.SetupOneClickSettings';
const GET = 'ep.GetOneClickSettings';

forProtocol('one-click settings', (open) => {
  const site = sharedSite(open);
  const metaData = (rest = '', confName = 'Quick') =>
    '<metaData><serviceType>MeetingCenter</serviceType><sessionType>3</sessionType>' +
    `<confName>${confName}</confName>${rest}</metaData>`;

  for (const [serviceType, sessionType] of [
    ['TrainingCenter', 11],
    ['EventCenter', 9],
    ['SalesCenter', 15],
    ['SupportCenter', 13],
  ] as const) {
    test(`begin a session of ${serviceType}`, async () => {
      const host = await site().person();
      const of = `<metaData><serviceType>${serviceType}</serviceType><sessionType>${sessionType}</sessionType><confName>At once</confName></metaData>`;
      await site().ok(SETUP, `${of}<telephony><telephonySupport>NONE</telephonySupport></telephony>`, host);
      assert.equal((await site().ok(GET, '', host)).value('metaData/serviceType'), serviceType);
      const browser = await visitorAs(site(), host.webExID);
      const { target } = await browser.get('/acme/w.php', { AT: 'CO' });
      assert.equal(target?.pathname, '/acme/room.php');
      const open = await site().ok('ep.LstOpenSession', '', host);
      assert.deepEqual(open.texts('services/serviceType'), [serviceType]);
      assert.deepEqual(open.texts('services/sessions/sessionName'), ['At once']);
    });
  }

  test('of a service refuse the session types of another', async () => {
    const host = await site().person();
    const wrong =
      '<metaData><serviceType>TrainingCenter</serviceType><sessionType>3</sessionType><confName>Wrong</confName></metaData>' +
      '<telephony><telephonySupport>NONE</telephonySupport></telephony>';
    assert.equal((await site().call(SETUP, wrong, host)).result, 'FAILURE');
  });

  test('that were never set up are those of the site and the host', async () => {
    const host = await site().person({ firstName: 'Holly', lastName: 'Host' });
    const answer = await site().ok(GET, '', host);
    assert.deepEqual(
      answer.bodyContents[0]?.children.map(({ name }) => name),
      ['metaData', 'trackingCodes', 'telephony', 'enableOptions', 'attendeeOptions'],
    );
    assert.equal(answer.value('metaData/confName'), "Holly Host's meeting");
    assert.equal(answer.value('metaData/sessionType'), '3');
    assert.equal(answer.value('metaData/listing'), 'PUBLIC');
    assert.equal(answer.value('telephony/telephonySupport'), 'CALLIN');
    assert.equal(answer.value('enableOptions/voip'), 'true');
  });

  test('are set up (the documented request) and given back', async () => {
    const { sites } = site().context;
    await sites.change('acme', { settings: { trackingCodes: [TRACKING], telephony: NUMBERS } });
    const host = await site().person({
      profile: {
        personalTeleconf: {
          accounts: [{ accountIndex: 1, subscriberAccessCode: '111', participantFullAccessCode: '222' }],
        },
      },
    });
    await site().ok(
      SETUP,
      metaData(
        '<sessionPassword>654321</sessionPassword><listing>UNLISTED</listing><CUVCMeetingID>c</CUVCMeetingID>' +
          '<isInternal>true</isInternal><sessionTemplate><name>MC_3</name><type>User</type></sessionTemplate>',
        'Test &lt;Meeting&gt;',
      ) +
        '<tracking><trackingCode><index>7</index><value>test17777</value></trackingCode></tracking>' +
        '<telephony><telephonySupport>CALLIN</telephonySupport>' +
        '<extTelephonyDescription>TEST OTHER</extTelephonyDescription>' +
        '<personalAccountIndex>1</personalAccountIndex><intlLocalCallIn>true</intlLocalCallIn>' +
        '<tollfree>true</tollfree><entryExitTone>BEEP</entryExitTone></telephony>' +
        '<enableOptions><voip>false</voip></enableOptions>' +
        '<attendeeOptions><joinApproval>true</joinApproval></attendeeOptions>',
      host,
    );
    const answer = await site().ok(GET, '', host);
    for (const [path, value] of [
      ['metaData/confName', 'Test <Meeting>'],
      ['metaData/sessionPassword', '654321'],
      ['metaData/listing', 'UNLISTED'],
      ['metaData/CUVCMeetingID', 'c'],
      ['metaData/isInternal', 'true'],
      ['metaData/sessionTemplate/name', 'MC_3'],
      ['metaData/sessionTemplate/type', 'User'],
      ['trackingCodes/trackingCode/index', '7'],
      ['trackingCodes/trackingCode/name', 'Department'],
      ['trackingCodes/trackingCode/inputMode', 'Text Input'],
      ['trackingCodes/trackingCode/value', 'test17777'],
      ['telephony/extTelephonyDescription', 'TEST OTHER'],
      ['telephony/personalAccountIndex', '1'],
      ['telephony/account/tollCallInNumber', '+1 408 1'],
      ['telephony/account/tollFreeCallInNumber', '+1 800 1'],
      ['telephony/account/subscriberAccessCode', '111'],
      ['telephony/account/participantAccessCode', '222'],
      ['telephony/account/globalNum/countryAlias', 'Germany'],
      ['telephony/entryExitTone', 'BEEP'],
      ['enableOptions/voip', 'false'],
      ['attendeeOptions/joinApproval', 'true'],
    ] as const) {
      assert.equal(answer.value(path), value, path);
    }
    await site().ok(SETUP, metaData('', 'Renamed'), host);
    const after = await site().ok(GET, '', host);
    assert.equal(after.value('metaData/confName'), 'Renamed');
    assert.equal(after.value('telephony/entryExitTone'), 'BEEP', 'what is not given stays');
  });

  test('are the host’s own and the administrators’', async () => {
    const [host, other] = [await site().person(), await site().person()];
    const named = `<hostWebExID>${host.webExID}</hostWebExID>`;
    await site().ok(SETUP, metaData('', 'By the administrator') + named, ADMIN);
    assert.equal((await site().ok(GET, '', host)).value('metaData/confName'), 'By the administrator');
    assert.equal((await site().ok(GET, named, ADMIN)).value('metaData/confName'), 'By the administrator');
    const reader = await site().person({ privileges: { host: false, roSiteAdmin: true } });
    await site().ok(GET, named, reader);
    await site().refused('000001', SETUP, metaData() + named, reader);
    for (const caller of [other, GUEST]) {
      await site().refused('000001', GET, named, caller);
      await site().refused('000001', SETUP, metaData() + named, caller);
    }
    await site().refused('030001', GET, named, CI_ADMIN);
    await site().refused('000001', GET, '', GUEST);
    await site().refused('000001', SETUP, metaData(), GUEST);
  });

  for (const { what, number, content } of [
    { what: 'no metaData', number: '000901', content: '' },
    { what: 'no name', number: '000901', content: metaData('', '') },
    {
      what: 'a session type that the host does not have',
      number: '060901',
      content: metaData().replace('>3<', '>14<'),
    },
    {
      what: 'a tracking code that the site does not have',
      number: '000909',
      content: `${metaData()}${code(2)}`,
    },
    { what: 'a tracking code that nobody has', number: '000905', content: `${metaData()}${code(11)}` },
    {
      what: 'an account that the host does not have',
      number: '000909',
      content:
        `${metaData()}<telephony><telephonySupport>CALLIN</telephonySupport>` +
        '<personalAccountIndex>2</personalAccountIndex></telephony>',
    },
  ]) {
    test(`refuse ${what}`, async () => {
      const host = await site().person();
      await site().refused(number, SETUP, content, host);
    });
  }
});

const TRACKING = {
  index: 7,
  name: 'Department',
  inputMode: 'Text Input',
  hostProfile: 'OPTIONAL',
  schedulingPage: [],
  listValue: [],
} as const;

const NUMBERS = {
  tollNumber: '+1 408 1',
  tollFreeNumber: '+1 800 1',
  globalCallInNumbers: [
    { countryAlias: 'Germany', phoneNumber: '+49 69 1', tollFree: false, default: false },
  ],
} as const;

function code(index: number): string {
  return `<tracking><trackingCode><index>${index}</index><value>v</value></trackingCode></tracking>`;
}
