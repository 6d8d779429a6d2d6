import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOffences } from '../../scripts/check-language.ts';

const offences = (text: string, path = 'src/sites/site.ts') => languageOffences([{ path, text }]);

test('a comment that calls somebody he is an offence; a variable of that name, or text in code, is none', () => {
  assert.deepEqual(offences(`// Whoever signs in and what ${'he'} may do\n`), [
    'src/sites/site.ts:1 says "he": people are "they" or their role',
  ]);
  assert.deepEqual(offences("const he = 'he';\n"), []);
  assert.equal(offences(`so that ${'she'} may\n`, 'docs/a.md').length, 1);
});

test('what is thrown is told by @throws', () => {
  assert.equal(offences(`/** Finds it. ${'Errors'}: \`SiteNotFound\`. */\n`).length, 1);
  assert.deepEqual(offences('/** @throws SiteNotFound when there is no such site */\n'), []);
});

test('a parameter is not named by a participle', () => {
  assert.equal(offences(`function a(${'given'}: Site) {}\n`).length, 1);
  assert.equal(offences(`const a = (site: Site, ${'asked'}: number) => 1;\n`).length, 1);
  assert.equal(offences(`const a = (${'told'}) => 1;\n`).length, 1);
  assert.deepEqual(offences('const given = 1; use(given, { asked });\n'), []);
});

test('a property of that name is no parameter', () => {
  assert.deepEqual(
    offences('const page = {\n  name,\n  given: { AN },\n};\nrun({ id, told: 1 }, tx);\n'),
    [],
  );
});

test('two files of one name are told of, but not contents and what is named by its noun', () => {
  const paths = [
    'sites/site.ts',
    'accounts/site.ts',
    'policies/site.ts',
    'sites/index.ts',
    'accounts/index.ts',
  ];
  assert.deepEqual(languageOffences(paths.map((path) => ({ path: `src/${path}`, text: '' }))), [
    'site.ts is the name of 2 files: src/sites/site.ts, src/accounts/site.ts',
  ]);
});

test('two types of one name are told of; functions and constants may repeat, and tables spell as they like', () => {
  const files = [
    { path: 'src/sites/site.ts', text: 'export const text = 1;\nexport interface Outcome {}\n' },
    { path: 'src/mail/mail.ts', text: 'export function text() {}\nexport type Outcome = 1;\n' },
    { path: 'src/database/tables/mail-table.ts', text: 'export type Outcome = 1;\n' },
  ];
  assert.deepEqual(languageOffences(files), ['Outcome means 2 things: src/sites/site.ts, src/mail/mail.ts']);
});
