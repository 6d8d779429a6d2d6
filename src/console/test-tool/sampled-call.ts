/** A call of ours as a code sample makes it: at the public address, its credentials as variables. */
import { withCredentials } from '../../code-samples/credentials.ts';
import type { SampledRequest, SamplePart } from '../../code-samples/sampled-request.ts';
import type { Context } from '../../context.ts';
import type { TestCode } from './test-tool-data.ts';

const XML_PATH = '/WBXService/XMLService';

export function xmlAddress({ links }: Pick<Context, 'links'>): string {
  return links.publicUrl() + XML_PATH;
}

export function sampledCall(
  context: Pick<Context, 'links'>,
  { method, target, contentType, body }: TestCode,
): SampledRequest {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType ?? '');
  return {
    method: method.toUpperCase(),
    url: masked(context.links.publicUrl() + target),
    headers: contentType === undefined ? [] : [{ name: 'Content-Type', value: [contentType] }],
    ...(body !== undefined && { body: isForm ? masked(body) : withCredentials(body) }),
  };
}

/** A parameter whose value the log has masked, as it stands in a query or a form. */
const MASKED = /(?<=[?&]|^)([a-z]\w{0,30})=(?:\*|%2A){3}(?=&|#|$)/gi;

/** What the log has masked is a variable, which whoever runs the sample fills in. */
function masked(text: string): SamplePart[] {
  const parts: SamplePart[] = [];
  let end = 0;
  for (const match of text.matchAll(MASKED)) {
    const [whole, name = ''] = match;
    parts.push(`${text.slice(end, match.index)}${name}=`, {
      words: wordsOf(name),
      value: '***',
      inside: 'form',
    });
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

function wordsOf(name: string): string {
  return `parameter ${name.toLowerCase().replaceAll('_', ' ').trim()}`;
}
