import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DEFAULT_LANGUAGE,
  LANGUAGES,
  languageById,
  languageByName,
  RECORDED_LOCALES,
} from '../../src/time/languages.ts';

// languageType of the 5.5 schemas, in its order.
const ENUMERATION = [
  'ENGLISH',
  'INTERNATIONAL ENGLISH',
  'SIMPLIFIED CHINESE',
  'TRADITIONAL CHINESE',
  'JAPANESE',
  'KOREAN',
  'FRENCH',
  'CANADIAN FRENCH',
  'GERMAN',
  'ITALIAN',
  'CASTILIAN SPANISH',
  'LATIN AMERICAN SPANISH',
  'SWEDISH',
  'DUTCH',
  'BRAZILIAN PORTUGUESE',
  'PORTUGUESE',
  'SPANISH',
];

test('a language has the number of its place in the schema', () => {
  for (const [place, name] of ENUMERATION.entries()) {
    assert.equal(languageById(place + 1)?.name, name);
    assert.equal(languageByName(name)?.id, place + 1);
  }
  assert.equal(LANGUAGES.length, ENUMERATION.length);
});

for (const [id, name, locale] of [
  [1, 'ENGLISH', 'U.S.'],
  [9, 'GERMAN', 'GERMANY'],
] as const) {
  test(`${name} is ${id} with ${locale}, as recorded`, () => {
    assert.deepEqual(languageById(id), { id, name, locale });
    assert.ok(RECORDED_LOCALES.includes(locale));
  });
}

test('who names no language gets ENGLISH', () => {
  assert.equal(DEFAULT_LANGUAGE, languageByName('ENGLISH'));
});

for (const text of ['german', ' German ', 'GERMAN']) {
  test(`reads ${JSON.stringify(text)}`, () => assert.equal(languageByName(text)?.id, 9));
}

test('reads several words with any white space between them', () => {
  assert.equal(languageByName('latin  american\nspanish')?.id, 12);
});

test('knows no other language', () => {
  for (const id of [-1, 0, 18, 1.5, Number.NaN]) assert.equal(languageById(id), undefined, String(id));
  for (const name of ['', 'KLINGON', 'GERMANY', '__proto__'])
    assert.equal(languageByName(name), undefined, name);
});
