import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ComplexType, type Namespace, particles, type Type } from '../../src/xml/schema.ts';
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { forProtocol } from '../support/databases.ts';
import {
  type Answer,
  bodyContent,
  HOST,
  message,
  PASSWORD,
  sharedSite,
  textOf,
  xml,
} from '../support/site.ts';

/**
 * Requests that nobody thought of: made from the declarations with values that do not fit, and good ones that were
 * damaged. `post` has every answer validated; an answer that does not come fails the test.
 */

/** What stands where a value should. Most are of no type at all. */
const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '1',
    '-1',
    'true',
    'null',
    'hostid',
    'admin',
    'ACTIVATED',
    '2147483648',
    '9'.repeat(30),
  ),
  fc.constantFrom(
    '1e400',
    'NaN',
    '0x10',
    '٣',
    '02/29/2027',
    '01/01/2026 25:00:00',
    '1/1/1 1:1:1',
    '12/31/9999',
  ),
  fc.constantFrom(
    "' or ''='",
    '%',
    '../../etc/passwd',
    '\u202e',
    'a@b',
    '$1',
    '{{7*7}}',
    '\\',
    '[object Object]',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(3000),
    '\ud834\udd1e'.repeat(70),
    '&#13;',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer().map(String),
);

/** Content for a type: some of its elements in some order, some twice, some that belong to other types. */
function contentOf(type: ComplexType, around: Namespace, depth = 0): fc.Arbitrary<string> {
  const known = particles(type, around).map(({ name, namespace, field }) =>
    elementOf(name, field.type, namespace, depth),
  );
  const stray = fc.constantFrom(
    '<stray/>',
    '<stray>x</stray>',
    '<stray a="b"><x/></stray>',
    'text',
    '<!-- -->',
  );
  if (known.length === 0) return stray;
  const few = fc.array(
    fc.oneof({ weight: 12, arbitrary: fc.oneof(...known) }, { weight: 1, arbitrary: stray }),
    {
      maxLength: depth === 0 ? 10 : 4,
    },
  );
  return few.map((parts) => parts.join(''));
}

function elementOf(name: string, type: Type, around: Namespace, depth: number): fc.Arbitrary<string> {
  const inner = type.form !== 'complex' || depth > 3 ? simple(type) : contentOf(type, around, depth + 1);
  return inner.map((content) => `<${name}>${content}</${name}>`);
}

function simple(type: Type): fc.Arbitrary<string> {
  const fitting = type.form === 'simple' && type.values ? fc.constantFrom(...type.values) : value;
  return fc.oneof(fitting, value).map((text) => (text.startsWith('&#') ? text : xml(printable(text))));
}

/** Without the characters that XML cannot carry: those have tests of their own. */
function printable(text: string): string {
  return text.replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?');
}

const callers = fc.constantFrom(
  { siteName: 'acme', webExID: 'fuzzer', password: PASSWORD },
  { siteName: 'acme', webExID: 'meek', password: PASSWORD },
  { siteName: 'acme-ci', webExID: 'meek@acme.com', password: PASSWORD },
  { siteName: 'acme' },
  {},
);

const call = fc
  .constantFrom(...OPERATIONS)
  .chain((operation: AnyOperation) =>
    contentOf(operation.request, operation.service.namespace).map((content) =>
      bodyContent(`java:com.webex.service.binding.${operation.service.name}.${operation.name}`, content),
    ),
  );

const request = fc
  .tuple(fc.array(call, { minLength: 1, maxLength: 3 }), callers)
  .map(([contents, caller]) => message(contents.join(''), caller));

/** Bytes are cut out, doubled, or replaced. */
const damage = fc.array(
  fc.record({
    at: fc.nat(),
    take: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.constantFrom(
        '',
        '<',
        '>',
        '&',
        '"',
        '/',
        '<a>',
        '</',
        '<!--',
        '<![CDATA[',
        ']]>',
        '<!DOCTYPE',
        '<?x?>',
        '\0',
        '\ufffe',
      ),
      fc.constantFrom(
        'é',
        '&#x0;',
        '&lt',
        'xsi:type=""',
        ' xmlns=""',
        '%00',
        '+',
        '<bodyContent/>',
        '\ufeff',
      ),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

const damaged = fc
  .tuple(request, damage, fc.constantFrom('utf8', 'latin1', 'utf16le'))
  .map(([text, cuts, encoding]) => {
    let result = text;
    for (const { at, take, put } of cuts) {
      const start = at % (result.length + 1);
      result = result.slice(0, start) + put + result.slice(start + take);
    }
    return Buffer.from(result, encoding as BufferEncoding);
  });

forProtocol('requests that nobody thought of', (open, { dialect }) => {
  const site = sharedSite(open, { settings: { logLevel: 'info' } });
  const numRuns = dialect === 'sqlite' ? 250 : 100;

  async function everybody(): Promise<void> {
    await site().person({ webExId: 'fuzzer', privileges: { siteAdmin: true } });
    await site().person({ webExId: 'meek' });
    await site().person({ siteName: 'acme-ci', email: 'meek@acme.com' });
  }

  function assertSane(answer: Answer): void {
    assert.ok(answer.status === 200 || answer.status === 413, String(answer.status));
    assert.ok(!answer.responses.some((response) => textOf(response, 'exceptionID') === '999999'), 'a fault');
    assert.ok(!/\n\s+at .*:\d+:\d+|node:internal|\.ts:\d/.test(answer.text), 'a stack trace');
    assert.ok(answer.responses.length > 0);
    assert.ok(answer.text.length < 2_000_000);
  }

  test('are answered, and never by a fault of ours', async () => {
    await everybody();
    await fc.assert(
      fc.asyncProperty(request, async (text) => assertSane(await site().post(text))),
      { numRuns },
    );
    assert.ok(!site().log.some((line) => line.includes('"fault"')));
    await site().ok('user.GetUser', '<webExId>hostid</webExId>', HOST);
  });

  test('and those that were damaged on the way', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => assertSane(await site().post(bytes))),
      { numRuns },
    );
    await site().ok('user.GetUser', '<webExId>hostid</webExId>', HOST);
  });

  test('and bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) =>
        assertSane(await site().post(bytes)),
      ),
      { numRuns: 100 },
    );
  });
});
