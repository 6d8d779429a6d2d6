/** The operations of the server, compiled once: found by the xsi:type of a bodyContent. */
import { type Decoder, decoder, type Hint } from '../xml/decoder.ts';
import { contentEncoder, type Encoder } from '../xml/encoder.ts';
import { MessageRefused } from './exceptions/message-refused.ts';
import { bodyContentWriter } from './message.ts';
import type { AnyOperation } from './operation.ts';

export interface CompiledOperation {
  readonly operation: AnyOperation;
  readonly decode: Decoder<unknown>;
  readonly encode: Encoder<unknown>;
  /** Puts encoded content into its bodyContent. */
  readonly enclose: (content: string) => string;
}

export interface Registry {
  readonly all: readonly CompiledOperation[];
  /** Errors: `MessageRefused` (unknownOperation). */
  find(type: string, hint: Hint): CompiledOperation;
}

/** Clients that were seen say one of these before the service's name, or a schema prefix. */
const KNOWN_FORM = /^(?:java:com\.webex\.(?:xmlapi\.)?service\.binding\.)?([a-z0-9]+)[.:]([A-Za-z]+)$/;

export function compile(operations: readonly AnyOperation[]): Registry {
  const all = operations.map(compiled);
  const byName = new Map<string, CompiledOperation>();
  for (const entry of all) {
    const name = entry.operation.name.toLowerCase();
    if (byName.has(name)) throw new Error(`two operations are named ${entry.operation.name}`);
    byName.set(name, entry);
  }
  /** Types as they were sent, so that a known one is not taken apart again. */
  const seen = new Map<string, CompiledOperation>();

  return {
    all,
    find(type, hint) {
      const known = seen.get(type);
      if (known) return known;
      const [, service, word] = KNOWN_FORM.exec(type) ?? [];
      const last = word ?? /([A-Za-z]+)$/.exec(type)?.[1] ?? '';
      const found = byName.get(last.toLowerCase());
      if (!found) throw new MessageRefused('unknownOperation', type.slice(0, 200));
      const exact = `java:com.webex.service.binding.${found.operation.service.name}.${found.operation.name}`;
      if (type === exact) seen.set(type, found);
      else
        hint(`xsi:type "${type.slice(0, 200)}" is read as "${exact}"${service ? '' : ', by its last word'}`);
      return found;
    },
  };
}

function compiled(operation: AnyOperation): CompiledOperation {
  const { service, request, response } = operation;
  return {
    operation,
    decode: decoder(request, service.namespace),
    encode: contentEncoder(response, service.namespace) as Encoder<unknown>,
    enclose: bodyContentWriter(service, response.name ?? operation.name),
  };
}
