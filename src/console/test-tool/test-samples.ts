/** The samples that administrators keep. */

import { LONGEST_KEPT_SAMPLE } from '../../samples/kept-samples.ts';
import { object, rowNumber, text } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { TestSampleMessage, TestSamples } from './test-tool-data.ts';

export const listTestSamples = endpoint({
  method: 'GET',
  path: 'test/samples',
  summary: 'Lists the samples that administrators of the site have kept.',
  may: readsSite,
  async run({ context, site }): Promise<TestSamples> {
    return { samples: await context.keptSamples.of(site) };
  },
});

export const getTestSample = endpoint({
  method: 'GET',
  path: 'test/samples/:id',
  summary: 'Gives a sample with its message.',
  may: readsSite,
  run({ context, site }, { params }): Promise<TestSampleMessage> {
    return context.keptSamples.one(site, rowNumber(params.id));
  },
});

export const saveTestSample = endpoint({
  method: 'POST',
  path: 'test/samples',
  summary: 'Keeps a message as a sample, without its password and tickets; one of the same name is replaced.',
  may: administers,
  body: object({
    name: text({ min: 1, max: 128 }),
    operation: text({ max: 128 }),
    message: text({ max: LONGEST_KEPT_SAMPLE, secret: true }),
  }),
  async run({ context, site, account }, { body }) {
    return { id: await context.keptSamples.save(site, { ...body, by: account.webExId }) };
  },
});

export const deleteTestSample = endpoint({
  method: 'DELETE',
  path: 'test/samples/:id',
  summary: 'Deletes a sample.',
  may: administers,
  async run({ context, site }, { params }) {
    await context.keptSamples.remove(site, rowNumber(params.id));
    return {};
  },
});
