/**
 * A site's own words for a kind of mail. They may name what the usual mail has: `%Opening%` is its first sentence,
 * `%Details%` its table, `%Link%` the way on; so a site adds what is its own, and the rest stays what it is, in every
 * service and with every change of ours.
 */

import type { DocumentKind } from '../stored/codec.ts';
import { oneOf, record, type TypeOf, text } from '../stored/shape.ts';
import { safeHtml, textOfHtml } from './host-html.ts';
import {
  type Block,
  escaped,
  framed,
  htmlBlocks,
  htmlDocument,
  type MailFrame,
  plainText,
} from './mail-body.ts';
import { type MailLook, mailLook } from './mail-colours.ts';
import type { Message } from './message.ts';
import type { Values } from './own-mails.ts';
import { cut, oneLine, withoutControls } from './plain.ts';

export const SITE_WORDS_FORMATS = ['TEXT', 'HTML'] as const;

const shape = record({ subject: text, content: text, format: oneOf(SITE_WORDS_FORMATS) });

/** Subject or content may be empty: then they are the usual ones. */
export type SiteWords = TypeOf<typeof shape>;

export const SITE_WORDS: DocumentKind<SiteWords> = { name: 'words of a mail', shape, upgrades: [] };

/** What stands for parts of the usual mail, each with what it is, for the manual. */
export const PARTS = {
  Subject: 'the usual subject',
  Opening: 'the usual first sentence',
  Details: 'the usual table: what, when, with whom, and how to come in',
  Link: 'the usual links, with what is said of them',
} as const;
export type Part = keyof typeof PARTS;

/** The words that say what the usual mail says. */
export const USUAL_WORDS: SiteWords = {
  subject: '%Subject%',
  content: '%Opening%\n\n%Details%\n\n%Link%\n',
  format: 'TEXT',
};

export const PLACEHOLDER = /%([A-Za-z][A-Za-z ]{1,40})%/g;

export function keyOf(name: string): string {
  return name.replaceAll(' ', '').toLowerCase();
}

/** The parts of a body: up to the first link it is told what happened, and from there on what to do. */
export function partsOf(
  blocks: readonly Block[],
): Readonly<Record<Exclude<Part, 'Subject'>, readonly Block[]>> {
  const hasOpening = blocks[0]?.kind === 'paragraph';
  const rest = hasOpening ? blocks.slice(1) : blocks;
  const link = rest.findIndex(({ kind }) => kind === 'link');
  const end = link === -1 ? rest.length : link;
  return {
    Opening: hasOpening ? blocks.slice(0, 1) : [],
    Details: rest.slice(0, end),
    Link: rest.slice(end),
  };
}

interface Usual {
  readonly message: Message;
  readonly blocks: readonly Block[];
  readonly frame: MailFrame;
  readonly longestSubject: number;
}

/** @param values what stands for the other placeholders, by their names in small letters and without spaces */
export function inSiteWords(
  { message, blocks, frame, longestSubject }: Usual,
  { subject, content, format }: SiteWords,
  values: Values,
): Message {
  const parts = new Map(Object.entries(partsOf(blocks)).map(([name, part]) => [keyOf(name), part]));
  const ofSubject = new Map([...values, [keyOf('Subject'), message.subject]]);
  const own = oneLine(filled(subject, (name) => ofSubject.get(name)));
  return {
    ...message,
    ...(own !== '' && { subject: cut(own, longestSubject) }),
    ...(content.trim() !== '' && bodyOf(content, format, { parts, values: ofSubject, frame })),
  };
}

interface Filling {
  readonly parts: ReadonlyMap<string, readonly Block[]>;
  readonly values: Values;
  readonly frame: MailFrame;
}

function bodyOf(
  content: string,
  format: SiteWords['format'],
  { parts, values, frame }: Filling,
): Pick<Message, 'text' | 'html'> {
  const plain = (name: string) => {
    const part = parts.get(name);
    return part ? plainText(part).trimEnd() : values.get(name);
  };
  const look = mailLook(frame.accent);
  const rich = (name: string) => {
    const part = parts.get(name);
    if (part) return htmlBlocks(part, look);
    const value = values.get(name);
    return value === undefined ? undefined : linked(value);
  };
  if (format === 'TEXT') {
    const words = withoutControls(content).trim();
    const html = words
      .split(/\n{2,}/)
      .map((paragraph) => paragraphOf(paragraph, { parts, look }, rich))
      .filter((paragraph) => paragraph !== '')
      .join('\n');
    return { text: `${tidy(filled(words, plain))}\n`, html: framed(html, frame) };
  }
  const address = (text: string) => filled(text, (name) => values.get(name));
  const html = safeHtml(content, { text: (text) => filled(text, rich), address });
  // Parts are written as text of their own, which reads better than what is left of their tables.
  const lines = (name: string) => {
    const value = plain(name);
    return value === undefined ? undefined : escaped(value).replaceAll('\n', '<br>');
  };
  const text = textOfHtml(safeHtml(content, { text: (text) => filled(text, lines), address }));
  return { text: `${tidy(text)}\n`, html: htmlDocument(html, frame.locale) };
}

/** A part that stands alone is no paragraph of ours. */
function paragraphOf(
  paragraph: string,
  { parts, look }: Pick<Filling, 'parts'> & { readonly look: MailLook },
  rich: (name: string) => string | undefined,
): string {
  const alone = /^%([A-Za-z ]+)%$/.exec(paragraph.trim())?.[1];
  const part = alone === undefined ? undefined : parts.get(keyOf(alone));
  if (part) return htmlBlocks(part, look);
  const html = filled(escaped(paragraph).replaceAll('\n', '<br>'), rich);
  return html.trim() === '' ? '' : `<p>${html}</p>`;
}

/** What no name stands for stays as it is. */
function filled(text: string, meaningOf: (name: string) => string | undefined): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => meaningOf(keyOf(name)) ?? whole);
}

function linked(value: string): string {
  const text = escaped(withoutControls(value)).replaceAll('\n', '<br>');
  return /^https?:\/\/\S+$/.test(value) ? `<a href="${text}">${text}</a>` : text;
}

/** A part that a mail lacks leaves no gap. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
