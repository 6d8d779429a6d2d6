import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SentParameters } from '../../../src/browser/parameters/sent-parameters.ts';

test('names count in any case; the first of two does, and the form before the query', () => {
  const parameters = new SentParameters('at=LI&AT=LO&PW=form', 'pw=query&BU=');
  assert.equal(parameters.get('AT'), 'LI');
  assert.equal(parameters.get('PW'), 'form');
  assert.equal(parameters.get('BU'), undefined);
  assert.ok(parameters.isInQuery('PW') && !parameters.isInQuery('AT'));
});

test('values are UTF-8, or else Windows-1252 as old pages wrote it', () => {
  const read = (query: string) => new SentParameters('', query).get('MN');
  assert.equal(read('MN=%C3%9Cberpr%C3%BCfung+1'), 'Überprüfung 1');
  assert.equal(read('&x=1&&MN=%DCberpr%FCfung+%80'), 'Überprüfung €');
  assert.equal(read('MN=%C3%9C&AN=%DC'), 'Ü', 'each value by itself');
  assert.equal(read('isUTF8=1&MN=%DC'), '\ufffd');
  assert.equal(read('MN=a=b%DC'), 'a=bÜ');
  assert.equal(read('MN=%EF%BF%BD'), '\ufffd', 'one that somebody sent is UTF-8');
});

test('no bytes are too odd', () => {
  const piece = fc.constantFrom(
    '&',
    '=',
    '%',
    '%d',
    '%DC',
    '%C3%9C',
    '+',
    'MN',
    'é',
    '\ufffd',
    '%00',
    'isUTF8=1',
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (form, query) => {
      for (const [, value] of new SentParameters(form.join(''), query.join('')).entries()) {
        assert.ok(!value.includes('\0'));
      }
    }),
  );
});
