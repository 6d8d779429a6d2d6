/**
 * A number of the XML API, and what it stands for. Known numbers come from the reference. Ours end in 9xx within
 * the group that the failure belongs to (0000xx general, 03xxxx user and authentication, 06xxxx sessions), where no
 * known number lies. This folder is the only place with a six-digit literal.
 */
import type { RefusalClass } from '../../refusal.ts';

/** Where an entry is known from; `ours` is a number that this project chose because none is known. */
export type Origin = 'recorded' | 'documented' | 'client' | 'ours';

export interface Exception {
  readonly id: string;
  /** What `serv:reason` says; a detail may follow for those that name an element. */
  readonly reason: string;
  readonly origin: Origin;
  /** When it is raised. */
  readonly when: string;
  /** What the domain says no with, where this is the answer. */
  readonly refusals: readonly RefusalClass[];
}

export function exception(
  id: string,
  reason: string,
  origin: Origin,
  when: string,
  refusals: readonly RefusalClass[] = [],
): Exception {
  return { id, reason, origin, when, refusals };
}
