/** A call of the REST interface as a request that samples make: its token stands on top. */
import type { SampledRequest } from './sampled-request.ts';

export interface SampledRestCall {
  readonly method: string;
  /** The whole address. */
  readonly url: string;
  /** Nothing: the sample says where it belongs. */
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string | undefined;
}

export function restRequest({
  method,
  url,
  token = '',
  headers = {},
  body,
}: SampledRestCall): SampledRequest {
  return {
    method,
    url: [url],
    headers: [
      { name: 'Authorization', value: ['Bearer ', { words: 'access token', value: token, inside: 'text' }] },
      ...Object.entries(headers).map(([name, value]) => ({ name, value: [value] })),
      ...(body === undefined ? [] : [{ name: 'Content-Type', value: ['application/json'] }]),
    ],
    ...(body !== undefined && { body: [body] }),
  };
}
