import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { systemClock } from '../../src/clock.ts';
import { RuleBroken } from '../../src/refusal.ts';
import { changeFromText } from '../../src/sites/settings/change.ts';
import { allSettings } from '../../src/sites/settings/index.ts';
import { placeOf } from '../../src/sites/settings/sections.ts';
import { hasTitle, titleOf } from '../../src/sites/settings/titles.ts';
import { DEFAULT_SITE_SETTINGS } from '../../src/sites/site.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forProtocol } from '../support/databases.ts';

describe('The table of site settings', () => {
  test('has a meaning for each, in a sentence', () => {
    for (const { path, meaning } of allSettings()) assert.match(meaning, /^\S.*\.$/, path);
  });

  test('has a title for each that does something, and no two are alike', () => {
    const titles = new Map<string, string>();
    for (const { path, storedOnly } of allSettings()) {
      if (storedOnly) continue;
      assert.ok(hasTitle(path), path);
      assert.equal(titles.get(titleOf(path)), undefined, path);
      titles.set(titleOf(path), path);
    }
  });

  test('says of each what it is felt at', () => {
    for (const setting of allSettings()) assert.notDeepEqual(placeOf(setting).affects, [], setting.path);
    assert.deepEqual(placeOf({ path: 'defaults.emailReminders' }).affects, ['mail']);
    assert.equal(placeOf({ path: 'tools.ssl', storedOnly: true }).section, 'kept');
  });

  test('calls what is only kept by its name', () => {
    assert.equal(titleOf('meetingPlace.mpProfileURL'), 'Mp profile URL');
    assert.equal(titleOf('tools.internalMeeting'), 'Internal meeting');
  });

  test('has defaults that are allowed', () => {
    for (const { path, default: value, values } of allSettings()) {
      if (values) assert.ok(values.includes(String(value)), path);
    }
  });
});

describe('A setting from the command line', () => {
  test('is reached through its groups and has the type of its default', () => {
    assert.deepEqual(changeFromText('lockoutTries', '5'), { lockoutTries: 5 });
    assert.deepEqual(changeFromText('security.allMeetingsPassword', 'true'), {
      security: { allMeetingsPassword: true },
    });
    assert.deepEqual(changeFromText('productivityTools.integrations.outlook', 'false'), {
      productivityTools: { integrations: { outlook: false } },
    });
    assert.deepEqual(changeFromText('accountPasswordCriteria.disallowList', 'a, b ,,c'), {
      accountPasswordCriteria: { disallowList: ['a', 'b', 'c'] },
    });
    assert.deepEqual(changeFromText('meetingTypes', '3,9'), { meetingTypes: [3, 9] });
    assert.deepEqual(changeFromText('telephony.globalCallInNumbers', '[]'), {
      telephony: { globalCallInNumbers: [] },
    });
  });

  test('that is none is refused with the names there are', () => {
    assert.throws(() => changeFromText('nothing', '1'), /must be one of timeZoneID, /);
    assert.throws(() => changeFromText('security', 'true'), /is a group: name one setting in it/);
    assert.throws(() => changeFromText('security.nothing', 'true'), /must be one of allMeetingsUnlisted, /);
    assert.throws(() => changeFromText('lockoutTries.more', '1'), /is not a setting/);
    assert.throws(() => changeFromText('constructor', '1'), RuleBroken);
    assert.throws(() => changeFromText('security.__proto__', 'true'), RuleBroken);
  });
});

forProtocol('Settings of a site', (open) => {
  const found = async (settings = {}) => {
    const sites = openSites(await open(), systemClock);
    return { sites, site: await sites.create({ siteName: 'acme', siteID: 1, type: 3, settings }) };
  };

  test('that a document of before does not have are those of today, inside of groups too', async () => {
    const { site } = await found({ accountPasswordCriteria: { minLength: 9 }, lockoutTries: 3 });
    assert.deepEqual(site.settings, {
      ...DEFAULT_SITE_SETTINGS,
      accountPasswordCriteria: { ...DEFAULT_SITE_SETTINGS.accountPasswordCriteria, minLength: 9 },
      lockoutTries: 3,
    });
  });

  test('are changed one by one; lists are replaced', async () => {
    const { sites } = await found({ security: { joinBeforeHost: false } });
    await sites.change('acme', { settings: { security: { allMeetingsUnlisted: true }, meetingTypes: [1] } });
    const { settings } = await sites.change('acme', { settings: { meetingTypes: [3] } });
    assert.equal(settings.security.joinBeforeHost, false);
    assert.equal(settings.security.allMeetingsUnlisted, true);
    assert.deepEqual(settings.meetingTypes, [3]);
  });

  test('that are not allowed are refused, and nothing is changed', async () => {
    const { sites } = await found();
    for (const [path, value] of [
      ['timeZoneID', '62'],
      ['lockoutMinutes', '0'],
      ['lockoutTries', '-1'],
      ['lockoutTries', '1.5'],
      ['lockoutTries', 'x'],
      ['lockoutTries', ''],
      ['gsbStatus', 'UP'],
      ['region', 'Mars'],
      ['meetingTypes', '3,x'],
      ['telephony.globalCallInNumbers', '{}'],
      ['telephony.globalCallInNumbers', '[1]'],
      ['telephony.globalCallInNumbers', '[{"countryAlias": "Austria"}]'],
      ['navBarTop.button', '[{"order": 1, "serviceName": "Home", "colour": "red"}]'],
      ['navMyWebEx.support', '{"target": "NOWHERE"}'],
      ['trackingCodes', JSON.stringify(Array.from({ length: 11 }, (_, at) => trackingCode(at + 1)))],
    ] as const) {
      await assert.rejects(
        async () => sites.change('acme', { settings: changeFromText(path, value) }),
        RuleBroken,
        `${path} ${value}`,
      );
    }
    assert.deepEqual((await sites.required('acme')).settings, DEFAULT_SITE_SETTINGS);
  });

  test('of security are a new policy when they change', async () => {
    const { sites, site } = await found();
    const version = async (path: string, value: string) =>
      (await sites.change('acme', { settings: changeFromText(path, value) })).securityVersion;
    assert.equal(await version('lockoutTries', '5'), site.securityVersion);
    assert.equal(await version('accountPasswordCriteria.minLength', '4'), site.securityVersion);
    assert.equal(await version('accountPasswordCriteria.minLength', '8'), site.securityVersion + 1);
    assert.equal(await version('security.strictMeetingPasswords', 'true'), site.securityVersion + 2);
    assert.equal(await version('meetingPasswordCriteria.minLength', '6'), site.securityVersion + 3);
    assert.equal(await version('tools.sms', 'true'), site.securityVersion + 3);
  });

  function trackingCode(index: number) {
    return {
      index,
      name: 'x',
      inputMode: 'Text Input',
      hostProfile: 'OPTIONAL',
      schedulingPage: [],
      listValue: [],
    };
  }
});
