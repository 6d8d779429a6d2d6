/** All operations of the NBR services, found by their names in any case. */
import { getMeetingTicket } from './meetings/get-meeting-ticket.ts';
import type { NbrOperation, NbrServiceName } from './nbr-operation.ts';
import { getStorageAccessTicket } from './storage/get-storage-access-ticket.ts';

export const NBR_OPERATIONS: readonly NbrOperation[] = [getStorageAccessTicket, getMeetingTicket];

const BY_NAME = new Map(
  NBR_OPERATIONS.flatMap((operation) => spellings(operation).map((name) => [name.toLowerCase(), operation])),
);

/** Names are of one service alone, so that a call finds its operation also at the address of another service. */
export function nbrOperationNamed(name: string): NbrOperation | undefined {
  return BY_NAME.get(name.toLowerCase());
}

export function nbrOperationsOf(service: NbrServiceName): readonly NbrOperation[] {
  return NBR_OPERATIONS.filter((operation) => operation.service === service);
}

export function spellings({ name, otherName }: NbrOperation): string[] {
  return otherName === undefined ? [name] : [name, otherName];
}
