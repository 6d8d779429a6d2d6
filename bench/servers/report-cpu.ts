/**
 * Loaded before a server that is measured: tells its processor time and its heap when it is asked, and ends it with its
 * parent.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

process.on('message', (question) => {
  process.send?.(question === 'heap' ? heap() : processorTime());
});
process.on('disconnect', () => process.exit());
// A server that fails at its start ends as it would without a parent.
process.channel?.unref();

/** Milliseconds, user and system. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Megabytes that something holds: what nobody needs is collected first. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
