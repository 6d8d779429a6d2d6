/** A request in C#, as a program of .NET 6 or newer. */
import { base64Of, isBytes } from './bytes.ts';
import { expression, type LineStyle, lineExpression, literal } from './line-literals.ts';
import { camelCase, escapesOf, plainRequest, type SampledRequest, variablesOf } from './sampled-request.ts';

const STYLE: LineStyle = {
  join: 'string.Join',
  chain: (first, next) => `${first} + ${next}`,
  variable: (name, inside) =>
    ({ xml: `Xml(${name})`, form: `Uri.EscapeDataString(${name})`, text: name })[inside],
};

export function cSharpSample(request: SampledRequest): string {
  const plain = plainRequest(request);
  const { method, url, headers, body } = plain;
  const variables = variablesOf(plain).map(
    ({ words, value }) => `var ${camelCase(words)} = ${literal(value)};`,
  );
  const content = isBytes(body)
    ? `var body = Convert.FromBase64String(${literal(base64Of(body))});`
    : body && `var body = Encoding.UTF8.GetBytes(${lineExpression(body, STYLE, '')});`;
  // The type belongs to the content, and .NET refuses it among the headers of the request.
  const isOfContent = (name: string) => /^content-|^(?:allow|expires|last-modified)$/i.test(name);
  return [
    'using System;',
    'using System.Net.Http;',
    'using System.Text;',
    '',
    ...(variables.length > 0 ? [...variables, ''] : []),
    ...(escapesOf(plain).has('xml')
      ? [
          'string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");',
          '',
        ]
      : []),
    ...(content ? [content, ''] : []),
    'using var client = new HttpClient();',
    `using var request = new HttpRequestMessage(new HttpMethod(${literal(method)}), ${expression(url, STYLE)});`,
    ...(content ? ['request.Content = new ByteArrayContent(body);'] : []),
    ...headers
      .filter(({ name }) => content || !isOfContent(name))
      .map(
        ({ name, value }) =>
          `request.${isOfContent(name) ? 'Content.' : ''}Headers.TryAddWithoutValidation(${literal(name)}, ${expression(value, STYLE)});`,
      ),
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");',
    '',
  ].join('\n');
}
