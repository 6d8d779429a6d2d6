/** Finds the credentials in a message of the XML API, so that a sample has them on its top. */
import type { SamplePart, SampleText } from './sampled-request.ts';

/** The elements of the security context that differ from one who calls to the next, and their words. */
const CREDENTIALS: Readonly<Record<string, string>> = {
  sitename: 'site name',
  siteid: 'site id',
  partnerid: 'partner id',
  webexid: 'webex id',
  email: 'email',
  password: 'password',
  sessionticket: 'session ticket',
  webexaccesstoken: 'access token',
};

const CONTEXT = /<(?:[\w.-]+:)?securityContext(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?securityContext\s*>/i;
const ELEMENT = /(<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>)([^<>]*)(<\/(?:[\w.-]+:)?\2\s*>)/g;

/** The message with its credentials taken out; one that has none, or that is written unusually, stays a text. */
export function withCredentials(message: string): SampleText {
  const context = CONTEXT.exec(message);
  if (context?.[1] === undefined) return [message];
  const start = context.index + context[0].indexOf(context[1], context[0].indexOf('>'));
  const parts: SamplePart[] = [];
  const met = new Set<string>();
  let end = 0;
  for (const match of context[1].matchAll(ELEMENT)) {
    const [, open = '', name = '', content = ''] = match;
    const words = CREDENTIALS[name.toLowerCase()];
    const value = unescaped(content);
    // What says the same in another way, as `&quot;` does, is kept as it was sent.
    if (words === undefined || met.has(words) || value === undefined || escaped(value) !== content) continue;
    met.add(words);
    const from = start + match.index + open.length;
    parts.push(message.slice(end, from), { words, value, inside: 'xml' });
    end = from + content.length;
  }
  return [...parts, message.slice(end)];
}

const SECRET_ELEMENT =
  /(<(?:[\w.-]+:)?(password|sessionTicket|webExAccessToken)(?:\s[^<>]*)?>)[\s\S]*?(<\/(?:[\w.-]+:)?\2\s*>)/gi;
const FROM_CONTEXT = /<(?:[\w.-]+:)?securityContext[\s>][\s\S]*?(?:<\/(?:[\w.-]+:)?securityContext\s*>|$)/gi;

/** The message with nothing in the places of its password and its tickets. */
export function withoutSecrets(message: string): string {
  return message.replaceAll(FROM_CONTEXT, (context) => context.replaceAll(SECRET_ELEMENT, '$1$3'));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string | undefined {
  let isKnown = true;
  const value = text.replaceAll(/&([^;&]*);?/g, (_, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) isKnown = false;
    return character ?? '';
  });
  return isKnown ? value : undefined;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
