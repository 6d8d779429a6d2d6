/** The socket through which commands reach the process that serves the installation, and what is said there. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Typed } from './command.ts';

/** One line of JSON, from the command to the server. */
export interface CommandOrder extends Typed {
  /** Such as `site add`. */
  readonly command: string;
  /** As it was typed; a server of another one does nothing. Without it whoever holds the folder is meant. */
  readonly database?: string;
}

/** Lines of JSON, from the server to the command; one of the others ends them. */
export type Reply =
  | { readonly line: string }
  | { readonly done: true }
  /** The order is for another database. */
  | { readonly elsewhere: true }
  /** What a person can mend. */
  | { readonly refused: string }
  /** What is the server's fault; its log has more. */
  | { readonly fault: string };

/** Asked by whoever finds the folder taken; the answer says by whom. */
export const WHO_SERVES = 'who serves';

/** Bytes of an order: a file of metadata is the largest. */
export const LARGEST_ORDER = 2 * 1024 * 1024;

/** What the kernel has room for in the address of a socket. */
const LONGEST_ADDRESS = 100;

/**
 * In the data folder, which is open to its owner alone. On Windows it is a named pipe, whose name nobody else would
 * guess, but which is guarded by Windows' own rules for pipes, not by the folder.
 * @returns nothing where the path is too long for a socket
 */
export function socketOf(data: string): string | undefined {
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\parlance-${createHash('sha256').update(data).digest('hex')}`;
  }
  const path = join(data, 'parlance.socket');
  const shorter = relative(process.cwd(), path);
  const address = shorter.length < path.length ? shorter : path;
  return Buffer.byteLength(address) > LONGEST_ADDRESS ? undefined : address;
}
