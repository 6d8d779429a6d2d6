import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { type FoundProgram, findGoProgram } from './go-program.ts';
import { freePorts } from './livekit.ts';

/** A real S3-compatible server on loopback: Versity's gateway before a folder. It checks every signature. */

const GATEWAY = { path: 'github.com/versity/versitygw/cmd/versitygw', version: 'v1.8.0' };

/** What its clients in this process sign with: the usual variables are read when the first of them is opened. */
const KEYS = { AWS_ACCESS_KEY_ID: 'parlance', AWS_SECRET_ACCESS_KEY: 'the secret of a test' };

let looking: Promise<FoundProgram> | undefined;

/** Where the server is, or why there is none. */
export function findS3(): Promise<FoundProgram> {
  looking ??= findGoProgram(GATEWAY, process.env.PARLANCE_TEST_S3);
  return looking;
}

export interface S3Server extends AsyncDisposable {
  readonly url: string;
  /** As `--recordings` takes it, of a new bucket. */
  bucket(name: string): Promise<string>;
}

export async function startS3(binary: string): Promise<S3Server> {
  Object.assign(process.env, KEYS);
  const folder = await mkdtemp(join(tmpdir(), 'parlance-s3-'));
  const [files, sidecar] = [join(folder, 'files'), join(folder, 'sidecar')];
  for (const one of [files, sidecar]) await mkdir(one);
  const [port = 0] = await freePorts(1);
  const env = {
    ...process.env,
    ROOT_ACCESS_KEY: KEYS.AWS_ACCESS_KEY_ID,
    ROOT_SECRET_KEY: KEYS.AWS_SECRET_ACCESS_KEY,
  };
  const args = [
    '--port',
    `127.0.0.1:${port}`,
    '--quiet',
    '--keep-alive',
    'posix',
    '--sidecar',
    sidecar,
    files,
  ];
  const child = spawn(binary, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)));
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  while ((await fetch(url).catch(() => undefined)) === undefined) {
    if (child.exitCode !== null) throw new Error(`the S3 server has ended: ${said.join('')}`);
    await pause(50);
  }
  return {
    url,
    async bucket(name) {
      const client = new S3Client({ endpoint: url, region: 'us-east-1', forcePathStyle: true });
      await client.send(new CreateBucketCommand({ Bucket: name }));
      client.destroy();
      return `s3://${name}/recordings?endpoint=${encodeURIComponent(url)}`;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
