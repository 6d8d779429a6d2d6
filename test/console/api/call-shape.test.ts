import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type CallShape,
  email,
  flag,
  list,
  object,
  oneOf,
  optional,
  record,
  removable,
  text,
  whole,
} from '../../../src/console/api/call-shape.ts';
import { RuleBroken } from '../../../src/refusal.ts';

function refusal(shape: CallShape, value: unknown): string {
  try {
    shape.read(value, '');
  } catch (error) {
    assert.ok(error instanceof RuleBroken);
    return `${error.element} ${error.rule}`;
  }
  return 'taken';
}

const PERSON = object({
  name: text({ min: 1, max: 5 }),
  email: email(),
  age: optional(whole({ max: 150 })),
  note: removable(text({ lines: true })),
  active: optional(flag()),
  kind: optional(oneOf(['HOST', 'ATTENDEE'])),
  phones: optional(list(text({ max: 3 }), { max: 2 })),
  codes: optional(record(whole())),
});
const ANA = { name: 'Ana', email: 'ana@example.com' };

describe('What a call of the console brings', () => {
  test('is taken where it was meant', () => {
    assert.deepEqual(
      PERSON.read(
        {
          ...ANA,
          name: ' Ana ',
          age: '12',
          active: 'true',
          kind: 'host',
          phones: '1',
          codes: { a: 1 },
          note: 'a\r\nb',
        },
        '',
      ),
      { ...ANA, age: 12, active: true, kind: 'HOST', phones: ['1'], codes: { a: 1 }, note: 'a\nb' },
    );
  });

  test('may leave out what is optional, and takes away by null what can be taken away', () => {
    assert.deepEqual(PERSON.read({ ...ANA, age: null, note: null }, ''), { ...ANA, note: null });
  });

  for (const [what, said] of [
    [{}, 'name is required'],
    [[], 'body must be an object'],
    [{ ...ANA, name: '  ' }, 'name is required'],
    [{ ...ANA, name: 'Anabel' }, 'name may have at most 5 characters'],
    [{ ...ANA, name: 7 }, 'name must be a text'],
    [{ ...ANA, name: 'a\0b' }, 'name may not have control characters'],
    [{ ...ANA, email: 'ana' }, 'email must be an e-mail address'],
    [{ ...ANA, age: 151 }, 'age must be from 0 to 150'],
    [{ ...ANA, age: 1.5 }, 'age must be a whole number'],
    [{ ...ANA, age: '1e3' }, 'age must be a whole number'],
    [{ ...ANA, active: 'perhaps' }, 'active must be true or false'],
    [{ ...ANA, kind: 'HOTS' }, 'kind must be one of HOST, ATTENDEE; did you mean HOST?'],
    [{ ...ANA, phones: ['1', '2', '3'] }, 'phones may have at most 2 entries'],
    [{ ...ANA, phones: ['1', '2345'] }, 'phones[1] may have at most 3 characters'],
    [{ ...ANA, codes: { a: 'x' } }, 'codes.a must be a whole number'],
    [{ ...ANA, emial: 'x' }, 'emial is not known here; did you mean email?'],
    [JSON.parse('{"name":"Ana","email":"a@b.c","__proto__":{"age":1}}'), '__proto__ is not known here'],
  ] as const) {
    test(`is refused by the element and the rule: ${said}`, () => {
      assert.equal(refusal(PERSON, what), said);
    });
  }
});
