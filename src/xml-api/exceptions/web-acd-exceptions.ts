/** Queues of requests for support. */
import { QueueNameTaken, QueueNotFound, TooManyQueues } from '../../accounts/web-acd/queue.ts';
import { type Exception, exception } from './exception.ts';

export const webAcdExceptions = {
  queueNotFound: exception(
    '000956',
    'Corresponding queue not found',
    'ours',
    'AssignWebACDQueues: the site has no queue of that name. Nothing was changed.',
    [QueueNotFound],
  ),
  queueNotMade: exception(
    '000957',
    'The queue cannot be made',
    'ours',
    'No operation: the page of the queues is refused a name that is taken, or one queue more than 500.',
    [QueueNameTaken, TooManyQueues],
  ),
} as const satisfies Record<string, Exception>;
