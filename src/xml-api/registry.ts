/** The operations of the server, compiled once: found by the xsi:type of a bodyContent. */
import { type Decoder, decoder, type Hint } from '../xml/decoder.ts';
import { contentEncoder, type Encoder } from '../xml/encoder.ts';
import { MessageRefused } from './exceptions/message-refused.ts';
import { bodyContentWriter } from './message.ts';
import { type AnyOperation, responseTypes } from './operation.ts';
import { operationNames } from './operation-names.ts';

export interface CompiledOperation {
  readonly operation: AnyOperation;
  readonly decode: Decoder<unknown>;
  readonly encode: Encoder<unknown>;
  /** Puts encoded content into its bodyContent. */
  readonly enclose: (content: string) => string;
}

export interface Registry {
  /** @throws MessageRefused (unknownOperation) when no operation is meant, or more than one */
  find(type: string, hint: Hint): CompiledOperation;
}

export function compile(operations: readonly AnyOperation[]): Registry {
  const compiled = new Map(operations.map((operation) => [operation, forms(operation)]));
  const meaningOf = operationNames(operations);
  /** Types as they were sent, so that a known one is not taken apart again. */
  const seen = new Map<string, CompiledOperation>();

  return {
    find(type, hint) {
      const known = seen.get(type);
      if (known) return known;
      const { operations: meant, isByLastWord, isSchemaType } = meaningOf(type);
      const [operation] = meant;
      const found = operation && compiled.get(operation);
      if (!found || meant.length > 1) throw new MessageRefused('unknownOperation', refusal(type, meant));
      const exact = javaName(operation);
      if (type === exact) seen.set(type, found.byJavaName);
      else hint(`xsi:type "${type}" is read as "${exact}"${isByLastWord ? ', by its last word' : ''}`);
      return isSchemaType ? found.bySchemaType : found.byJavaName;
    },
  };
}

function javaName({ service, name }: AnyOperation): string {
  return `java:com.webex.service.binding.${service.name}.${name}`;
}

function refusal(type: string, meant: readonly AnyOperation[]): string {
  const shown = type.slice(0, 200);
  return meant.length > 1 ? `${shown} may be ${meant.map(javaName).join(' or ')}` : shown;
}

interface Forms {
  readonly byJavaName: CompiledOperation;
  readonly bySchemaType: CompiledOperation;
}

/** An operation whose answer has one name is compiled to one form. */
function forms(operation: AnyOperation): Forms {
  const { service, request, response } = operation;
  const [bySchemaType, byJavaName] = responseTypes(operation).map(({ name }) => ({
    operation,
    decode: decoder(request, service.namespace),
    encode: contentEncoder(response, service.namespace) as Encoder<unknown>,
    enclose: bodyContentWriter(service, name ?? operation.name),
  }));
  if (!bySchemaType) throw new Error(`${operation.name} has no response`);
  return { bySchemaType, byJavaName: byJavaName ?? bySchemaType };
}
