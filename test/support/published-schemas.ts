/**
 * The schemas that were published for level 5.5, where they stand beside the repository (`../shared`, or where
 * PARLANCE_SHARED says). An answer is held against them without what later levels have added.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { XmlElement } from '../../src/xml/element.ts';
import { escapeText } from '../../src/xml/encoder.ts';
import { readXml } from '../../src/xml/reader.ts';

const SHARED = process.env.PARLANCE_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const FOLDER = join(SHARED, 'reference', 'schemas-5.5');
const VIRTUAL = 'parlance:/published/';

/** A complex type as the files declare it. */
interface Declared {
  /** For messages; an anonymous one is named by its element. */
  readonly name: string;
  readonly base?: string | undefined;
  readonly members: ReadonlyMap<string, Member>;
  /** Holds elements that it does not name. */
  readonly isOpen: boolean;
}

/** An element of a type: its own type by name, or declared on the spot; nothing for a simple one. */
type Member = string | Declared | undefined;

export interface Published {
  /**
   * The answer without what the published types do not name, and the ways to what was left out (`type/element`).
   * Nothing when the type of the body is none of the published ones.
   */
  pruned(answer: string): { readonly xml: string; readonly added: readonly string[] } | undefined;
  /** @throws XmlValidateError */
  validate(xml: string): void;
}

/** Nothing where the schemas are not there. */
export function publishedSchemas(): Published | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const files = Object.fromEntries(
    readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xsd'))
      .map((name) => [
        relative(FOLDER, join(FOLDER, name)).replaceAll('\\', '/'),
        readFileSync(join(FOLDER, name)),
      ]),
  );
  const types = new Map<string, Declared>();
  const imports: string[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    const { root } = readXml(bytes);
    const namespace = root.attributes.targetNamespace ?? '';
    imports.push(`<xsd:import namespace="${namespace}" schemaLocation="${name}"/>`);
    for (const type of root.children.filter((child) => child.name === 'complexType')) {
      const declared = declaration(type, root, type.attributes.name ?? '');
      types.set(`${namespace} ${declared.name}`, declared);
    }
  }
  const index = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xsd:schema>`;
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [VIRTUAL + name, bytes])),
    ),
  );
  using schema = XmlDocument.fromString(index, { url: `${VIRTUAL}index.xsd` });
  const validator = XsdValidator.fromDoc(schema);
  return {
    pruned: (answer) => pruned(types, answer),
    validate(xml) {
      using document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NO_XXE });
      validator.validate(document);
    },
  };
}

function declaration(type: XmlElement, root: XmlElement, name: string): Declared {
  const members = new Map<string, Member>();
  let base: string | undefined;
  let isOpen = false;
  const visit = (element: XmlElement): void => {
    if (element.name === 'any') isOpen = true;
    if (element.name === 'extension') base = qualified(element.attributes.base ?? '', root);
    if (element.name === 'element') {
      const { name: own, ref } = element.attributes;
      const member = own ?? ref?.replace(/^.*:/, '') ?? '';
      members.set(member, typeOf(element, root, `${name}/${member}`));
      return;
    }
    for (const child of element.children) visit(child);
  };
  for (const child of type.children) visit(child);
  return { name, base, members, isOpen };
}

function typeOf(element: XmlElement, root: XmlElement, way: string): Member {
  const { type } = element.attributes;
  if (type !== undefined) return qualified(type, root);
  const inside = element.children.find(({ name }) => name === 'complexType');
  return inside && declaration(inside, root, way);
}

function qualified(name: string, { attributes }: XmlElement): string {
  const [prefix = '', local = ''] = name.includes(':') ? name.split(':') : ['', name];
  return `${attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? ''} ${local}`;
}

function pruned(types: ReadonlyMap<string, Declared>, answer: string) {
  const { root } = readXml(Buffer.from(answer));
  const added = new Set<string>();
  const body = root.children.find(({ name }) => name === 'body');
  const content = body?.children[0];
  if (!content || !types.has(qualified(content.attributes['xsi:type'] ?? '', root))) return undefined;

  const membersOf = (declared: Declared): { members: Map<string, Member>; isOpen: boolean } => {
    const base = declared.base === undefined ? undefined : types.get(declared.base);
    const of = base ? membersOf(base) : { members: new Map<string, Member>(), isOpen: false };
    return { members: new Map([...of.members, ...declared.members]), isOpen: of.isOpen || declared.isOpen };
  };
  const text = (element: XmlElement, member: Member): string => {
    const own = element.attributes['xsi:type'];
    const named = own === undefined ? member : qualified(own, root);
    const declared = typeof named === 'string' ? types.get(named) : named;
    const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
    const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key}="${value}"`);
    if (!declared) return `<${name}${attributes.join('')}>${inside(element)}</${name}>`;
    const { members, isOpen } = membersOf(declared);
    const children = element.children.map((child) => {
      if (members.has(child.name)) return text(child, members.get(child.name));
      if (isOpen) return text(child, undefined);
      added.add(`${declared.name}/${child.name}`);
      return '';
    });
    const own_text = element.children.length === 0 ? escapeText(element.text) : '';
    return `<${name}${attributes.join('')}>${own_text}${children.join('')}</${name}>`;
  };
  const inside = (element: XmlElement): string =>
    element.children.length === 0
      ? escapeText(element.text)
      : element.children.map((child) => text(child, undefined)).join('');
  const message = types.get(qualified('serv:messageType', root));
  return { xml: text(root, message), added: [...added] };
}
