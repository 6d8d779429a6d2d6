/** The server's end of the socket: runs the commands that are typed while it serves. */
import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { actingAs } from '../acting.ts';
import type { Context } from '../context.ts';
import { DatabaseUnavailable } from '../database/database.ts';
import type { Log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { commandActor } from './command-actor.ts';
import { COMMANDS } from './groups.ts';
import { type CommandOrder, LARGEST_ORDER, type Reply, socketOf, WHO_SERVES } from './socket.ts';

/**
 * Listens in the data folder, which this process must hold: what lies there from another one is dead.
 * @param url where the server is reached
 * @returns what ends it
 */
export async function takeOrders(context: Context, log: Log, url: string): Promise<() => Promise<void>> {
  const address = socketOf(context.settings.data);
  if (address === undefined) {
    log.logger.warn(
      'the data folder has a path too long for a socket: commands have to wait for the server to end',
    );
    return async () => {};
  }
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    const say = (reply: Reply) => void socket.write(`${JSON.stringify(reply)}\n`);
    readOrder(socket)
      .then((order) => carryOut(order, context, log, url, say))
      .then(
        () => socket.end(),
        () => socket.destroy(),
      );
  });
  await listen(server, address);
  return async () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function listen(server: Server, address: string): Promise<void> {
  const isFile = process.platform !== 'win32';
  if (isFile) await rm(address, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Whoever may connect may do everything: the socket is its owner's from its first moment on.
    const umask = isFile ? process.umask(0o177) : 0;
    server.listen(address, () => resolve());
    if (isFile) process.umask(umask);
  });
  if (isFile) await chmod(address, 0o600);
}

function readOrder(socket: Socket): Promise<CommandOrder> {
  const { promise, resolve, reject } = Promise.withResolvers<CommandOrder>();
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (piece: string) => {
    text += piece;
    if (text.length > LARGEST_ORDER) reject(new Error('too long'));
    if (!text.includes('\n')) return;
    try {
      resolve(JSON.parse(text.slice(0, text.indexOf('\n'))));
    } catch (error) {
      reject(error);
    }
  });
  socket.on('close', () => reject(new Error('hung up')));
  return promise;
}

async function carryOut(
  order: CommandOrder,
  context: Context,
  log: Log,
  url: string,
  say: (reply: Reply) => void,
): Promise<void> {
  if (order.command === WHO_SERVES) {
    say({ line: `process ${process.pid}, at ${url}` });
    say({ done: true });
    return;
  }
  if (order.database !== undefined && order.database !== context.settings.database) {
    say({ elsewhere: true });
    return;
  }
  const command = COMMANDS.get(order.command);
  if (!command) {
    say({
      refused: `the Parlance that is running does not know "${order.command}": it is of another version`,
    });
    return;
  }
  try {
    const actor = commandActor(order.by);
    await actingAs(actor, () => command.run(context, order, (line) => say({ line })));
    say({ done: true });
  } catch (error) {
    if (error instanceof Refusal || error instanceof DatabaseUnavailable) say({ refused: error.message });
    else {
      log.fault(order.command, error);
      say({ fault: 'the server could not do it: its log says why' });
    }
  }
}
