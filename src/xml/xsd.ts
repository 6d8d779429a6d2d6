/** Writes the declared types as XML Schema files, one a namespace. */
import { escapeAttribute } from './encoder.ts';
import {
  asField,
  type ComplexType,
  type Field,
  type Namespace,
  type SimpleType,
  type Type,
} from './schema.ts';

/** A global element, such as the envelope's `message`. */
export interface RootElement {
  readonly name: string;
  readonly namespace: Namespace;
  readonly type: ComplexType;
}

/** The files by their path; `types` and everything that they reach is written. */
export function schemaFiles(types: readonly Type[], roots: readonly RootElement[]): Map<string, string> {
  const collected = new Collection();
  for (const root of roots) collected.add(root.type);
  for (const type of types) collected.add(type);
  const files = new Map<string, string>();
  for (const namespace of collected.namespaces) {
    files.set(namespace.file, schemaFile(namespace, collected, roots));
  }
  return files;
}

/** One schema that imports all the others: what a validator loads. */
export function indexFile(namespaces: readonly Namespace[]): string {
  const imports = namespaces
    .map(({ uri, file }) => `  <xsd:import namespace="${escapeAttribute(uri)}" schemaLocation="${file}"/>`)
    .join('\n');
  return `${DECLARATION}<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">\n${imports}\n</xsd:schema>\n`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The named types by namespace, each once, in the order they were met. */
class Collection {
  private readonly types = new Map<Namespace, Map<string, Type>>();

  get namespaces(): Namespace[] {
    return [...this.types.keys()];
  }

  of(namespace: Namespace): Type[] {
    return [...(this.types.get(namespace)?.values() ?? [])];
  }

  add(type: Type): void {
    if (type.namespace && type.name) {
      const known = this.types.get(type.namespace) ?? new Map<string, Type>();
      this.types.set(type.namespace, known);
      const before = known.get(type.name);
      if (before === type) return;
      if (before) throw new Error(`two types are named ${type.namespace.prefix}:${type.name}`);
      known.set(type.name, type);
    }
    if (type.form !== 'complex') return;
    if (type.base) this.add(type.base);
    for (const declared of Object.values(type.fields)) this.add(asField(declared).type);
  }
}

function schemaFile(namespace: Namespace, collected: Collection, roots: readonly RootElement[]): string {
  const used = new Set<Namespace>();
  const name = (type: Type): string | undefined => {
    if (!type.namespace || !type.name) return undefined;
    used.add(type.namespace);
    return `${type.namespace.prefix}:${type.name}`;
  };
  const body = [
    ...roots
      .filter((root) => root.namespace === namespace)
      .map((root) => `  <xsd:element name="${root.name}" type="${name(root.type)}"/>`),
    ...collected.of(namespace).map((type) => namedType(type, name)),
  ].join('\n');
  used.delete(namespace);
  const imported = [...used];
  const prefixes = [namespace, ...imported].map(({ prefix, uri }) => ` xmlns:${prefix}="${uri}"`).join('');
  const imports = imported
    .map(
      ({ uri, file }) =>
        `  <xsd:import namespace="${uri}" schemaLocation="${relative(namespace.file, file)}"/>\n`,
    )
    .join('');
  return (
    `${DECLARATION}<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"${prefixes}` +
    ` targetNamespace="${namespace.uri}" elementFormDefault="qualified">\n${imports}${body}\n</xsd:schema>\n`
  );
}

type TypeName = (type: Type) => string | undefined;

function namedType(type: Type, name: TypeName): string {
  return anyType(type, ` name="${type.name}"`, '  ', name);
}

function anyType(type: Type, attributes: string, indent: string, name: TypeName): string {
  switch (type.form) {
    case 'simple':
      return simpleType(type, attributes, indent);
    case 'foreign':
      return foreignType(indent);
    default:
      return complexType(type, attributes, indent, name);
  }
}

/** Text and elements of any namespace, which nobody here can judge. */
function foreignType(indent: string): string {
  return [
    `${indent}<xsd:complexType mixed="true">`,
    `${indent}  <xsd:sequence>`,
    `${indent}    <xsd:any namespace="##any" processContents="skip" minOccurs="0" maxOccurs="unbounded"/>`,
    `${indent}  </xsd:sequence>`,
    `${indent}  <xsd:anyAttribute namespace="##any" processContents="skip"/>`,
    `${indent}</xsd:complexType>`,
  ].join('\n');
}

function simpleType(type: SimpleType, attributes: string, indent: string): string {
  const facets: string[] = [];
  if (type.maxLength !== undefined && type.base === 'string') {
    facets.push(`<xsd:maxLength value="${type.maxLength}"/>`);
  }
  if (type.minimum !== undefined) facets.push(`<xsd:minInclusive value="${type.minimum}"/>`);
  if (type.maximum !== undefined) facets.push(`<xsd:maxInclusive value="${type.maximum}"/>`);
  for (const value of type.values ?? []) {
    facets.push(`<xsd:enumeration value="${escapeAttribute(value)}"/>`);
  }
  return [
    `${indent}<xsd:simpleType${attributes}>`,
    `${indent}  <xsd:restriction base="xsd:${type.base}">`,
    ...facets.map((facet) => `${indent}    ${facet}`),
    `${indent}  </xsd:restriction>`,
    `${indent}</xsd:simpleType>`,
  ].join('\n');
}

function complexType(type: ComplexType, attributes: string, indent: string, name: TypeName): string {
  const open = `${indent}<xsd:complexType${attributes}>`;
  const close = `${indent}</xsd:complexType>`;
  if (!type.base) return [open, ...content(type, `${indent}  `, name), close].join('\n');
  return [
    open,
    `${indent}  <xsd:complexContent>`,
    `${indent}    <xsd:extension base="${name(type.base)}">`,
    ...content(type, `${indent}      `, name),
    `${indent}    </xsd:extension>`,
    `${indent}  </xsd:complexContent>`,
    close,
  ].join('\n');
}

/** The elements in their order, then the attributes. */
function content(type: ComplexType, indent: string, name: TypeName): string[] {
  const fields = Object.entries(type.fields).map(([key, declared]) => [key, asField(declared)] as const);
  const elements = fields.filter(([, { isAttribute }]) => !isAttribute);
  const attributes = fields.filter(([, { isAttribute }]) => isAttribute);
  const sequence =
    elements.length === 0
      ? []
      : [
          `${indent}<xsd:sequence>`,
          ...elements.map(([element, field]) => elementLine(element, field, `${indent}  `, name)),
          `${indent}</xsd:sequence>`,
        ];
  return [
    ...sequence,
    ...attributes.map(([attribute, field]) => attributeLine(attribute, field, indent, name)),
  ];
}

function attributeLine(attribute: string, { type, min }: Field, indent: string, name: TypeName): string {
  const use = min > 0 ? ' use="required"' : '';
  if (type.form !== 'simple') throw new Error(`the attribute ${attribute} has a type with elements`);
  const typeName = typeNameOf(type, name);
  if (typeName) return `${indent}<xsd:attribute name="${attribute}" type="${typeName}"${use}/>`;
  const inner = simpleType(type, '', `${indent}  `);
  return `${indent}<xsd:attribute name="${attribute}"${use}>\n${inner}\n${indent}</xsd:attribute>`;
}

function elementLine(element: string, field: Field, indent: string, name: TypeName): string {
  const { type } = field;
  const occurs =
    (field.min === 1 ? '' : ` minOccurs="${field.min}"`) +
    (field.max === 1 ? '' : ` maxOccurs="${Number.isFinite(field.max) ? field.max : 'unbounded'}"`);
  const typeName = typeNameOf(type, name);
  if (typeName) return `${indent}<xsd:element name="${element}" type="${typeName}"${occurs}/>`;
  const inner = anyType(type, '', `${indent}  `, name);
  return `${indent}<xsd:element name="${element}"${occurs}>\n${inner}\n${indent}</xsd:element>`;
}

function typeNameOf(type: Type, name: TypeName): string | undefined {
  return name(type) ?? (type.form === 'simple' && isPlain(type) ? `xsd:${type.base}` : undefined);
}

/** Whether the built-in type says it all; `int` carries its bounds by itself. */
function isPlain(type: SimpleType): boolean {
  const bounded = type.minimum !== undefined || type.maximum !== undefined;
  return (
    !type.values &&
    (type.base !== 'string' || type.maxLength === undefined) &&
    (!bounded || type.base === 'int')
  );
}

function relative(from: string, to: string): string {
  const folders = from.split('/').length - 1;
  return '../'.repeat(folders) + to;
}
