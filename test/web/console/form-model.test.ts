import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ElementOutline } from '../../../src/console/test-tool/test-tool-data.ts';
import {
  additionOf,
  changeOf,
  instancesOf,
  type Place,
  textOf,
  unknownIn,
} from '../../../web/console/test-tool/form/form-model.ts';
import { applied } from '../../../web/console/test-tool/xml/xml-edit.ts';
import { readXmlText } from '../../../web/console/test-tool/xml/xml-text.ts';

const NAME: ElementOutline = { name: 'confName', kind: 'text', min: 0, max: 1, alias: ['name'] };
const PERSON: ElementOutline = {
  name: 'person',
  kind: 'group',
  min: 0,
  children: [
    { name: 'email', kind: 'text', min: 1, max: 1, sample: 'a&b@example.com' },
    { name: 'phone', kind: 'text', min: 0, max: 1 },
  ],
};

const place = (text: string, missing: readonly string[] = []): Place => ({
  parent: readXmlText(text),
  order: ['metaData', 'confName', 'person'],
  missing,
});

const change = (text: string, outline: ElementOutline, value: string, missing: readonly string[] = []) => {
  const [element] = missing.length > 0 ? [] : instancesOf(readXmlText(text), outline);
  const made = changeOf(text, place(text, missing), outline, element, value);
  return made ? applied(text, made) : text;
};

describe('A field of the form', () => {
  test('makes the groups that it stands in, where they are not there yet', () => {
    assert.equal(
      change('<b>\n  <person/>\n</b>', NAME, 'a<b', ['metaData', 'accessControl']),
      '<b>\n  <metaData><accessControl><confName>a&lt;b</confName></accessControl></metaData>\n  <person/>\n</b>',
    );
  });

  test('is read under its other names and in any case, and keeps the name that was written', () => {
    const text = '<b><NAME>x</NAME></b>';
    const [element] = instancesOf(readXmlText(text), NAME);
    assert.equal(textOf(text, element), 'x');
    assert.equal(change(text, NAME, 'y'), '<b><NAME>y</NAME></b>');
  });

  test('takes an optional element away when it is emptied, and leaves a required one empty', () => {
    assert.equal(change('<b>\n  <confName>x</confName>\n</b>', NAME, ''), '<b>\n</b>');
    assert.equal(
      change('<b><confName>x</confName></b>', { ...NAME, min: 1 }, ''),
      '<b><confName></confName></b>',
    );
    assert.equal(change('<b/>', NAME, ''), '<b/>');
  });

  test('keeps the blanks between words that are being typed', () => {
    const text = change('<b/>', NAME, 'two ');
    assert.equal(textOf(text, instancesOf(readXmlText(text), NAME)[0]), 'two ');
  });

  test('adds one more of what repeats, with what it needs', () => {
    const text = '<b><person><email>x</email></person></b>';
    assert.equal(
      applied(text, additionOf(text, place(text), PERSON)),
      '<b><person><email>x</email></person><person><email>a&amp;b@example.com</email></person></b>',
    );
  });

  test('knows what no declaration has', () => {
    assert.deepEqual(unknownIn(readXmlText('<b><person/><Name/><odd/><odd/></b>'), [NAME, PERSON]), ['odd']);
  });
});
