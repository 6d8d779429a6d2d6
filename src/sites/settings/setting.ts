/**
 * The language of the site settings. Each is declared once, with its default, its meaning, who changes it
 * and whether it does something; types, reference, command line and elements of `siteType` come from that.
 */

export type Kind = 'switch' | 'number' | 'fraction' | 'text' | 'word' | 'words' | 'numbers' | 'json';

/** A colour is `#rrggbb`, an address one of the web. */
export type TextFormat = 'line' | 'colour' | 'address';

interface Marks {
  /** Only the owner of the installation changes it; a site administrator is refused. */
  readonly owner?: boolean;
  /** It is kept and told, and nothing else. */
  readonly storedOnly?: boolean;
  /** It is never told to anybody but the owner. */
  readonly secret?: boolean;
  /** A secret that the site shares with its partners: it is told to site administrators alone. */
  readonly shared?: boolean;
  /** A change of it is a new security policy, which ends the session tickets of before. */
  readonly policy?: boolean;
  /**
   * A site administrator changes it in the console, on a page of its own that holds them to rules; by no operation of an
   * interface. Of what is the owner's otherwise.
   */
  readonly guided?: boolean;
  /** What a text must be. An empty one is none, and always allowed. */
  readonly format?: TextFormat;
  /** Characters of a text at most. */
  readonly longest?: number;
  readonly min?: number;
  readonly max?: number;
  readonly maxEntries?: number;
}

export interface Setting<T = unknown> extends Marks {
  readonly form: 'setting';
  readonly kind: Kind;
  readonly default: T;
  /** In a sentence. */
  readonly meaning: string;
  /** The words that are allowed. */
  readonly values?: readonly string[];
  /** What JSON must look like. */
  readonly shape?: SettingShape;
}

/** A list is `[shape]`. The name of a field that may be absent ends in a question mark. */
export type SettingShape =
  | 'text'
  | 'number'
  | 'switch'
  | { readonly oneOf: readonly string[] }
  | readonly [SettingShape]
  | { readonly fields: Readonly<Record<string, SettingShape>> }
  | 'anything';

export interface SettingGroup {
  readonly [name: string]: Setting | SettingGroup;
}

/** The values of a group: lists are replaced whole, groups are merged. */
export type ValuesOf<G> = {
  readonly [K in keyof G]: G[K] extends Setting<infer T> ? T : ValuesOf<G[K]>;
};

function setting<T>(kind: Kind, value: T, meaning: string, marks: Marks = {}): Setting<T> {
  return { form: 'setting', kind, default: value, meaning, ...marks };
}

/** Named so because `switch` is taken. */
export const toggle = (value: boolean, meaning: string, marks?: Marks) =>
  setting<boolean>('switch', value, meaning, marks);
/** A whole number, not below 0 unless it says so. */
export const count = (value: number, meaning: string, marks?: Marks) =>
  setting<number>('number', value, meaning, { min: 0, ...marks });
export const fraction = (value: number, meaning: string, marks?: Marks) =>
  setting<number>('fraction', value, meaning, { min: 0, ...marks });
/** An empty text is none. */
export const text = (value: string, meaning: string, marks?: Marks) =>
  setting<string>('text', value, meaning, marks);
/** One word of a closed list. */
export function word<const V extends readonly string[]>(
  values: V,
  value: V[number],
  meaning: string,
  marks?: Marks,
): Setting<V[number]> {
  return { ...setting<V[number]>('word', value, meaning, marks), values };
}
export const words = (value: readonly string[], meaning: string, marks?: Marks) =>
  setting<readonly string[]>('words', value, meaning, marks);
export const numbers = (value: readonly number[], meaning: string, marks?: Marks) =>
  setting<readonly number[]>('numbers', value, meaning, marks);
/** A list or a map of things; JSON on the command line. */
export const json = <T>(value: T, meaning: string, shape: SettingShape, marks?: Marks): Setting<T> => ({
  ...setting<T>('json', value, meaning, marks),
  shape,
});

/** The same group with every setting in it marked. */
export function marked<G extends SettingGroup>(group: G, marks: Marks): G {
  const entries = Object.entries(group).map(([name, entry]) => [
    name,
    isSetting(entry) ? { ...entry, ...marks } : marked(entry, marks),
  ]);
  return Object.fromEntries(entries) as G;
}

export const storedOnly = <G extends SettingGroup>(group: G): G => marked(group, { storedOnly: true });

export function isSetting(entry: Setting | SettingGroup): entry is Setting {
  return entry.form === 'setting';
}

export function defaultsOf<G extends SettingGroup>(group: G): ValuesOf<G> {
  const entries = Object.entries(group).map(([name, entry]) => [
    name,
    isSetting(entry) ? entry.default : defaultsOf(entry),
  ]);
  return Object.fromEntries(entries) as ValuesOf<G>;
}
