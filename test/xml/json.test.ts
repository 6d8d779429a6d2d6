import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidElement } from '../../src/xml/decoder.ts';
import { jsonDecoder } from '../../src/xml/json-decoder.ts';
import { jsonEncoder } from '../../src/xml/json-encoder.ts';
import {
  attribute,
  base64,
  bool,
  complex,
  enumeration,
  extension,
  float,
  foreign,
  group,
  int,
  long,
  many,
  type Namespace,
  optional,
  text,
} from '../../src/xml/schema.ts';

/** JSON by the same declarations as XML: read strictly, told by the member's name, written exactly. */

const ns: Namespace = { prefix: 't', uri: 'urn:t', file: 't.xsd' };
const person = complex(ns, 'person', {
  email: text({ max: 8 }),
  role: optional(enumeration(ns, 'role', ['HOST', 'GUEST'])),
});
const base = complex(ns, 'base', { id: long({ min: 1 }) });
const meeting = extension(ns, 'meeting', base, {
  lang: attribute(text()),
  open: optional(bool()),
  size: optional(int()),
  share: optional(float()),
  image: optional(base64({ max: 3 })),
  schedule: optional(group({ start: optional(text()), days: many(int({ min: 1, max: 31 }), { max: 2 }) })),
  people: many(person),
  quiz: optional(foreign()),
});
const read = jsonDecoder(meeting);
const write = jsonEncoder(meeting);

const WHOLE = {
  id: 7,
  lang: 'de',
  open: false,
  size: -1,
  share: 0.5,
  image: Buffer.from('ab'),
  schedule: { start: ' kept ', days: [1, 31] },
  people: [{ email: 'a', role: 'HOST' as const }, { email: '' }],
  quiz: { attributes: { 'xmlns:q': 'urn:q' }, content: '<q:a>"x"</q:a>' },
};

test('every kind of member is written in the order of the declaration', () => {
  assert.equal(
    write({ ...WHOLE }),
    '{"id":7,"lang":"de","open":false,"size":-1,"share":0.5,"image":"YWI=",' +
      '"schedule":{"start":" kept ","days":[1,31]},"people":[{"email":"a","role":"HOST"},{"email":""}],' +
      '"quiz":"<quiz xmlns:q=\\"urn:q\\"><q:a>\\"x\\"</q:a></quiz>"}',
  );
});

test('and read again', () => {
  assert.deepEqual(
    read(JSON.parse(write(WHOLE)), () => {}),
    WHOLE,
  );
});

test('what is absent or null is absent, and a list that is absent is empty; null is a hint', () => {
  const hints: string[] = [];
  const decoded = read({ id: 1, open: null, people: null }, (hint) => hints.push(hint));
  assert.deepEqual(decoded, { id: 1, people: [] });
  assert.deepEqual(hints, ['"open" is null: as good as left out', '"people" is null: as good as left out']);
});

test('what is not a member is ignored with a hint, wherever it stands', () => {
  const hints: string[] = [];
  const decoded = read({ id: 1, Open: true, people: [{ email: 'a', x: 1 }] }, (hint) => hints.push(hint));
  assert.deepEqual(decoded, { id: 1, people: [{ email: 'a' }] });
  assert.deepEqual(hints, ['"Open" is not a member: ignored', '"people[0].x" is not a member: ignored']);
});

test('members of every JavaScript object are not those of a request', () => {
  const read = jsonDecoder(complex(ns, 'odd', { constructor: optional(text()), toString: optional(text()) }));
  assert.deepEqual(
    read({}, () => {}),
    {},
  );
  const hints: string[] = [];
  read(JSON.parse('{"__proto__":{"id":1}}'), (hint) => hints.push(hint));
  assert.deepEqual(hints, ['"__proto__" is not a member: ignored']);
});

for (const [value, message] of [
  [[], 'the body: must be an object'],
  [null, 'the body: must be an object'],
  ['x', 'the body: must be an object'],
  [{}, 'id: is required'],
  [{ id: '1' }, 'id: must be a whole number'],
  [{ id: 1.5 }, 'id: must be a whole number'],
  [{ id: 0 }, 'id: must be from 1 to 9007199254740991'],
  [{ id: 2 ** 53 }, 'id: must be from 1 to 9007199254740991'],
  [{ id: 1, open: 1 }, 'open: must be true or false'],
  [{ id: 1, open: 'true' }, 'open: must be true or false'],
  [{ id: 1, share: '0.5' }, 'share: must be a number'],
  [{ id: 1, lang: 5 }, 'lang: must be a text'],
  [{ id: 1, image: '#' }, 'image: must be base64'],
  [{ id: 1, image: 'YWJjZA==' }, 'image: is longer than 3 bytes'],
  [{ id: 1, schedule: 'x' }, 'schedule: must be an object'],
  [{ id: 1, schedule: { days: 1 } }, 'schedule.days: must be a list'],
  [{ id: 1, schedule: { days: [1, 2, 3] } }, 'schedule.days: may have at most 2 entries'],
  [{ id: 1, schedule: { days: [1, 32] } }, 'schedule.days[1]: must be from 1 to 31'],
  [{ id: 1, people: [{}] }, 'people[0].email: is required'],
  [
    { id: 1, people: [{ email: 'a' }, { email: '123456789' }] },
    'people[1].email: is longer than 8 characters',
  ],
  [
    { id: 1, people: [{ email: 'a', role: 'host' }] },
    'people[0].role: must be one of HOST, GUEST, letter for letter',
  ],
  [{ id: 1, people: { email: 'a' } }, 'people: must be a list'],
  [{ id: 1, quiz: {} }, 'quiz: must be XML, as a text'],
  [{ id: 1, quiz: 'x' }, /^quiz: must be XML: /],
  [{ id: 1, quiz: '<quiz><a xmlns:b=""/></quiz>' }, /^quiz: binds the prefix "b" to ""/],
] as const) {
  test(`${JSON.stringify(value)} is refused: ${message}`, () => {
    assert.throws(
      () => read(value, () => {}),
      (error) => {
        assert.ok(error instanceof InvalidElement);
        if (typeof message === 'string') assert.equal(error.message, message);
        else assert.match(error.message, message);
        return true;
      },
    );
  });
}

test('what an answer lacks, and a number that JSON does not have, are errors of ours', () => {
  const lacking = { people: [] } as unknown as typeof WHOLE;
  assert.throws(() => write(lacking), /the answer lacks "id"/);
  assert.throws(() => write({ id: Number.NaN, people: [] }), /"id" is NaN/);
});
