/** The kinds of parameters that calls of the NBR services have, and how each is read. */
import { Refusal } from '../refusal.ts';

/** What a call says of one of its parameters. */
export interface Argument {
  readonly name: string;
  /** Its text as it stands; nothing when it is nil. */
  readonly text: string | undefined;
  /** It stands in a part of its own, by that Content-ID. */
  readonly part?: string;
}

export interface ParameterKind<T> {
  /** As the WSDL names it. */
  readonly type: string;
  readonly isOptional: boolean;
  /** What an argument says; nothing when it says nothing. @throws ParameterRefused */
  read(argument: Argument): T | undefined;
}

export type NbrParameters = Readonly<Record<string, ParameterKind<unknown>>>;

type Value<K> = K extends ParameterKind<infer T> ? T : never;
export type NbrValues<P extends NbrParameters> = { readonly [N in keyof P]: Value<P[N]> };

/** A parameter that is missing, stands twice or says something else than it must. */
export class ParameterRefused extends Refusal {
  constructor(name: string, rule: string) {
    super(`${name}: ${rule}`);
  }
}

function kind<T>(type: string, read: (text: string, name: string) => T): ParameterKind<T> {
  return {
    type,
    isOptional: false,
    read: ({ name, text }) => {
      const value = text?.trim() ?? '';
      return value === '' ? undefined : read(value, name);
    },
  };
}

/** May be absent, empty or nil. */
export function optional<T>(of: ParameterKind<T>): ParameterKind<T | undefined> {
  return { ...of, isOptional: true };
}

export const text = kind('xsd:string', (value) => value);

/** Taken to the last blank. */
export const password: ParameterKind<string> = {
  type: 'xsd:string',
  isOptional: false,
  read: ({ text: value }) => (value === '' ? undefined : value),
};

function whole(value: string, name: string): number {
  const number = /^[+-]?\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new ParameterRefused(name, 'is not a whole number');
  return number;
}

export const long = kind('xsd:long', whole);
export const int = kind('xsd:int', whole);

export const boolean = kind('xsd:boolean', (value, name) => {
  if (/^(?:true|1)$/i.test(value)) return true;
  if (/^(?:false|0)$/i.test(value)) return false;
  throw new ParameterRefused(name, 'is neither true nor false');
});

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** Epoch milliseconds. Without a zone it is in GMT. */
export const dateTime = kind('xsd:dateTime', (value, name) => {
  const zone = DATE_TIME.exec(value);
  const at = zone ? Date.parse(zone[1] === undefined ? `${value}Z` : value) : Number.NaN;
  if (Number.isNaN(at))
    throw new ParameterRefused(name, 'is not a date and time such as 2026-11-28T15:00:00Z');
  return at;
});

/** A file: a reference to its part, or its base64. */
export const attachment: ParameterKind<Argument> = {
  type: 'apachesoap:DataHandler',
  isOptional: false,
  read: (argument) => (argument.part !== undefined || argument.text?.trim() ? argument : undefined),
};
