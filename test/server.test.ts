import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { forProtocol, forSqlite } from './support/databases.ts';
import {
  bodyContent,
  HOST,
  message,
  PASSWORD,
  sharedSite,
  startSite,
  type TestSite,
} from './support/site.ts';

forSqlite('The server', (open) => {
  const shared = sharedSite(open);
  const get = (path: string, init?: RequestInit) =>
    fetch(shared().url + path, { redirect: 'manual', ...init });

  test('is alive and ready', async () => {
    for (const path of ['/healthz', '/readyz']) {
      assert.equal((await get(path)).status, 200);
      assert.equal((await get(path, { method: 'HEAD' })).status, 200);
    }
  });

  test('serves the schemas that its answers are valid by', async () => {
    const index = await get('/schemas/9.0.0/index.xsd');
    assert.equal(index.status, 200);
    assert.equal(index.headers.get('content-type'), 'text/xml;charset=UTF-8');
    const imported = [...(await index.text()).matchAll(/schemaLocation="([^"]+)"/g)].map(([, file]) => file);
    assert.ok(imported.length > 1);
    for (const file of imported) {
      const schema = await get(`/schemas/9.0.0/${file}`);
      assert.equal(schema.status, 200);
      assert.match(await schema.text(), /^<\?xml .*<xsd?:schema /s);
    }
  });

  for (const path of [
    '/schemas/9.0.0/none.xsd',
    '/schemas/9.0.0/',
    '/schemas/9.0.0/..%2f..%2fpackage.json',
    '/schemas/9.0.0/%2e%2e/%2e%2e/package.json',
    '/schemas/1.0/index.xsd',
    '/package.json',
    '/.git/config',
    '/data/secret',
    '/WBXService/Other',
    '/WBXService/XMLService/more',
  ]) {
    test(`has nothing at ${path}`, async () => {
      const answer = await get(path);
      assert.equal(answer.status, 404);
      assert.match(await answer.text(), /There is no such page/);
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    });
  }

  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE_', 'PROPFIND']) {
    test(`has no page for ${method}`, async () => {
      const name = method.replace('_', '');
      const answer = await shared().raw(
        `${name} /acme/p.php?AT=LO HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      assert.match(answer, /^HTTP\/1\.1 404 /);
      assert.doesNotMatch(answer, /^set-cookie|^location/im);
    });

    test(`answers ${method} on the XML API in XML`, async () => {
      const name = method.replace('_', '');
      const answer = await shared().raw(
        `${name} /WBXService/XMLService HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      assert.match(answer, /^HTTP\/1\.1 200 /);
      assert.match(answer, /<serv:result>FAILURE<\/serv:result>/);
      assert.doesNotMatch(answer, /set-cookie|x-powered-by/i);
    });
  }

  test('answers HEAD on the XML API without a body, with the length of one', async () => {
    const answer = await shared().raw(
      'HEAD /WBXService/XMLService HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    const [head, body] = answer.split('\r\n\r\n');
    assert.match(head ?? '', /^HTTP\/1\.1 200 OK\r\n/);
    assert.match(head ?? '', /Content-Length: [1-9]/);
    assert.equal(body, '');
  });

  test('refuses a form over its limit', async () => {
    for (const length of [256 * 1024 + 1, 5 * 1024 * 1024]) {
      const answer = await get('/acme/p.php', { method: 'POST', body: `AT=LO&BU=${'x'.repeat(length)}` });
      assert.equal(answer.status, 413);
      assert.match(await answer.text(), /The request could not be read/);
    }
    const allowed = await get('/acme/p.php', { method: 'POST', body: `AT=LO&X=${'x'.repeat(200 * 1024)}` });
    assert.equal(allowed.status, 200);
  });

  test('refuses a form over its limit that does not say how long it is', async () => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const answer = await shared().raw(
      `POST /acme/p.php HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`,
    );
    assert.match(answer, /^HTTP\/1\.1 413 /);
  });

  test('reads a form whatever its Content-Type, and none', async () => {
    for (const type of ['text/plain', 'application/json', 'multipart/form-data', '*/*']) {
      const answer = await get('/acme/p.php', {
        method: 'POST',
        body: 'AT=LO',
        headers: { 'Content-Type': type },
      });
      assert.equal(answer.status, 200, type);
      assert.match(await answer.text(), /AT\\x3dLO\\x26ST\\x3dSUCCESS"/);
    }
    const answer = await shared().raw(
      'POST /acme/p.php HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nAT=LO',
    );
    assert.match(answer, /AT=LO&amp;ST=SUCCESS/);
  });

  for (const [what, bytes] of [
    ['no HTTP', 'hello\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a request without Host', 'GET /acme/ HTTP/1.1\r\n\r\n'],
    ['a bare line feed', 'GET /healthz HTTP/1.1\nHost: x\n\n'],
    [
      'two lengths',
      'POST /acme/p.php HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nAT=LO',
    ],
    [
      'a length and chunks',
      'POST /acme/p.php HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['bytes beyond ASCII in the address', 'GET /acme/p.php?WID=\xe9 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a length that is none', 'POST /acme/p.php HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
  ] as const) {
    test(`sends ${what} away without a word about itself`, async () => {
      const answer = await shared().raw(Buffer.from(bytes, 'latin1'));
      assert.match(answer, /^HTTP\/1\.1 4\d\d /);
      assert.doesNotMatch(answer, /\bat .*:\d|node_modules|node:internal|Fastify/i);
      assert.equal((await get('/healthz')).status, 200);
    });
  }

  test('does not read headers over the limit', async () => {
    const bytes = `GET /acme/ HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(300_000)}\r\n\r\n`;
    // It hangs up on what is still being sent, which may overtake the answer.
    const answer = await shared()
      .raw(bytes)
      .catch((error: NodeJS.ErrnoException) => error.code ?? '');
    assert.match(answer, /^(HTTP\/1\.1 431 |ECONNRESET|EPIPE)/);
    assert.equal((await get('/healthz')).status, 200);
  });

  test('tells nobody what it is made of', async () => {
    for (const path of ['/', '/acme/', '/healthz', '/nothing', '/schemas/9.0.0/index.xsd']) {
      const { headers } = await get(path);
      assert.equal(headers.get('x-powered-by'), null);
      assert.equal(headers.get('server'), null);
    }
  });

  test('lets go of uploads that are broken off', async () => {
    const { url } = shared();
    const begin = async (path: string) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\nAT=LO`,
      );
      await once(socket, 'data');
      return socket;
    };
    const paths = Array.from({ length: 40 }, (_, i) => (i % 2 ? '/acme/p.php' : '/WBXService/XMLService'));
    const sockets = await Promise.all(paths.map(begin));
    for (const [i, socket] of sockets.entries()) {
      if (i % 3 === 0) socket.resetAndDestroy();
      else socket.destroy();
    }
    assert.equal((await get('/acme/')).status, 200);
    assert.equal((await shared().ok('user.GetLoginTicket', '', HOST)).status, 200);
    assert.ok(!shared().log.some((line) => line.includes('"fault"')), 'who hangs up is no fault of ours');
  });

  test('answers others while an upload dawdles', async () => {
    const socket = connect(Number(new URL(shared().url).port), '127.0.0.1');
    socket.write(
      'POST /WBXService/XMLService HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n',
    );
    await once(socket, 'data');
    await shared().ok('user.GetLoginTicket', '', HOST);
    const answered = once(socket, 'data');
    socket.write('<message>');
    assert.match(String(await answered), /FAILURE/);
    socket.destroy();
  });
});

forSqlite('A server that ends', (open) => {
  test('does not wait for uploads that were broken off', async () => {
    const site = await startSite(await open());
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
    socket.write(
      'POST /acme/p.php HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\nAT',
    );
    await once(socket, 'data');
    socket.destroy();
    await site.close();
    await assert.rejects(fetch(`${site.url}/healthz`));
  });

  test('finishes what is under way, and keeps no connection', async () => {
    const site = await startSite(await open());
    const body = message(bodyContent('user.GetLoginTicket'), HOST);
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
    socket.write(
      `POST /WBXService/XMLService HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    await once(socket, 'data');
    const closed = site.close();
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.write(body);
    await Promise.all([closed, once(socket, 'close')]);
    assert.match(Buffer.concat(chunks).toString(), /SUCCESS/);
  });
});

forProtocol('A server whose database is gone', (open) => {
  async function withoutDatabase(): Promise<TestSite> {
    const database = await open();
    const site = await startSite(database);
    await database.close();
    return site;
  }

  test('is alive and not ready', async () => {
    await using site = await withoutDatabase();
    assert.equal((await fetch(`${site.url}/healthz`)).status, 200);
    const answer = await fetch(`${site.url}/readyz`);
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /^not ready: the database does not answer/);
  });

  test('says so on a page with a number, without a word of what lies below', async () => {
    await using site = await withoutDatabase();
    const answer = await fetch(`${site.url}/acme/p.php?AT=LI&WID=hostid&PW=${encodeURIComponent(PASSWORD)}`);
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('Retry-After'), '5');
    const text = await answer.text();
    assert.match(/class="shown-value">([\w-]+)</.exec(text)?.[1] ?? '', /^[0-9a-f]{8}-\w+$/);
    assert.doesNotMatch(text, /Error:|\bat .*:\d|sqlite|postgres|closed/i);
    assert.ok(!site.log.join('').includes(PASSWORD), 'no password is in the log');
  });

  test('fills the log with one line, however many call', async () => {
    await using site = await withoutDatabase();
    for (let calls = 0; calls < 3; calls++) await site.refused('000940', 'user.GetLoginTicket', '', HOST);
    await fetch(`${site.url}/acme/p.php?AT=LI&WID=hostid&PW=x`);
    const lines = site.log.map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map(({ msg }) => msg),
      ['database'],
    );
    assert.match(lines[0].problem, /closed/);
    assert.doesNotMatch(site.log.join(''), /\bat \S+:\d+/, 'no stack');
  });

  test('answers the XML API in XML', async () => {
    await using site = await withoutDatabase();
    const answer = await site.refused('000940', 'user.GetLoginTicket', '', HOST);
    assert.equal(answer.status, 200);
    assert.doesNotMatch(answer.reason ?? '', /sqlite|postgres|closed|\bat \S+:/i);
  });
});

forSqlite('A fault of the server', (open) => {
  test('shows a page with a number, under which the log has what happened', async () => {
    await using site = await startSite(await open());
    site.context.sites.byName = () => {
      throw new Error('what lies below');
    };
    const answer = await fetch(`${site.url}/acme/p.php?AT=LI&WID=hostid&PW=${encodeURIComponent(PASSWORD)}`);
    assert.equal(answer.status, 500);
    const text = await answer.text();
    const id = /class="shown-value">([\w-]+)</.exec(text)?.[1];
    assert.match(id ?? '', /^[0-9a-f]{8}-\w+$/);
    assert.doesNotMatch(text, /Error:|\bat .*:\d|what lies below/i);
    const logged = site.log.find((line) => line.includes(`"${id}"`)) ?? '';
    assert.equal(JSON.parse(logged).msg, 'fault');
    assert.match(JSON.parse(logged).err.stack, /\bat /);
    assert.ok(!site.log.join('').includes(PASSWORD), 'no password is in the log');
  });
});

forSqlite('A request with two Host headers', (open) => {
  for (const path of ['/WBXService/XMLService', '/acme/']) {
    test(`is refused at ${path}`, async () => {
      await using site = await startSite(await open());
      const { hostname, port } = new URL(site.url);
      const socket = connect(Number(port), hostname);
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: acme.example.com\r\nHOST: other.example.com\r\nContent-Length: 0\r\n\r\n`,
      );
      await once(socket, 'close');
      assert.match(Buffer.concat(chunks).toString(), /^HTTP\/1\.1 400 /);
    });
  }
});
