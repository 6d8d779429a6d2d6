/**
 * The schema language: every request and response is declared once with these words, and the static
 * types (`ValueOf`), the decoder, the encoder, the XSD files and the sample requests all come from it.
 *
 * The order of the keys in `fields` is the order in which elements are written.
 */

/** An XML namespace: its prefix in our answers, its URI, and the file its XSD is served as. */
export interface Namespace {
  readonly prefix: string;
  readonly uri: string;
  /** Path below the schema folder, such as `service/user/user.xsd`. */
  readonly file: string;
}

/** `json` is any value of JSON, kept as it is; it is of JSON alone. */
export type SimpleBase =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'int'
  | 'long'
  | 'float'
  | 'base64Binary'
  | 'json';

/** A value without child elements. `T` is what a decoder yields. */
export interface SimpleType<T = unknown> {
  readonly form: 'simple';
  readonly base: SimpleBase;
  readonly namespace?: Namespace;
  readonly name?: string;
  readonly maxLength?: number;
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** A number whose digits may stand in groups, with blanks or hyphens between them. */
  readonly grouped?: boolean;
  /** White space at both ends belongs to the value (agenda, description). */
  readonly keepSpace?: boolean;
  /** An empty element is the empty text, which takes away what was there. Of any other type it counts as absent. */
  readonly keepEmpty?: boolean;
  /** The text is a secret: it never appears in a log or an error. */
  readonly secret?: boolean;
  /** What a sample request shows. */
  readonly sample?: string;
  /** What the text is, as OpenAPI names it. It is told, and checked by whoever reads the value. */
  readonly format?: StringFormat;
  /** Never set: carries `T` for inference. */
  readonly value?: T;
}

/** Elements in a fixed order, after those of `base`. Without a name it belongs to the type around it. */
export interface ComplexType<F extends Fields = Fields, B = unknown> {
  readonly form: 'complex';
  readonly namespace?: Namespace;
  readonly name?: string;
  readonly base?: ComplexType;
  readonly fields: F;
  /** Never set: carries the inherited values for inference. */
  readonly inherited?: B;
}

/**
 * XML that somebody else declares. It is kept whole: the reader has to be told of its name (`foreignNames`).
 */
export interface ForeignType {
  readonly form: 'foreign';
  readonly namespace?: undefined;
  readonly name?: undefined;
  /** What a sample request shows between the tags. */
  readonly sample?: string;
}

/** Foreign XML under the name that a declaration gives it. */
export interface ForeignXml {
  /** As they were written; what declares a namespace that the content takes from outside is among them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between the tags, character for character. */
  readonly content: string;
}

export type Type = SimpleType | ComplexType | ForeignType;

export const STRING_FORMATS = ['date-time', 'date', 'email', 'uri', 'uuid'] as const;
export type StringFormat = (typeof STRING_FORMATS)[number];

/**
 * `clearable` may be null, which takes away what was there; `list` is a `many` whose absence counts: it is undefined
 * then, and null is the empty list. Both are of JSON alone.
 */
export type Occurs = 'one' | 'optional' | 'many' | 'clearable' | 'list';

/** How often an element stands in its parent. A bare type means exactly once. */
export interface Field<T extends Type = Type, O extends Occurs = Occurs> {
  readonly form: 'field';
  readonly type: T;
  readonly occurs: O;
  readonly min: number;
  readonly max: number;
  /** Other names under which clients send this element. */
  readonly alias: readonly string[];
  /** It stands on the element's tag, not among its children. */
  readonly isAttribute?: true;
  /** An array of JSON that has to be there, empty or not. */
  readonly isGiven?: true;
}

export interface Fields {
  readonly [name: string]: Type | Field;
}

type TypeOf<F> = F extends Field<infer T> ? T : F;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<Type, 'optional' | 'clearable' | 'list'> ? K : never;
}[keyof F];
type ElementValue<F> =
  F extends Field<infer T, 'many' | 'list'>
    ? readonly ValueOf<T>[]
    : F extends Field<infer T, 'clearable'>
      ? ValueOf<T> | null
      : ValueOf<TypeOf<F>>;
type FieldValues<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: ElementValue<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: ElementValue<F[K]> | undefined };

/** The TypeScript type of a declared XML type. */
export type ValueOf<T> =
  T extends SimpleType<infer V>
    ? V
    : T extends ForeignType
      ? ForeignXml
      : T extends ComplexType<infer F, infer B>
        ? unknown extends B
          ? FieldValues<F>
          : B & FieldValues<F>
        : never;

interface TextLimits {
  readonly max?: number;
  readonly keepSpace?: boolean;
  readonly keepEmpty?: boolean;
  readonly secret?: boolean;
  readonly sample?: string;
  readonly format?: StringFormat;
}

export function text(limits: TextLimits = {}): SimpleType<string> {
  const { max, ...rest } = limits;
  return { form: 'simple', base: 'string', ...(max === undefined ? {} : { maxLength: max }), ...rest };
}

export function bool(): SimpleType<boolean> {
  return { form: 'simple', base: 'boolean' };
}

interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** Its digits may stand in groups, as people write them: `623 063 327`. */
  readonly grouped?: boolean;
  readonly sample?: string;
}

function number(base: SimpleBase, limits: NumberLimits): SimpleType<number> {
  return {
    form: 'simple',
    base,
    ...(limits.min === undefined ? {} : { minimum: limits.min }),
    ...(limits.max === undefined ? {} : { maximum: limits.max }),
    ...(limits.grouped === undefined ? {} : { grouped: limits.grouped }),
    ...(limits.sample === undefined ? {} : { sample: limits.sample }),
  };
}

/** xsd:integer, within JavaScript's safe range. */
export const integer = (limits: NumberLimits = {}) => number('integer', limits);
/** xsd:int, 32 bits. */
export const int = (limits: NumberLimits = {}) =>
  number('int', { min: -(2 ** 31), max: 2 ** 31 - 1, ...limits });
/** xsd:long, within JavaScript's safe range. */
export const long = (limits: NumberLimits = {}) => number('long', limits);
export const float = (limits: NumberLimits = {}) => number('float', limits);

/** xsd:base64Binary, decoded. */
export function base64(limits: { max?: number } = {}): SimpleType<Buffer> {
  return {
    form: 'simple',
    base: 'base64Binary',
    ...(limits.max === undefined ? {} : { maxLength: limits.max }),
  };
}

/** A closed list of words, with the name that its XSD type carries. */
export function enumeration<const V extends readonly string[]>(
  namespace: Namespace,
  name: string,
  values: V,
): SimpleType<V[number]> {
  return { form: 'simple', base: 'string', namespace, name, values };
}

/** Any XML. */
export function foreign(options: Pick<ForeignType, 'sample'> = {}): ForeignType {
  return { form: 'foreign', ...options };
}

/** A closed list of words of JSON, which has no names of types. */
export function oneOf<const V extends readonly string[]>(values: V): SimpleType<V[number]> {
  return { form: 'simple', base: 'string', values };
}

/** Any value of JSON. */
export function anyJson(): SimpleType<unknown> {
  return { form: 'simple', base: 'json' };
}

/** A named complex type of a namespace. */
export function complex<const F extends Fields>(
  namespace: Namespace,
  name: string,
  fields: F,
): ComplexType<F, unknown> {
  return { form: 'complex', namespace, name, fields };
}

/** A named complex type that adds elements after those of another. */
export function extension<const F extends Fields, B extends ComplexType>(
  namespace: Namespace,
  name: string,
  base: B,
  fields: F,
): ComplexType<F, ValueOf<B>> {
  return { form: 'complex', namespace, name, base, fields };
}

/** An anonymous complex type: its elements are in the namespace of the type around it. */
export function group<const F extends Fields>(fields: F): ComplexType<F, unknown> {
  return { form: 'complex', fields };
}

interface FieldOptions {
  readonly alias?: readonly string[];
}

export function optional<T extends Type>(type: T, options: FieldOptions = {}): Field<T, 'optional'> {
  return { form: 'field', type, occurs: 'optional', min: 0, max: 1, alias: options.alias ?? [] };
}

export function required<T extends Type>(type: T, options: FieldOptions = {}): Field<T, 'one'> {
  return { form: 'field', type, occurs: 'one', min: 1, max: 1, alias: options.alias ?? [] };
}

interface ManyOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** An array of JSON that has to be there, empty or not. */
export function given<T extends Type>(type: T, options: ManyOptions = {}): Field<T, 'many'> {
  return { ...many(type, options), isGiven: true };
}

/** A repeated element; decodes to an array, empty when there is none. */
export function many<T extends Type>(type: T, options: ManyOptions = {}): Field<T, 'many'> {
  return {
    form: 'field',
    type,
    occurs: 'many',
    min: options.min ?? 0,
    max: options.max ?? Number.POSITIVE_INFINITY,
    alias: options.alias ?? [],
  };
}

/** Null takes away what was there. */
export function clearable<T extends Type>(type: T): Field<T, 'clearable'> {
  return { form: 'field', type, occurs: 'clearable', min: 0, max: 1, alias: [] };
}

/** An array that may be left out; null is the empty one. */
export function list<T extends Type>(type: T, options: ManyOptions = {}): Field<T, 'list'> {
  return { ...many(type, options), occurs: 'list' };
}

/** An attribute of the element that the type is of. */
export function attribute<T extends SimpleType>(type: T): Field<T, 'optional'> {
  return { ...optional(type), isAttribute: true };
}

export function requiredAttribute<T extends SimpleType>(type: T): Field<T, 'one'> {
  return { ...required(type), isAttribute: true };
}

/** The same optional type under each of the names. */
export function optionals<const N extends readonly string[], T extends Type>(
  names: N,
  type: T,
): { readonly [K in N[number]]: Field<T, 'optional'> } {
  const entries = names.map((name) => [name, optional(type)] as const);
  return Object.fromEntries(entries) as { readonly [K in N[number]]: Field<T, 'optional'> };
}

/** One element of a complex type, with the namespace it is written in. */
export interface Particle {
  readonly name: string;
  readonly namespace: Namespace;
  readonly field: Field;
}

/** Every element of a type, those of its bases first. `around` is the namespace an anonymous type takes on. */
export function particles(type: ComplexType, around: Namespace): Particle[] {
  const inherited = type.base ? particles(type.base, around) : [];
  const namespace = type.namespace ?? around;
  const own = Object.entries(type.fields)
    .map(([name, declared]) => ({ name, namespace, field: asField(declared) }))
    .filter(({ field }) => !field.isAttribute);
  return [...inherited, ...own];
}

/** Every element and attribute of a type under its name, those of its bases first. */
export function membersOf(type: ComplexType): { readonly name: string; readonly field: Field }[] {
  const inherited = type.base ? membersOf(type.base) : [];
  const own = Object.entries(type.fields).map(([name, declared]) => ({ name, field: asField(declared) }));
  return [...inherited, ...own];
}

/** One attribute of a complex type. */
export interface Attribute {
  readonly name: string;
  readonly type: SimpleType;
  readonly isRequired: boolean;
}

/** Every attribute of a type, those of its bases first. */
export function attributesOf(type: ComplexType): Attribute[] {
  return membersOf(type).flatMap(({ name, field: { isAttribute, type, min } }) =>
    isAttribute && type.form === 'simple' ? [{ name, type, isRequired: min > 0 }] : [],
  );
}

/** The names, in small letters, under which foreign XML comes in a type and in whatever it reaches. */
export function foreignNames(types: readonly Type[]): Set<string> {
  const names = new Set<string>();
  const met = new Set<Type>();
  const visit = (type: Type): void => {
    if (type.form !== 'complex' || met.has(type)) return;
    met.add(type);
    if (type.base) visit(type.base);
    for (const [name, declared] of Object.entries(type.fields)) {
      const field = asField(declared);
      if (field.type.form === 'foreign') {
        for (const written of [name, ...field.alias]) names.add(written.toLowerCase());
      }
      visit(field.type);
    }
  };
  types.forEach(visit);
  return names;
}

/** A bare type stands exactly once. */
export function asField(declared: Type | Field): Field {
  return declared.form === 'field' ? declared : required(declared);
}
