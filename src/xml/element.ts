/** One element of a message: the light tree that the reader builds and the decoders walk. */

export type Attributes = Readonly<Record<string, string>>;

/** Shared by every element without attributes. */
export const NO_ATTRIBUTES: Attributes = Object.freeze(Object.create(null));

/** Shared by every element without children. */
export const NO_CHILDREN: readonly XmlElement[] = Object.freeze<XmlElement[]>([]);

/** Every field is set in the constructor, in one order, so that all elements share one hidden class. */
export class XmlElement {
  /** The local name: `header` for `<serv:header>`. */
  readonly name: string;
  /** `serv` for `<serv:header>`, the empty string when there is none. Says nothing about a namespace. */
  readonly prefix: string;
  /** Keyed by the name as written (`xsi:type`); a record without a prototype, so any key is safe to ask. */
  attributes: Attributes;
  children: readonly XmlElement[];
  /** The element's own character data, the pieces between its children joined, not trimmed. */
  text: string;

  constructor(name: string, prefix: string, attributes: Attributes) {
    this.name = name;
    this.prefix = prefix;
    this.attributes = attributes;
    this.children = NO_CHILDREN;
    this.text = '';
  }
}

/** An element that is kept as it was written, too: for XML that somebody else declares. */
export class WholeElement extends XmlElement {
  /** What stands between its tags, character for character. */
  content = '';
  /** The prefixes that are bound where it stands, its own ones included; the empty prefix is the default. */
  readonly scope: ReadonlyMap<string, string>;

  constructor(name: string, prefix: string, attributes: Attributes, scope: ReadonlyMap<string, string>) {
    super(name, prefix, attributes);
    this.scope = scope;
  }
}
