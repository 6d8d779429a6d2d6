/** Reads the parameters of a query, the fields of a form and request headers, by declarations of the schema language. */
import { type Hint, InvalidElement } from '../xml/invalid-element.ts';
import { asField, type Field, type Fields } from '../xml/schema.ts';
import { textReader } from '../xml/text-reader.ts';
import { isWritable } from './strict-json.ts';

/** @throws InvalidElement */
export type TextsReader = (texts: Iterable<readonly [name: string, text: string]>, hint: Hint) => object;

interface Parameter {
  readonly name: string;
  readonly field: Field;
  readonly read: (text: string, hint: Hint) => unknown;
}

/** @param knows whether names that are not declared are told of (a query), or anything else may stand there (headers) */
export function textsReader(fields: Fields, { knows }: { readonly knows: 'all' | 'some' }): TextsReader {
  const parameters = new Map(
    Object.entries(fields).map(([name, declared]) => [name, parameter(name, asField(declared))] as const),
  );
  const mandatory = [...parameters.values()].filter(({ field }) => field.min > 0);
  const usual = [...parameters.values()].filter(({ field }) => field.occurs === 'many');
  return (texts, hint) => {
    const values: Record<string, unknown> = {};
    for (const [name, text] of texts) {
      const found = parameters.get(name);
      if (!found) {
        if (knows === 'all') hint(`${JSON.stringify(name.slice(0, 100))} is not a parameter: ignored`);
        continue;
      }
      if (!isWritable(text)) throw new InvalidElement(name, 'not-a-text', 'has characters that no text has');
      const given = text.trim();
      if (given === '') continue;
      const before = values[name];
      if (isRepeatable(found.field)) {
        const read = given.split(',').map((one) => found.read(one.trim(), hint));
        const all = before === undefined ? read : [...(before as unknown[]), ...read];
        if (all.length > found.field.max) {
          throw new InvalidElement(name, 'too-many', `may have at most ${found.field.max} entries`);
        }
        values[name] = all;
      } else {
        if (before !== undefined) throw new InvalidElement(name, 'too-many', 'may be given once');
        values[name] = found.read(given, hint);
      }
    }
    for (const { name } of mandatory) {
      if (values[name] === undefined) throw new InvalidElement(name, 'missing', 'is required');
    }
    for (const { name } of usual) values[name] ??= [];
    return values;
  };
}

function isRepeatable({ occurs }: Field): boolean {
  return occurs === 'many' || occurs === 'list';
}

function parameter(name: string, field: Field): Parameter {
  const { type } = field;
  if (type.form !== 'simple') throw new Error(`the parameter ${name} is more than a text`);
  const read = textReader(type);
  return { name, field, read: (text, hint) => read(text, name, hint) };
}
