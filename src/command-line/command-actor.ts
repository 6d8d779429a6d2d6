/** Who acts at the command line: a user of the machine. Whoever may use its data folder may do everything. */
import { userInfo } from 'node:os';
import type { Actor } from '../acting.ts';

/** The name of whoever types here. */
export function machineUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A user of a container may have a number alone.
    return String(process.getuid?.() ?? '');
  }
}

export function commandActor(by = machineUser()): Actor {
  return { kind: 'command', name: by, face: 'command' };
}
