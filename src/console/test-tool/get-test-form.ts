import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import { xmlAddress } from './sampled-call.ts';
import type { TestForm } from './test-tool-data.ts';

export const getTestForm = endpoint({
  method: 'GET',
  path: 'test/operations/:service/:operation',
  summary: 'Tells what the request of an operation holds and means, with a sample.',
  may: readsSite,
  async run({ context, site, account }, { params }): Promise<TestForm> {
    const { operationOutline } = await context.xmlDoor.operations();
    const sender = { siteName: site.siteName, webExID: account.webExId, password: '' };
    const outline = operationOutline(params.service, params.operation, sender);
    if (!outline) throw new CallRefused(404, 'OperationNotFound', 'there is no such operation');
    return { ...outline, address: xmlAddress(context) };
  },
});
