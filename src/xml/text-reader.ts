/** From a text to the value of a simple type: leniently where no meaning is lost, strictly about its limits. */
import { ungrouped } from '../grouped-digits.ts';
import { type Hint, InvalidElement } from './invalid-element.ts';
import type { SimpleType } from './schema.ts';

export type TextReader = (value: string, name: string, hint: Hint) => unknown;

export function textReader(type: SimpleType): TextReader {
  switch (type.base) {
    case 'string':
      return type.values ? words(type.values) : characters(type.maxLength);
    case 'boolean':
      return boolean;
    case 'base64Binary':
      return base64(type.maxLength);
    case 'float':
      return number(/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/, type);
    default:
      return number(/^[+-]?\d+$/, type);
  }
}

function characters(maxLength: number | undefined): TextReader {
  if (maxLength === undefined) return (value) => value;
  return (value, name) => {
    if (value.length > maxLength && [...value].length > maxLength) {
      throw new InvalidElement(name, 'too-long', `is longer than ${maxLength} characters`);
    }
    return value;
  };
}

function words(values: readonly string[]): TextReader {
  const exact = new Map(values.map((value) => [value, value]));
  const folded = new Map(values.map((value) => [value.toLowerCase(), value]));
  const list = values.length > 12 ? `${values.slice(0, 12).join(', ')}, …` : values.join(', ');
  return (value, name, hint) => {
    const found = exact.get(value);
    if (found !== undefined) return found;
    const near = folded.get(value.toLowerCase());
    if (near === undefined) {
      const choice = { allowed: values, given: value };
      throw new InvalidElement(name, 'not-in-list', `must be one of ${list}`, choice);
    }
    hint(`<${name}> says ${value} for ${near}`);
    return near;
  };
}

function boolean(value: string, name: string): boolean {
  switch (value.toLowerCase()) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      throw new InvalidElement(name, 'not-a-boolean', 'must be true or false');
  }
}

function number(form: RegExp, type: SimpleType): TextReader {
  const minimum = type.minimum ?? Number.MIN_SAFE_INTEGER;
  const maximum = type.maximum ?? Number.MAX_SAFE_INTEGER;
  return (value, name, hint) => {
    let digits = value;
    if (!form.test(digits)) {
      if (type.grouped) digits = ungrouped(value);
      if (!form.test(digits)) throw new InvalidElement(name, 'not-a-number', 'must be a number');
      hint(`<${name}> has its digits in groups: read as ${digits}`);
    }
    const read = Number(digits);
    if (read < minimum || read > maximum) {
      throw new InvalidElement(name, 'out-of-range', `must be from ${minimum} to ${maximum}`);
    }
    return read;
  };
}

function base64(maxLength: number | undefined): TextReader {
  return (value, name) => {
    const compact = value.replace(/\s+/g, '');
    if (compact.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
      throw new InvalidElement(name, 'not-base64', 'must be base64');
    }
    const bytes = Buffer.from(compact, 'base64');
    if (maxLength !== undefined && bytes.length > maxLength) {
      throw new InvalidElement(name, 'too-long', `is longer than ${maxLength} bytes`);
    }
    return bytes;
  };
}
