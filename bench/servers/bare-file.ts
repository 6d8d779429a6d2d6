/**
 * The yardstick of recordings: node:http alone, which sends a file as a stream, and writes what is posted into one and
 * syncs it. The first argument is the file.
 */

import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

const [, , file = ''] = process.argv;

const server = createServer(async (request, response) => {
  if (request.method === 'POST') {
    const path = `${file}.posted`;
    await pipeline(request, createWriteStream(path));
    const written = await open(path, 'r+');
    await written.sync();
    await written.close();
    response.end('kept');
    return;
  }
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': statSync(file).size,
  });
  createReadStream(file).pipe(response);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
