/** A request in JavaScript, for Node and for browsers. */
import { base64Of, isBytes } from './bytes.ts';
import {
  camelCase,
  escapesOf,
  plainRequest,
  type SampledRequest,
  type SampleText,
  variablesOf,
} from './sampled-request.ts';
import { escapeUnprintable, unitEscapes } from './unprintable.ts';

const XML = `const xml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');`;

export function javaScriptSample(request: SampledRequest): string {
  const plain = plainRequest(request);
  const { method, url, headers, body } = plain;
  const variables = variablesOf(plain).map(
    ({ words, value }) => `const ${camelCase(words)} = ${quoted(value)};`,
  );
  const content =
    body &&
    (isBytes(body)
      ? `Uint8Array.from(atob('${base64Of(body)}'), (byte) => byte.charCodeAt(0))`
      : template(body));
  return [
    ...(variables.length > 0 ? [...variables, ''] : []),
    ...(escapesOf(plain).has('xml') ? [XML, ''] : []),
    ...(content ? [`const body = ${content};`, ''] : []),
    '(async () => {',
    `  const response = await fetch(${expression(url)}, {`,
    `    method: ${quoted(method)},`,
    ...(headers.length > 0
      ? [
          '    headers: {',
          ...headers.map(({ name, value }) => `      ${quoted(name)}: ${expression(value)},`),
          '    },',
        ]
      : []),
    ...(content ? ['    body,'] : []),
    '  });',
    '  console.log(response.status, await response.text());',
    '})();',
    '',
  ].join('\n');
}

function expression(text: SampleText): string {
  return text.every((part) => typeof part === 'string') ? quoted(text.join('')) : template(text);
}

function template(text: SampleText): string {
  const content = text.map((part) => {
    if (typeof part === 'string') return escaped(part).replaceAll('`', '\\`').replaceAll('${', '\\${');
    const name = camelCase(part.words);
    const value = { xml: `xml(${name})`, form: `encodeURIComponent(${name})`, text: name }[part.inside];
    return `\${${value}}`;
  });
  return `\`${content.join('')}\``;
}

function quoted(text: string): string {
  return `'${escaped(text).replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

function escaped(text: string): string {
  return escapeUnprintable(text.replaceAll('\\', '\\\\'), unitEscapes);
}
