import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve, testFolder } from '../support/process.ts';
import { call, isSuccess, newUser, textIn } from './calls.ts';

/** A disk that takes no more is played by the kernel's limit for the size of a file. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

test('a server whose disk is full is not ready, refuses writes by their own number, and recovers', {
  skip: canLimit ? false : 'there is no prlimit on this machine',
}, async () => {
  await using data = await testFolder();
  await using server = await serve(['--demo', '--port', '0', '--data', data.path]);
  const ready = async () => (await fetch(`${server.url}/readyz`)).status;
  assert.equal(await ready(), 200);
  const { size } = await stat(join(data.path, 'parlance.db-wal'));
  const limitFiles = (limit: string) =>
    assert.equal(spawnSync('prlimit', ['--pid', String(server.pid), `--fsize=${limit}`]).status, 0);

  limitFiles(`${size}:`);
  const refused = await call(server.url, 'user.CreateUser', newUser('nina', 'N1na-password'));
  assert.equal(textIn(refused, 'exceptionID'), '000940');
  while ((await ready()) !== 503);

  limitFiles('unlimited:');
  assert.ok(isSuccess(await call(server.url, 'user.CreateUser', newUser('nina', 'N1na-password'))));
  while ((await ready()) !== 200);
  const { stderr } = await server.end('SIGTERM');
  const told = stderr.split('\n').filter((line) => line.includes('"msg":"database"'));
  assert.equal(told.length, 1, stderr);
  assert.match(told[0] ?? '', /cannot be written/);
  assert.doesNotMatch(stderr, /"stack"/);
});
