/**
 * Puts `***` where secrets stand, in whatever somebody has sent: it need not be well-formed, and what is not understood
 * is masked rather than shown. A value is a secret by the name that it stands under.
 */
import { isSecretName, isSecretParameter } from './secret-names.ts';

export const MASK = '***';

/** Values that say nothing of a secret: whether there is one. */
const SAYS_NOTHING = /^\s*(?:true|false)?\s*$/i;

/** XML, or what was meant to be XML. @param secrets values that are secret wherever they stand */
export function maskXml(text: string, secrets: readonly string[] = []): string {
  return maskText(maskElements(text), secrets);
}

/** A tag, also one that is not written as XML has it, or that has no end. */
const TAG = /<\s*(\/?)\s*([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>?/g;

function maskElements(text: string): string {
  const out: string[] = [];
  let done = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    const [whole, slash = '', name = '', attributes = ''] = tag;
    const start = tag.index;
    const isSecret = slash === '' && isSecretName(name);
    // Most have none.
    const masked = attributes.includes('=') ? maskAttributes(attributes, isSecret) : attributes;
    if (masked !== attributes) {
      out.push(
        text.slice(done, start),
        whole.replace(attributes, () => masked),
      );
      done = start + whole.length;
    }
    if (!isSecret || /\/\s*>?$/.test(whole)) continue;
    const from = start + whole.length;
    const to = endOf(text, from, name);
    if (SAYS_NOTHING.test(text.slice(from, to))) continue;
    out.push(text.slice(done, from), MASK);
    done = to;
    TAG.lastIndex = to;
  }
  out.push(text.slice(done));
  return out.join('');
}

const ATTRIBUTE = /([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/g;

/** What every element may have. */
const OF_XML = /^(?:xmlns|xml|xsi)(?::|$)/i;

/** @param isOfSecret the element is a secret: so is whatever an attribute of it says */
function maskAttributes(attributes: string, isOfSecret: boolean): string {
  return attributes.replace(ATTRIBUTE, (whole, name: string, equals: string) =>
    isSecretName(name) || (isOfSecret && !OF_XML.test(name)) ? `${name}${equals}"${MASK}"` : whole,
  );
}

/** Where an element ends: elements of its name may stand in it, and what looks like its end in a CDATA section is none. */
function endOf(text: string, from: number, name: string): number {
  const plain = name.slice(name.indexOf(':') + 1).replace(/[.-]/g, '\\$&');
  const marks = new RegExp(
    `<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)|<!--[\\s\\S]*?(?:-->|$)|<\\s*(/?)\\s*(?:[\\w.-]+:)?${plain}(?![\\w.:-])[^<>]*>?`,
    'gi',
  );
  marks.lastIndex = from;
  let depth = 1;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [whole, slash] = mark;
    if (slash === undefined || whole.endsWith('/>')) continue;
    depth += slash === '/' ? -1 : 1;
    if (depth === 0) return mark.index;
  }
  return text.length;
}

/** `&lt;password&gt;…`: XML within a text. */
const ESCAPED = /(&lt;\s*([A-Za-z_][\w:.-]*)(?:(?!&gt;|[<>]).){0,400}&gt;)((?:(?!&lt;)[\s\S])*)/g;

/** An address within a text, with its ampersands escaped or not. */
const PARAMETER = /([?&;#]|&amp;|&#38;|^)([A-Za-z][\w.-]{0,60})=([^&\s<>"']*)/g;

const MEMBER = /("([A-Za-z_][\w.-]*)"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}\]"]+)/g;

const BEARER = /\b(Bearer|Basic|Digest|SAML)\s+[\w+/.=~-]{6,}/g;

/** The shortest secret that is looked for wherever it stands: shorter ones would be found in everything. */
const SHORTEST = 4;

/** What may hold addresses, members of JSON and escaped XML. */
export function maskText(text: string, secrets: readonly string[] = []): string {
  let masked = text
    .replace(ESCAPED, (whole, tag: string, name: string, value: string) =>
      isSecretName(name) && !SAYS_NOTHING.test(value) ? `${tag}${MASK}` : whole,
    )
    .replace(PARAMETER, (whole, before: string, name: string, value: string) =>
      value !== '' && isSecretParameter(name) ? `${before}${name}=${MASK}` : whole,
    )
    .replace(MEMBER, (whole, member: string, name: string, value: string) =>
      isSecretName(name) && !/^(?:true|false|null|"")$/.test(value) ? `${member}"${MASK}"` : whole,
    )
    .replace(BEARER, (_whole, scheme: string) => `${scheme} ${MASK}`);
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const spelt of new Set([secret, escaped(secret), encodeURIComponent(secret.toWellFormed())])) {
      masked = masked.replaceAll(spelt, MASK);
    }
  }
  return masked;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A path with its query. */
export function maskTarget(target: string): string {
  const at = target.indexOf('?');
  return at < 0 ? target : `${target.slice(0, at + 1)}${maskForm(target.slice(at + 1))}`;
}

/** The fields of a form or of a query: `name=value&…`. */
export function maskForm(form: string): string {
  return form
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0) return pair;
      const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
      if (value === '') return pair;
      if (isSecretParameter(decoded(name).trim())) return `${name}=${MASK}`;
      // A message, or an address with parameters of its own.
      const plain = decoded(value);
      const masked = maskXml(plain);
      return masked === plain ? pair : `${name}=${encodeURIComponent(masked.toWellFormed())}`;
    })
    .join('&');
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Bytes of another encoding: what is left of it is looked at.
    return spaced.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}
