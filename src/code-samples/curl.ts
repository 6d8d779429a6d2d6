/** A request as a command of bash: the body goes through a pipe, where neither `ps` nor the longest argument sees it. */
import { base64Of, isBytes, utf8Of } from './bytes.ts';
import {
  escapesOf,
  plainRequest,
  type SampledRequest,
  type SampleText,
  snakeCase,
  variablesOf,
} from './sampled-request.ts';
import { escapeUnprintable, hasUnprintable } from './unprintable.ts';

const ESCAPES = {
  xml: `xml() { printf '%s' "$1" | sed -e 's/&/\\&amp;/g' -e 's/</\\&lt;/g' -e 's/>/\\&gt;/g'; }`,
  form: `form() { printf '%s' "$1" | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g'; }`,
};

export function curlSample(request: SampledRequest): string {
  const { method, url, headers, body } = plainRequest(request);
  const plain = { method, url, headers, ...(body && { body }) };
  const variables = variablesOf(plain).map(({ words, value }) => `${nameOf(words)}=${quoted(value)}`);
  const escapes = escapesOf(plain);
  const functions = (['xml', 'form'] as const)
    .filter((kind) => escapes.has(kind))
    .map((kind) => ESCAPES[kind]);
  const options = [
    `curl --silent --show-error --globoff${method === 'HEAD' ? ' --head' : ` --request ${quoted(method)}`}`,
    ...headers.map(({ name, value }) => `--header ${header(name, value)}`),
    ...(body && !headers.some(({ name }) => /^content-type$/i.test(name))
      ? [`--header 'Content-Type:'`]
      : []),
    ...(body ? ['--data-binary @-'] : []),
    word(url),
  ];
  const curl = options.join(' \\\n  ');
  const call = body ? `${source(body)} |\n${curl}` : curl;
  return [
    '#!/usr/bin/env bash',
    ...(variables.length > 0 ? [...variables, ''] : []),
    ...(functions.length > 0 ? [...functions, ''] : []),
    call,
    '',
  ].join('\n');
}

function nameOf(words: string): string {
  return snakeCase(words).toUpperCase();
}

function source(body: SampleText | Uint8Array): string {
  if (isBytes(body)) return `printf '%s' '${base64Of(body)}' | base64 --decode`;
  return `printf '%s' ${word(body)}`;
}

/** curl takes a header without a value for one that is to be left out, unless a semicolon ends it. */
function header(name: string, value: SampleText): string {
  const isEmpty = value.every((part) => part === '');
  return isEmpty ? quoted(`${name};`) : word(after(`${name}: `, value));
}

/** Text stands with the text behind it. */
function after(text: string, [first, ...more]: SampleText): SampleText {
  return typeof first === 'string' ? [text + first, ...more] : [text, ...(first ? [first] : []), ...more];
}

/** One word of the shell. */
function word(text: SampleText): string {
  const joined = text.map((part) => {
    if (typeof part === 'string') return part === '' ? '' : quoted(part);
    const variable = `$${nameOf(part.words)}`;
    return part.inside === 'text' ? `"${variable}"` : `"$(${part.inside} "${variable}")"`;
  });
  return joined.join('') || "''";
}

/** In single quotes; what cannot be seen in `$'…'`, byte by byte, so that no locale matters. */
function quoted(text: string): string {
  if (!hasUnprintable(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `$'${escapeUnprintable(escaped, (character) =>
    [...utf8Of(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  )}'`;
}
