import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { describe, test } from 'node:test';
import { ofSample, sampled } from '../support/corpora.ts';
import { cleanEnvironment, ENTRY, parlance, ROOT, ready, serve, testFolder } from '../support/process.ts';
import { bodyContent, type Caller, message } from '../support/site.ts';
import { ADMIN, call, hasUser, isSuccess, newUser, textIn } from './calls.ts';

describe('parlance serve --demo', () => {
  test('prints the sites, the accounts and a command that works when it is pasted, and is ready', async () => {
    await using data = await testFolder();
    await using server = await serve(['--demo', '--port', '0', '--data', data.path]);
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    for (const row of [
      /acme +3 +\d{10} +Train Non-SSO/,
      /acme-ci +1 +5941234567 +CI/,
      /acme-sso +2 +\d{10} +SSO/,
      /acme-w11 +4 +\d{10} +W11 SSO/,
      /acme-basic +5 +\d{10} +Non-SSO/,
      /admin \(site administrator; on acme the installation's owner\), hostid \(host\), guest \(attendee-only\), password P@ssword123/,
    ]) {
      assert.match(server.greeting, row);
    }
    const pasted = /curl (\S+) -d '(.*)'/.exec(server.greeting);
    const answer = await fetch(pasted?.[1] ?? '', { method: 'POST', body: pasted?.[2] ?? '' });
    const text = await answer.text();
    assert.ok(isSuccess(text), text);
    assert.equal(textIn(text, 'webExId'), 'hostid');
    // It says that it lives and that it is ready.
    for (const path of ['/healthz', '/readyz']) assert.equal((await fetch(server.url + path)).status, 200);
  });

  test('keeps what was changed when it is started again, and its open tickets', async () => {
    await using data = await testFolder();
    const args = ['--demo', '--port', '0', '--data', data.path];
    let ticket: string | undefined;
    {
      await using server = await serve(args);
      await call(server.url, 'user.SetUser', '<webExId>hostid</webExId><firstName>Hanna</firstName>');
      ticket = textIn(await call(server.url, 'user.GetLoginTicket'), 'ticket');
      assert.equal((await server.end('SIGTERM')).code, 0);
    }
    await using again = await serve(args);
    const answer = await call(again.url, 'user.GetUser', '<webExId>hostid</webExId>');
    assert.equal(textIn(answer, 'firstName'), 'Hanna');
    assert.match(ticket ?? '', /^[0-9a-f]{32}$/);
    assert.equal(textIn(await call(again.url, 'user.GetLoginTicket'), 'ticket'), ticket);
  });

  for (const host of sampled(['127.evil.example', '0.0.0.0', '::', '192.0.2.1', 'example.com'], 4)) {
    test(`does not listen on ${host}: everybody knows its passwords`, async () => {
      await using data = await testFolder();
      const outcome = await parlance(['serve', '--demo', '--port', '0', '--host', host, '--data', data.path]);
      assertOneLine(outcome, /^parlance: --host \(PARLANCE_HOST\) must be a loopback address for the demo$/);
    });
  }
});

describe('parlance serve', () => {
  test('founds nothing by itself', async () => {
    await using data = await testFolder();
    await using server = await serve(['--port', '0', '--data', data.path]);
    assert.match(server.greeting, /^Parlance is ready at /);
    assert.equal((await fetch(`${server.url}/acme/`)).status, 404);
    assert.equal((await parlance(['site', 'list', '--data', data.path])).stdout, '');
  });

  test('takes its settings from variables, and flags before them', async () => {
    await using data = await testFolder();
    await using unused = await testFolder();
    const env = {
      PARLANCE_PORT: '1',
      PARLANCE_DATA: data.path,
      PARLANCE_HOST: 'localhost',
      PARLANCE_PUBLIC_URL: 'https://meet.example.com/',
      PARLANCE_GSB_STATUS: 'BACKUP',
      PARLANCE_DATABASE: '',
    };
    await using server = await serve(['--demo', '--port', '0'], { env });
    assert.match(
      server.greeting,
      /^Parlance is ready at https:\/\/meet\.example\.com \(listening on http:\/\/localhost:\d+\)$/m,
    );
    assert.match(server.url, /^http:\/\/localhost:\d+$/);
    assert.ok(existsSync(join(data.path, 'parlance.db')));
    assert.ok(!existsSync(join(unused.path, 'parlance.db')));
    const answer = await call(server.url, 'user.GetloginurlUser', '<webExID>hostid</webExID>');
    assert.match(textIn(answer, 'userLoginURL') ?? '', /^https:\/\/meet\.example\.com\/acme\/p\.php\?/);
    assert.equal(textIn(answer, 'gsbStatus'), 'BACKUP');
  });

  test('keeps its data from other users of the machine', { skip: process.platform === 'win32' }, async () => {
    await using parent = await testFolder();
    const data = join(parent.path, 'new', 'data');
    await using server = await serve(['--port', '0', '--data', data]);
    assert.equal((await stat(data)).mode & 0o077, 0);
    for (const file of ['secret', 'parlance.db']) {
      assert.equal((await stat(join(data, file))).mode & 0o077, 0, file);
    }
    assert.equal((await server.end('SIGTERM')).code, 0);
  });

  // Each is a process of its own.
  for (const [args, env, line] of sampled(
    [
      [['--port', '70000'], {}, /^parlance: --port \(PARLANCE_PORT\) must be from 0 to 65535$/],
      [['--port', 'http'], {}, /^parlance: --port \(PARLANCE_PORT\) must be from 0 to 65535$/],
      [[], { PARLANCE_PORT: '-1' }, /^parlance: --port \(PARLANCE_PORT\) must be from 0 to 65535$/],
      [
        ['--log-level', 'loud'],
        {},
        /^parlance: --log-level \(PARLANCE_LOG_LEVEL\) must be one of silent, error/,
      ],
      [
        ['--gsb-status', 'x'],
        {},
        /^parlance: --gsb-status \(PARLANCE_GSB_STATUS\) must be one of PRIMARY, BACKUP$/,
      ],
      [
        ['--public-url', 'meet.example.com'],
        {},
        /^parlance: --public-url \(PARLANCE_PUBLIC_URL\) must be an http/,
      ],
      [
        ['--public-url', 'ftp://example.com'],
        {},
        /^parlance: --public-url .* must be an http or https address/,
      ],
      [
        ['--secret', 'short'],
        {},
        /^parlance: --secret \(PARLANCE_SECRET\) must have at least 32 characters$/,
      ],
      [[], { PARLANCE_LENIENT_HTTP: 'maybe' }, /^parlance: --lenient-http .* must be true or false$/],
      [['--database', 'mysql://x/y'], {}, /^parlance: A database is given as sqlite:/],
      [['--database', 'postgres://127.0.0.1:1/none'], {}, /^parlance: /],
      [['--host', 'no-such-host.invalid'], {}, /^parlance: .*(ENOTFOUND|EAI_AGAIN)/],
      [['--host', '192.0.2.1'], {}, /^parlance: .*EADDRNOTAVAIL/],
    ] as const satisfies readonly (readonly [readonly string[], Readonly<Record<string, string>>, RegExp])[],
    4,
  )) {
    test(`refuses ${[...args, ...Object.entries(env).flat()].join(' ')} in a line`, async () => {
      await using data = await testFolder();
      const outcome = await parlance(['serve', '--data', data.path, ...args], {
        env: { PARLANCE_PORT: '0', ...env },
      });
      assertOneLine(outcome, line);
    });
  }

  test('says in a line that the port is taken', async () => {
    await using data = await testFolder();
    await using other = await testFolder();
    await using server = await serve(['--port', '0', '--data', data.path]);
    const args = ['serve', '--port', new URL(server.url).port, '--data', other.path];
    assertOneLine(await parlance(args), /^parlance: .*EADDRINUSE.*127\.0\.0\.1:\d+$/);
  });

  test('says in a line that the data folder is none', async () => {
    await using data = await testFolder();
    const file = join(data.path, 'file');
    await writeFile(file, '');
    const args = ['serve', '--port', '0', '--data', join(file, 'data')];
    assertOneLine(await parlance(args), /^parlance: ENOTDIR: .*file/);
  });

  test('says in a line that the database is damaged', async () => {
    await using data = await testFolder();
    await writeFile(join(data.path, 'parlance.db'), 'not a database '.repeat(1_000));
    const args = ['serve', '--port', '0', '--data', data.path];
    assertOneLine(await parlance(args), /^parlance: The database file .*parlance\.db cannot be opened: /);
  });

  test('does not run with half a key', async () => {
    await using data = await testFolder();
    await writeFile(join(data.path, 'secret'), '');
    const args = ['serve', '--port', '0', '--data', data.path];
    assertOneLine(
      await parlance(args),
      /^parlance: the key in .*secret is damaged: restore it, or delete it/,
    );
  });

  for (const [slip, line] of sampled(
    [
      ['serve --prot 0', /^parlance: unknown option '--prot' \(Did you mean --port\?\)/],
      ['serv', /^parlance: unknown command 'serv' \(Did you mean serve\?\)/],
      ['site add acme', /^parlance: required option '--type <number>' not specified/],
      ['site set acme', /^parlance: missing required argument 'name'/],
    ] as const,
    2,
  )) {
    test(`tells a slip in a line: ${slip}`, async () => {
      assertOneLine(await parlance(slip.split(' ')), line);
    });
  }

  test('tells its version', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const { code, stdout, stderr } = await parlance(['--version']);
    assert.deepEqual([code, stdout, stderr], [0, `${version}\n`, '']);
  });

  test('does not take an emptied database for a new installation', async () => {
    await using data = await testFolder();
    await writeFile(join(data.path, 'secret'), 'a key that has been in use for a long time already');
    await writeFile(join(data.path, 'parlance.db'), '');
    const args = ['serve', '--port', '0', '--data', data.path];
    assertOneLine(
      await parlance(args),
      /^parlance: the database .*parlance\.db is empty, but .*secret shows/,
    );
    assert.equal((await stat(join(data.path, 'parlance.db'))).size, 0);
  });
});

describe('The end of the server', () => {
  test('SIGKILL right after an answer loses nothing', async () => {
    await using data = await testFolder();
    const args = ['--demo', '--port', '0', '--data', data.path];
    {
      await using server = await serve(args);
      const answer = await call(server.url, 'user.CreateUser', newUser('nina', 'N1na-password'));
      await server.end('SIGKILL');
      assert.ok(isSuccess(answer), answer);
    }
    await using again = await serve(args);
    assert.equal(await hasUser(again.url, 'nina'), true);
  });

  test('SIGKILL among many writes loses none that was answered', async () => {
    await using data = await testFolder();
    const args = ['--demo', '--port', '0', '--data', data.path];
    // Accounts of a site with single sign-on need no password, so nothing slows the writes down.
    const caller = { ...ADMIN, siteName: 'acme-sso' };
    const enough = ofSample(300, 3);
    const answered: string[] = [];
    {
      await using server = await serve(args);
      await writeUntilItEnds(server.url, caller, answered, () => {
        if (answered.length === enough) server.signal('SIGKILL');
      });
      assert.equal((await server.ended).signal, 'SIGKILL');
    }
    await using again = await serve(args);
    assert.ok(answered.length >= enough);
    for (const user of answered) assert.ok(await hasUser(again.url, user, caller), user);
  });

  for (const signal of sampled(['SIGTERM', 'SIGINT'] as const, 2)) {
    test(`${signal} lets a request that is under way finish, and ends with 0`, async () => {
      await using data = await testFolder();
      const args = ['--demo', '--port', '0', '--data', data.path];
      {
        await using server = await serve(args);
        const body = message(bodyContent('user.CreateUser', newUser('nina', 'N1na-password')), ADMIN);
        const { socket, answer } = await halfSent(server.url, body);
        server.signal(signal);
        await refusesConnections(server.url);
        socket.write(body.slice(100));
        const text = await answer;
        assert.match(text, /HTTP\/1\.1 200 OK/);
        assert.ok(isSuccess(text), text);
        const { code, stderr } = await server.ended;
        assert.equal(code, 0);
        assert.equal(stderr, '');
        assert.ok(!existsSync(join(data.path, 'parlance.db-wal')), 'the database was closed');
      }
      await using again = await serve(args);
      assert.equal(await hasUser(again.url, 'nina'), true);
    });
  }

  test('SIGTERM ends it while clients go on and on, and loses none of their answers', async () => {
    await using data = await testFolder();
    const args = ['--demo', '--port', '0', '--data', data.path];
    const caller = { ...ADMIN, siteName: 'acme-sso' };
    const answered: string[] = [];
    {
      await using server = await serve(args);
      await writeUntilItEnds(server.url, caller, answered, () => {
        if (answered.length === 100) server.signal('SIGTERM');
      });
      assert.equal((await server.ended).code, 0);
      assert.ok(!existsSync(join(data.path, 'parlance.db-wal')), 'the database was closed');
    }
    await using again = await serve(args);
    for (const user of answered) assert.ok(await hasUser(again.url, user, caller), user);
  });

  test('SIGTERM does not wait for connections that are only kept', async () => {
    await using data = await testFolder();
    await using server = await serve(['--demo', '--port', '0', '--data', data.path]);
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    const closed = once(socket, 'close');
    assert.equal((await server.end('SIGTERM')).code, 0);
    await closed;
  });

  test('SIGTERM to npm start reaches the server', { skip: npmSkipped() }, async () => {
    await using data = await testFolder();
    const child = spawn('npm', ['start', '--', '--port', '0', '--data', data.path], {
      cwd: ROOT,
      env: cleanEnvironment(),
    });
    await using server = await ready(child);
    assert.match(server.greeting, /This is a demo/);
    assert.equal((await server.end('SIGTERM')).code, 0);
    await refusesConnections(server.url);
  });
});

describe('An old Node', () => {
  const old = oldNode();

  test('runs the one that npm ci has brought', {
    skip: old ? false : 'this machine has no older Node',
  }, async () => {
    const outcome = await parlance(['--help'], { node: old ?? '' });
    assert.equal(outcome.code, 0, outcome.stderr);
    assert.match(outcome.stdout, /^Usage: parlance /);
  });

  test('is told what is needed, in a line, where none was brought', {
    skip: old ? false : 'this machine has no older Node',
  }, async () => {
    await using folder = await testFolder();
    await cp(join(ROOT, 'bin'), join(folder.path, 'bin'), { recursive: true });
    const entry = join(folder.path, 'bin/parlance.mjs');
    assertOneLine(
      await parlance(['serve', '--demo'], { node: old ?? '', entry }),
      /^parlance: Node\.js 24 or newer is needed; this is \d+\.\d+\.\d+\. .*npm ci/,
    );
  });

  test('can read the file that tells it', async () => {
    const text = await readFile(ENTRY, 'utf8');
    assert.doesNotMatch(text, /^import (?!.* from 'node:)|\?\.|\?\?|\bawait\b|: (string|number)\b/m);
  });

  test('is what the scripts of the package guard against', async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    assert.equal(scripts.start, 'exec node bin/parlance.mjs serve --demo');
    assert.equal(scripts.parlance, 'exec node bin/parlance.mjs');
  });
});

function assertOneLine({ code, stdout, stderr }: Awaited<ReturnType<typeof parlance>>, line: RegExp): void {
  assert.equal(code, 1, stderr);
  assert.equal(stdout, '');
  assert.match(stderr, /^[^\n]+\n$/);
  assert.match(stderr.trimEnd(), line);
}

/** Twelve clients create users until nobody answers any more. `answered` has whom they were told of. */
async function writeUntilItEnds(
  url: string,
  caller: Caller,
  answered: string[],
  onAnswer: () => void,
): Promise<void> {
  const write = async (name: string) => {
    for (let i = 0; ; i++) {
      const user = `${name}-${i}`;
      const answer = await call(url, 'user.CreateUser', newUser(user), caller);
      assert.ok(isSuccess(answer), answer);
      answered.push(user);
      onAnswer();
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => write(`writer${i}`)));
  for (const end of ends) {
    assert.equal(end.status, 'rejected');
    // What fetch throws when a connection is refused or ends.
    if (!(end.reason instanceof TypeError)) throw end.reason;
  }
}

/** A request whose first 100 bytes have been sent, and whose head the server has taken. */
async function halfSent(url: string, body: string): Promise<{ socket: Socket; answer: Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  socket.write(
    `POST /WBXService/XMLService HTTP/1.1\r\nHost: ${hostname}\r\nExpect: 100-continue\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 100)}`,
  );
  const [first] = (await once(socket, 'data')) as [string];
  assert.match(first, /^HTTP\/1\.1 100 Continue/);
  let text = '';
  socket.on('data', (chunk: string) => {
    text += chunk;
  });
  return { socket, answer: once(socket, 'close').then(() => text) };
}

/** Comes back when nothing listens there any more. */
async function refusesConnections(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect(Number(port), hostname);
    const refused = await once(socket, 'connect').then(
      () => false,
      () => true,
    );
    socket.destroy();
    if (refused) return;
  }
}

function npmSkipped(): string | false {
  if (process.platform === 'win32') return 'Windows has no signals';
  return onPath('npm').length > 0 ? false : 'npm is not on the path';
}

function onPath(program: string): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, program)).filter((file) => existsSync(file));
}

function oldNode(): string | undefined {
  return onPath('node').find((file) => {
    try {
      return Number(/^v(\d+)/.exec(execFileSync(file, ['--version'], { encoding: 'utf8' }))?.[1]) < 24;
    } catch {
      return false;
    }
  });
}
