import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearest } from '../../src/xml/nearest.ts';

const WORDS = ['accessControl', 'metaData', 'meetingPassword', 'schedule', 'startDate', 'email', 'id'];

describe('the word that was probably meant', () => {
  for (const [asked, meant] of [
    ['acessControl', 'accessControl'],
    ['acesControl', 'accessControl'],
    ['accessControll', 'accessControl'],
    ['acecssControl', 'accessControl'],
    ['ACCESS_CONTROL', 'accessControl'],
    ['accessControlType', 'accessControl'],
    ['meetingPasword', 'meetingPassword'],
    ['meetngPasswrod', 'meetingPassword'],
    ['metadta', 'metaData'],
    ['shedule', 'schedule'],
    ['emial', 'email'],
    ['emailAddress', 'email'],
    ['startDateTime', 'startDate'],
  ] as const) {
    test(`${asked}: ${meant}`, () => assert.equal(nearest(asked, WORDS), meant));
  }

  for (const asked of ['', 'i', 'ix', 'strange', 'mail2you', 'password', 'x'.repeat(10_000), 'constructor']) {
    test(`${asked.slice(0, 20)}: none`, () => assert.equal(nearest(asked, WORDS), undefined));
  }
});
