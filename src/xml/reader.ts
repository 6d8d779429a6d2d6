/**
 * Bytes to a light tree: the only place that parses XML.
 *
 * Strict about well-formedness and about size, so that nothing is guessed and nothing takes long; lenient about
 * everything that working clients get wrong (`prefix "serv" is used but not declared`), which becomes a hint.
 * Prefixes are kept and namespaces are not resolved: the interface's clients bind them wrongly or not at all.
 */

import { SaxesParser } from 'saxes';
import { decodeText, firstVisible, NotReadable, shown } from './charset.ts';
import { type Attributes, NO_ATTRIBUTES, WholeElement, XmlElement } from './element.ts';
import { declaredBy } from './foreign.ts';
import { bareAmpersand, MISPLACED_DOCTYPE, plain } from './malformed.ts';

export { NotReadable, type NotReadableRule } from './charset.ts';

/** The bounds of a document. */
export interface Limits {
  /** Elements inside one another, the root included. */
  depth: number;
  /** In bytes. */
  size: number;
  elements: number;
  /** On one element. */
  attributes: number;
  /** In the whole document. */
  allAttributes: number;
}

export const LIMITS: Readonly<Limits> = Object.freeze({
  depth: 64,
  size: 1_048_576,
  elements: 20_000,
  attributes: 64,
  allAttributes: 40_000,
});

export interface XmlDocument {
  root: XmlElement;
  /** What was tolerated, as sentences for the request log. At most {@link MOST_HINTS}. */
  hints: readonly string[];
}

export interface ReadOptions {
  /** Other bounds than {@link LIMITS}. */
  limits?: Partial<Limits>;
  /** Elements that are kept as they are written, too: their local names, in small letters. */
  keepWhole?: Pick<ReadonlySet<string>, 'has'> | undefined;
  /** The header that the bytes came with: its charset outranks the XML declaration. */
  contentType?: string | undefined;
}

const MOST_HINTS = 20;
const NO_HINTS: readonly string[] = Object.freeze<string[]>([]);

let idleReader: Reader | undefined;

/** @throws NotReadable, and nothing else, whatever the bytes are */
export function readXml(bytes: Uint8Array, options: ReadOptions = {}): XmlDocument {
  const reader = idleReader ?? new Reader();
  // A parser that has failed is in no known state: it comes back only when it has reached the end.
  idleReader = undefined;
  const document = reader.read(bytes, options);
  idleReader = reader;
  return document;
}

// XML 1.1 differs in what may be written (control characters), which no answer could repeat: all is read as 1.0.
const PARSER_OPTIONS = { xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.0' } as const;

/** Stops at the first error, with words for a person. */
class StrictParser extends SaxesParser<typeof PARSER_OPTIONS> {
  override fail(message: string): never {
    if (message === MISPLACED_DOCTYPE) refuseDoctype();
    throw new NotReadable('malformed', `${plain(message)} (line ${this.line}, column ${this.column})`);
  }
}

/** One saxes parser and the document that it is reading. */
class Reader {
  private readonly parser = new StrictParser(PARSER_OPTIONS);
  private limits: Limits = LIMITS;
  private keepWhole: ReadOptions['keepWhole'];
  private text = '';
  /** The line that the text begins in. */
  private firstLine = 1;
  private hints: string[] | undefined;

  private root: XmlElement | undefined;
  private current: XmlElement | undefined;
  /** The elements around `current`, and beside each its children as the array that can grow. */
  private readonly around: XmlElement[] = [];
  private readonly families: XmlElement[][] = [];
  private family: XmlElement[] | undefined;
  /** Where the content of the elements that are kept whole begins, from the outside in. */
  private readonly starts: number[] = [];
  private elements = 0;
  private attributes = 0;
  private allAttributes = 0;

  private lastPrefix = '';
  private readonly usedPrefixes = new Set<string>();
  private readonly declaredPrefixes = new Set<string>();

  /** The character data last seen, while nothing but a comment has followed it. */
  private lastPiece = '';
  private commentAfterText = false;
  private saidComment = false;
  private saidMixed = false;
  private saidInstruction = false;

  constructor() {
    const { parser } = this;
    // No eighth: saxes stores them by computed name, and V8 then turns the parser into a slow dictionary (5 times).
    parser.on('attribute', ({ name, value }) => this.onAttribute(name, value));
    parser.on('opentag', (tag) => this.onOpen(tag.name, tag.attributes));
    parser.on('closetag', () => this.onClose());
    parser.on('text', (piece) => this.onText(piece));
    parser.on('cdata', (piece) => this.onText(piece));
    parser.on('comment', () => this.onComment());
    parser.on('processinginstruction', ({ target, body }) => this.onInstruction(target, body));
  }

  read(bytes: Uint8Array, { limits: other, contentType, keepWhole }: ReadOptions): XmlDocument {
    const limits = other === undefined ? LIMITS : { ...LIMITS, ...other };
    this.limits = limits;
    this.keepWhole = keepWhole;
    this.hints = undefined;
    if (bytes.length > limits.size) {
      throw new NotReadable(
        'too-large',
        `the document has ${bytes.length} bytes; at most ${limits.size} are read`,
      );
    }
    this.text = this.skipToStart(decodeText(bytes, this.hintLater, contentType));
    this.firstLine = this.parser.line;
    if (this.text === '') throw new NotReadable('empty', 'there is no document: the body is empty');
    if (this.text.includes('<!DOCTYPE') && startsWithDoctype(this.text)) refuseDoctype();

    this.parser.write(this.text);
    const { version } = this.parser.xmlDecl;
    if (version !== undefined && version !== '1.0') this.hint(`XML ${shown(version)} is read as XML 1.0`);
    this.close();

    const { root } = this;
    if (root === undefined) throw new NotReadable('malformed', 'the document has no root element');
    if (this.usedPrefixes.size !== 0) this.judgePrefixes();
    const document = { root, hints: this.hints ?? NO_HINTS };
    this.forget();
    return document;
  }

  /** An ampersand that begins no reference swallows what follows, so that an element seems never to end. */
  private close(): void {
    try {
      this.parser.close();
    } catch (error) {
      const at = bareAmpersand(this.text);
      if (at === -1) throw error;
      const lines = this.text.slice(0, at).split(/\r\n|[\r\n]/);
      const where = `line ${this.firstLine + lines.length - 1}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
      throw new NotReadable('malformed', `an ampersand has to be written &amp; (${where})`);
    }
  }

  /**
   * White space and byte order marks may stand before anything; XML forbids them before the declaration only, and
   * there clients send them.
   */
  private skipToStart(text: string): string {
    const start = firstVisible(text);
    if (start === 0) return text;
    if (text.startsWith('<?xml', start)) this.hint('there is white space before the XML declaration');
    for (let i = 0; i < start; i++) {
      const code = text.charCodeAt(i);
      if (code !== 0x0a && (code !== 0x0d || text.charCodeAt(i + 1) === 0x0a)) this.parser.column++;
      else {
        this.parser.line++;
        this.parser.column = 0;
      }
    }
    return text.slice(start);
  }

  private forget(): void {
    this.text = '';
    this.hints = undefined;
    this.root = undefined;
    this.current = undefined;
    this.family = undefined;
    this.elements = 0;
    this.attributes = 0;
    this.allAttributes = 0;
    this.lastPrefix = '';
    if (this.usedPrefixes.size !== 0) this.usedPrefixes.clear();
    if (this.declaredPrefixes.size !== 0) this.declaredPrefixes.clear();
    this.lastPiece = '';
    this.commentAfterText = false;
    this.saidComment = false;
    this.saidMixed = false;
    this.saidInstruction = false;
  }

  private onAttribute(name: string, value: string): void {
    if (++this.attributes > this.limits.attributes) {
      this.refuse('too-many-attributes', `an element has more than ${this.limits.attributes} attributes`);
    }
    if (++this.allAttributes > this.limits.allAttributes) {
      this.refuse('too-many-attributes', `there are more than ${this.limits.allAttributes} attributes`);
    }
    const colon = name.indexOf(':');
    if (colon === -1) return;
    this.checkName(name, colon);
    const prefix = name.slice(0, colon);
    if (prefix !== 'xmlns') this.usePrefix(prefix);
    else if (value !== '') this.declaredPrefixes.add(name.slice(6));
  }

  private onOpen(qualified: string, attributes: Record<string, string>): void {
    if (++this.elements > this.limits.elements) {
      this.refuse('too-many-elements', `there are more than ${this.limits.elements} elements`);
    }
    const colon = qualified.indexOf(':');
    let name = qualified;
    let prefix = '';
    if (colon !== -1) {
      this.checkName(qualified, colon);
      name = qualified.slice(colon + 1);
      prefix = qualified.slice(0, colon);
      this.usePrefix(prefix);
    }
    const own = this.attributes === 0 ? NO_ATTRIBUTES : attributes;
    const element = this.keepWhole?.has(name.toLowerCase())
      ? this.whole(name, prefix, own)
      : new XmlElement(name, prefix, own);
    this.attributes = 0;

    const parent = this.current;
    if (parent === undefined) {
      this.root = element;
    } else {
      if (this.around.push(parent) >= this.limits.depth) {
        this.refuse('too-deep', `elements are nested more than ${this.limits.depth} deep`);
      }
      if (this.family === undefined) {
        this.family = [element];
        parent.children = this.family;
      } else {
        this.family.push(element);
      }
      this.families.push(this.family);
    }
    this.current = element;
    this.family = undefined;
    this.lastPiece = '';
    this.commentAfterText = false;
  }

  private onClose(): void {
    const { current } = this;
    if (this.family !== undefined && !this.saidMixed && current !== undefined && !isBlank(current.text)) {
      this.saidMixed = true;
      this.hint(`the element ${shown(current.name)} holds text and elements side by side`);
    }
    if (current instanceof WholeElement) this.keepContent(current);
    this.current = this.around.pop();
    this.family = this.families.pop();
    this.lastPiece = '';
    this.commentAfterText = false;
  }

  private whole(name: string, prefix: string, attributes: Attributes): WholeElement {
    const scope = new Map<string, string>();
    const ancestors = this.current === undefined ? this.around : [...this.around, this.current];
    for (const bearer of [...ancestors.map((element) => element.attributes), attributes]) {
      for (const [attribute, uri] of Object.entries(bearer)) {
        const declared = declaredBy(attribute);
        if (declared !== undefined) scope.set(declared, uri);
      }
    }
    const element = new WholeElement(name, prefix, attributes, scope);
    this.starts.push(this.parser.position);
    return element;
  }

  /** The end tag has just been read; an element that is one tag ends where it starts. */
  private keepContent(element: WholeElement): void {
    const start = this.starts.pop() ?? 0;
    const end = this.parser.position;
    if (end > start) element.content = this.text.slice(start, this.text.lastIndexOf('</', end - 1));
  }

  /** A piece is all the character data up to the next markup; outside the root there is only white space. */
  private onText(piece: string): void {
    const { current } = this;
    if (current === undefined) return;
    current.text = current.text === '' ? piece : current.text + piece;
    this.lastPiece = piece;
    if (this.commentAfterText && !isBlank(piece)) {
      this.commentAfterText = false;
      this.saidComment = true;
      this.hint(`a comment stands inside the text of ${shown(current.name)}; the text around it is joined`);
    }
  }

  private onComment(): void {
    if (this.saidComment) return;
    // Each piece is looked at once here and once in onText, however many comments there are.
    if (this.lastPiece !== '' && !isBlank(this.lastPiece)) this.commentAfterText = true;
    this.lastPiece = '';
  }

  private onInstruction(target: string, body: string): void {
    if (body.startsWith('?')) this.checkInstruction(body);
    if (this.saidInstruction) return;
    this.saidInstruction = true;
    this.hint(`the processing instruction ${shown(target)} is ignored`);
  }

  /** saxes takes `<?name?body?>`, where XML wants white space after the name. */
  private checkInstruction(body: string): void {
    const { text } = this;
    let at = this.parser.position - '?>'.length;
    for (let left = body.length; left > 0; left--) {
      at -= text.charCodeAt(at - 1) === 0x0a && text.charCodeAt(at - 2) === 0x0d ? 2 : 1;
    }
    if (!isBlank(text.charAt(at - 1))) {
      this.refuse('malformed', 'there is no white space after the name of a processing instruction');
    }
  }

  /** A name with a colon is a prefix and a local name, and each is a name of its own. */
  private checkName(qualified: string, colon: number): void {
    const code = qualified.charCodeAt(colon + 1);
    const starts =
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      code === 0x5f ||
      // Beyond ASCII saxes has let through what may stand in a name; these may not begin one.
      (code > 0xb7 && !(code >= 0x300 && code <= 0x36f) && code !== 0x203f && code !== 0x2040);
    if (colon === 0 || !starts || qualified.includes(':', colon + 1)) {
      this.refuse('malformed', `the name ${shown(qualified)} is not a name, or a prefix, a colon and a name`);
    }
  }

  private usePrefix(prefix: string): void {
    if (prefix === this.lastPrefix) return;
    this.lastPrefix = prefix;
    this.usedPrefixes.add(prefix);
  }

  /** Declared anywhere in the document is declared: a hint is for a prefix that is never declared. */
  private judgePrefixes(): void {
    for (const prefix of this.usedPrefixes) {
      if (prefix !== 'xml' && !this.declaredPrefixes.has(prefix)) {
        this.hint(`prefix ${shown(prefix)} is used but not declared`);
      }
    }
  }

  private readonly hintLater = (note: string): void => this.hint(note);

  private hint(note: string): void {
    if (this.hints === undefined) this.hints = [note];
    else if (this.hints.length < MOST_HINTS - 1) this.hints.push(note);
    else if (this.hints.length === MOST_HINTS - 1) this.hints.push('there is more of this kind');
  }

  private refuse(rule: NotReadable['rule'], what: string): never {
    throw new NotReadable(rule, `${what} (line ${this.parser.line}, column ${this.parser.column})`);
  }
}

function refuseDoctype(): never {
  throw new NotReadable('doctype', 'a DOCTYPE is not allowed');
}

/** Whether the first thing after declaration, comments and instructions is a DOCTYPE: it need not be read at all. */
function startsWithDoctype(text: string): boolean {
  let at = 0;
  for (;;) {
    while (isBlank(text.charAt(at)) && at < text.length) at++;
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (close === undefined) return text.startsWith('<!DOCTYPE', at);
    const end = text.indexOf(close, at + (close === '?>' ? 2 : 4));
    if (end === -1) return false;
    at = end + close.length;
  }
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false;
  }
  return true;
}
