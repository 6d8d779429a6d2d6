import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { freePorts } from './livekit.ts';

/** Redis as the system has it, by which LiveKit's nodes know of each other; it writes nothing down. */

const PROGRAMS = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** Where it is; nothing where it is not installed. */
export const redisServer = PROGRAMS.find((file) => existsSync(file));

export interface Redis extends AsyncDisposable {
  /** `host:port`. */
  readonly address: string;
  /** The text that one command answers with; a list is its texts. */
  ask(...words: readonly string[]): Promise<readonly string[]>;
}

export async function startRedis(program: string): Promise<Redis> {
  const [port = 0] = await freePorts(1);
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(program, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const part of child.stdout) if (/ready to accept connections/i.test(String(part))) break;
  child.stdout.destroy();
  return {
    address: `127.0.0.1:${port}`,
    ask: (...words) => ask(port, words),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The protocol in as much as is needed here: one command, and texts for an answer. */
async function ask(port: number, words: readonly string[]): Promise<readonly string[]> {
  const socket = connect(port, '127.0.0.1');
  const lines = words.flatMap((word) => [`$${Buffer.byteLength(word)}`, word]);
  socket.end([`*${words.length}`, ...lines, '*1', '$4', 'QUIT', ''].join('\r\n'));
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  const answer = Buffer.concat(parts)
    .toString()
    .replace(/\+OK\r\n$/, '');
  return [...answer.matchAll(/\$\d+\r\n(.*)\r\n/g)].map(([, text = '']) => text);
}
