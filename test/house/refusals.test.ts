import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isBelowProtocols } from '../../scripts/check-floors.ts';
import { filesBelow, ROOT } from '../../scripts/files.ts';
import { wordOf } from '../../src/browser/reasons.ts';
import { OwnRefusal, Refusal, type RefusalClass } from '../../src/refusal.ts';
import { EXCEPTIONS, exceptionOf } from '../../src/xml-api/exceptions/catalogue.ts';

/** Every name that the house below the protocols says no by, and what each protocol makes of it. */

const CLASS = /\bclass\s+(\w+)\s+extends\s+(\w+)/g;

/** The classes that extend Refusal, found in the text: one that nobody exports is found too. */
function namesBelow(): { readonly path: string; readonly name: string }[] {
  const classes = filesBelow('src')
    .filter((path) => path.endsWith('.ts') && isBelowProtocols(path))
    .flatMap((path) =>
      [...readFileSync(join(ROOT, path), 'utf8').matchAll(CLASS)].map(([, name = '', base = '']) => ({
        path,
        name,
        base,
      })),
    );
  const family = new Set(['Refusal', 'OwnRefusal']);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { name, base } of classes) if (family.has(base)) family.add(name);
  }
  return classes.filter(({ base }) => family.has(base));
}

describe('every refusal below the protocols', () => {
  /** What every protocol may meet. */
  const found: { readonly name: string; readonly refusal: RefusalClass }[] = [];
  /** What our own faces alone may meet. */
  const own: typeof found = [];

  before(async () => {
    for (const { path, name } of namesBelow()) {
      const module: Record<string, unknown> = await import(pathToFileURL(join(ROOT, path)).href);
      const refusal = module[name];
      assert.ok(isRefusalClass(refusal), `${path} exports ${name}`);
      if (refusal === OwnRefusal) continue;
      if (refusal.prototype instanceof OwnRefusal) own.push({ name, refusal });
      else found.push({ name, refusal });
    }
    assert.ok(found.length > 50, `${found.length} refusals`);
  });

  test('has a number of the XML API', () => {
    assert.deepEqual(
      found.filter(({ refusal }) => !exceptionOf(refusal)).map(({ name }) => name),
      [],
    );
  });

  test('has a word of the URL API', () => {
    assert.deepEqual(
      found.filter(({ refusal }) => !wordOf(refusal)).map(({ name }) => name),
      [],
    );
  });

  test('has neither where the old protocols never meet it', () => {
    assert.deepEqual(
      own.filter(({ refusal }) => exceptionOf(refusal) ?? wordOf(refusal)),
      [],
    );
  });

  test('has one number only', () => {
    const listed = Object.values(EXCEPTIONS).flatMap(({ refusals }): readonly RefusalClass[] => refusals);
    assert.equal(new Set(listed).size, listed.length);
  });
});

function isRefusalClass(value: unknown): value is RefusalClass {
  return typeof value === 'function' && value.prototype instanceof Refusal;
}
