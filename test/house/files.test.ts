import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from '../../scripts/check-files.ts';

const offences = (path: string, text: string, machine: readonly string[] = []) =>
  findings([{ path, text }], machine).offences;

test('a number of the catalogue in a string is an offence, anywhere but in the catalogue', () => {
  const text = "// raised as 060001\nthrow new Failure('060001');\n";
  assert.deepEqual(offences('src/sites/site.ts', text), [
    "src/sites/site.ts:2 has '060001': numbers belong to src/xml-api/exceptions/",
  ]);
  assert.deepEqual(offences('src/xml-api/exceptions/session-exceptions.ts', text), []);
});

test('six digits in a comment or a sentence, and numbers of another length, are no offence', () => {
  const text =
    "/* 060001 */\nconst seconds = 100000; const siteID = '5941234567'; // 060002\nconst meaning = 'Refused (060026).';\n";
  assert.deepEqual(offences('src/sites/site.ts', text), []);
});

test('the name of a registry and a path of a machine are offences', () => {
  const host = ['registry', 'example', 'org'].join('.');
  assert.equal(offences('docs/a.md', `from ${host} it comes`).length, 1);
  assert.equal(offences('docs/a.md', `cd ${['', 'home', 'ada', 'parlance'].join('/')}`).length, 1);
  assert.deepEqual(offences('docs/a.md', 'built in /srv/ci/7', ['/srv/ci/7']), [
    'docs/a.md:1 names /srv/ci/7',
  ]);
  assert.deepEqual(offences('docs/a.md', 'see https://example.com/home/page/'), []);
});

test('an address in the lock file is an offence', () => {
  const lock = '{\n  "resolved": "https://example.com/a.tgz"\n}\n';
  assert.equal(offences('package-lock.json', lock).length, 1);
});

test('a long file is told of, and no offence', () => {
  const long = findings([{ path: 'src/sites/site.ts', text: '\n'.repeat(301) }]);
  assert.deepEqual(long.offences, []);
  assert.match(long.notes[0] ?? '', /^src\/sites\/site\.ts has 301 lines/);
});
