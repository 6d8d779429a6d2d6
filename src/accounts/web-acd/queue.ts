/** Web ACD: queues in which requests for support wait, and who serves them (user.xsd, site.xsd). */
import { Refusal } from '../../refusal.ts';

export const WEB_ACD_ROLES = ['AGENT', 'MANAGER', 'ALL'] as const;
export type WebAcdRole = (typeof WEB_ACD_ROLES)[number];

export const WEB_ACD_ACTIONS = ['ASSIGN', 'UNASSIGN'] as const;
export type WebAcdAction = (typeof WEB_ACD_ACTIONS)[number];

export interface Queue {
  readonly id: number;
  readonly name: string;
  /** Epoch milliseconds: when it was made, or who serves it was changed. */
  readonly modifiedAt: number;
  /** How many serve it. */
  readonly numUsers: number;
  /** As what the account that is asked about serves it. */
  readonly role?: WebAcdRole | undefined;
}

export class QueueNotFound extends Refusal {
  constructor(queue: string | number) {
    super(`there is no queue ${queue}`);
  }
}

export class QueueNameTaken extends Refusal {
  constructor(name: string) {
    super(`there is a queue ${name} already`);
  }
}

/** More queues than a site may have. */
export class TooManyQueues extends Refusal {
  constructor(limit: number) {
    super(`a site has at most ${limit} queues`);
  }
}
