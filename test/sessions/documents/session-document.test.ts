import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newProfile } from '../../../src/accounts/new-account.ts';
import { systemRandom } from '../../../src/random.ts';
import type { BaseDocument } from '../../../src/sessions/documents/base-document.ts';
import {
  DOCUMENT_KINDS,
  documentOf,
  kindOf,
  readDocument,
  writtenDocument,
} from '../../../src/sessions/documents/session-document.ts';
import { newDocument } from '../../../src/sessions/scheduling.ts';
import { SERVICE_TYPES } from '../../../src/sites/service-type.ts';
import { DEFAULT_SITE_SETTINGS } from '../../../src/sites/settings/index.ts';
import type { Site } from '../../../src/sites/site.ts';
import { DocumentBroken } from '../../../src/stored/codec.ts';

const site = { settings: DEFAULT_SITE_SETTINGS } as Site;
const profile = newProfile(site, systemRandom);
const CODES = {
  subscriberAccessCode: '111111111',
  participantFullAccessCode: '222222222',
  participantLimitedAccessCode: '333333333',
};
const content: BaseDocument = {
  ...newDocument(site, { profile } as Parameters<typeof newDocument>[1]),
  password: 'P@ss1',
  hostKey: '123456',
  guestToken: 'ab'.repeat(16),
};

/** As the database gives it back. */
const json = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the document of a session', () => {
  for (const kind of Object.values(DOCUMENT_KINDS)) {
    test(`of the kind ${kind.name} is read as it was written, with its version`, () => {
      const document = documentOf(kind.name, { ...content, accessCodes: CODES });
      const text = writtenDocument(document);
      assert.deepEqual(readDocument(text, 'MeetingCenter'), json(document));
      assert.equal(JSON.parse(text).version, kind.upgrades.length);
      assert.equal(JSON.parse(text).kind, kind.name);
    });
  }

  test('says of its kind what is usual there', () => {
    const training = documentOf('training', content);
    assert.ok(training.kind === 'training');
    assert.equal(training.trainingKind, 'SINGLE');
    assert.equal(training.defaultHighestMT, true);
    const event = documentOf('event', content);
    assert.ok(event.kind === 'event');
    assert.equal(event.enrollment.approvalReq, true);
    assert.equal(event.extOptions.allowInviteFriend, true);
    const sales = documentOf('sales', content);
    assert.ok(sales.kind === 'sales');
    assert.equal(sales.sendScheduleEmail, false);
  });

  test('has the kind of its service, and by telephony alone a kind of its own', () => {
    const kinds = SERVICE_TYPES.map((service) => kindOf(service, false));
    assert.deepEqual(kinds, ['meeting', 'event', 'training', 'support', 'sales']);
    assert.equal(kindOf('MeetingCenter', true), 'audioOnly');
    assert.throws(() => documentOf('audioOnly', content), /accessCodes is missing/);
  });

  describe('that was written before there were kinds and versions', () => {
    const before = JSON.stringify(content);

    test('is read as one of its service', () => {
      for (const service of SERVICE_TYPES) {
        assert.equal(readDocument(before, service).kind, kindOf(service, false));
      }
      const training = readDocument(before, 'TrainingCenter');
      assert.ok(training.kind === 'training');
      assert.equal(training.trainingKind, 'SINGLE');
      assert.equal(training.password, 'P@ss1');
    });

    test('is read as audio-only when it has access codes', () => {
      const document = readDocument(JSON.stringify({ ...content, accessCodes: CODES }), 'MeetingCenter');
      assert.equal(document.kind, 'audioOnly');
      assert.deepEqual(document.accessCodes, CODES);
    });

    test('is written in the newest version', () => {
      const { version, kind } = JSON.parse(writtenDocument(readDocument(before, 'EventCenter')));
      assert.deepEqual({ version, kind }, { version: 2, kind: 'event' });
    });
  });

  describe('is a fault that names the place', () => {
    const written = json(JSON.parse(writtenDocument(documentOf('meeting', content))));
    const broken = [
      ['a number that is a text', { ...written, openTime: '900' }, /meeting\.openTime is a string/],
      ['a switch that is missing', { ...written, isInternal: undefined }, /meeting\.isInternal is missing/],
      [
        'a word that is none of those',
        { ...written, telephony: { ...written.telephony, telephonySupport: 'SHOUT' } },
        /telephony\.telephonySupport is none of NONE/,
      ],
      ['something in a list', { ...written, excluded: [1, 'two'] }, /excluded\[1\] is a string/],
      ['a list in the place of an object', { ...written, remind: [] }, /remind is a list/],
      ['a version that is not known yet', { ...written, version: 99 }, /version 99, and 1 is the newest/],
      ['a version that is no number', { ...written, version: 'one' }, /version one/],
      ['a kind that is not known yet', { ...written, kind: 'concert' }, /kind is concert/],
      ['a list', [], /is no object/],
    ] as const;
    for (const [what, stored, message] of broken) {
      test(`with ${what}`, () => {
        assert.throws(
          () => readDocument(JSON.stringify(stored), 'MeetingCenter'),
          (error) => error instanceof DocumentBroken && message.test(error.message),
        );
      });
    }
  });

  test('keeps what a later version of Parlance put into it', () => {
    const later = { ...JSON.parse(writtenDocument(documentOf('meeting', content))), whiteboard: true };
    const text = writtenDocument(readDocument(JSON.stringify(later), 'MeetingCenter'));
    assert.equal(JSON.parse(text).whiteboard, true);
  });
});
