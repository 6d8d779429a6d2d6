/** The operations of the server, compiled once for an envelope: found by the type that a request says. */
import { type Decoder, decoder, type Hint } from '../xml/decoder.ts';
import { contentEncoder, type Encoder } from '../xml/encoder.ts';
import { foreignNames } from '../xml/schema.ts';
import type { Envelope } from './envelopes/envelope.ts';
import { MessageRefused } from './exceptions/message-refused.ts';
import { type AnyOperation, responseTypes } from './operation.ts';
import { operationNames } from './operation-names.ts';

export interface CompiledOperation {
  readonly operation: AnyOperation;
  readonly decode: Decoder<unknown>;
  readonly encode: Encoder<unknown>;
  /** Puts encoded content into its place in the envelope. */
  readonly enclose: (content: string) => string;
}

export interface Registry {
  readonly envelope: Envelope;
  /** The names of elements that hold XML of somebody else's, for the reader; none when no operation takes any. */
  readonly keepWhole: ReadonlySet<string> | undefined;
  /** @throws MessageRefused (unknownOperation) when no operation is meant, or more than one */
  find(type: string, hint: Hint): CompiledOperation;
}

export function compile(operations: readonly AnyOperation[], envelope: Envelope): Registry {
  const compiled = new Map(operations.map((operation) => [operation, forms(operation, envelope)]));
  const meaningOf = operationNames(operations);
  /** Types as they were sent, so that a known one is not taken apart again. */
  const seen = new Map<string, CompiledOperation>();

  const foreign = foreignNames(operations.map(({ request }) => request));
  return {
    envelope,
    keepWhole: foreign.size > 0 ? foreign : undefined,
    find(type, hint) {
      const known = seen.get(type);
      if (known) return known;
      const { operations: meant, probably, isByLastWord, isSchemaType } = meaningOf(type);
      const [operation] = meant;
      const found = operation && compiled.get(operation);
      if (!found || meant.length > 1) {
        const choice = meant.map((one) => envelope.typeOf(one)).join(' or ');
        if (probably) hint(`the type "${type}" is unknown; did you mean "${envelope.typeOf(probably)}"?`);
        const asked = type.slice(0, 200);
        const detail = choice === '' ? asked : `${asked} may be ${choice}`;
        throw new MessageRefused('unknownOperation', detail, probably && envelope.typeOf(probably));
      }
      const exact = envelope.typeOf(operation);
      if (type === exact) seen.set(type, found.byJavaName);
      else hint(`the type "${type}" is read as "${exact}"${isByLastWord ? ', by its last word' : ''}`);
      return isSchemaType ? found.bySchemaType : found.byJavaName;
    },
  };
}

interface Forms {
  readonly byJavaName: CompiledOperation;
  readonly bySchemaType: CompiledOperation;
}

/** An operation whose answer has one name is compiled to one form. */
function forms(operation: AnyOperation, envelope: Envelope): Forms {
  const { service, request, response } = operation;
  const [bySchemaType, byJavaName] = responseTypes(operation).map(({ name }) => ({
    operation,
    decode: decoder(request, service.namespace),
    encode: contentEncoder(response, service.namespace) as Encoder<unknown>,
    enclose: envelope.encloser(service, name ?? operation.name),
  }));
  if (!bySchemaType) throw new Error(`${operation.name} has no response`);
  return { bySchemaType, byJavaName: byJavaName ?? bySchemaType };
}
