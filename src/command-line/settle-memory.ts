/** The memory of a server that has just been loaded: what loading has left behind goes before anybody calls. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Sources and code that ran once would stay for as long as nothing needs their room: 16 MB of an idle server. It takes a
 * tenth of a second, and afterwards memory follows the load (bin/parlance.mjs has kept it from growing): 2 is V8's own
 * factor.
 */
export function settleMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  setFlagsFromString('--semi-space-growth-factor=2');
}
