/** The yardstick: node:http alone, which reads the body and sends the bytes and headers that Parlance sends. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readAnswer } from './answer.ts';

const answer = readAnswer();
const headers = Object.entries(answer.headers).flat();
const body = Buffer.from(answer.body);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    Buffer.concat(chunks);
    response.writeHead(200, headers);
    response.end(body);
  });
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
