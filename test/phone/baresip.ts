/** baresip, a telephone that others wrote: it calls, presses keys, makes a tone and records what it hears. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { wavSound } from '../../src/phone/audio/wav.ts';

const PROGRAM = '/usr/bin/baresip';
const MODULES = '/usr/lib/baresip/modules';

export const hasBaresip = existsSync(PROGRAM) && existsSync(MODULES);

export class Baresip implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #control: Socket;
  #isOver = false;

  private constructor(child: ChildProcess, folder: string, control: Socket) {
    this.#child = child;
    this.#folder = folder;
    this.#control = control;
    // What it says is read, so that it never waits for us.
    control.on('data', () => {});
    control.on('error', () => {});
    child.once('exit', () => {
      this.#isOver = true;
    });
  }

  /**
   * @param pitch of the tone that it says, in Hertz
   * @param proxy the port on this machine that all of its calls go to
   */
  static async open(pitch: number, proxy: number): Promise<Baresip> {
    const folder = await mkdtemp(join(tmpdir(), 'parlance-baresip-'));
    const [control = 0, sip = 0] = await freePorts(2);
    await writeFile(
      join(folder, 'config'),
      [
        `module_path ${MODULES}`,
        'module g711.so',
        'module ausine.so',
        'module aufile.so',
        'module sndfile.so',
        'module_app account.so',
        'module_app menu.so',
        'module_app ctrl_tcp.so',
        `ctrl_tcp_listen 127.0.0.1:${control}`,
        `sip_listen 127.0.0.1:${sip}`,
        `audio_source ausine,${pitch}`,
        `audio_player aufile,${join(folder, 'played.wav')}`,
        // Its tone comes in two channels of 48000 alone.
        'ausrc_srate 48000',
        'ausrc_channels 2',
        'auplay_srate 8000',
        'auplay_channels 1',
        `snd_path ${folder}`,
        'rtp_ports 25000-25099',
        '',
      ].join('\n'),
    );
    await writeFile(
      join(folder, 'accounts'),
      `<sip:+493012345612@127.0.0.1>;regint=0;audio_codecs=PCMU/8000/1;outbound="sip:127.0.0.1:${proxy}"\n`,
    );
    const child = spawn(PROGRAM, ['-4', '-f', folder], { stdio: ['ignore', 'ignore', 'ignore'] });
    return new Baresip(child, folder, await connected(control));
  }

  call(address: string): void {
    this.#command('dial', address);
  }

  async press(keys: string): Promise<void> {
    for (const key of keys) {
      this.#command('sndcode', key);
      // A key is held, and then let go.
      await pause(150);
      this.#command('sndcode', '\u0004');
      await pause(100);
    }
  }

  hangUp(): void {
    this.#command('hangup', '');
  }

  #command(command: string, params: string): void {
    const text = JSON.stringify({ command, params, token: 'test' });
    this.#control.write(`${Buffer.byteLength(text)}:${text},`);
  }

  /** What it has heard until now, at 8000 samples a second. */
  async heard(): Promise<Int16Array> {
    const names = await readdir(this.#folder);
    const name = names.find((one) => one.endsWith('-dec.wav'));
    const file = name === undefined ? Buffer.alloc(0) : await readFile(join(this.#folder, name));
    if (file.length <= 44) return new Int16Array(0);
    // While it is written its head says nothing of its length.
    file.writeUInt32LE(file.length - 44, 40);
    return wavSound(file) ?? new Int16Array(0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#control.destroy();
    if (!this.#isOver) {
      this.#child.kill('SIGKILL');
      await once(this.#child, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Its port is open a moment after it has begun. */
async function connected(port: number): Promise<Socket> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return socket;
    await pause(50);
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address) ports.push(address.port);
  }
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
