import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { filesBelow, ROOT } from '../../../scripts/files.ts';
import { queriedIn } from '../../../src/browser/parameters/declared.ts';
import {
  type Declared,
  digits,
  email,
  flag,
  key,
  people,
  required,
  text,
  whole,
  word,
  zone,
} from '../../../src/browser/parameters/parameter.ts';
import { Refused } from '../../../src/browser/reasons.ts';

describe('A declared parameter', () => {
  test('is read in any case, and is nothing when it is absent or empty', () => {
    const declared = { AutoDeleteAfterMeeting: flag(''), MN: text(''), PW: text('') };
    assert.deepEqual(queriedIn('AUTODELETEAFTERMEETING=on&mn=Plan&PW=', declared), {
      AutoDeleteAfterMeeting: true,
      MN: 'Plan',
      PW: undefined,
    });
  });

  test('that is a number may have its digits in groups, under every name', () => {
    const declared = { MK: key(''), ED: key(''), RID: digits('') };
    assert.deepEqual(queriedIn('MK=123+456+789&ED=12-34&RID=42+17', declared), {
      MK: 123456789,
      ED: 1234,
      RID: '4217',
    });
    assert.equal(queriedIn('MK=abc', declared).MK, undefined);
  });

  test('refuses what breaks its limits, by its word', () => {
    const limits: readonly (readonly [Declared, string, string])[] = [
      [{ MN: text('', { longest: 3, word: 'MeetingScheduleFail' }) }, 'MN=four', 'MeetingScheduleFail'],
      [{ DU: whole('', 'MeetingScheduleFail') }, 'DU=1.5', 'MeetingScheduleFail'],
      [{ EM: email('') }, 'EM=nobody', 'InvalidEmailAddress'],
      [{ TZ: zone('', 'MeetingScheduleFail') }, 'TZ=9999', 'MeetingScheduleFail'],
      [{ MK: required(key('')) }, 'MK=abc', 'InvalidDataFormat'],
      [{ MK: required(key('')) }, '', 'InvalidDataFormat'],
      [{ EM: people('') }, 'FN=Ann', 'InvalidDataFormat'],
      [{ EM: people('') }, 'EM1=ann@example.com&EM2=no', 'InvalidEmailAddress'],
    ];
    for (const [declared, query, reason] of limits) {
      assert.throws(
        () => queriedIn(query, declared),
        (error) => error instanceof Refused && error.word === reason,
        query,
      );
    }
  });

  test('may be one of some words, several people, or yes and no', () => {
    assert.equal(queriedIn('SP=tc', { SP: word('', ['TC']) }).SP, 'TC');
    assert.deepEqual(queriedIn('EM1=ann@example.com&FN1=Ann&EA2=bea@example.com', { EM: people('') }).EM, [
      { email: 'ann@example.com', name: 'Ann' },
      { email: 'bea@example.com', name: '' },
    ]);
    assert.equal(queriedIn('SM=0', { SM: flag('', { otherwise: true }) }).SM, false);
    assert.equal(queriedIn('SM=x', { SM: flag('', { otherwise: true }) }).SM, true);
  });

  test('is the only way to what was sent', () => {
    const others = filesBelow('src')
      .filter((path) => path.endsWith('.ts') && !path.startsWith('src/browser/parameters/'))
      .filter((path) => /sent-parameters\.ts/.test(readFileSync(join(ROOT, path), 'utf8')));
    assert.deepEqual(others, []);
  });
});
