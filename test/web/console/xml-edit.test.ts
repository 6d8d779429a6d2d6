import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  bodyContentOf,
  childOf,
  credential,
  operationOf,
  withCredential,
} from '../../../web/console/test-tool/xml/message-text.ts';
import {
  addChild,
  applied,
  remove,
  setAttribute,
  setText,
} from '../../../web/console/test-tool/xml/xml-edit.ts';
import {
  NotWellFormed,
  readXmlText,
  type TextElement,
  textIn,
} from '../../../web/console/test-tool/xml/xml-text.ts';

const MESSAGE = `<?xml version="1.0"?>
<serv:message xmlns:serv="urn:s"
  xmlns:xsi="urn:x">
  <!-- <password>not me</password> -->
  <header>
    <securityContext>
      <siteName>acme</siteName>
    </securityContext>
  </header>
  <body>
    <bodyContent xsi:type="java:com.webex.service.binding.user.GetUser">
      <unknown a='1'>kept &amp; <![CDATA[<b>]]></unknown>
      <webExId>hostid</webExId>
    </bodyContent>
  </body>
</serv:message>
`;

function content(text: string): TextElement {
  const found = bodyContentOf(readXmlText(text));
  assert.ok(found);
  return found;
}

describe('The form of the test tool', () => {
  test('reads what the XML says, whatever stands around it', () => {
    const body = content(MESSAGE);
    assert.deepEqual(operationOf(body), { service: 'user', name: 'GetUser' });
    assert.deepEqual(
      body.children.map((child) => [child.name, textIn(MESSAGE, child)]),
      [
        ['unknown', 'kept & <b>'],
        ['webExId', 'hostid'],
      ],
    );
    assert.equal(credential(MESSAGE, readXmlText(MESSAGE), 'siteName'), 'acme');
    assert.equal(credential(MESSAGE, readXmlText(MESSAGE), 'password'), '');
  });

  test('changes one place of the text, and escapes what is typed', () => {
    const element = childOf(content(MESSAGE), 'webExId');
    assert.ok(element);
    const hostile = `</webExId><x a="1">&amp; ]]> ' é`;
    const changed = applied(MESSAGE, setText(MESSAGE, element, hostile));
    assert.equal(
      changed.replace(/<webExId>.*<\/webExId>/, ''),
      MESSAGE.replace(/<webExId>.*<\/webExId>/, ''),
    );
    const again = childOf(content(changed), 'webExId');
    assert.equal(again && textIn(changed, again), hostile);
  });

  test('adds an element where the declaration has it, and takes it away without a trace', () => {
    const order = ['first', 'webExId', 'returnSettings'];
    const added = applied(MESSAGE, addChild(MESSAGE, content(MESSAGE), 'returnSettings', 'true', order));
    assert.match(
      added,
      /<webExId>hostid<\/webExId>\n {6}<returnSettings>true<\/returnSettings>\n {4}<\/bodyContent>/,
    );
    const first = applied(MESSAGE, addChild(MESSAGE, content(MESSAGE), 'first', '1', order));
    assert.match(first, /GetUser">\n {6}<first>1<\/first>\n {6}<unknown/);
    for (const [text, name] of [
      [added, 'returnSettings'],
      [first, 'first'],
    ] as const) {
      const element = childOf(content(text), name);
      assert.ok(element);
      assert.equal(applied(text, remove(text, element)), MESSAGE);
    }
  });

  test('opens an element that closes itself', () => {
    for (const [text, expected] of [
      ['<a>\n  <b x="1" />\n</a>', '<a>\n  <b x="1">\n    <c>1</c>\n  </b>\n</a>'],
      ['<a><b/></a>', '<a><b><c>1</c></b></a>'],
    ] as const) {
      const b = readXmlText(text).children[0];
      assert.ok(b);
      assert.equal(applied(text, addChild(text, b, 'c', '1', ['c'])), expected);
    }
  });

  test('writes attributes, and takes them away', () => {
    const text = `<a x='1' y="2"/>`;
    const root = readXmlText(text);
    assert.equal(
      applied(text, setAttribute(text, root, 'x', `'"<&`)),
      `<a x='&apos;&quot;&lt;&amp;' y="2"/>`,
    );
    assert.equal(applied(text, setAttribute(text, root, 'y', '')), `<a x='1'/>`);
    assert.equal(applied(text, setAttribute(text, root, 'z', '3')), `<a z="3" x='1' y="2"/>`);
  });

  test('writes credentials where they belong, also where nothing is there yet', () => {
    const changed = withCredential(MESSAGE, 'webExID', 'admin');
    assert.match(
      changed,
      /<siteName>acme<\/siteName>\n {6}<webExID>admin<\/webExID>\n {4}<\/securityContext>/,
    );
    const bare = withCredential('<m><body/></m>', 'password', 'a<b');
    assert.equal(
      bare,
      '<m><header><securityContext><password>a&lt;b</password></securityContext></header><body/></m>',
    );
    assert.equal(withCredential('<m>', 'password', 'x'), '<m>');
  });

  test('says where and why XML is not well-formed', () => {
    for (const [text, problem, at] of [
      ['', 'empty', 0],
      ['<a>', 'unclosed', 0],
      ['<a><b></a>', 'mismatched', 6],
      ['<a b></a>', 'tag', 0],
      ['<a b="1" b="2"/>', 'tag', 0],
      ['<a>&nbsp;</a>', 'entity', 3],
      ['<a/>x', 'outside', 4],
      ['<a/><b/>', 'outside', 4],
      ['<!DOCTYPE a><a/>', 'doctype', 0],
      ['<a><!-- </a>', 'unclosed', 3],
      ['< a/>', 'tag', 0],
    ] as const) {
      assert.throws(
        () => readXmlText(text),
        (error: unknown) => error instanceof NotWellFormed && error.problem === problem && error.at === at,
        text,
      );
    }
  });
});
