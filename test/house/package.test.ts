import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/files.ts';
import { isWhole } from '../support/corpora.ts';

const execute = promisify(execFile);

/** It compiles everything. */
const skip = !isWhole && 'a build of the package takes long: CI does it';

describe('the package that is published', { skip }, () => {
  let folder = '';
  /** As a stranger has it after installing. */
  let installed = '';
  let tarball = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parlance-package-'));
    const built = join(folder, 'dist');
    console.log((await npm(ROOT, ['run', '--silent', 'build', '--', built])).stdout);
    const { stdout } = await npm(built, ['pack', '--json', '--pack-destination', folder]);
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    tarball = join(folder, packed?.filename ?? '');
    await execute('tar', ['-xzf', tarball, '-C', folder]);
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
    assert.deepEqual(Object.keys(published.exports), ['./testing', './package.json']);
    assert.equal(published.optionalDependencies, undefined);
    assert.equal(published.devDependencies, undefined);
    assert.equal(published.private, undefined);
    assert.equal(published.scripts, undefined);
    for (const file of ['README.md', 'LICENSE', published.bin.parlance]) {
      assert.notEqual(await readFile(join(installed, file), 'utf8'), '', file);
    }
  });

  test('has every page that its pages link to', async () => {
    const pages = (await readdir(installed, { recursive: true })).filter(
      (path) => path.endsWith('.md') && !path.startsWith('node_modules'),
    );
    assert.ok(pages.includes('README.md') && pages.includes(join('docs', 'README.md')));
    for (const page of pages) {
      const text = await readFile(join(installed, page), 'utf8');
      for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
        assert.ok(existsSync(join(installed, dirname(page), link)), `${page} links to ${link}`);
      }
    }
  });

  test('is installed in an empty folder, is started by npx, and starts a site in the test of another project', async (t) => {
    const project = join(folder, 'project');
    await mkdir(project);
    await writeFile(join(project, 'package.json'), '{ "type": "module" }\n');
    const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball];
    const problem = await npm(project, install).then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (problem !== undefined && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(problem)) {
      return t.skip('the registry of packages cannot be reached');
    }
    assert.equal(problem, undefined);

    const ownTest = join(project, 'integration.test.ts');
    await writeFile(ownTest, TEST_OF_ANOTHER_PROJECT);
    const { stdout } = await execute(process.execPath, ['--test', ownTest], {
      cwd: project,
      env: withoutTestRunner(),
    });
    assert.match(stdout, /^ℹ pass 1$/m);
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const typeRoots = join(ROOT, 'node_modules/@types');
    const types = ['--typeRoots', typeRoots, '--types', 'node'];
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'esnext', ...types];
    await execute(process.execPath, [tsc, ...options, ownTest], { cwd: project });

    const npx = spawn('npx', ['parlance', 'serve', '--port', '0', '--data', join(folder, 'served')], {
      cwd: project,
      env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const ended = once(npx, 'exit');
    const url = await readyAt(npx.stdout);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    // npx starts a shell, which starts the server: all of them are told.
    process.kill(-(npx.pid ?? 0), 'SIGTERM');
    await ended;
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

/** The ten lines of somebody else. */
const TEST_OF_ANOTHER_PROJECT = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startParlance } from 'parlance/testing';

test('my integration reads the version', async () => {
  await using parlance = await startParlance();
  const type = 'java:com.webex.service.binding.ep.GetAPIVersion';
  const body = '<message><body><bodyContent xsi:type="' + type + '"/></body></message>';
  const answer = await fetch(parlance.xmlService, { method: 'POST', body });
  assert.match(await answer.text(), /V9\\.0\\.0/);
});
`;

/** The runner inside this runner would report to it, in a form of its own. */
function withoutTestRunner(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _context, ...rest } = process.env;
  return rest;
}

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
