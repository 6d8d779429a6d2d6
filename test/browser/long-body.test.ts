import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { mayTakeLong, refuseUnread } from '../../src/browser/long-body.ts';

/** A body that takes longer than the server waits for one. */
async function slowBody(begins: (request: IncomingMessage) => void, comesAfterAll: boolean) {
  const server = createServer(
    { headersTimeout: 1_000, requestTimeout: 1_000, connectionsCheckingInterval: 50 },
    (call, reply) => {
      begins(call);
      void text(call).then(
        (body) => reply.end(body),
        () => reply.destroy(),
      );
    },
  );
  server.on('clientError', refuseUnread);
  const overdue = new Promise((resolve) =>
    server.on('clientError', (error: NodeJS.ErrnoException, _socket: Socket) => resolve(error.code)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', method: 'POST', agent: false });
  sent.write('first ');
  sent.on('error', () => {});
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  try {
    assert.equal(await overdue, 'ERR_HTTP_REQUEST_TIMEOUT');
    // On a connection that is cut off it would have the answer thrown away.
    if (comesAfterAll) sent.end('last');
    const [answer] = await answered;
    return { status: answer.statusCode, body: await text(answer) };
  } finally {
    sent.destroy();
    server.close();
  }
}

test('A body that takes long is cut off', async () => {
  assert.deepEqual(await slowBody(() => {}, false), { status: 408, body: '' });
});

test('A body that may take long is read to its end', async () => {
  assert.deepEqual(await slowBody(mayTakeLong, true), { status: 200, body: 'first last' });
});
