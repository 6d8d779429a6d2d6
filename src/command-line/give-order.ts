/** A command's end of the socket: has the process that serves the installation do it. */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { Refusal } from '../refusal.ts';
import { type CommandOrder, type Reply, socketOf } from './socket.ts';

/** What the server has answered in place of doing it. */
export class OrderRefused extends Refusal {}

/**
 * Has the server do it, and prints what it says.
 * @returns false when nobody takes orders in the folder, or for another database
 * @throws OrderRefused
 */
export async function giveOrder(
  data: string,
  order: CommandOrder,
  say: (line: string) => void,
): Promise<boolean> {
  const address = socketOf(data);
  if (address === undefined) return false;
  const socket = connect(address);
  try {
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  } catch {
    return false;
  }
  socket.on('error', () => {});
  socket.write(`${JSON.stringify(order)}\n`);
  for await (const text of createInterface({ input: socket })) {
    const reply = JSON.parse(text) as Reply;
    if ('line' in reply) say(reply.line);
    else if ('done' in reply) return true;
    else if ('elsewhere' in reply) return false;
    else throw new OrderRefused('refused' in reply ? reply.refused : reply.fault);
  }
  throw new OrderRefused('the server has ended before it was done: look whether it was');
}
