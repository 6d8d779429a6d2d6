/** Puts who is signed in into a message, in the place of the credentials that it has. */
import { escapeText } from '../../xml/encoder.ts';
import { readXml } from '../../xml/reader.ts';

const CREDENTIALS =
  /[ \t]*<(?:[\w.-]+:)?(webExID|password|email|sessionTicket|webExAccessToken)(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:[\w.-]+:)?\1\s*>)[ \t]*(?:\r?\n)?/gi;
const CONTEXT =
  /(<(?:([\w.-]+):)?securityContext(?:\s[^<>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?securityContext\s*>)/i;
const HEADER = /(<(?:([\w.-]+):)?header(?:\s[^<>]*?)?)(\/?)>/i;
const BODY = /<(?:[\w.-]+:)?body[\s/>]/i;

export interface Holder {
  readonly siteName: string;
  readonly webExID: string;
  readonly sessionTicket: string;
}

/**
 * The message as its holder sends it. One that is not well-formed is left as it is, and no ticket gets into it: what is
 * refused unread is told with what it was.
 */
export function sentBy(message: string, { siteName, webExID, sessionTicket }: Holder): string {
  if (!isWellFormed(message)) return message;
  const ticket = `<webExID>${escapeText(webExID)}</webExID><sessionTicket>${escapeText(sessionTicket)}</sessionTicket>`;
  const site = `<siteName>${escapeText(siteName)}</siteName>`;
  const context = CONTEXT.exec(message);
  if (context) {
    const [whole, open = '', prefix, content = ''] = context;
    const named = /<(?:[\w.-]+:)?site(?:Name|ID)[\s>]/i.test(content) ? '' : site;
    const close = prefix === undefined ? '</securityContext>' : `</${prefix}:securityContext>`;
    return replaced(
      message,
      context.index,
      whole,
      `${open}>${content.replaceAll(CREDENTIALS, '')}${named}${ticket}${close}`,
    );
  }
  const own = `<securityContext>${site}${ticket}</securityContext>`;
  const header = HEADER.exec(message);
  if (header) {
    const [whole, open = '', prefix, isEmpty] = header;
    const close = prefix === undefined ? '</header>' : `</${prefix}:header>`;
    return replaced(message, header.index, whole, `${open}>${own}${isEmpty ? close : ''}`);
  }
  const body = BODY.exec(message);
  return body ? replaced(message, body.index, '', `<header>${own}</header>`) : message;
}

function replaced(text: string, at: number, old: string, by: string): string {
  return text.slice(0, at) + by + text.slice(at + old.length);
}

function isWellFormed(message: string): boolean {
  try {
    readXml(Buffer.from(message), { contentType: 'text/xml; charset=UTF-8' });
    return true;
  } catch {
    return false;
  }
}
