import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from '../../scripts/build.ts';
import { ROOT } from '../../scripts/files.ts';

const execute = promisify(execFile);

describe('the package that is published', () => {
  let folder = '';
  /** As a stranger has it after installing. */
  let installed = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parlance-package-'));
    const built = join(folder, 'dist');
    await build(built);
    const { stdout } = await npm(built, ['pack', '--json', '--pack-destination', folder]);
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    await execute('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', folder]);
    installed = join(folder, 'package');
    await symlink(join(ROOT, 'node_modules'), join(installed, 'node_modules'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  test('has what it needs and no more', async () => {
    const published = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    const own = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    assert.equal(published.name, 'parlance');
    assert.equal(published.version, own.version);
    assert.deepEqual(published.dependencies, own.dependencies);
    assert.equal(published.optionalDependencies, undefined);
    assert.equal(published.devDependencies, undefined);
    assert.equal(published.private, undefined);
    assert.equal(published.scripts, undefined);
    for (const file of ['README.md', 'LICENSE', published.bin.parlance]) {
      assert.notEqual(await readFile(join(installed, file), 'utf8'), '', file);
    }
  });

  test('tells how it is used', async () => {
    for (const way of ['bin/parlance.mjs', 'main.js']) {
      const { stdout } = await execute(process.execPath, [join(installed, way), '--help']);
      assert.match(stdout, /^Usage: parlance /);
      assert.match(stdout, /\n {2}serve /);
    }
  });

  test('serves the demo, answers a call, and ends when it is told to', async () => {
    const arguments_ = ['serve', '--demo', '--port', '0', '--data', join(folder, 'data')];
    const server = spawn(process.execPath, [join(installed, 'bin/parlance.mjs'), ...arguments_], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(server, 'exit');
    try {
      const url = await readyAt(server.stdout);
      const answer = await fetch(`${url}/WBXService/XMLService`, {
        method: 'POST',
        body:
          '<message><header/><body>' +
          '<bodyContent xsi:type="java:com.webex.service.binding.ep.GetAPIVersion"/></body></message>',
      });
      assert.match(await answer.text(), /<ep:apiVersion>WebEx XML API V9\.0\.0<\/ep:apiVersion>/);
      const page = await (await fetch(`${url}/acme/`)).text();
      assert.match(page, /<h1>Sign in<\/h1>/);
      for (const ending of ['css', 'js']) {
        const [file] = new RegExp(`/assets/[^"]+\\.${ending}`).exec(page) ?? [];
        assert.equal((await fetch(url + file)).status, 200, file);
      }
    } finally {
      server.kill('SIGTERM');
    }
    assert.deepEqual(await ended, [0, null]);
  });
});

async function readyAt(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /^Parlance is ready at (\S+)$/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('it ended before it was ready');
}

/** The npm that runs the tests, or the machine's own. */
function npm(cwd: string, given: readonly string[]): Promise<{ stdout: string }> {
  const script = process.env.npm_execpath;
  return script === undefined
    ? execute('npm', given, { cwd })
    : execute(process.execPath, [script, ...given], { cwd });
}
