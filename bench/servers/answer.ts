/** What a server for comparison answers to everything: the file that its first argument names. */
import { readFileSync } from 'node:fs';

export interface RecordedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function readAnswer(): RecordedAnswer {
  const [, , file = ''] = process.argv;
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedAnswer;
}
