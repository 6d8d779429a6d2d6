/** Which operation an xsi:type means: by its service and its name, or by its name alone where no service is known. */
import { nearest } from '../xml/nearest.ts';
import type { AnyOperation } from './operation.ts';
import { SERVICES } from './service.ts';

export interface Meaning {
  /** None when it is unknown, several when services have an operation of that name and none of them is named. */
  readonly operations: readonly AnyOperation[];
  /** Where nothing has that name: what has nearly that name, or has it in another service. */
  readonly probably?: AnyOperation | undefined;
  /** No service is named, or none that is known. */
  readonly isByLastWord: boolean;
  /** Such as `use:getUser`: the name of the request's type in the schema, where others say the operation's name. */
  readonly isSchemaType: boolean;
}

export type OperationNames = (type: string) => Meaning;

const NOTHING: Meaning = { operations: [], isByLastWord: true, isSchemaType: false };

/** Longer than any type that means something. */
const LONGEST_TYPE = 200;

export function operationNames(operations: readonly AnyOperation[]): OperationNames {
  const services = servicesOf(operations);
  const byWord = wordsOf(operations);

  const inService = (service: string, named: readonly AnyOperation[]) => {
    const own = named.filter((operation) => operation.service.name === service);
    // `meeting.auo` is a part of `meeting`, which clients may say for it.
    return own.length > 0 ? own : named.filter(({ service: { name } }) => name.startsWith(`${service}.`));
  };

  const like = (word: string, service: string | undefined) => {
    const found = byWord.get(nearest(word, byWord.keys()) ?? '') ?? [];
    return found.find((operation) => operation.service.name === service) ?? found[0];
  };

  return (type) => {
    if (type.length > LONGEST_TYPE) return NOTHING;
    const { called, word } = partsOf(type);
    const service = services.get(called.toLowerCase());
    const named = byWord.get(word.toLowerCase()) ?? [];
    const meant = service === undefined ? named : inService(service, named);
    return {
      operations: meant,
      probably: meant.length === 0 ? like(word, service) : undefined,
      isByLastWord: service === undefined,
      isSchemaType: !type.includes('.') && named.some(({ request }) => request.name === word),
    };
  };
}

/**
 * Clients that were seen say `java:com.webex.service.binding.`, another package or nothing, then the service's name
 * and a dot or a prefix and a colon, then the operation's name or its schema type.
 */
function partsOf(type: string): { readonly called: string; readonly word: string } {
  const rest = type.replace(/^java:/, '').replace(/^.*\bbinding\./, '');
  const at = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf(':'));
  return { called: rest.slice(0, Math.max(at, 0)), word: /[A-Za-z]+$/.exec(rest.slice(at + 1))?.[0] ?? '' };
}

/** The services by their names and prefixes, in small letters. */
function servicesOf(operations: readonly AnyOperation[]): Map<string, string> {
  const services = new Set([...SERVICES, ...operations.map(({ service }) => service)]);
  return new Map(
    [...services].flatMap(({ name, namespace }) => [[name, name] as const, [namespace.prefix, name]]),
  );
}

/** The operations by their names, in small letters. */
function wordsOf(operations: readonly AnyOperation[]): Map<string, readonly AnyOperation[]> {
  const byWord = new Map<string, readonly AnyOperation[]>();
  for (const operation of operations) {
    const word = operation.name.toLowerCase();
    const others = byWord.get(word) ?? [];
    if (others.some(({ service }) => service === operation.service)) {
      throw new Error(`two operations are named ${operation.service.name}.${operation.name}`);
    }
    byWord.set(word, [...others, operation]);
  }
  return byWord;
}
