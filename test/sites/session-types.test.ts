import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { merged } from '../../src/merge.ts';
import { RuleBroken } from '../../src/refusal.ts';
import { sessionTypeChange } from '../../src/sites/session-type-change.ts';
import {
  defaultSessionType,
  isSchedulable,
  sessionType,
  sessionTypes,
} from '../../src/sites/session-types.ts';
import type { SettingsChange } from '../../src/sites/settings/change.ts';
import { DEFAULT_SITE_SETTINGS, type Site, type SiteSettings } from '../../src/sites/site.ts';

function siteWith(settings: SettingsChange = {}): Site {
  return {
    id: 1,
    siteID: 1,
    siteName: 'acme',
    type: 3,
    status: 'ACTIVE',
    securityVersion: 1,
    version: 1,
    settings: merged<SiteSettings>(DEFAULT_SITE_SETTINGS, settings),
  };
}

describe('Session types', () => {
  test('every service has a default, which a new host is given', () => {
    const site = siteWith();
    for (const [service, expected] of [
      ['MeetingCenter', 3],
      ['EventCenter', 9],
      ['TrainingCenter', 11],
      ['SupportCenter', 13],
      ['SalesCenter', 15],
    ] as const) {
      const found = defaultSessionType(site, service);
      assert.equal(found?.meetingTypeID, expected, service);
      assert.ok(site.settings.meetingTypes.includes(expected), service);
    }
  });

  test('the default is the first that hosts are given, and never audio only', () => {
    assert.equal(
      defaultSessionType(siteWith({ meetingTypes: [16, 1, 3] }), 'MeetingCenter')?.meetingTypeID,
      1,
    );
    assert.equal(defaultSessionType(siteWith({ meetingTypes: [16] }), 'MeetingCenter')?.meetingTypeID, 1);
    const without = siteWith({ sessionTypes: { '3': { active: 'DEACTIVATED' } }, meetingTypes: [3] });
    assert.equal(defaultSessionType(without, 'MeetingCenter')?.meetingTypeID, 1);
    const none = siteWith({ sessionTypes: { '9': { active: 'DEACTIVATED' } } });
    assert.equal(defaultSessionType(none, 'EventCenter'), undefined);
  });

  test('the types that every hosts is given are in the catalogue', () => {
    const site = siteWith();
    for (const id of site.settings.meetingTypes) assert.ok(sessionType(site, id), String(id));
  });

  test('a type of a service that the site lacks schedules nothing', () => {
    const site = siteWith({ supportedServices: { eventCenter: false } });
    const event = sessionType(site, 9);
    assert.ok(event);
    assert.equal(isSchedulable(site, event), false);
    assert.equal(isSchedulable(siteWith(), event), true);
  });

  test('a change from the command line reaches limits, options and names', () => {
    let site = siteWith();
    for (const [id, path, value] of [
      [214, 'serviceType', 'MeetingCenter'],
      [214, 'productCodePrefix', 'PRO'],
      [214, 'limits.maxMeetingUser', '25'],
      [214, 'options.supportVideo', 'false'],
      [3, 'active', 'DEACTIVATED'],
      [3, 'hideInScheduler', 'true'],
    ] as const) {
      const change = sessionTypeChange(site, id, path, value);
      site = { ...site, settings: merged<SiteSettings>(site.settings, change) };
    }
    const added = sessionType(site, 214);
    assert.equal(added?.productCodePrefix, 'PRO');
    assert.equal(added?.limits.maxMeetingUser, 25);
    assert.equal(added?.limits.maxMeetingDuration, 1440);
    assert.equal(added?.options.supportVideo, false);
    assert.equal(sessionType(site, 3)?.active, 'DEACTIVATED');
    assert.equal(sessionTypes(site).length, sessionTypes(siteWith()).length + 1);
  });

  test('a change that is none is refused in words', () => {
    for (const [id, path, value] of [
      [214, 'name', 'New'],
      [0, 'serviceType', 'MeetingCenter'],
      [1.5, 'serviceType', 'MeetingCenter'],
      [3, 'serviceType', 'Meeting Center'],
      [3, 'active', 'true'],
      [3, 'limits.maxMeetingUser', '-1'],
      [3, 'limits.none', '1'],
      [3, 'limits', '1'],
      [3, 'options.supportVideo', 'perhaps'],
      [3, 'other.supportVideo', 'true'],
      [3, 'meetingTypeID', '4'],
      [3, 'name', ' '],
    ] as const) {
      assert.throws(
        () => sessionTypeChange(siteWith(), id, path, value),
        RuleBroken,
        `${id} ${path} ${value}`,
      );
    }
  });
});
