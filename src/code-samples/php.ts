/** A request in PHP, by its extension of curl. */
import { base64Of, isBytes } from './bytes.ts';
import {
  camelCase,
  escapesOf,
  plainRequest,
  type SampledRequest,
  type SampleText,
  variablesOf,
} from './sampled-request.ts';
import { escapeUnprintable, hasUnprintable } from './unprintable.ts';

const XML = `function xml(string $text): string {
    return htmlspecialchars($text, ENT_NOQUOTES | ENT_XML1, 'UTF-8');
}`;

export function phpSample(request: SampledRequest): string {
  const plain = plainRequest(request);
  const { method, url, headers, body } = plain;
  const variables = variablesOf(plain).map(({ words, value }) => `$${camelCase(words)} = ${quoted(value)};`);
  const content = body && (isBytes(body) ? `base64_decode('${base64Of(body)}')` : joined(body));
  const hasType = headers.some(({ name }) => /^content-type$/i.test(name));
  const lines = [
    // curl leaves out a header without a value, unless a semicolon ends it; and it adds a type of its own.
    ...headers.map(({ name, value }) =>
      value.every((part) => part === '') ? quoted(`${name};`) : joined([`${name}: `, ...value]),
    ),
    ...(content && !hasType ? [quoted('Content-Type:')] : []),
  ];
  return [
    '<?php',
    ...(variables.length > 0 ? [...variables, ''] : []),
    ...(escapesOf(plain).has('xml') ? [XML, ''] : []),
    ...(content ? [`$body = ${content};`, ''] : []),
    `$curl = curl_init(${joined(url)});`,
    'curl_setopt_array($curl, [',
    '    CURLOPT_RETURNTRANSFER => true,',
    ...(method === 'HEAD'
      ? ['    CURLOPT_NOBODY => true,']
      : [`    CURLOPT_CUSTOMREQUEST => ${quoted(method)},`]),
    ...(lines.length > 0
      ? ['    CURLOPT_HTTPHEADER => [', ...lines.map((line) => `        ${line},`), '    ],']
      : []),
    ...(content ? ['    CURLOPT_POSTFIELDS => $body,'] : []),
    ']);',
    '$answer = curl_exec($curl);',
    `echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ' ', $answer === false ? curl_error($curl) : $answer, "\\n";`,
    '',
  ].join('\n');
}

function joined(text: SampleText): string {
  const parts = text.flatMap((part) => {
    if (typeof part === 'string') return part === '' ? [] : [quoted(part)];
    const name = `$${camelCase(part.words)}`;
    return [{ xml: `xml(${name})`, form: `rawurlencode(${name})`, text: name }[part.inside]];
  });
  return parts.join(' . ') || "''";
}

/** In single quotes, between which lines stand as they are; with escapes for what cannot be seen. */
function quoted(text: string): string {
  if (!hasUnprintable(text)) return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
  const escaped = escapeUnprintable(
    text.replaceAll(/["\\$]/g, '\\$&'),
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `"${escaped}"`;
}
