/** Why an operation was refused, for the request log. */
import type { RefusalFacts } from '../request-log/entry.ts';
import { refusalFacts, unknownFacts } from '../request-log/refusal-facts.ts';
import type { Failure } from './exceptions/failure.ts';
import { MessageRefused } from './exceptions/message-refused.ts';
import type { AnyOperation } from './operation.ts';
import type { Tolerated } from './tolerated.ts';

export function factsOf(
  error: unknown,
  { exceptionID }: Failure,
  tolerated: Tolerated,
  operation: AnyOperation | undefined,
): RefusalFacts {
  const { unknown } = tolerated;
  return {
    ...(error instanceof MessageRefused ? messageFacts(error) : refusalFacts(error)),
    exceptionID,
    operation: operation && `${operation.service.name}.${operation.name}`,
    ...(unknown.length > 0 && { unknown: unknown.map(unknownFacts) }),
  };
}

function messageFacts({ why, detail, probably }: MessageRefused): RefusalFacts {
  return { rule: why, words: detail, nearest: probably };
}
