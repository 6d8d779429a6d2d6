/** What an entry keeps of a thing before and after: the members that differ, short, and without secrets. */
import type { DocumentKind } from '../stored/codec.ts';
import { members, optional, record, type Shape } from '../stored/shape.ts';

/** What stands in the place of a secret. That it is there says that it was set, or changed. */
export const SECRET = '(secret)';

/** Members whose text nobody may read later: what somebody signs in with, joins with, or proves themselves with. */
const SECRETS =
  /pass(word|wd|code|phrase)|secret|token|ticket|hash|hostkey|accesscode|privatekey|signingkey|partnerid|moderatorcode|pin$/i;

/** Members that are numbers all the same. */
const SECRET_NUMBERS = /hostkey|accesscode|pin$/i;

const LONGEST_TEXT = 400;
const LONGEST_LIST = 40;
const DEEPEST = 6;

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
export type Facts = { readonly [name: string]: Fact };

export interface Difference {
  readonly before?: Facts;
  readonly after?: Facts;
}

/** Whatever JSON can say is a fact. */
const facts: Shape<Facts> = { problem: members.problem };

export const DIFFERENCE: DocumentKind<Difference> = {
  name: 'difference',
  shape: record({ before: optional(facts), after: optional(facts) }),
  upgrades: [],
};

/**
 * Members of `before` and `after` that are not alike, on the way down into groups; lists are compared whole. Without one of
 * them the other is kept whole.
 * @param before, after what can be written as JSON
 */
export function difference(before: object | undefined, after: object | undefined): Difference {
  const [was, is] = [before && plain(before), after && plain(after)];
  if (was === undefined) return is === undefined ? {} : { after: masked(is) };
  if (is === undefined) return { before: masked(was) };
  const [left, right] = differing(was, is);
  return { before: masked(left), after: masked(right) };
}

/** As JSON has it: without functions, and without what is undefined. */
function plain(value: object): Facts {
  const facts: unknown = JSON.parse(JSON.stringify(value));
  return isGroup(facts) ? facts : {};
}

function isGroup(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differing(was: Facts, is: Facts): [Facts, Facts] {
  const left: [string, Fact][] = [];
  const right: [string, Fact][] = [];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [one, other] = [was[name], is[name]];
    if (isGroup(one) && isGroup(other)) {
      const [a, b] = differing(one, other);
      if (Object.keys(a).length > 0) left.push([name, a]);
      if (Object.keys(b).length > 0) right.push([name, b]);
    } else if (JSON.stringify(one) !== JSON.stringify(other)) {
      if (one !== undefined) left.push([name, one]);
      if (other !== undefined) right.push([name, other]);
    }
  }
  return [Object.fromEntries(left), Object.fromEntries(right)];
}

function masked(facts: Facts): Facts {
  return group(facts, false, 0);
}

function group(facts: Facts, isSecret: boolean, depth: number): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, shown(fact, name, isSecret, depth)]),
  );
}

function shown(fact: Fact, name: string, inSecret: boolean, depth: number): Fact {
  const isSecret = inSecret || SECRETS.test(name);
  if (typeof fact === 'string') {
    if (isSecret && fact !== '') return SECRET;
    return fact.length > LONGEST_TEXT ? `${fact.slice(0, LONGEST_TEXT)}…` : fact;
  }
  if (typeof fact === 'number') return SECRET_NUMBERS.test(name) ? SECRET : fact;
  if (typeof fact !== 'object' || fact === null) return fact;
  if (depth === DEEPEST) return '…';
  if (isGroup(fact)) return group(fact, isSecret, depth + 1);
  const entries = fact.slice(0, LONGEST_LIST).map((entry) => shown(entry, name, isSecret, depth + 1));
  return fact.length > LONGEST_LIST ? [...entries, `… ${fact.length} in all`] : entries;
}
