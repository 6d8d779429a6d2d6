/** A request in Python 3, with what comes with it. */
import { base64Of, isBytes } from './bytes.ts';
import {
  escapesOf,
  plainRequest,
  type SampledRequest,
  type SampleText,
  snakeCase,
  variablesOf,
} from './sampled-request.ts';
import { escapeUnprintable } from './unprintable.ts';

const ESCAPES = { xml: 'escape', form: 'quote' };

export function pythonSample(request: SampledRequest): string {
  const plain = plainRequest(request);
  const { method, url, headers, body } = plain;
  const variables = variablesOf(plain).map(({ words, value }) => `${snakeCase(words)} = ${quoted(value)}`);
  const escapes = escapesOf(plain);
  const data = body && (isBytes(body) ? `base64.b64decode("${base64Of(body)}")` : lines(body));
  return [
    ...(isBytes(body) ? ['import base64'] : []),
    'from urllib.error import HTTPError',
    ...(escapes.has('form') ? ['from urllib.parse import quote'] : []),
    'from urllib.request import Request, urlopen',
    ...(escapes.has('xml') ? ['from xml.sax.saxutils import escape'] : []),
    '',
    ...(variables.length > 0 ? [...variables, ''] : []),
    ...(data ? [`body = ${data}`, ''] : []),
    'request = Request(',
    `    ${line(url)},`,
    ...(data ? [`    data=body${isBytes(body) ? '' : '.encode("utf-8")'},`] : []),
    ...(headers.length > 0
      ? [
          '    headers={',
          ...headers.map(({ name, value }) => `        ${quoted(name)}: ${line(value)},`),
          '    },',
        ]
      : []),
    `    method=${quoted(method)},`,
    ')',
    'try:',
    '    with urlopen(request) as response:',
    '        print(response.status, response.read().decode("utf-8", "replace"))',
    'except HTTPError as error:',
    '    print(error.code, error.read().decode("utf-8", "replace"))',
    '',
  ].join('\n');
}

function line(text: SampleText): string {
  return inside(text, '"', (piece) => escaped(piece).replaceAll('"', '\\"').replaceAll('\n', '\\n'));
}

/** Three quotation marks, between which one of them or two need no escape, but at the end. */
function lines(text: SampleText): string {
  return inside(text, '"""', (piece) => escaped(piece).replaceAll('"""', '\\"\\"\\"').replace(/"$/, '\\"'));
}

function inside(text: SampleText, mark: string, piece: (text: string) => string): string {
  const isFormat = text.some((part) => typeof part !== 'string');
  const content = text.map((part) => {
    if (typeof part !== 'string') return `{${variable(part.words, part.inside)}}`;
    return isFormat ? piece(part).replaceAll(/[{}]/g, '$&$&') : piece(part);
  });
  return `${isFormat ? 'f' : ''}${mark}${content.join('')}${mark}`;
}

function variable(words: string, place: 'xml' | 'form' | 'text'): string {
  const name = snakeCase(words);
  if (place === 'text') return name;
  // Every sign is escaped, the slash too.
  return place === 'form' ? `${ESCAPES.form}(${name}, safe='')` : `${ESCAPES.xml}(${name})`;
}

function quoted(text: string): string {
  return line([text]);
}

function escaped(text: string): string {
  return escapeUnprintable(text.replaceAll('\\', '\\\\'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
