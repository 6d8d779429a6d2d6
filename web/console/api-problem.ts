/** What a call of the API was refused with. */
import { areaTexts } from './texts/console-texts.ts';

export class ApiProblem extends Error {
  readonly status: number;
  /** A word of `src/console/api/problems.ts`; `Offline` when the server was not reached. */
  readonly reason: string;
  readonly element: string | undefined;
  /** The request's number in the log. */
  readonly id: string | undefined;
  readonly current: unknown;
  readonly changedBy: string | undefined;

  constructor(status: number, told: Partial<ApiProblem> & { readonly message?: string }) {
    super(told.message ?? 'the answer cannot be read');
    this.name = 'ApiProblem';
    this.status = status;
    this.reason = told.reason ?? 'Unknown';
    this.element = told.element;
    this.id = told.id;
    this.current = told.current;
    this.changedBy = told.changedBy;
  }
}

/** In the words of the catalogue, or of the server. */
export function wordsOf(error: unknown): string {
  const { problems, rules } = areaTexts('frame');
  if (!(error instanceof ApiProblem)) return problems.Unknown ?? '';
  if (error.reason === 'RuleBroken') return rules[error.message] ?? sentence(error.message);
  return problems[error.reason] ?? sentence(error.message);
}

function sentence(words: string): string {
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.?!]$/.test(first) ? first : `${first}.`;
}
