/** Every action of the console, by its area. Each is an endpoint of the API. */
import type { ConsoleEndpoint } from './api/endpoint.ts';
import { FRAME } from './frame/index.ts';
import { LOG } from './log/index.ts';
import { TEST_TOOL } from './test-tool/index.ts';

export const AREAS: Readonly<Record<string, readonly ConsoleEndpoint[]>> = {
  frame: FRAME,
  log: LOG,
  test: TEST_TOOL,
};
