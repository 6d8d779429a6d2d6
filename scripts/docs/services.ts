/** The services and their operations in the order of the reference, and whom its samples come from. */
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import type { Service } from '../../src/xml-api/service.ts';

export const CALLER = { siteName: 'acme', webExID: 'admin', password: 'P@ssword123' };

/** The services, each with its operations, both in the order of their names. */
export function services(): { readonly service: Service; readonly operations: readonly AnyOperation[] }[] {
  const byService = new Map<Service, AnyOperation[]>();
  for (const operation of OPERATIONS) {
    byService.set(operation.service, [...(byService.get(operation.service) ?? []), operation]);
  }
  return [...byService]
    .map(([service, operations]) => ({
      service,
      operations: operations.sort((a, b) => compare(a.name, b.name)),
    }))
    .sort((a, b) => compare(a.service.name, b.service.name));
}

export function inOrder(): AnyOperation[] {
  return services().flatMap(({ operations }) => operations);
}

/** The same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
