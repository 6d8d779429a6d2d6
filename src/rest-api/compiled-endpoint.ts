/** An endpoint with its readers and its writer, made once at start. */
import { type JsonDecoder, jsonDecoder } from '../xml/json-decoder.ts';
import { type JsonEncoder, jsonEncoder } from '../xml/json-encoder.ts';
import { group } from '../xml/schema.ts';
import { type TextsReader, textsReader } from './query-reader.ts';
import { nameOf, type RestEndpoint } from './rest-endpoint.ts';

export interface CompiledEndpoint extends RestEndpoint {
  readonly name: string;
  readonly readQuery: TextsReader;
  /** The values of a body that came in the query. */
  readonly readBodyInQuery: TextsReader | undefined;
  readonly readHeaders: TextsReader | undefined;
  /** In small letters, as node:http has them. */
  readonly headerNames: readonly string[];
  readonly readBody: JsonDecoder<unknown> | undefined;
  readonly readForm: TextsReader | undefined;
  readonly write: JsonEncoder<unknown> | undefined;
}

export function compiled(endpoint: RestEndpoint): CompiledEndpoint {
  const { query, headers, body, answer, takesForm, tolerates } = endpoint;
  const fields = body ? group(body.fields).fields : {};
  return {
    ...endpoint,
    name: nameOf(endpoint),
    readQuery: textsReader(query, { knows: 'all' }),
    readBodyInQuery: tolerates.bodyInQuery
      ? textsReader({ ...fields, ...query }, { knows: 'all' })
      : undefined,
    headerNames: Object.keys(headers),
    readHeaders: Object.keys(headers).length > 0 ? textsReader(headers, { knows: 'some' }) : undefined,
    readBody: body && jsonDecoder(body),
    readForm: takesForm ? textsReader(fields, { knows: 'all' }) : undefined,
    write: answer && (jsonEncoder(answer) as JsonEncoder<unknown>),
  };
}
