/**
 * What is known of an endpoint of the REST interface, in a short hand: `name!` is required, `name:b` a boolean, `:n` a
 * number, `:l` a list, `:o` an object, and a text without a word. `telephony.callInNumbers[].label` is the way to a
 * member. `?max` is a parameter of the query, `header:timezone` a header.
 */
export interface Fact {
  /** Such as `GET meetings/{}`: names of parts of the path are everybody's own. */
  readonly call: string;
  /** What a request has, beside its path. */
  readonly takes?: string;
  /** What the answer has; nothing: 204. */
  readonly answers?: string;
  readonly scopes?: { readonly user?: string; readonly admin?: string };
}

export type FactType = 'text' | 'boolean' | 'number' | 'list' | 'object';

export interface FactMember {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: FactType;
}

const TYPES: Readonly<Record<string, FactType>> = { b: 'boolean', n: 'number', l: 'list', o: 'object' };

export function membersOf(shortHand: string): FactMember[] {
  return shortHand
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, name = '', mark = '', type = ''] = /^(.*?)(!?)(?::([bnlo]))?$/.exec(word) ?? [];
      return { name, isRequired: mark === '!', type: TYPES[type] ?? 'text' };
    });
}

/** Every member below a way: `below('telephony', 'accessCode')`. */
export function below(way: string, shortHand: string): string {
  return shortHand
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${way}.${word}`)
    .join(' ');
}

/** A list of what is told. */
export function items(shortHand: string): string {
  return `items!:l ${below('items[]', shortHand)}`;
}
