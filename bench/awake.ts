/**
 * Keeps a processor awake, at the lowest priority: on a virtual machine it is the server who pays, up to 20 µs an
 * answer, for waking the sleeping processor of a client that waits. A bare server is so fast that its client never
 * sleeps, which no comparison should rest on.
 */
import { constants, setPriority } from 'node:os';

setPriority(constants.priority.PRIORITY_LOW);
process.on('disconnect', () => process.exit());
const turn = () => {
  const until = performance.now() + 100;
  while (performance.now() < until);
  setImmediate(turn);
};
turn();
