/**
 * Reads what a sample in PHP or C# says, by the rules of its literals: for machines that have neither. It knows the
 * few calls that samples make, and refuses everything else, so that text that has become code is seen.
 */
import assert from 'node:assert/strict';

export interface ReadSource {
  /** The value of each variable that is set. */
  readonly variables: ReadonlyMap<string, string>;
  /** Every text that stands in the source, variables and calls worked out, in order. */
  readonly texts: readonly string[];
}

type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name' | 'sign'; readonly value: string };

const XML = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const CALLS: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  xml: ([text = '']) => XML(text),
  Xml: ([text = '']) => XML(text),
  rawurlencode: ([text = '']) => encodeURIComponent(text),
  'Uri.EscapeDataString': ([text = '']) => encodeURIComponent(text),
  'string.Join': ([between = '', ...lines]) => lines.join(between),
  'Encoding.UTF8.GetBytes': ([text = '']) => text,
  base64_decode: ([text = '']) => Buffer.from(text, 'base64').toString('latin1'),
  'Convert.FromBase64String': ([text = '']) => Buffer.from(text, 'base64').toString('latin1'),
};

export function readPhp(source: string): ReadSource {
  assert.ok(source.startsWith('<?php\n'));
  return read(tokens(source.slice(5), phpText), '.');
}

export function readCSharp(source: string): ReadSource {
  return read(tokens(source, cSharpText), '+');
}

function read(all: readonly Token[], plus: string): ReadSource {
  const variables = new Map<string, string>();
  const texts: string[] = [];
  let at = 0;
  const value = (): string | undefined => {
    const token = all[at];
    if (token?.kind === 'text') {
      at += 1;
      return token.value;
    }
    if (token?.kind !== 'name') return undefined;
    const call = CALLS[token.value];
    const isDeclared = ['function', 'string'].includes(all[at - 1]?.value ?? '');
    if (call && !isDeclared && all[at + 1]?.value === '(') {
      at += 2;
      const inner: string[] = [];
      while (all[at]?.value !== ')') {
        const one = sum();
        assert.ok(one !== undefined, `${token.value} is called with something else`);
        inner.push(one);
        if (all[at]?.value === ',') at += 1;
      }
      at += 1;
      return call(inner);
    }
    const known = variables.get(token.value);
    if (known !== undefined) at += 1;
    return known;
  };
  const sum = (): string | undefined => {
    let whole = value();
    while (whole !== undefined && all[at]?.value === plus && all[at]?.kind === 'sign') {
      at += 1;
      const next = value();
      assert.ok(next !== undefined, 'a sum of text and something else');
      whole += next;
    }
    return whole;
  };
  while (at < all.length) {
    const [name, equals] = [all[at], all[at + 1]];
    const before = at;
    if (name?.kind === 'name' && equals?.value === '=') {
      at += 2;
      const text = sum();
      if (text !== undefined && all[at]?.value === ';') variables.set(name.value, text);
      else at = before + 1;
      continue;
    }
    const text = sum();
    if (text === undefined) at = before + 1;
    else texts.push(text);
  }
  return { variables, texts };
}

/** @param text reads the literal that begins at a place, and says where it ends */
function tokens(
  source: string,
  text: (source: string, at: number) => { readonly value: string; readonly end: number } | undefined,
): Token[] {
  const all: Token[] = [];
  for (let at = 0; at < source.length; ) {
    const literal = text(source, at);
    if (literal) {
      all.push({ kind: 'text', value: literal.value });
      at = literal.end;
      continue;
    }
    const name = /^[$A-Za-z_][\w.]*/.exec(source.slice(at, at + 80))?.[0];
    const sign = source[at] ?? '';
    assert.match(sign, /[\n -~]/, `${JSON.stringify(sign)} stands outside of a text`);
    if (name !== undefined) all.push({ kind: 'name', value: name });
    else if (sign.trim() !== '') all.push({ kind: 'sign', value: sign });
    at += name?.length ?? 1;
  }
  return all;
}

/** php.net, language.types.string: single quotes know \\ and \', double ones more, and `$` begins a variable. */
function phpText(source: string, at: number): { value: string; end: number } | undefined {
  const quote = source[at];
  if (quote !== "'" && quote !== '"') return undefined;
  let value = '';
  for (let here = at + 1; here < source.length; ) {
    const sign = source[here] ?? '';
    if (sign === quote) return { value, end: here + 1 };
    if (quote === '"') assert.notEqual(sign, '$', 'a variable in a text');
    const next = source[here + 1] ?? '';
    if (sign === '\\' && (next === '\\' || next === quote || (quote === '"' && next === '$'))) {
      value += next;
      here += 2;
    } else if (sign === '\\' && quote === '"') {
      const [whole, code = ''] = /^\\u\{([0-9a-f]+)\}/.exec(source.slice(here, here + 12)) ?? [];
      if (whole === undefined) {
        assert.equal(next, 'n', 'an escape that samples do not use');
        value += '\n';
        here += 2;
        continue;
      }
      value += String.fromCodePoint(Number.parseInt(code, 16));
      here += whole.length;
    } else {
      value += sign;
      here += 1;
    }
  }
  throw new assert.AssertionError({ message: 'a text that does not end' });
}

/** C#'s specification, 6.4.5.6: a regular literal ends with its line; `$"…"` is the one that prints the answer. */
function cSharpText(source: string, at: number): { value: string; end: number } | undefined {
  if (source[at] === '$' && source[at + 1] === '"') {
    const end = source.indexOf('")', at) + 1;
    return { value: '', end };
  }
  if (source[at] !== '"') return undefined;
  const known: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };
  let value = '';
  for (let here = at + 1; here < source.length; ) {
    const sign = source[here] ?? '';
    assert.doesNotMatch(sign, /[\n\r\u0085\u2028\u2029]/, 'a literal of two lines');
    if (sign === '"') return { value, end: here + 1 };
    if (sign !== '\\') {
      value += sign;
      here += 1;
      continue;
    }
    const next = source[here + 1] ?? '';
    if (next === 'u') {
      const code = source.slice(here + 2, here + 6);
      assert.match(code, /^[0-9a-f]{4}$/);
      value += String.fromCharCode(Number.parseInt(code, 16));
      here += 6;
    } else {
      const meant = known[next];
      assert.ok(meant !== undefined, `an escape that samples do not use: ${next}`);
      value += meant;
      here += 2;
    }
  }
  throw new assert.AssertionError({ message: 'a text that does not end' });
}
