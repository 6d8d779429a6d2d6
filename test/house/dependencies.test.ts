import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/files.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  string,
  Record<string, string>
>;
const declared = { ...dependencies, ...optionalDependencies, ...devDependencies };

test('every dependency has its reason in ARCHITECTURE.md, and every reason its dependency', () => {
  const told = read('ARCHITECTURE.md')
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
    .map((match) => match[1] ?? '');
  assert.deepEqual(told.sort(), Object.keys(declared).sort());
});

test('every version is pinned', () => {
  const loose = Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
  assert.deepEqual(loose, []);
});

test('the lock file has a package for every one that another names as optional: npm ci refuses it otherwise', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies: optional = {} }]) =>
    Object.keys(optional)
      .filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      )
      .map((name) => `${name} of ${path}`),
  );
  assert.deepEqual(missing, []);
});
