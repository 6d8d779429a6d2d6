import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { TestDatabases } from '../support/databases.ts';
import { type Outcome, parlance, type RunningServer, serve, testFolder } from '../support/process.ts';

/** A running server of the demo, and the commands of the same installation. */
export interface Installation {
  readonly server: RunningServer;
  /** @param input what is typed */
  run(input: string, ...args: string[]): Promise<Outcome>;
  /** A command that must succeed; what it printed. */
  ok(...args: string[]): Promise<string>;
  /** A command that must fail in a line, for which nothing is to be printed; the line. */
  refused(input: string, ...args: string[]): Promise<string>;
}

/** One for all tests of a suite, which must not disturb each other: a process takes its time to start. */
export function sharedInstallation(fresh: TestDatabases['fresh']): () => Installation {
  const stack = new AsyncDisposableStack();
  let installation: Installation | undefined;
  before(async () => {
    const data = stack.use(await testFolder());
    const where = ['--data', data.path, '--database', await fresh()];
    const run: Installation['run'] = (input, ...args) => parlance([...args, ...where], { input });
    installation = {
      server: stack.use(await serve(['--demo', '--port', '0', ...where])),
      run,
      async ok(...args) {
        const { code, stdout, stderr } = await run('', ...args);
        assert.equal(code, 0, stderr);
        return stdout;
      },
      async refused(input, ...args) {
        const { code, stdout, stderr } = await run(input, ...args);
        assert.deepEqual([code, stdout], [1, ''], stderr);
        assert.match(stderr, /^parlance: [^\n]+\n$/);
        return stderr;
      },
    };
  });
  after(() => stack.disposeAsync());
  return () => {
    assert.ok(installation, 'it is there while tests run');
    return installation;
  };
}
