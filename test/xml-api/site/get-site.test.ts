import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeFromText } from '../../../src/sites/settings/change.ts';
import { allSettings } from '../../../src/sites/settings/index.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, CI_ADMIN, elements, GUEST, HOST, sharedSite } from '../../support/site.ts';

/** The children of siteInstance, in the order recorded in February 2016. */
const RECORDED = [
  'metaData',
  'ucf',
  'clientPlatforms',
  'resourceRestrictions',
  'supportAPI',
  'myWebExConfig',
  'telephonyConfig',
  'commerceAndReporting',
  'tools',
  'custCommunications',
  'trackingCodes',
  'supportedServices',
  'securityOptions',
  'defaults',
  'scheduleMeetingOptions',
  'navBarTop',
  'navMyWebEx',
  'navAllServices',
  'passwordCriteria',
  'recordingPasswordCriteria',
  'accountPasswordCriteria',
  'productivityTools',
  'meetingPlace',
  'salesCenter',
  'connectIntegration',
  'video',
  'siteCommonOptions',
  'samlSSO',
];

const METADATA = [
  'isEnterprise',
  'serviceType',
  'meetingTypes',
  'siteName',
  'brandName',
  'region',
  'currency',
  'timeZoneID',
  'timeZone',
  'parterID',
  'webDomain',
  'meetingDomain',
  'telephonyDomain',
  'pageVersion',
  'clientVersion',
  'pageLanguage',
  'activateStatus',
  'webPageType',
  'iCalendar',
  'myWebExDefaultPage',
  'componentVersion',
  'displayMeetingActualTime',
  'displayOffset',
  'supportWebEx11',
];

const SECURITY = [
  'passwordExpires',
  'passwordLifetime',
  'allMeetingsUnlisted',
  'allMeetingsPassword',
  'joinBeforeHost',
  'audioBeforeHost',
  'changePersonalURL',
  'changeUserName',
  'meetings',
  'strictUserPassword',
  'accountNotify',
  'requireLoginBeforeSiteAccess',
  'changePWDWhenAutoLogin',
  'enforceBaseline',
  'passwordChangeIntervalOpt',
  'passwordChangeInterval',
  'firstAttendeeAsPresenter',
  'isEnableUUIDLink',
  'isEnableUUIDLinkForSAC',
];

forProtocol('GetSite', (open) => {
  const site = sharedSite(open);

  const childrenAt = async (path: string) => {
    const answer = await site().ok('site.GetSite');
    const [found] = answer.all(path);
    return [...new Set(found?.children.map(({ name }) => name))];
  };

  test('answers with the elements and the order that were recorded', async () => {
    assert.deepEqual(await childrenAt('siteInstance'), RECORDED);
    assert.deepEqual(await childrenAt('siteInstance/metaData'), METADATA);
    const security = await childrenAt('siteInstance/securityOptions');
    assert.deepEqual(security.slice(0, SECURITY.length), SECURITY);
  });

  test('declares ns1 and event, as recorded', async () => {
    const { text } = await site().ok('site.GetSite');
    assert.match(text, /xmlns:ns1="http:\/\/www\.webex\.com\/schemas\/2002\/06\/service\/site" xmlns:event=/);
    assert.match(text, /xsi:type="ns1:getSiteResponse"[^>]*><ns1:siteInstance><ns1:metaData>/);
  });

  test('tells what an integration reads: services with a blank, types by their code, switches', async () => {
    const answer = await site().ok('site.GetSite');
    assert.deepEqual(answer.texts('siteInstance/metaData/serviceType'), [
      'Meeting Center',
      'Event Center',
      'Training Center',
      'Support Center',
      'Sales Center',
    ]);
    const [first] = answer.all('siteInstance/metaData/meetingTypes').slice(1);
    assert.deepEqual(
      first?.children.map(({ name, text }) => [name, text]),
      [
        ['meetingTypeID', '3'],
        ['meetingTypeName', 'PRO'],
        ['hideInScheduler', 'false'],
      ],
    );
    assert.equal(answer.value('siteInstance/metaData/siteName'), 'acme');
    assert.equal(answer.value('siteInstance/metaData/timeZone'), 'GMT-08:00, Pacific (San Francisco)');
    assert.equal(answer.value('siteInstance/metaData/pageLanguage'), 'ENGLISH');
    assert.equal(answer.value('siteInstance/securityOptions/allMeetingsPassword'), 'false');
    assert.equal(answer.value('siteInstance/passwordCriteria/minLength'), '4');
    assert.equal(answer.value('siteInstance/siteCommonOptions/EnableCloudTelepresence'), 'true');
    assert.equal(answer.value('siteInstance/siteCommonOptions/enablePersonalMeetingRoom'), 'true');
    assert.equal(
      answer.value('siteInstance/telephonyConfig/personalTeleconf/primaryLargeServer/tollLabel'),
      'Call-in toll number (US/Canada)',
    );
  });

  test('answers every account, attendee-only ones and those of CI sites too', async () => {
    for (const caller of [ADMIN, HOST, GUEST, CI_ADMIN]) {
      const answer = await site().ok('site.GetSite', '', caller);
      assert.equal(answer.value('siteInstance/metaData/siteName'), caller.siteName);
    }
  });

  test('refuses who does not say who they are', async () => {
    await site().refused('030901', 'site.GetSite', '', { siteName: 'acme' });
    await site().refused('030002', 'site.GetSite', '', { ...HOST, password: 'wrong' });
  });

  test('shows the fields of an event only when they are asked for', async () => {
    const without = await site().ok('site.GetSite');
    assert.deepEqual(without.all('siteInstance/eventCenter'), []);
    const answer = await site().ok(
      'site.GetSite',
      '<returnSettings><eventCenter>TRUE</eventCenter></returnSettings>',
    );
    const [instance] = answer.all('siteInstance');
    const names = instance?.children.map(({ name }) => name) ?? [];
    assert.equal(names[names.indexOf('meetingPlace') + 1], 'eventCenter');
    assert.equal(answer.value('siteInstance/eventCenter/standardFields/emailAddress/req'), 'true');
  });

  test('says on SSO sites that people sign in by SAML', async () => {
    for (const [siteName, expected] of [
      ['acme', 'false'],
      ['acme-sso', 'true'],
      ['acme-w11', 'true'],
      ['acme-basic', 'false'],
    ] as const) {
      const answer = await site().ok('site.GetSite', '', { ...ADMIN, siteName });
      assert.equal(answer.value('siteInstance/samlSSO/enableSSO'), expected, siteName);
    }
  });

  test('keeps the password of the recording profile to itself', async () => {
    await site().context.sites.change('acme-basic', {
      settings: { meetingPlace: { nbrProfileNumber: '4711', nbrProfilePassword: 'a secret' } },
    });
    const answer = await site().ok('site.GetSite', '', { ...ADMIN, siteName: 'acme-basic' });
    assert.equal(answer.value('siteInstance/meetingPlace/nbrProfileNumber'), '4711');
    assert.doesNotMatch(answer.text, /a secret/);
  });

  test('tells the secrets that a site shares, such as its partner id, to its administrators alone', async () => {
    const shared = allSettings().filter((setting) => setting.shared);
    assert.ok(shared.some(({ path }) => path === 'partnerID'));
    for (const { path } of shared) {
      await site().context.sites.change('acme-basic', {
        settings: changeFromText(path, `told-to-few-${path}`),
      });
    }
    const on = { siteName: 'acme-basic' };
    const told = async (caller: Caller) => (await site().ok('site.GetSite', '', { ...caller, ...on })).text;
    for (const { path } of shared) assert.ok((await told(ADMIN)).includes(`told-to-few-${path}`), path);
    const reader = await site().person({ ...on, privileges: { roSiteAdmin: true } });
    for (const caller of [HOST, GUEST, reader]) assert.doesNotMatch(await told(caller), /told-to-few/);
  });

  test('leaves out what belongs to a service that the site does not have', async () => {
    await site().context.sites.change('acme-w11', {
      settings: { supportedServices: { eventCenter: false } },
    });
    const answer = await site().ok('site.GetSite', '', { ...ADMIN, siteName: 'acme-w11' });
    assert.equal(answer.value('siteInstance/supportedServices/eventCenter/enabled'), 'false');
    assert.ok(!answer.texts('siteInstance/metaData/serviceType').includes('Event Center'));
    const types = answer.all('siteInstance/metaData/meetingTypes');
    assert.ok(!types.some((type) => elements(type, 'meetingTypeName')[0]?.text === 'ONS'));
    const tabs = answer.all('siteInstance/navBarTop/button');
    const tab = tabs.find((button) => elements(button, 'serviceName')[0]?.text === 'Event Center');
    assert.equal(elements(tab, 'enabled')[0]?.text, 'false');
  });
});
