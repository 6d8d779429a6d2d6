/** What is found out about a call on its way, for the log. */
import type { ApiToken } from '../sign-in/api-tokens/api-token.ts';
import type { Site } from '../sites/site.ts';
import type { RestProblem } from './rest-problems.ts';

export interface RestTrace {
  operation: string | undefined;
  token: ApiToken | undefined;
  /** Of a call without a token, where the endpoint finds one. */
  site?: Site;
  readonly hints: string[];
  problem: RestProblem | undefined;
  error: unknown;
  /** Values that no log may show. */
  readonly secrets: string[];
}

export function newTrace(): RestTrace {
  return {
    operation: undefined,
    token: undefined,
    hints: [],
    problem: undefined,
    error: undefined,
    secrets: [],
  };
}
