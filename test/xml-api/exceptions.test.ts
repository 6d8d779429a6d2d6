import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EXCEPTIONS } from '../../src/xml-api/exceptions/catalogue.ts';
import type { Exception } from '../../src/xml-api/exceptions/exception.ts';
import { failureOf } from '../../src/xml-api/exceptions/failure.ts';

/** The catalogue of numbers: clients compare them, and some of the reasons, letter for letter. */

const ALL: readonly Exception[] = Object.values(EXCEPTIONS);

/** Facts 1.2 and the release notes. Without a text it is not known, and ours. */
const KNOWN: readonly (readonly [string, string?])[] = [
  ['000000', 'Fail to forward request:'],
  ['000001', 'Access denied, additional privileges are required'],
  ['000015', 'Sorry, no record found'],
  ['000035', 'ASService not responding'],
  ['000045', 'API Rate Limit Reach'],
  ['030001'],
  ['030002', 'Incorrect user or password'],
  ['030004'],
  ['030005'],
  ['030047', 'Not a valid session ticket'],
  ['030048', "Authentication Server can't generate a valid session ticket"],
  ['030098', 'User management is not allowed on unified site'],
  ['030103', 'Assignment of this role is not supported'],
  ['030104', 'This operation does not support SessionTicket authentication'],
  ['030105', 'Error setting up or modifying user profile'],
  ['040007'],
  ['060001', 'Corresponding Meeting not found'],
  ['060002'],
  ['060019'],
  ['060021'],
  ['060026', 'Meeting password must not be null'],
  ['200006', 'AS Server response error'],
];

/** Texts that clients compare; their numbers are not known. */
const KNOWN_TEXTS = [
  'The site is not active',
  'Failed to get SiteUrl from server',
  'WebEx access token is invalid',
];

/** Numbers that a client branches on though nobody has said what they mean (indico). */
const SOMEBODY_ELSES = [
  ...['030006', '030007', '030008', '060017', '009001', '009002', '009003', '009004'],
  ...['009007', '009008', '009009', '009010', '009011'],
];

test('every entry has a number of its own, of six digits', () => {
  for (const { id, reason } of ALL) assert.match(id, /^\d{6}$/, reason);
  assert.equal(new Set(ALL.map(({ id }) => id)).size, ALL.length);
});

test('every entry says when it is raised, in a sentence', () => {
  for (const { id, reason, when } of ALL) {
    assert.notEqual(reason, '', id);
    assert.match(when, /^\S.*\.$/s, id);
  }
});

test('the known numbers are there, with the texts that are known', () => {
  for (const [id, text] of KNOWN) {
    const entry = ALL.find((candidate) => candidate.id === id);
    assert.ok(entry, id);
    assert.notEqual(entry.origin, 'ours', id);
    if (text !== undefined) assert.equal(entry.reason, text);
  }
  for (const text of KNOWN_TEXTS)
    assert.ok(
      ALL.some(({ reason }) => reason === text),
      text,
    );
});

test('our own numbers are none that anybody knows', () => {
  for (const { id, origin } of ALL) {
    if (origin === 'ours') assert.ok(!KNOWN.some(([known]) => known === id), id);
    assert.ok(!SOMEBODY_ELSES.includes(id) || origin !== 'ours', id);
  }
});

test('anything else is 999999, and says nothing of what went wrong', () => {
  for (const error of [new Error('SELECT secret'), new TypeError('x is undefined'), 'text', undefined]) {
    assert.deepEqual(failureOf(error), { exceptionID: '999999', reason: 'Unexpected error', isFault: true });
  }
});

test('six-digit numbers stand in the catalogue only', async () => {
  const source = fileURLToPath(new URL('../../src', import.meta.url));
  const strays: string[] = [];
  for (const file of await readdir(source, { recursive: true })) {
    if (!file.endsWith('.ts') || file.startsWith(join('xml-api', 'exceptions'))) continue;
    const text = await readFile(join(source, file), 'utf8');
    for (const [found] of text.matchAll(/(['"`])\d{6}\1/g)) strays.push(`${file}: ${found}`);
  }
  assert.deepEqual(strays, []);
});
