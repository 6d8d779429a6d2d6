/** Elements of `siteType` made from the settings that they show: the same names in the same order. */
import { isSetting, type Setting, type SettingGroup } from '../../sites/settings/setting.ts';
import {
  bool,
  type ComplexType,
  type Field,
  float,
  group,
  long,
  optional,
  type SimpleType,
  type Type,
  text,
} from '../../xml/schema.ts';

type ElementOf<S> =
  S extends Setting<infer T>
    ? Field<SimpleType<T>, 'optional'>
    : S extends SettingGroup
      ? Field<ComplexType<ElementsOf<S>>, 'optional'>
      : never;

export type ElementsOf<G> = { readonly [K in keyof G]: ElementOf<G[K]> };

/** Every setting of the group, and of the groups in it, as an optional element. */
export function elements<G extends SettingGroup>(settings: G): ElementsOf<G> {
  const entries = Object.entries(settings).map(
    ([name, entry]) =>
      [name, optional(isSetting(entry) ? simple(name, entry) : group(elements(entry)))] as const,
  );
  return Object.fromEntries(entries) as ElementsOf<G>;
}

function simple(name: string, { kind, values, secret }: Setting): Type {
  switch (kind) {
    case 'switch':
      return bool();
    case 'number':
      return long();
    case 'fraction':
      return float();
    case 'word':
      return { ...text(), ...(values && { values }) };
    case 'text':
      return text({ max: 2048, ...(secret && { secret }) });
    default:
      throw new Error(`the setting ${name} has elements of its own`);
  }
}

/** What a published type demands is there, empty or not. */
const REQUIRED: ReadonlySet<string> = new Set(['serverIP', 'tollNum']);

/** The values as they are shown: an empty text is none. */
export function shown<V extends object>(values: V): V {
  const entries = Object.entries(values)
    .filter(([name, value]) => value !== '' || REQUIRED.has(name))
    .map(([name, value]) => [name, isGroup(value) ? shown(value) : value]);
  return Object.fromEntries(entries) as V;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
