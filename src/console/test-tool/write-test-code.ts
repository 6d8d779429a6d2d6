import { codeSample } from '../../code-samples/code-sample.ts';
import { object, optional, text } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { sampledCall } from './sampled-call.ts';
import type { TestCodeSamples } from './test-tool-data.ts';

/** Characters of a message that code is written for. */
const LONGEST = 200_000;

export const writeTestCode = endpoint({
  method: 'POST',
  path: 'test/code',
  summary: 'Writes programs in six languages that make a request, with the credentials on top.',
  may: readsSite,
  body: object({
    method: text({ min: 1, max: 16, pattern: /^[a-z]+$/i, rule: 'must be a method of HTTP' }),
    target: text({ min: 1, max: 64 * 1024, pattern: /^\/(?!\/)/, rule: 'must begin with one slash' }),
    contentType: optional(text({ max: 256 })),
    body: optional(text({ max: LONGEST, secret: true })),
  }),
  run({ context }, { body }): TestCodeSamples {
    const { contentType, body: sent, ...line } = body;
    const request = sampledCall(context, {
      ...line,
      ...(contentType !== undefined && { contentType }),
      ...(sent !== undefined && { body: sent }),
    });
    return {
      samples: {
        curl: codeSample(request, 'curl'),
        python: codeSample(request, 'python'),
        php: codeSample(request, 'php'),
        java: codeSample(request, 'java'),
        csharp: codeSample(request, 'csharp'),
        javascript: codeSample(request, 'javascript'),
      },
    };
  },
});
