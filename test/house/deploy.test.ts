import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../scripts/files.ts';
import { SETTINGS } from '../../src/settings.ts';

/** What cannot be built or started here is held against what it names. */

const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const variables = SETTINGS.map(({ variable }) => variable);

function assertKnown(file: string): void {
  for (const [variable] of text(file).matchAll(/PARLANCE_[A-Z_]+/g)) {
    assert.ok(
      variables.some((known) => known === variable),
      `${file} names ${variable}`,
    );
  }
}

describe('the container', () => {
  const file = text('deploy/Dockerfile');

  test('copies what is there, and runs the way in', () => {
    for (const [, files = ''] of file.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const path of files.split(' ')) assert.ok(path === '.' || existsSync(join(ROOT, path)), path);
    }
    assert.match(file, /^ENTRYPOINT \["node", "\/opt\/parlance\/bin\/parlance\.mjs"\]$/m);
    assert.match(file, /^CMD \["serve"\]$/m);
    assertKnown('deploy/Dockerfile');
  });

  test('runs as nobody of importance, on the Node that the project needs, and says whether it is well', () => {
    assert.ok(
      file.indexOf('\nUSER parlance') > file.lastIndexOf('\nRUN '),
      'nothing runs as root after USER',
    );
    const { engines } = JSON.parse(text('package.json')) as { engines: { node: string } };
    const images = [...file.matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => `>=${version}`);
    assert.deepEqual(new Set(images), new Set([engines.node]));
    assert.match(file, /^HEALTHCHECK [\s\S]*\/readyz/m);
  });

  test('takes nothing of the folder of whoever builds it', () => {
    for (const folder of ['node_modules', 'data', '.git'])
      assert.ok(text('.dockerignore').split('\n').includes(folder));
  });
});

test('the unit of systemd serves as a user of its own, with a folder of its own', () => {
  const unit = text('deploy/parlance.service');
  assert.match(unit, /^ExecStart=\/usr\/bin\/env node \/opt\/parlance\/bin\/parlance\.mjs serve$/m);
  assert.match(unit, /^DynamicUser=yes$/m);
  assert.match(unit, /^StateDirectory=parlance$/m);
  assertKnown('deploy/parlance.service');
});

test('the workflow runs what must hold before a change lands', () => {
  assert.match(text('.github/workflows/ci.yml'), /^ {6}- run: bash \.ci\/run$/m);
});
