import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { TestOperations } from './test-tool-data.ts';

export const listTestOperations = endpoint({
  method: 'GET',
  path: 'test/operations',
  summary: 'Lists the operations of the XML API by their services.',
  may: readsSite,
  async run({ context }): Promise<TestOperations> {
    const { operationLines } = await context.xmlDoor.operations();
    return { operations: operationLines() };
  },
});
