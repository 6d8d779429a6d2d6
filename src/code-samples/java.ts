/** A request in Java 11 or newer: `java Sample.java`. */
import { base64Of, isBytes } from './bytes.ts';
import { expression, type LineStyle, lineExpression, literal } from './line-literals.ts';
import { camelCase, escapesOf, plainRequest, type SampledRequest, variablesOf } from './sampled-request.ts';

const STYLE: LineStyle = {
  join: 'String.join',
  chain: (first, next) => `${first}.concat(${next})`,
  variable: (name, inside) =>
    ({ xml: `xml(${name})`, form: `URLEncoder.encode(${name}, StandardCharsets.UTF_8)`, text: name })[inside],
};

export function javaSample(request: SampledRequest): string {
  const plain = plainRequest(request);
  const { method, url, headers, body } = plain;
  const escapes = escapesOf(plain);
  const variables = variablesOf(plain).map(
    ({ words, value }) => `    static final String ${camelCase(words)} = ${literal(value)};`,
  );
  const hasBytes = isBytes(body);
  const content = hasBytes
    ? `        byte[] body = Base64.getDecoder().decode(${expression([base64Of(body)], STYLE)});`
    : body && `        String body = ${lineExpression(body, STYLE, '        ')};`;
  const publisher = hasBytes ? 'ofByteArray(body)' : content ? 'ofString(body)' : 'noBody()';
  return [
    'import java.net.URI;',
    ...(escapes.has('form') ? ['import java.net.URLEncoder;'] : []),
    'import java.net.http.HttpClient;',
    'import java.net.http.HttpRequest;',
    'import java.net.http.HttpResponse;',
    ...(escapes.has('form') ? ['import java.nio.charset.StandardCharsets;'] : []),
    ...(hasBytes ? ['import java.util.Base64;'] : []),
    '',
    'public class Sample {',
    ...(variables.length > 0 ? [...variables, ''] : []),
    ...(escapes.has('xml')
      ? [
          '    static String xml(String text) {',
          '        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");',
          '    }',
          '',
        ]
      : []),
    '    public static void main(String[] arguments) throws Exception {',
    ...(content ? [content, ''] : []),
    `        HttpRequest request = HttpRequest.newBuilder(URI.create(${expression(url, STYLE)}))`,
    ...headers.map(({ name, value }) => `            .header(${literal(name)}, ${expression(value, STYLE)})`),
    `            .method(${literal(method)}, HttpRequest.BodyPublishers.${publisher})`,
    '            .build();',
    '        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();',
    '        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());',
    '        System.out.println(response.statusCode() + " " + response.body());',
    '    }',
    '}',
    '',
  ].join('\n');
}
