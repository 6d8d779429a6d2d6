import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { XmlElement } from '../../src/xml/element.ts';
import {
  LIMITS,
  NotReadable,
  type NotReadableRule,
  readXml,
  type XmlDocument,
} from '../../src/xml/reader.ts';
import { ofSample } from '../support/corpora.ts';

const read = (text: string): XmlDocument => readXml(Buffer.from(text));

/** The tree as names, attributes and text, for comparing with what a person sees. */
function outline(element: XmlElement): unknown[] {
  const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
  const attributes = Object.entries(element.attributes).map(([key, value]) => `@${key}=${value}`);
  const text = element.text.trim() === '' ? [] : [element.text];
  return [name, ...attributes, ...text, ...element.children.map(outline)];
}

function refused(text: string | Uint8Array, rule: NotReadableRule, message?: RegExp): void {
  assert.throws(
    () => readXml(typeof text === 'string' ? Buffer.from(text) : text),
    (error: unknown) => {
      assert.ok(error instanceof NotReadable, `not a NotReadable: ${error}`);
      assert.equal(error.rule, rule, error.message);
      if (message !== undefined) assert.match(error.message, message);
      return true;
    },
  );
}

const REQUEST = `<?xml version="1.0" encoding="UTF-8"?>
<serv:message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:serv="http://www.webex.com/schemas/2002/06/service">
  <header><securityContext><webExID>hostid</webExID><password> P&amp;ss </password></securityContext></header>
  <body><bodyContent xsi:type="java:com.webex.service.binding.user.GetUser"><webExId/></bodyContent></body>
</serv:message>
`;

test('a correct request becomes its tree, without hints', () => {
  const { root, hints } = read(REQUEST);
  assert.deepEqual(hints, []);
  assert.deepEqual(outline(root), [
    'serv:message',
    '@xmlns:xsi=http://www.w3.org/2001/XMLSchema-instance',
    '@xmlns:serv=http://www.webex.com/schemas/2002/06/service',
    ['header', ['securityContext', ['webExID', 'hostid'], ['password', ' P&ss ']]],
    ['body', ['bodyContent', '@xsi:type=java:com.webex.service.binding.user.GetUser', ['webExId']]],
  ]);
});

test('documents read one after another do not leak into each other', () => {
  const first = read('<a b="1"><x:c>t</x:c></a>');
  refused('<a b="1"><y:c>', 'malformed');
  refused('<a><!-- x', 'malformed');
  const second = read('<a><c/></a>');
  assert.deepEqual(outline(second.root), ['a', ['c']]);
  assert.deepEqual(second.hints, []);
  assert.deepEqual(outline(first.root), ['a', '@b=1', ['x:c', 't']]);
  assert.deepEqual(first.hints, ['prefix "x" is used but not declared']);
});

test('attributes named like members of an object are only attributes', () => {
  const { root } = read('<a __proto__="1" constructor="2"/>');
  assert.deepEqual(Object.entries(root.attributes), [
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
  assert.equal(read('<a/>').root.attributes.constructor, undefined);
});

// What working clients send (facts: xml-api.md section 2, clients.md).

test('an undeclared prefix is read, with one hint for each prefix', () => {
  const { root, hints } = read(
    '<serv:message><serv:header/><body><use:meetingTypes/><use:privilege xsi:type="x"/></body></serv:message>',
  );
  assert.equal(root.name, 'message');
  assert.equal(root.prefix, 'serv');
  assert.deepEqual(hints, [
    'prefix "serv" is used but not declared',
    'prefix "use" is used but not declared',
    'prefix "xsi" is used but not declared',
  ]);
});

test('a prefix declared anywhere in the document is declared', () => {
  assert.deepEqual(read('<a><p:b/><c xmlns:p="urn:p"/></a>').hints, []);
});

test('xml: needs no declaration', () => {
  assert.deepEqual(read('<a xml:lang="en"/>').hints, []);
});

test('a prefix that is declared as nothing is not declared', () => {
  assert.deepEqual(read('<p:a xmlns:p=""/>').hints, ['prefix "p" is used but not declared']);
});

test('a flood of undeclared prefixes ends in a short list of hints', () => {
  const { hints } = read(`<a>${Array.from({ length: 500 }, (_, i) => `<p${i}:b/>`).join('')}</a>`);
  assert.equal(hints.length, 20);
  assert.equal(hints.at(-1), 'there is more of this kind');
});

test('a root without prefix or namespace is read (SugarCRM)', () => {
  assert.deepEqual(outline(read('<message><body/></message>').root), ['message', ['body']]);
});

test('a default namespace with prefixed children is read (Dokeos)', () => {
  const { root, hints } = read(
    '<message xmlns="urn:s" xmlns:com="urn:c"><com:email>a@b.c</com:email></message>',
  );
  assert.deepEqual(outline(root), ['message', '@xmlns=urn:s', '@xmlns:com=urn:c', ['com:email', 'a@b.c']]);
  assert.deepEqual(hints, []);
});

test('xmlns:schemaLocation with two addresses is an attribute like any other (Zimbra)', () => {
  const { root, hints } = read('<a xmlns:schemaLocation="urn:a http://b/c.xsd"/>');
  assert.equal(root.attributes['xmlns:schemaLocation'], 'urn:a http://b/c.xsd');
  assert.deepEqual(hints, []);
});

test('a document without declaration is read', () => {
  assert.deepEqual(read('<a/>').hints, []);
});

for (const before of ['\n', '\r\n', '  \t', '\n\n\n', '\ufeff\n', '\n\ufeff']) {
  test(`${JSON.stringify(before)} before the declaration is read, with a hint (stgreenb, webexpy)`, () => {
    const { root, hints } = read(`${before}<?xml version="1.0"?><a/>`);
    assert.equal(root.name, 'a');
    assert.deepEqual(hints, ['there is white space before the XML declaration']);
  });
}

test('white space before a document without declaration is as XML wants it', () => {
  assert.deepEqual(read('\n <a/>').hints, []);
});

test('a byte order mark is nothing to speak of', () => {
  assert.deepEqual(read('\ufeff<?xml version="1.0"?><a/>').hints, []);
});

test('encoding="ISO - 8859 - 1" is read, with a hint (DiScribe)', () => {
  const { root, hints } = read('<?xml version="1.0" encoding="ISO - 8859 - 1"?>\n<a>x</a>');
  assert.equal(root.text, 'x');
  assert.deepEqual(hints, ['the encoding name "ISO - 8859 - 1" holds blanks; it is read as ISO-8859-1']);
});

test('ISO-8859-1 is read as such, and as UTF-8 where it is UTF-8', () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Müller</a>';
  const latin = readXml(Buffer.from(text, 'latin1'));
  assert.equal(latin.root.text, 'Müller');
  assert.deepEqual(latin.hints, []);
  const mislabelled = readXml(Buffer.from(text));
  assert.equal(mislabelled.root.text, 'Müller');
  assert.deepEqual(mislabelled.hints, [
    'the declaration says ISO-8859-1 but the text is UTF-8; it is read as UTF-8',
  ]);
});

test('UTF-16 is read in both byte orders, also after a line break', () => {
  for (const before of ['', '\ufeff', '\n']) {
    const little = Buffer.from(`${before}<?xml version="1.0" encoding="UTF-16"?><a>ü☃</a>`, 'utf16le');
    for (const bytes of [Buffer.from(little), Buffer.from(little).swap16()]) {
      assert.equal(readXml(bytes).root.text, 'ü☃');
    }
  }
});

test('line breaks and blanks after the root are read', () => {
  assert.deepEqual(read('<a/>\r\n\r\n \t\n').hints, []);
  assert.equal(read('<a>x</a>\r').root.text, 'x');
});

test('single quotes, blanks inside tags and in the declaration are read', () => {
  const { root, hints } = read(
    `<?xml version ='1.0'  encoding = "utf-8" ?><a\n b = 'c"d'\t><e ></e ><f /></a >`,
  );
  assert.deepEqual(outline(root), ['a', '@b=c"d', ['e'], ['f']]);
  assert.deepEqual(hints, []);
});

test('xsi:type keeps the blank inside its quotes, and may have one before them', () => {
  assert.equal(read('<a xsi:type= " java:x.Y"/>').root.attributes['xsi:type'], ' java:x.Y');
});

test('line ends become line feeds, in CDATA too', () => {
  assert.equal(read('<a>1\r\n2\r3\n<![CDATA[4\r\n5]]></a>').root.text, '1\n2\n3\n4\n5');
});

test('the five entities and character references are characters, in text and attributes', () => {
  const { root } = read('<a b="&lt;&#10;&quot;">&amp;&lt;&gt;&quot;&apos;&#65;&#x263A;&#x1F600;</a>');
  assert.equal(root.attributes.b, '<\n"');
  assert.equal(root.text, '&<>"\'A☺😀');
});

test('CDATA is text, joined with the text around it', () => {
  const { root, hints } = read('<a>1 <![CDATA[<b> & ]]]]><![CDATA[>]]> 2</a>');
  assert.equal(root.text, '1 <b> & ]]> 2');
  assert.deepEqual(hints, []);
});

test('text is not trimmed', () => {
  assert.equal(read('<a>  two words \n</a>').root.text, '  two words \n');
});

test('a comment inside a text is dropped and the text joined, with a hint', () => {
  const { root, hints } = read('<a><b>ho<!-- x -->st<!-- y -->id</b></a>');
  assert.equal(root.children[0]?.text, 'hostid');
  assert.deepEqual(hints, ['a comment stands inside the text of "b"; the text around it is joined']);
});

test('comments between elements and beside a text need no hint', () => {
  const { root, hints } = read(
    '<!-- 0 --><a> <!-- 1 --> <b><!-- 2 -->x<!-- 3 --></b><!-- 4 --> <c/><!-- 5 --></a><!-- 6 -->',
  );
  assert.deepEqual(outline(root), ['a', ['b', 'x'], ['c']]);
  assert.deepEqual(hints, []);
});

test('processing instructions are ignored, with one hint', () => {
  const { root, hints } = read('<?style x="y"?><a>1<?q?>2<?r ??></a><?end?>');
  assert.equal(root.text, '12');
  assert.deepEqual(hints, ['the processing instruction "style" is ignored']);
});

test('text mixed with elements is kept, with a hint (DiScribe)', () => {
  const { root, hints } = read('<email>a@<role>HOST</role>b.c</email>');
  assert.deepEqual(outline(root), ['email', 'a@b.c', ['role', 'HOST']]);
  assert.deepEqual(hints, ['the element "email" holds text and elements side by side']);
});

test('XML 1.1 is read as 1.0, with a hint, and its control characters are refused', () => {
  assert.deepEqual(read('<?xml version="1.1"?><a/>').hints, ['XML "1.1" is read as XML 1.0']);
  refused('<?xml version="1.1"?><a>&#1;</a>', 'malformed');
});

test('names beyond ASCII are names', () => {
  assert.deepEqual(outline(read('<größe ключ="1"><p:名/></größe>').root), ['größe', '@ключ=1', ['p:名']]);
});

// Refusals.

const NOT_WELL_FORMED: readonly (readonly [string, RegExp?])[] = [
  ['<a>', /the element "a" is never closed/],
  ['<a><b></a></b>', /closing tag does not match/],
  ['<a></A>', /closing tag does not match/],
  ['</a>'],
  ['<a/><b/>', /more than one root/],
  ['<a/>x', /text outside the root/],
  ['x<a/>', /text outside the root/],
  ['hello', /text outside the root/],
  ['UID=u&PWD=p', /text outside the root/],
  ['{"a": 1}', /text outside the root/],
  ['<!-- only -->', /no root element/],
  ['<?xml version="1.0"?>', /no root element/],
  ['<a b=1/>', /not quoted/],
  ['<a b/>'],
  ['<a b="1" b="2"/>', /duplicate attribute: b/],
  ['<a b="1"c="2"/>'],
  ['<a b="<"/>'],
  ['<a>x < y</a>', /&lt;/],
  ['<a>R&D</a>'],
  ['<a>R & D;</a>', /&amp;/],
  ['<a>&nbsp;</a>', /entity other than &amp;/],
  ['<a>&;</a>', /&amp;/],
  ['<a>&#0;</a>', /character reference/],
  ['<a>&#xD800;</a>', /character reference/],
  ['<a>&#X41;</a>', /character reference/],
  ['<a>]]></a>'],
  ['<a><!-- a -- b --></a>', /-- inside a comment/],
  ['<a><!-- ---></a>', /-- inside a comment/],
  ['<a><![CDATA[x</a>'],
  ['<a><![cdata[x]]></a>'],
  ['<![CDATA[x]]><a/>'],
  ['<a>\u0000</a>', /a character that XML does not allow/],
  ['<a>\u0001</a>', /a character that XML does not allow/],
  ['<a>\ufffe</a>', /a character that XML does not allow/],
  ['\u0000\u0000\u0000\u0000<a/>'],
  ['<1a/>'],
  ['< a/>'],
  ['<a / >'],
  ['<?xml version="1.0"?><?xml version="1.0"?><a/>'],
  ['<!-- x --><?xml version="1.0"?><a/>'],
  ['<?xml encoding="UTF-8"?><a/>'],
  ['<?xml version="2.0"?><a/>', /version in the XML declaration/],
  ['<?xml version="1.0" standalone="maybe"?><a/>'],
  ['<?XML version="1.0"?><a/>'],
  ['<a><?p?x?></a>', /white space after the name of a processing instruction/],
  ['<a><?p??></a>', /white space after the name of a processing instruction/],
  ['<a><?p \r\n?x?><?p?\r\n?></a>', /white space after the name of a processing instruction/],
];

for (const [text, message] of NOT_WELL_FORMED) {
  test(`${JSON.stringify(text)} is refused`, () => {
    refused(text, 'malformed', message);
  });
}

for (const name of [
  ':a',
  'a:',
  'a:b:c',
  '::',
  ':',
  'a::b',
  'a:1b',
  'a:-b',
  'a:.b',
  'a:\u00b7b',
  'a:\u0301b',
]) {
  test(`the name ${JSON.stringify(name)} is neither a name nor a prefix, a colon and a name`, () => {
    refused(`<${name}/>`, 'malformed', /is not a name, or a prefix, a colon and a name/);
    refused(`<x ${name}="1"/>`, 'malformed', /is not a name, or a prefix, a colon and a name/);
  });
}

test('a refusal says where, counting what was passed over in front', () => {
  refused('<a>\n  <b>\r\n  </c>\n</a>', 'malformed', /\(line 3, column 6\)$/);
  refused('\r\n\n <?xml version="1.0"?>\n<a></b>', 'malformed', /\(line 4, column 7\)$/);
  refused('\n\n<?xml version="1.0"?><a>&</a>', 'malformed', /\(line 3, /);
});

test('a refusal never repeats much of the document', () => {
  const long = 'secret'.repeat(1000);
  for (const text of [`<${long}>`, `<${long}:${long}:x/>`, `<a></${long}>`, `<a ${long}="1" ${long}="2"/>`]) {
    assert.throws(
      () => read(text),
      (error: unknown) => error instanceof NotReadable && error.message.length < 250,
    );
  }
});

test('nothing, and nothing but white space, is empty', () => {
  for (const text of ['', ' \r\n\t', '\ufeff', '\ufeff\n']) refused(text, 'empty', /body is empty/);
});

for (const text of [
  '<!DOCTYPE a><a/>',
  '<?xml version="1.0"?>\n<!-- x -->\n<?p?>\n<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  '\ufeff\n<?xml version="1.0"?><!DOCTYPE a []><a/>',
  '<!DOCTYPE',
  '<a><!DOCTYPE b></a>',
  '<a/><!DOCTYPE a>',
]) {
  test(`${JSON.stringify(text)} is refused for its DOCTYPE`, () => {
    refused(text, 'doctype');
    refused(Buffer.from(text, 'utf16le'), 'doctype');
  });
}

test('billions of laughs are not even heard', () => {
  const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('');
  refused(`<!DOCTYPE a [<!ENTITY e0 "ha">${entities}]><a>&e30;</a>`, 'doctype');
});

test('<!DOCTYPE inside CDATA, a comment or an instruction is not a DOCTYPE', () => {
  const { root } = read(
    '<?p <!DOCTYPE ?><!--<!DOCTYPE--><!--> <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE html>]]></a>',
  );
  assert.equal(root.text, '<!DOCTYPE html>');
});

test('an unknown encoding and broken UTF-8 are refused', () => {
  refused('<?xml version="1.0" encoding="klingon"?><a/>', 'encoding', /"klingon"/);
  refused('<?xml version="1.0" encoding=""?><a/>', 'encoding');
  refused(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]), 'encoding', /not UTF-8/);
});

// Bounds.

test('a document may have 1 MiB and not a byte more', () => {
  const around = '<a></a>'.length;
  assert.equal(read(`<a>${'x'.repeat(LIMITS.size - around)}</a>`).root.text.length, LIMITS.size - around);
  refused(`<a>${'x'.repeat(LIMITS.size - around + 1)}</a>`, 'too-large', /1048577 bytes; at most 1048576/);
});

test('elements may be 64 deep and no deeper', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  assert.doesNotThrow(() => read(nested(LIMITS.depth)));
  refused(nested(LIMITS.depth + 1), 'too-deep', /more than 64 deep \(line 1, column 195\)/);
  refused('<a>'.repeat(300_000), 'too-deep');
});

test('there may be 20,000 elements and not one more', () => {
  const many = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`;
  assert.equal(read(many(LIMITS.elements)).root.children.length, LIMITS.elements - 1);
  refused(many(LIMITS.elements + 1), 'too-many-elements', /more than 20000 elements/);
});

test('an element may have 64 attributes and not one more', () => {
  const some = (count: number) => Array.from({ length: count }, (_, i) => ` a${i}=""`).join('');
  assert.equal(Object.keys(read(`<a${some(64)}><b${some(64)}/></a>`).root.attributes).length, 64);
  refused(`<a${some(65)}/>`, 'too-many-attributes', /an element has more than 64 attributes/);
  refused(`<a><b/><c${some(90_000)}/></a>`, 'too-many-attributes');
});

test('a document may have 40,000 attributes and not one more', () => {
  const eight = ' a="" b="" c="" d="" e="" f="" g="" h=""';
  const elements = (LIMITS.allAttributes - 8) / 8;
  assert.doesNotThrow(() => read(`<a${eight}>${`<b${eight}/>`.repeat(elements)}</a>`));
  refused(
    `<a${eight}>${`<b${eight}/>`.repeat(elements)}<b i=""/></a>`,
    'too-many-attributes',
    /40000 attributes/,
  );
});

test('the bounds can be set for one call', () => {
  const bytes = Buffer.from('<a><b/></a>');
  assert.doesNotThrow(() => readXml(bytes, { limits: { depth: 2 } }));
  assert.throws(() => readXml(bytes, { limits: { depth: 1 } }), { rule: 'too-deep' });
  assert.throws(() => readXml(bytes, { limits: { size: 10 } }), { rule: 'too-large' });
  assert.doesNotThrow(() => readXml(bytes));
});

// Documents of the largest size, each built to be slow. A quadratic step would make this file run for minutes.

const filled = (before: string, unit: string, after: string): string =>
  before + unit.repeat(Math.floor((LIMITS.size - before.length - after.length) / unit.length)) + after;

const ENDURED: Readonly<Record<string, string>> = {
  'entities in a text': filled('<a>', '&amp;', '</a>'),
  'entities in an attribute': filled('<a b="', '&lt;', '"/>'),
  'a character reference with a million zeros': filled('<a>&#', '0', '65;</a>'),
  'text cut by comments': filled('<a>', 'x<!---->', '</a>'),
  'blanks cut by comments': filled('<a>', ' <!---->', '</a>'),
  'text cut by CDATA': filled('<a>', '<![CDATA[x]]>', '</a>'),
  'brackets in CDATA': filled('<a><![CDATA[', ']x', ']]></a>'),
  'a long comment of dashes': filled('<a><!--', '- ', '--></a>'),
  'processing instructions': filled('<a>', '<?a ??>', '</a>'),
  'one processing instruction of question marks': filled('<a><?a ?', '? ', '?></a>'),
  'line ends of two characters': filled('<a>', '\r\n', '</a>'),
  'blank lines in front of the declaration': filled('', '\n', '<?xml version="1.0"?><a/>'),
  'blanks in the declaration': filled('<?xml version="1.0"', ' ', '?><a/>'),
  'blanks in the encoding name': filled('<?xml version="1.0" encoding="U', ' ', 'TF-8"?><a/>'),
  'one long name': filled('<', 'a', '/>'),
  'one long prefix': filled('<', 'a', ':b/>'),
  'as many prefixes as elements': `<a>${Array.from({ length: 19_999 }, (_, i) => `<p${i}:b/>`).join('')}</a>`,
  'text around every element': `<a>${'x<b/>'.repeat(19_999)}</a>`,
};

for (const [what, text] of Object.entries(ENDURED)) {
  test(`${what}: read at the largest size`, () => {
    assert.doesNotThrow(() => read(text));
  });
}

const TURNED_AWAY: Readonly<Record<string, readonly [NotReadableRule, string]>> = {
  'encoding named again and again': ['malformed', filled('<?xml', ' encoding=', '?><a/>')],
  'quotes opened again and again': ['encoding', filled('<?xml', ` encoding="'`, '?><a/>')],
  'comments before a DOCTYPE': ['doctype', filled('', '<!---->', '<!DOCTYPE a><a/>')],
  'a DTD of many entities': ['doctype', filled('<!DOCTYPE a [', '<!ENTITY a "x">', ']><a/>')],
  'an entity name without end': ['malformed', filled('<a>&', 'a', ';</a>')],
  'a name of colons': ['malformed', filled('<', ':', '/>')],
  'nothing but opening brackets': ['malformed', filled('', '<', '')],
};

for (const [what, [rule, text]] of Object.entries(TURNED_AWAY)) {
  test(`${what}: refused at the largest size`, () => refused(text, rule));
}

// Anything at all.

function readsOrRefuses(bytes: Uint8Array): void {
  try {
    const { root, hints } = readXml(bytes);
    assert.equal(typeof root.name, 'string');
    assert.ok(hints.length <= 20);
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    assert.ok(error.message.length < 300);
  }
}

test('random bytes are read or refused, nothing else', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readsOrRefuses), { numRuns: ofSample(2000, 4) });
});

test('a request changed anywhere is read or refused, and the next one is read as ever', () => {
  const original = Buffer.from(REQUEST);
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom(
        '<',
        '>',
        '&',
        '"',
        '/',
        '?',
        '!',
        ']]>',
        '<!--',
        '-->',
        '<![CDATA[',
        '<?',
        '?>',
        '<!DOCTYPE',
        ':',
      )
      .map((text) => new Uint8Array(Buffer.from(text))),
  );
  const change = fc.record({ at: fc.nat(original.length), drop: fc.nat(12), piece });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, wide) => {
      let bytes: Buffer = original;
      for (const { at, drop, piece } of changes) {
        bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + drop)]);
      }
      readsOrRefuses(wide ? Buffer.from(bytes.toString('latin1'), 'utf16le') : bytes);
      assert.deepEqual(outline(readXml(original).root)[0], 'serv:message');
    }),
    { numRuns: ofSample(2000, 4) },
  );
});

test('any text and any attribute that is escaped comes back as it was', () => {
  const allowed = fc
    .string({ unit: 'binary' })
    .map((any) => any.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''));
  const escaped = (s: string) => s.replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
  fc.assert(
    fc.property(allowed, allowed, (text, value) => {
      const { root } = read(`<a b="${escaped(value)}">${escaped(text)}</a>`);
      assert.equal(root.text, text);
      assert.equal(root.attributes.b, value);
    }),
  );
});
