// The Node.js that `npm ci` brings. npm puts it into the path of its scripts, but npm 10, which comes with Node.js 20,
// takes that link away again. Plain JavaScript that an old Node.js can read too.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Runs it in place of this process, or says that there is none. */
export function runBroughtNode(given) {
  const node = broughtNode();
  if (existsSync(node)) {
    runInstead(node, given);
  } else {
    console.error(
      `parlance: Node.js 24 or newer is needed; this is ${process.versions.node}. ` +
        'In the folder of Parlance `npm ci` fetches it and `npm start` uses it.',
    );
    process.exitCode = 1;
  }
}

/** Where it is, on the platforms that it is there for. */
function broughtNode() {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const file = windows ? 'node.exe' : 'node';
  return fileURLToPath(new URL(`../node_modules/${name}/bin/${file}`, import.meta.url));
}

/** Signals go to it, and its end is ours. */
export function runInstead(node, given) {
  const child = spawn(node, given, { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
}
