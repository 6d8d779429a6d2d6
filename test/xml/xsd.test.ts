import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XmlValidateError } from 'libxml2-wasm';
import {
  complex,
  enumeration,
  extension,
  group,
  int,
  many,
  type Namespace,
  optional,
  text,
} from '../../src/xml/schema.ts';
import { indexFile, schemaFiles } from '../../src/xml/xsd.ts';
import { forSqlite } from '../support/databases.ts';
import { schemaValidator } from '../support/schemas.ts';
import { bodyContent, HOST, message, sharedSite } from '../support/site.ts';

/** The schema files: written from the declarations, served, and strict enough to catch a wrong answer. */

const a: Namespace = { prefix: 'a', uri: 'urn:a', file: 'a/a.xsd' };
const b: Namespace = { prefix: 'b', uri: 'urn:b', file: 'b.xsd' };

const word = enumeration(a, 'wordType', ['ONE', 'TWO']);
const base = complex(a, 'base', {});
const derived = extension(b, 'derived', base, {
  word: optional(word),
  name: text({ max: 8 }),
  size: int({ min: 1, max: 3 }),
  row: many(group({ cell: int() }), { max: 5 }),
});

describe('a schema file', () => {
  const files = schemaFiles([derived], [{ name: 'root', namespace: a, type: base }]);

  test('is written for each namespace that is reached', () => {
    assert.deepEqual([...files.keys()].sort(), ['a/a.xsd', 'b.xsd']);
  });

  test('declares elements with their bounds, in order', () => {
    assert.equal(
      files.get('b.xsd'),
      `<?xml version="1.0" encoding="UTF-8"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b" xmlns:a="urn:a" targetNamespace="urn:b" elementFormDefault="qualified">
  <xsd:import namespace="urn:a" schemaLocation="a/a.xsd"/>
  <xsd:complexType name="derived">
    <xsd:complexContent>
      <xsd:extension base="a:base">
        <xsd:sequence>
          <xsd:element name="word" type="a:wordType" minOccurs="0"/>
          <xsd:element name="name">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:maxLength value="8"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:element>
          <xsd:element name="size" type="xsd:int"/>
          <xsd:element name="row" minOccurs="0" maxOccurs="5">
            <xsd:complexType>
              <xsd:sequence>
                <xsd:element name="cell" type="xsd:int"/>
              </xsd:sequence>
            </xsd:complexType>
          </xsd:element>
        </xsd:sequence>
      </xsd:extension>
    </xsd:complexContent>
  </xsd:complexType>
</xsd:schema>
`,
    );
  });

  test('has the global element, and the enumeration with its words', () => {
    const file = files.get('a/a.xsd') ?? '';
    assert.match(file, /<xsd:element name="root" type="a:base"\/>/);
    assert.match(file, /<xsd:enumeration value="ONE"\/>\s*<xsd:enumeration value="TWO"\/>/);
  });

  test('finds its neighbours from its own folder', () => {
    const inner = complex(b, 'inner', {});
    const outer = complex(a, 'outer', { inner });
    const file = schemaFiles([outer], []).get('a/a.xsd') ?? '';
    assert.match(file, /schemaLocation="\.\.\/b\.xsd"/);
  });

  test('is not written when two types have one name', () => {
    const twin = complex(b, 'derived', {});
    assert.throws(() => schemaFiles([derived, twin], []), /two types are named b:derived/);
  });

  test('is imported by the index', () => {
    assert.match(indexFile([a, b]), /<xsd:import namespace="urn:b" schemaLocation="b.xsd"\/>/);
  });
});

forSqlite('the schemas that are served', (open) => {
  const site = sharedSite(open);

  test('are XML for a browser, below /schemas/9.0.0', async () => {
    for (const path of ['index.xsd', 'service/service.xsd', 'service/user/user.xsd', 'common/common.xsd']) {
      const answer = await fetch(`${site().url}/schemas/9.0.0/${path}`);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('content-type'), 'text/xml;charset=UTF-8');
      assert.match(await answer.text(), /<xsd:schema /);
    }
  });

  test('are these files and no others', async () => {
    for (const path of ['', 'nothing.xsd', '../package.json', '%2e%2e/%2e%2e/package.json', '__proto__']) {
      assert.equal((await fetch(`${site().url}/schemas/9.0.0/${path}`)).status, 404, path);
    }
  });

  test('refuse an answer in which anything is wrong', async () => {
    const validate = await schemaValidator(site().url);
    const request = message(bodyContent('user.GetUser', '<webExId>hostid</webExId>'), HOST);
    const { text: good } = await site().post(request);
    validate(good);
    for (const [what, bad] of [
      ['an element that is none', good.replace('<use:email>', '<use:stray/><use:email>')],
      ['an element too few', good.replace(/<use:webExId>.*?<\/use:webExId>/, '')],
      [
        'another order',
        good.replace(/(<use:firstName>.*?<\/use:firstName>)(<use:lastName>.*?<\/use:lastName>)/, '$2$1'),
      ],
      ['another namespace', good.replace(/(<\/?)use:email>/g, '$1com:email>')],
      ['a word outside its enumeration', good.replace('>ACTIVATED<', '>ASLEEP<')],
      ['a text that is no number', good.replace(/<use:visitCount>\d+/, '<use:visitCount>many')],
      ['a type that is none', good.replace('use:getUserResponse', 'use:getNobodyResponse')],
      ['another type', good.replace('use:getUserResponse', 'use:delUserResponse')],
      ['no type', good.replace(/ xsi:type="[^"]*"/, '')],
      ['a wrong result', good.replace('>SUCCESS<', '>PERHAPS<')],
    ] as const) {
      assert.notEqual(bad, good, what);
      assert.throws(() => validate(bad), XmlValidateError, what);
    }
  });
});
