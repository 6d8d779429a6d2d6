/** Text as Java and C# write it: a literal for each line, so that no line end of the source file gets into it. */
import { camelCase, type SamplePart, type SampleText } from './sampled-request.ts';
import { escapeUnprintable, unitEscapes } from './unprintable.ts';

/** Java keeps no constant of more than 65,535 bytes: longer lines are put together when the sample runs. */
const LONGEST = 16_000;

export interface LineStyle {
  /** Such as `String.join`. */
  readonly join: string;
  /** Puts two literals together without making one constant of them. */
  readonly chain: (first: string, next: string) => string;
  readonly variable: (name: string, inside: 'xml' | 'form' | 'text') => string;
}

/** An expression for text of several lines. */
export function lineExpression(text: SampleText, style: LineStyle, indent: string): string {
  const lines = splitLines(text).map((line) => expression(line, style));
  if (lines.length === 1) return lines[0] ?? '""';
  return `${style.join}("\\n",\n${lines.map((line) => `${indent}    ${line}`).join(',\n')})`;
}

/** An expression for text of one line. */
export function expression(text: SampleText, style: LineStyle): string {
  const parts = text
    .filter((part) => part !== '')
    .map((part) =>
      typeof part === 'string' ? long(part, style) : style.variable(camelCase(part.words), part.inside),
    );
  return parts.join(' + ') || '""';
}

function long(text: string, { chain }: LineStyle): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    piece += character;
    if (piece.length < LONGEST) continue;
    pieces.push(piece);
    piece = '';
  }
  if (piece !== '' || pieces.length === 0) pieces.push(piece);
  return pieces.map(literal).reduce(chain);
}

export function literal(text: string): string {
  const escaped = text.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  // Java reads \u000a as the end of the line that it stands in, in a literal too.
  const controls = escaped.replaceAll('\r', '\\r');
  return `"${escapeUnprintable(controls, unitEscapes)}"`;
}

function splitLines(text: SampleText): SampleText[] {
  const lines: SamplePart[][] = [[]];
  for (const part of text) {
    if (typeof part !== 'string') {
      lines.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...more] = part.split('\n');
    lines.at(-1)?.push(first);
    for (const line of more) lines.push([line]);
  }
  return lines;
}
