import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ParseOption, XmlDocument, XmlElement, type XmlTreeNode, XsdValidator } from 'libxml2-wasm';
import { decoder, InvalidElement } from '../../src/xml/decoder.ts';
import { contentEncoder } from '../../src/xml/encoder.ts';
import { NotReadable, readXml } from '../../src/xml/reader.ts';
import {
  complex,
  foreign,
  foreignNames,
  many,
  type Namespace,
  optional,
  text,
} from '../../src/xml/schema.ts';
import { schemaFiles } from '../../src/xml/xsd.ts';

/** XML that somebody else declares, such as the tests of the training service: kept whole, given back whole. */

const ns: Namespace = { prefix: 't', uri: 'urn:t', file: 't.xsd' };
const upload = complex(ns, 'upload', {
  title: optional(text()),
  quiz: optional(foreign()),
  page: many(foreign(), { max: 3, alias: ['sheet'] }),
});
const keepWhole = foreignNames([upload]);
const read = decoder(upload, ns);
const write = contentEncoder(upload, ns);

function decoded(xml: string) {
  const hints: string[] = [];
  const { root } = readXml(Buffer.from(xml), { keepWhole });
  return { value: read(root, (hint) => hints.push(hint)), hints };
}

/** As an answer gives it back. */
function back(xml: string): string {
  return write(decoded(xml).value);
}

test('the reader is told every name that foreign XML comes under', () => {
  assert.deepEqual(keepWhole, new Set(['quiz', 'page', 'sheet']));
  assert.deepEqual(foreignNames([complex(ns, 'around', { upload: many(upload) })]), keepWhole);
});

for (const [what, xml, kept] of [
  [
    'text between elements stays in its place',
    '<u><quiz>one <b>two</b> three <i/> four</quiz></u>',
    '<t:quiz>one <b>two</b> three <i/> four</t:quiz>',
  ],
  [
    'comments, CDATA, instructions, references and line ends stay as they are written',
    '<u><quiz><!-- a <b> --><![CDATA[<x>&]]><?p a?>&lt;&#x41;&#13;\r\n<a b=\'"\'  c="&quot;"/></quiz></u>',
    '<t:quiz><!-- a <b> --><![CDATA[<x>&]]><?p a?>&lt;&#x41;&#13;\r\n<a b=\'"\'  c="&quot;"/></t:quiz>',
  ],
  [
    'what is taken from outside goes with it, and nothing else',
    '<m xmlns="urn:m" xmlns:q="urn:q" xmlns:r="urn:r"><quiz q:k="v"><q:a>b</q:a><x xmlns="urn:x"/></quiz></m>',
    '<t:quiz xmlns:q="urn:q" q:k="v"><q:a>b</q:a><x xmlns="urn:x"/></t:quiz>',
  ],
  [
    'a default namespace from outside goes with it',
    '<m xmlns="urn:m"><quiz><a/></quiz></m>',
    '<t:quiz xmlns="urn:m"><a/></t:quiz>',
  ],
  [
    'an inner declaration hides the outer one',
    '<m xmlns:q="urn:m"><q:quiz xmlns:q="urn:q"><q:a xmlns:q="urn:a"><q:b/></q:a></q:quiz></m>',
    '<t:quiz><q:a xmlns:q="urn:a"><q:b/></q:a></t:quiz>',
  ],
  [
    'our own prefix may mean something else in it',
    '<m xmlns:t="urn:other" xmlns:n1="urn:n"><quiz n1:x="y"><t:a/></quiz></m>',
    '<n2:quiz xmlns:n1="urn:n" xmlns:t="urn:other" n1:x="y" xmlns:n2="urn:t"><t:a/></n2:quiz>',
  ],
  ['one without elements keeps its text', '<u><quiz> a </quiz></u>', '<t:quiz> a </t:quiz>'],
  [
    'one inside of another of the name',
    '<u><quiz><quiz>a</quiz></quiz></u>',
    '<t:quiz><quiz>a</quiz></t:quiz>',
  ],
  ['a blank one is absent', '<u><quiz> </quiz><quiz/></u>', ''],
  [
    'several, under another name too, and in another case',
    '<u><page>1</page><SHEET><a/></SHEET></u>',
    '<t:page>1</t:page><t:page><a/></t:page>',
  ],
] as const) {
  test(what, () => {
    assert.equal(back(xml), kept);
  });
}

test('a prefix that is not declared is given a name, with a hint', () => {
  const { value, hints } = decoded('<u><quiz><q:a r:b="c"/></quiz></u>');
  assert.equal(
    write(value),
    '<t:quiz xmlns:q="urn:undeclared:q" xmlns:r="urn:undeclared:r"><q:a r:b="c"/></t:quiz>',
  );
  assert.match(hints[0] ?? '', /^<quiz> uses the prefix "q", which is not declared/);
});

for (const [what, xml] of [
  ['unbinds a prefix', '<u><quiz><a xmlns:q=""/></quiz></u>'],
  ['binds xmlns', '<u><quiz><a xmlns:xmlns="urn:a"/></quiz></u>'],
  ['binds xml to something else', '<u><quiz><a xmlns:xml="urn:a"/></quiz></u>'],
  [
    'binds another prefix to the namespace of xml',
    '<u><quiz><a xmlns:a="http://www.w3.org/XML/1998/namespace"/></quiz></u>',
  ],
  ['has an attribute twice', '<u><quiz><a xmlns:p="urn:a" xmlns:q="urn:a" p:b="" q:b=""/></quiz></u>'],
] as const) {
  test(`one that ${what} is refused: nobody could read it from us`, () => {
    assert.throws(
      () => decoded(xml),
      (error) =>
        error instanceof InvalidElement && error.path === 'quiz' && error.rule === 'misuses-namespaces',
    );
  });
}

test('the bounds of a document hold in it', () => {
  const deep = `<u><quiz>${'<a>'.repeat(70)}${'</a>'.repeat(70)}</quiz></u>`;
  const wide = `<u><quiz>${'<a/>'.repeat(20_001)}</quiz></u>`;
  for (const xml of [deep, wide]) assert.throws(() => decoded(xml), NotReadable);
  assert.throws(() => decoded('<u><page/><page>1</page><page>2</page><page>3</page><page>4</page></u>'), {
    message: 'page: may be given at most 3 times',
  });
});

const XSD = schemaFiles([], [{ name: 'upload', namespace: ns, type: upload }]).get('t.xsd') ?? '';

function validated(xml: string): XmlDocument {
  using schema = XmlDocument.fromString(XSD);
  using validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NO_XXE });
  validator.validate(document);
  return document;
}

/** What an independent reader makes of a node: names with their namespaces, attributes in any order, text joined. */
function meaning(node: XmlTreeNode | null): unknown[] {
  const found: unknown[] = [];
  for (let one = node; one !== null; one = one.next) {
    if (one instanceof XmlElement) {
      const attributes = one.attrs.map((attr) => [attr.namespaceUri, attr.name, attr.content]);
      found.push([one.namespaceUri, one.name, attributes.sort(), meaning(one.firstChild)]);
    } else if (typeof found.at(-1) === 'string') found.push(`${found.pop()}${one.content}`);
    else found.push(one.content);
  }
  return found;
}

const prefix = fc.constantFrom('', 'p', 'q', 't');
const uri = fc.constantFrom('urn:1', 'urn:2', 'urn:t');
const piece = fc.constantFrom('text', ' ', '&amp;', '&#x1F600;', '<![CDATA[<a>]]>', '\n', 'ü');
const name = fc.constantFrom('a', 'b', 'quiz');

const declarations = fc.uniqueArray(fc.tuple(prefix, uri), { selector: ([one]) => one, maxLength: 2 });
const declared = declarations.map((all) =>
  all.map(([one, to]) => (one === '' ? ` xmlns="${to}"` : ` xmlns:${one}="${to}"`)).join(''),
);
const qualified = fc.tuple(prefix, name).map(([one, local]) => (one === '' ? local : `${one}:${local}`));
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .tuple(
      qualified,
      declared,
      fc.option(fc.tuple(qualified, fc.constantFrom('v', '&lt;"', ' ')), { nil: undefined }),
      fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, piece, tie('tree')), { maxLength: 3 }),
    )
    .map(([tag, own, attribute, inner]) => {
      const value = attribute ? ` ${attribute[0]}='${attribute[1]}'` : '';
      return `<${tag}${own}${value}>${inner.join('')}</${tag}>`;
    }),
}));

const ALL_DECLARED = 'xmlns:p="urn:p" xmlns:q="urn:q" xmlns:t="urn:not-ours"';

test('whatever it holds, another reader finds the same in what is given back, and the XSD takes it', () => {
  fc.assert(
    fc.property(tree, declared, fc.boolean(), (inner, own, hasDefault) => {
      const around = hasDefault ? `${ALL_DECLARED} xmlns="urn:default"` : ALL_DECLARED;
      const sent = `<u ${around}><quiz${own}>x${inner}</quiz></u>`;
      using before = XmlDocument.fromString(sent);
      using after = validated(`<t:upload xmlns:t="urn:t">${back(sent)}</t:upload>`);
      const [quiz, given] = [before.root.firstChild, after.root.firstChild];
      assert.ok(quiz instanceof XmlElement && given instanceof XmlElement);
      assert.deepEqual(meaning(given.firstChild), meaning(quiz.firstChild));
      assert.deepEqual([given.namespaceUri, given.name], ['urn:t', 'quiz']);
    }),
  );
});

test('and what is given back is kept the same again', () => {
  fc.assert(
    fc.property(tree, (inner) => {
      const once = decoded(`<u ${ALL_DECLARED}><quiz>x${inner}</quiz></u>`).value;
      assert.deepEqual(decoded(`<u>${write(once)}</u>`).value.quiz?.content, once.quiz?.content);
    }),
  );
});
