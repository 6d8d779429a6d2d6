/**
 * Finds the endpoint of an address: a tree of the parts of paths, built once. Where a part is a word and a parameter, the
 * word is meant. find-my-way would do this too; what it offers besides (wildcards, constraints, patterns) is not needed
 * here, and which methods an address has, for 405 and Allow, it keeps to itself.
 */
import type { HttpMethod } from './rest-endpoint.ts';

interface Node<E> {
  readonly words: Map<string, Node<E>>;
  parameter: Node<E> | undefined;
  readonly here: Map<HttpMethod, { readonly endpoint: E; readonly names: readonly string[] }>;
}

export interface Route<E> {
  readonly endpoint: E;
  readonly params: Readonly<Record<string, string>>;
}

export interface Routed {
  readonly method: HttpMethod;
  /** Such as `meetings/:meetingId`. */
  readonly path: string;
  readonly tolerates: { readonly method?: HttpMethod };
}

const PARTS = 12;

export class Router<E extends Routed> {
  readonly #root: Node<E> = emptyNode();

  /** @throws when two endpoints have the same method and address */
  constructor(endpoints: readonly E[]) {
    for (const endpoint of endpoints) this.#add(endpoint, endpoint.method);
    // What is tolerated takes no place that is somebody's own.
    for (const endpoint of endpoints) {
      const { method } = endpoint.tolerates;
      if (method) this.#add(endpoint, method);
    }
  }

  #add(endpoint: E, method: HttpMethod): void {
    const names: string[] = [];
    let node = this.#root;
    for (const part of endpoint.path.split('/')) {
      if (part.startsWith(':')) {
        names.push(part.slice(1));
        node.parameter ??= emptyNode();
        node = node.parameter;
      } else {
        const next = node.words.get(part) ?? emptyNode();
        node.words.set(part, next);
        node = next;
      }
    }
    if (node.here.has(method)) throw new Error(`${method} ${endpoint.path} is declared twice`);
    node.here.set(method, { endpoint, names });
  }

  /**
   * @param path below the base, decoded part by part
   * @returns the methods that the address has, where it has not this one; nothing for an unknown address
   */
  find(method: string, path: readonly string[]): Route<E> | readonly HttpMethod[] | undefined {
    if (path.length > PARTS) return undefined;
    const values: string[] = [];
    const methods = new Set<HttpMethod>();
    const found = visit(this.#root, path, 0, values, (node) => {
      const target = node.here.get(method as HttpMethod);
      if (!target) for (const other of node.here.keys()) methods.add(other);
      return target;
    });
    if (!found) return methods.size > 0 ? [...methods].sort() : undefined;
    const params: Record<string, string> = {};
    found.names.forEach((name, at) => {
      params[name] = values[at] ?? '';
    });
    return { endpoint: found.endpoint, params };
  }
}

function visit<E, T>(
  node: Node<E>,
  path: readonly string[],
  at: number,
  values: string[],
  end: (node: Node<E>) => T | undefined,
): T | undefined {
  const part = path[at];
  if (part === undefined) return end(node);
  const word = node.words.get(part);
  const found = word && visit(word, path, at + 1, values, end);
  if (found) return found;
  if (!node.parameter || part === '') return undefined;
  values.push(part);
  const byParameter = visit(node.parameter, path, at + 1, values, end);
  if (!byParameter) values.pop();
  return byParameter;
}

function emptyNode<E>(): Node<E> {
  return { words: new Map(), parameter: undefined, here: new Map() };
}
