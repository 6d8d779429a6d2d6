/** The parameters of a URL API call: from the query and the form, their names in any case. */
import type { FastifyRequest } from 'fastify';

export class Parameters {
  private readonly values = new Map<string, string>();
  private readonly queried = new Set<string>();

  /** What the form says counts before what the query says; of a name given twice the first counts. */
  constructor(form: string, query: string) {
    for (const source of [form, query]) {
      for (const [name, value] of new URLSearchParams(source)) {
        const key = name.toUpperCase();
        if (source === query) this.queried.add(key);
        // No database keeps a NUL in a text, so nothing that is looked up may have one.
        if (!this.values.has(key)) this.values.set(key, value.replaceAll('\0', '\ufffd'));
      }
    }
  }

  /** The value, or nothing when it is absent or empty. */
  get(name: string): string | undefined {
    const value = this.values.get(name);
    return value === '' ? undefined : value;
  }

  /** Whether it stands in the address, where it is written down on the way. */
  isInQuery(name: string): boolean {
    return this.queried.has(name);
  }

  /** Every name that was given, in upper case, and its value. */
  entries(): [name: string, value: string][] {
    return [...this.values];
  }
}

export function parametersOf(request: FastifyRequest): Parameters {
  const query = request.url.split('?').slice(1).join('?');
  return new Parameters(typeof request.body === 'string' ? request.body : '', query);
}
